#include "algorithms/continuity/nulls/null_models.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "algorithms/continuity/nulls/curveball.hpp"
#include "algorithms/continuity/nulls/label_null.hpp"
#include "algorithms/continuity/nulls/margin_null.hpp"
#include "algorithms/continuity/nulls/order_null.hpp"
#include "algorithms/continuity/nulls/strata.hpp"
#include "algorithms/continuity/rosters/comparison.hpp"
#include "algorithms/continuity/statistics/hypergeometric.hpp"
#include "algorithms/inference/adjusted_p.hpp"
#include "algorithms/inference/bicm.hpp"
#include "algorithms/inference/poisson_binomial.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

using Family = std::vector<NullTest>;

constexpr std::size_t kMostEditions = 500;  // for BiCM, whose equations are solved densely
constexpr const char* kNoChoice = "the null model leaves no choice";
constexpr double kMostConvolved = 4e9;  // chances times the overlap; some seconds

class Suite {
 public:
  Suite(const Network& network, Continuity& continuity, const NullModelOptions& options,
        const Run& run)
      : network_(network),
        found_(continuity),
        options_(options),
        run_(run),
        strata_(strata(network, options.strata)) {
    rosters_.reserve(continuity.editions.size());
    for (const Edition& edition : continuity.editions) rosters_.push_back(edition.participants);
  }

  void fill() {
    const bool counted = options_.model != "curveball";
    const MarginNull plain = margin_null(
        rosters_, {options_.samples, counted ? Counting::when_possible : Counting::never, {}},
        run_);
    found_.mixing = plain.mixing;
    found_.samples = options_.samples;
    if (options_.model == "hypergeometric") {
      expect_by_hypergeometric(options_.universe.value_or(found_.entities.size()));
    } else {
      expect(plain);
    }
    keep(margin_tests(plain, "fixed margins"));
    add_strata(counted);
    for (const std::size_t universe : universes()) keep(hypergeometric_tests(universe));
    keep(bicm_tests());
    keep({order_null(overlaps(), options_.samples, run_)});
    keep(label_tests());
    copy_expectations();
  }

 private:
  void keep(Family family) {
    adjust(family);
    for (NullTest& test : family) found_.tests.push_back(std::move(test));
  }

  [[nodiscard]] std::string step_name(const Transition& step) const {
    return network_.entity(found_.editions[step.from].summit).id + " to " +
           network_.entity(found_.editions[step.to].summit).id;
  }

  static void set(NullTest& test, std::optional<double> observed, std::optional<double> mean,
                  std::optional<double> sd, std::optional<double> p_value) {
    test.observed = observed;
    test.mean = mean;
    test.sd = sd;
    test.p_value = p_value;
    if (observed && mean && sd && *sd > 0.0) test.effect = (*observed - *mean) / *sd;
  }

  [[nodiscard]] NullTest margin_test(const char* method, std::string name, const char* statistic,
                                     std::optional<double> observed, const NullLaw& law) const {
    NullTest test;
    test.method = method;
    test.name = std::move(name);
    test.statistic = statistic;
    set(test, observed, law.mean, law.sd, law.p_value);
    test.smallest_p = law.smallest_p;
    test.samples = law.samples;
    test.seed = law.samples > 0 ? run_.seed : 0;
    if (law.fixed) test.note = kNoChoice;
    return test;
  }

  [[nodiscard]] Family margin_tests(const MarginNull& null, const char* method) const {
    Family tests;
    double succession = 0.0;
    for (std::size_t i = 0; i < null.pairs.size(); ++i) {
      const Transition& pair = found_.all_pairs[i];
      if (pair.to != pair.from + 1) continue;
      const auto retained = static_cast<double>(pair.retained);
      succession += retained;
      tests.push_back(margin_test(method, step_name(pair), "retained", retained, null.pairs[i]));
    }
    if (found_.editions.size() > 2) {
      tests.push_back(margin_test(method, "whole series", "shared by neighbours in total",
                                  succession, null.succession));
    }
    for (std::size_t t = 0; t < null.returns.size(); ++t) {
      const Transition& step = found_.transitions[t];
      if (!step.return_after_absence) continue;
      tests.push_back(margin_test(method, step_name(step), "return after absence",
                                  step.return_after_absence, null.returns[t]));
    }
    return tests;
  }

  void expect(const MarginNull& null) {
    for (std::size_t i = 0; i < null.pairs.size(); ++i) {
      Transition& pair = found_.all_pairs[i];
      const NullLaw& law = null.pairs[i];
      set_expected(pair, found_.entities.size(), law.mean, law.sd, law.p_value);
      pair.exact = law.samples == 0;
    }
  }

  static void set_expected(Transition& pair, std::size_t universe, std::optional<double> mean,
                           std::optional<double> sd, std::optional<double> p_value) {
    pair.universe = universe;
    pair.expected_retained = mean;
    pair.expected_sd = sd;
    pair.p_value = p_value;
    if (mean && sd && *sd > 0.0) {
      pair.z = (static_cast<double>(pair.retained) - *mean) / *sd;
    }
  }

