#include "algorithms/continuity/works/agenda.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "algorithms/continuity/works/lineage.hpp"
#include "algorithms/inference/null_tally.hpp"
#include "algorithms/options.hpp"
#include "engine/find_column.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

constexpr std::string_view kColumn = "themes";
constexpr std::string_view kRelation = "about";
constexpr std::uint64_t kStream = 0x4147454e44410000;  // apart from other methods of one seed

using Themes = std::set<std::string>;
using Works = std::vector<std::vector<std::size_t>>;  // by work: its themes by number

void add_column_themes(const Network& network, std::vector<Themes>& themes) {
  const Column* column = find_column(network.entity_columns(), kColumn);
  if (column == nullptr) return;
  for (EntityIndex e = 0; e < themes.size(); ++e) {
    const Value value = column->value(e);
    if (const auto* list = std::get_if<List>(&value)) themes[e].insert(list->begin(), list->end());
    if (const auto* text = std::get_if<std::string>(&value)) themes[e].insert(*text);
  }
}

struct Reading {
  std::vector<Themes> themes;                     // by entity
  std::vector<std::set<EntityIndex>> of_edition;  // works
};

Reading read(const Network& network, const Series& series, const Evidence& evidence) {
  const EditionIndex editions(network, series);
  Reading reading;
  reading.themes.resize(network.entities().size());
  reading.of_edition.resize(series.editions.size());
  add_column_themes(network, reading.themes);
  for (std::size_t t = 0; t < series.editions.size(); ++t) {
    reading.of_edition[t].insert(series.editions[t]);
  }
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    const Relation relation = network.relation(r);
    if (!evidence.takes(relation)) continue;
    if (relation.type == kRelation) {
      reading.themes[relation.source].insert(network.entity(relation.target).name);
    } else if (is_launch_type(relation.type)) {
      const auto edition = editions.find(relation.target);
      const bool is_summit = network.entity(relation.source).kind == "summit";
      if (edition && !is_summit) reading.of_edition[*edition].insert(relation.source);
    }
  }
  return reading;
}

// Each work in equal parts to its themes; divided by the number of works.
std::vector<double> distribution(const Works& works, std::size_t begin, std::size_t end,
                                 std::size_t themes) {
  std::vector<double> shares(themes, 0.0);
  for (std::size_t i = begin; i < end; ++i) {
    for (const std::size_t theme : works[i]) {
      shares[theme] += 1.0 / static_cast<double>(works[i].size());
    }
  }
  for (double& share : shares) share /= static_cast<double>(end - begin);
  return shares;
}

EditionAgenda agenda_of(const Works& works, std::size_t all,
                        const std::vector<std::string>& names) {
  EditionAgenda result;
  result.works = all;
  result.themed = works.size();
  if (works.empty()) return result;
  const std::vector<double> shares = distribution(works, 0, works.size(), names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (shares[i] > 0.0) result.themes.push_back({names[i], shares[i]});
  }
  std::stable_sort(result.themes.begin(), result.themes.end(),
                   [](const ThemeShare& a, const ThemeShare& b) { return a.share > b.share; });
  return result;
}

NullTest dealt_anew(const Works& before, const Works& after, std::size_t themes, double observed,
                    std::size_t permutations, const Run& run) {
  NullTest test;
  test.statistic = "Jensen-Shannon distance";
  test.method = "works dealt out anew";
  test.observed = observed;
  if (before.size() < 2 || after.size() < 2) {
    test.note = "not tested: fewer than two works with themes at one of the two";
    return test;
  }
  Works all = before;
  all.insert(all.end(), after.begin(), after.end());
  Random random(run.seed, kStream);
  NullTally tally(observed);
  for (std::size_t i = 0; i < permutations; ++i) {
    if (i % 256 == 0) run.check();
    random.shuffle(std::span(all));
    tally.add(jensen_shannon(distribution(all, 0, before.size(), themes),
                             distribution(all, before.size(), all.size(), themes)));
  }
  fill(test, tally, Draws::at_random, run.seed);
  return test;
}

Themes names_of(const EditionAgenda& edition) {
  Themes names;
  for (const ThemeShare& share : edition.themes) names.insert(share.theme);
  return names;
}

void compare_themes(const EditionAgenda& before, const EditionAgenda& after, AgendaStep& step) {
  const Themes earlier = names_of(before);
  const Themes later = names_of(after);
  for (const std::string& theme : earlier) {
    (later.contains(theme) ? step.kept : step.dropped).push_back(theme);
  }
  for (const std::string& theme : later) {
    if (!earlier.contains(theme)) step.added.push_back(theme);
  }
}

}  // namespace

double jensen_shannon(const std::vector<double>& p, const std::vector<double>& q) {
  double divergence = 0.0;
  const auto part = [](double x, double mean) { return x > 0.0 ? x * std::log2(x / mean) : 0.0; };
  for (std::size_t i = 0; i < p.size(); ++i) {
    const double mean = 0.5 * (p[i] + q[i]);
    divergence += 0.5 * (part(p[i], mean) + part(q[i], mean));
  }
  return std::sqrt(std::clamp(divergence, 0.0, 1.0));
}

Agenda agenda(const Network& network, const Series& series, const Evidence& evidence,
              const std::vector<std::string>& names, std::size_t permutations, const Run& run) {
  if (permutations < 1) refuse_option("agenda", "permutations", ">= 1", "0");
  const Reading reading = read(network, series, evidence);
  std::map<std::string, std::size_t> number;
  for (const auto& works : reading.of_edition) {
    for (const EntityIndex work : works) {
      for (const std::string& theme : reading.themes[work]) number.try_emplace(theme, 0);
    }
  }
  std::vector<std::string> themes;
  for (auto& [theme, at] : number) {
    at = themes.size();
    themes.push_back(theme);
  }
  Agenda result;
  std::vector<Works> editions;
  for (const auto& all : reading.of_edition) {
    Works works;
    for (const EntityIndex work : all) {
      if (reading.themes[work].empty()) continue;
      works.emplace_back();
      for (const std::string& theme : reading.themes[work]) works.back().push_back(number[theme]);
    }
    result.editions.push_back(agenda_of(works, all.size(), themes));
    editions.push_back(std::move(works));
  }
  for (std::size_t t = 0; t + 1 < editions.size(); ++t) {
    AgendaStep step;
    step.from = t;
    step.to = t + 1;
    compare_themes(result.editions[t], result.editions[t + 1], step);
    const Works& before = editions[t];
    const Works& after = editions[t + 1];
    if (!before.empty() && !after.empty()) {
      step.distance = jensen_shannon(distribution(before, 0, before.size(), themes.size()),
                                     distribution(after, 0, after.size(), themes.size()));
      step.test = dealt_anew(before, after, themes.size(), *step.distance, permutations, run);
      step.test.name = names[t] + " to " + names[t + 1];
    }
    result.steps.push_back(std::move(step));
  }
  return result;
}

}  // namespace summitry
