#include "algorithms/communities/moving/refining.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>
#include <vector>

#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/communities/rows/looking_ahead.hpp"
#include "algorithms/communities/rows/run_of_step.hpp"
#include "engine/parallel.hpp"

namespace summitry::communities {
namespace {

constexpr double kRelativeTolerance = 1e-12;
constexpr double kHalvingsThatCount = 64.0;  // a chance of less than 2^-64 is none
constexpr double kUnread = -1.0;             // no weight

// A power of two, exactly: 2^-halvings, of which whole ones count.
double halved(double halvings) {
  const auto whole = static_cast<std::uint32_t>(halvings);
  return std::bit_cast<double>((std::uint64_t{1023} - whole) << 52U);
}

// What all communities share. A vertex has a place among the members of its community, a group that of
// the vertex that it began with: so those of a community are a range of numbers, one look at a
// neighbour's place tells whether it belongs there, and what is written lies together.
template <class Weights, bool kDirected>
struct Refinement {
  Refinement(const Condensed& of, const std::vector<std::uint32_t>& community, std::uint32_t count,
             Weights weights_of_arcs, double loss)
      : graph(of),
        weights(weights_of_arcs),
        bit(loss),
        members(members_of(of, community, count)),
        place(of.size()),
        group(labels_apart(of.size())),
        whole(of, count),
        parts(of, of.size()),
        leaving(of.size(), kUnread),
        alone(of.size(), 1) {
    for (VertexId v = 0; v < of.size(); ++v) whole.add(v, community[v]);
    for (std::uint32_t i = 0; i < of.size(); ++i) place[members.order[i]] = i;
  }

  [[nodiscard]] std::vector<std::uint32_t> take_groups() {  // by vertex
    for (std::uint32_t& of_one : place) of_one = group[of_one];
    return std::move(place);
  }

  const Condensed& graph;
  Weights weights;
  double bit;  // the loss of quality that halves the chance
  Members members;
  std::vector<std::uint32_t> place;  // by vertex
  std::vector<std::uint32_t> group;  // by place
  Masses<kDirected> whole;
  Masses<kDirected> parts;
  // Weight between a group and the rest of its community. That of one vertex alone is read when it is
  // first needed: so each row is read once, when its vertex merges or another merges with it.
  std::vector<double> leaving;
  std::vector<std::uint8_t> alone;
};

template <class Weights, bool kDirected>
class Refiner {
 public:
  explicit Refiner(Refinement<Weights, kDirected>& all) : all_(all) {}

  // All of them one group.
  void hold(std::uint32_t community) {
    const auto group = all_.group.begin();
    const std::uint32_t whole = all_.members.begin[community];
    std::fill(group + whole, group + all_.members.begin[community + std::size_t{1}], whole);
  }

  void refine(std::uint32_t community, std::uint64_t seed) {
    community_ = community;
    first_ = all_.members.begin[community];
    count_ = all_.members.begin[community + std::size_t{1}] - first_;
    if (count_ < 2) return;
    weight_.assign(count_, 0);
    around_.resize(count_ + std::size_t{1});
    Random random(seed, community);
    const std::span<const VertexId> members = all_.members.of(community);
    for (std::uint32_t i = 0; i < count_; ++i) all_.parts.add(members[i], first_ + i);
    turns_.assign(members.begin(), members.end());
    random.shuffle(std::span(turns_));
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      bring_row_near(all_.graph, turns_, i);
      merge(turns_[i], random);
    }
  }

 private:
  using Sum = typename Weights::Sum;

  struct Choice {
    std::uint32_t group = 0;
    double joining = 0.0;  // weight between the vertex and the group
    double gain = 0.0;
    double share = 0.0;
  };

  // What leads from v into its community. Without a branch on whether an arc does, which is a matter
  // of chance.
  struct Inside {
    std::uint32_t place = 0;  // of the community's, from 0
    Sum weight = 0;
  };
  [[nodiscard]] std::span<const Inside> inside(VertexId v) {
    const std::size_t end = all_.graph.ends[v];
    std::size_t k = all_.graph.begins[v];
    if (inside_.size() < end - k + 1) inside_.resize(end - k + 1);
    Inside* found = inside_.data();
    const VertexId* targets = all_.graph.targets;
    const std::uint32_t* place = all_.place.data();
    std::size_t count = 0;
    for (; k < end; ++k) {
      const std::uint32_t there = place[targets[k]] - first_;
      found[count] = {there, all_.weights[k]};
      count += there < count_ ? 1 : 0;
    }
    return {found, count};
  }

  [[nodiscard]] double weight_inside(VertexId v) {
    Sum sum = 0;
    for (const Inside& arc : inside(v)) sum += arc.weight;
    return static_cast<double>(sum);
  }

  // Weight between v and each group around it; gives their sum.
  double gather(VertexId v) {
    std::size_t count = 0;
    Sum* weight = weight_.data();
    std::uint32_t* around = around_.data();
    const std::uint32_t* group = all_.group.data() + first_;
    Sum sum = 0;
    for (const Inside& arc : inside(v)) {
      const std::uint32_t g = group[arc.place] - first_;
      const Sum before = weight[g];
      around[count] = g;
      count += before == 0 ? 1 : 0;
      weight[g] = before + arc.weight;
      sum += arc.weight;
    }
    groups_around_ = count;
    return static_cast<double>(sum);
  }