  [[nodiscard]] static OverlapExpectation independent(const Transition& pair,
                                                      std::size_t universe) {
    return hypergeometric_overlap(universe, pair.retained + pair.left, pair.retained + pair.entered,
                                  pair.retained);
  }

  void expect_by_hypergeometric(std::size_t universe) {
    if (universe == 0) return;  // nobody anywhere: nothing to draw from
    for (Transition& pair : found_.all_pairs) {
      const OverlapExpectation law = independent(pair, universe);
      set_expected(pair, universe, law.mean, law.sd, law.upper_tail);
      pair.exact = true;
    }
  }

  [[nodiscard]] std::set<std::size_t> universes() const {
    std::set<std::size_t> all = {found_.entities.size(),
                                 std::max(options_.eligible, found_.entities.size())};
    if (options_.universe) all.insert(*options_.universe);
    all.erase(0);
    return all;
  }

  [[nodiscard]] Family hypergeometric_tests(std::size_t universe) const {
    Family tests;
    for (const Transition& step : found_.transitions) {
      const OverlapExpectation law = independent(step, universe);
      NullTest test;
      test.method = "hypergeometric, N = " + std::to_string(universe);
      test.name = step_name(step);
      test.statistic = "retained";
      set(test, static_cast<double>(step.retained), law.mean, law.sd, law.upper_tail);
      test.smallest_p = law.smallest_tail;
      if (law.sd == 0.0) test.note = kNoChoice;
      tests.push_back(std::move(test));
    }
    return tests;
  }

  [[nodiscard]] Family bicm_tests() const {
    if (rosters_.size() > kMostEditions) return {};
    std::vector<std::size_t> rows;
    for (const auto& roster : rosters_) rows.push_back(roster.size());
    std::vector<std::size_t> columns;
    for (const Attendance& one : found_.entities) columns.push_back(one.editions.size());
    const Bicm law = bicm(rows, columns);
    Family tests(found_.transitions.size());
    parallel_blocks(tests.size(), 1, run_, "BiCM", [&](const Block& block) {
      const Transition& step = found_.transitions[block.index];
      std::vector<double> both;
      for (std::size_t who = 0; who < columns.size(); ++who) {
        both.push_back(law.chance(step.from, who) * law.chance(step.to, who));
      }
      // Mean and sd cost nothing; the tail of a huge overlap is left out rather than waited for.
      const bool possible =
          static_cast<double>(both.size()) * static_cast<double>(step.retained) < kMostConvolved;
      const PoissonBinomial overlap = poisson_binomial(both, possible ? step.retained : 0);
      NullTest& test = tests[block.index];
      test.method = "BiCM";
      test.name = step_name(step);
      test.statistic = "retained";
      set(test, static_cast<double>(step.retained), overlap.mean, overlap.sd,
          possible ? std::optional<double>(overlap.upper_tail) : std::nullopt);
      test.smallest_p = overlap.smallest_tail;
      if (overlap.sd == 0.0) test.note = kNoChoice;
      if (!possible) test.note = "too many participants for an exact tail";
      if (!law.convergence.reached) test.note = "the margins are kept only nearly";
    });
    return tests;
  }

  void add_strata(bool counted) {
    std::set<std::uint32_t> used;
    for (const Attendance& one : found_.entities) used.insert(strata_.of[one.entity]);
    if (used.size() < 2) return;
    found_.strata = options_.strata;
    const MarginNull within = margin_null(
        rosters_,
        {options_.samples, counted ? Counting::when_possible : Counting::never, strata_.of}, run_);
    keep(margin_tests(within, "fixed margins within strata"));
  }

  [[nodiscard]] std::vector<std::vector<std::size_t>> overlaps() const {
    const std::size_t editions = found_.editions.size();
    std::vector<std::vector<std::size_t>> result(editions, std::vector<std::size_t>(editions));
    for (const Transition& pair : found_.all_pairs) {
      result[pair.from][pair.to] = result[pair.to][pair.from] = pair.retained;
    }
    return result;
  }

  [[nodiscard]] Family label_tests() const {
    if (found_.strata.empty()) return {};
    Family tests;
    for (const Transition& step : found_.transitions) {
      std::vector<CameBack> participants;
      const auto& next = rosters_[step.to];
      for (const EntityIndex entity : rosters_[step.from]) {
        participants.push_back(
            {strata_.of[entity], std::binary_search(next.begin(), next.end(), entity)});
      }
      NullTest test = label_null(participants, options_.samples, step.from, run_);
      test.name = step_name(step);
      tests.push_back(std::move(test));
    }
    return tests;
  }

  // The neighbours among all pairs carry the same figures; so does the group of all participants.
  void copy_expectations() {
    if (!found_.groups.empty()) found_.groups.front().pairs = found_.all_pairs;
    for (const Transition& pair : found_.all_pairs) {
      if (pair.to == pair.from + 1) found_.transitions[pair.from] = pair;
    }
  }

  const Network& network_;
  Continuity& found_;
  const NullModelOptions& options_;
  const Run& run_;
  Strata strata_;
  Curveball::Rosters rosters_;
};

}  // namespace

void add_null_models(const Network& network, Continuity& continuity,
                     const NullModelOptions& options, const Run& run) {
  Suite(network, continuity, options, run).fill();
}

}  // namespace summitry