  // Merges v, where it is still alone, into another group.
  void merge(VertexId v, Random& random) {
    const std::uint32_t g = all_.place[v];
    if (all_.alone[g] == 0) return;
    all_.leaving[g] = gather(v);
    collect_choices(v, g);
    if (!well_connected(g)) return;
    const Choice chosen = choose(random);
    if (chosen.group == g) return;
    // What led from the group to v no longer leaves it; the rest of what led from v does.
    all_.leaving[chosen.group] += all_.leaving[g] - 2.0 * chosen.joining;
    all_.parts.remove(v, g);
    all_.parts.add(v, chosen.group);
    all_.group[g] = chosen.group;
    all_.alone[g] = 0;
    all_.alone[chosen.group] = 0;
  }

  // Whether the group's weight to the rest of its community is at least what is expected.
  [[nodiscard]] bool well_connected(std::uint32_t g) {
    double& leaving = all_.leaving[g];
    if (all_.alone[g] != 0 && leaving == kUnread) leaving = weight_inside(all_.members.order[g]);
    const double tolerance = kRelativeTolerance * (leaving + all_.graph.unit);
    return leaving >= all_.whole.expected_rest_of(all_.parts, g, community_) - tolerance;
  }

  // Staying alone, and the groups that it would not lose by joining.
  void collect_choices(VertexId v, std::uint32_t own) {
    choices_.assign(1, {.group = own});
    const auto pull = all_.parts.of_vertex(v);
    const double tolerance = kRelativeTolerance * (all_.leaving[own] + all_.graph.unit);
    for (std::size_t i = 0; i < groups_around_; ++i) {
      const std::uint32_t g = first_ + around_[i];
      const auto joining = static_cast<double>(weight_[around_[i]]);
      weight_[around_[i]] = 0;
      const double gain = joining - all_.parts.expected(pull, g);
      if (gain >= -tolerance) choices_.push_back({g, joining, gain, 0.0});
    }
  }

  // One of those choices that are well connected. Whether they are is asked of the one drawn, and only
  // when it is not of all: the chances of the others are to each other what they were.
  Choice choose(Random& random) {
    const Choice first = choices_[draw(random)];
    if (first.group == choices_[0].group || well_connected(first.group)) return first;
    const std::uint32_t own = choices_[0].group;
    std::erase_if(choices_, [&](const Choice& choice) {
      return choice.group != own && !well_connected(choice.group);
    });
    return choices_[draw(random)];
  }

  // The place of one of the choices.
  std::size_t draw(Random& random) {
    if (choices_.size() == 1) return 0;
    double best = 0.0;
    for (const Choice& choice : choices_) best = std::max(best, choice.gain);
    const double most_that_counts = kHalvingsThatCount * all_.bit;
    double sum = 0.0;
    for (Choice& choice : choices_) {
      const double loss = best - choice.gain;
      choice.share = loss < most_that_counts ? halved(loss / all_.bit) : 0.0;
      sum += choice.share;
    }
    double point = random.unit() * sum;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < choices_.size(); ++i) {
      if (choices_[i].share <= 0.0) continue;
      chosen = i;
      if (point < choices_[i].share) break;
      point -= choices_[i].share;
    }
    return chosen;
  }

  Refinement<Weights, kDirected>& all_;
  std::uint32_t community_ = 0;
  std::uint32_t first_ = 0;
  std::uint32_t count_ = 0;
  std::vector<VertexId> turns_;
  std::vector<Sum> weight_;  // between the vertex at hand and each group
  std::vector<Inside> inside_;
  std::vector<std::uint32_t> around_;
  std::size_t groups_around_ = 0;
  std::vector<Choice> choices_;
};

template <class Weights, bool kDirected>
std::vector<std::uint32_t> refined(Refinement<Weights, kDirected> all, std::uint64_t seed,
                                   std::span<const std::uint8_t> held, const Run& run) {
  std::vector<Refiner<Weights, kDirected>> refiners(static_cast<std::size_t>(run.thread_count()),
                                                    Refiner<Weights, kDirected>(all));
  const Members& members = all.members;
  parallel_blocks(members.block_count(), 1, run, "refining", [&](const Block& block) {
    const std::uint32_t turn = members.heaviest_first[block.index];
    for (std::uint32_t c = members.blocks[turn]; c < members.blocks[turn + 1]; ++c) {
      if (!held.empty() && held[c] != 0) {
        refiners[block.thread].hold(c);
      } else {
        refiners[block.thread].refine(c, seed);
      }
    }
  });
  return all.take_groups();
}

}  // namespace

std::vector<std::uint32_t> refine(const Condensed& graph,
                                  const std::vector<std::uint32_t>& community, double randomness,
                                  Random& random, const Run& run,
                                  std::span<const std::uint8_t> held) {
  std::uint32_t count = 0;
  for (const std::uint32_t c : community) count = std::max(count, c + 1);
  const double bit = randomness * graph.unit * std::log(2.0);
  const std::uint64_t seed = random.next();
  const Run step = run_of_step(run, graph.arcs);
  return with_weights(graph, [&](auto weights) {
    using Weights = decltype(weights);
    if (graph.in_mass.empty()) {
      return refined(Refinement<Weights, false>(graph, community, count, weights, bit), seed, held,
                     step);
    }
    return refined(Refinement<Weights, true>(graph, community, count, weights, bit), seed, held,
                   step);
  });
}

}  // namespace summitry::communities
