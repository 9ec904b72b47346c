#include "algorithms/communities/moving/first_joins.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "algorithms/communities/moving/haste.hpp"
#include "algorithms/communities/moving/proposals.hpp"
#include "algorithms/communities/moving/visiting_order.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "algorithms/communities/rows/run_of_step.hpp"
#include "engine/parallel.hpp"

namespace summitry::communities {
namespace {

constexpr std::size_t kVerticesATime = 1 << 12;

// Masses, each a little heavier by chance: of neighbours that weigh the same one is taken by chance, and
// different seeds see different beginnings.
struct Apparent {
  std::vector<double> out;
  std::vector<double> in;  // directed only
};

Apparent apparent_masses(const Condensed& graph, std::uint64_t seed, const Run& run) {
  constexpr double kLittle = 0.01;
  Apparent apparent{graph.mass, graph.in_mass};
  parallel_blocks(graph.size(), kVerticesATime, run, "joining", [&](const Block& block) {
    Random random(seed, block.index);
    for (std::size_t v = block.begin; v < block.end; ++v) {
      const double factor = 1.0 + kLittle * random.unit();
      apparent.out[v] *= factor;
      if (!apparent.in.empty()) apparent.in[v] *= factor;
    }
  });
  return apparent;
}

template <class Sum>
struct Choice {
  VertexId neighbour = 0;
  Sum joining = 0;
};

// For each vertex the neighbour with which alone it would gain most; itself where it has none.
template <bool kDirected, class Weights>
auto best_neighbours(const Condensed& graph, Weights weights, const Apparent& apparent,
                     const Run& run) {
  const Masses<kDirected> pulls(graph, 0);
  std::vector<Choice<typename Weights::Sum>> best(graph.size());
  parallel_blocks(graph.size(), kVerticesATime, run, "joining", [&](const Block& block) {
    const VertexId* targets = graph.targets;
    const double* out = apparent.out.data();
    const double* in = apparent.in.data();
    for (std::size_t v = block.begin; v < block.end; ++v) {
      best[v].neighbour = static_cast<VertexId>(v);
      if (graph.begins[v] == graph.ends[v]) continue;
      const auto pull = pulls.of_vertex(static_cast<VertexId>(v));
      std::uint32_t chosen = graph.begins[v];
      double most = -std::numeric_limits<double>::infinity();
      for (std::uint32_t k = graph.begins[v]; k < graph.ends[v]; ++k) {
        const VertexId u = targets[k];
        double gain = static_cast<double>(weights[k]) - pull.out * (kDirected ? in[u] : out[u]);
        if constexpr (kDirected) gain -= pull.in * out[u];
        chosen = gain > most ? k : chosen;
        most = std::max(most, gain);
      }
      best[v] = {targets[chosen], weights[chosen]};
    }
  });
  return best;
}

template <bool kDirected, class Sum>
std::vector<std::uint32_t> joined(const Condensed& graph, const std::vector<Choice<Sum>>& best,
                                  Random& random) {
  std::vector<std::uint32_t> labels = labels_apart(graph.size());
  std::vector<std::uint8_t> alone(graph.size(), 1);
  Masses<kDirected> masses(graph, graph.size());
  for (VertexId v = 0; v < graph.size(); ++v) masses.add(v, v);
  for (const VertexId v : visiting_order(graph.size(), random)) {
    const auto [u, joining] = best[v];
    if (alone[v] == 0 || u == v) continue;
    const std::uint32_t community = labels[u];
    // At least that much joins them: others in the community may add to it.
    if (static_cast<double>(joining) <= masses.expected(masses.of_vertex(v), community)) continue;
    masses.add(v, community);
    labels[v] = community;
    alone[v] = 0;
    alone[u] = 0;
  }
  return labels;
}

// Whether this is somewhere to go on from, as far as one vertex in so many can tell: single vertices would
// gain by moving, or have most of their neighbours with them already. Where hubs hold a network together
// neither is so: what has joined would have to move as one.
template <bool kDirected, class Weights>
bool promising(const Condensed& graph, Weights weights, std::vector<std::uint32_t>& labels) {
  constexpr VertexId kAtLeast = 1024;
  constexpr VertexId kOneIn = 32;
  constexpr double kGain = 1.0 / 256.0;
  constexpr double kMost = 0.5;
  const VertexId step = std::clamp<VertexId>(graph.size() / kAtLeast, 1, kOneIn);
  const Occupancy<kDirected> places(graph, labels);
  Proposer<Weights, kDirected> proposer(graph, weights);
  double gained = 0.0;
  double together = 0.0;
  double around = 0.0;
  for (VertexId v = 0; v < graph.size(); v += step) {
    const auto first_of = [](std::uint64_t) { return std::size_t{0}; };
    const auto proposal = proposer.propose(v, places, first_of);
    gained += places.gain(v, proposal).value_or(0.0);
    together += static_cast<double>(proposal.with_own);
    for (std::size_t k = graph.begins[v]; k < graph.ends[v]; ++k) {
      around += static_cast<double>(weights[k]);
    }
  }
  return gained > kGain * around || together > kMost * around;
}

template <bool kDirected, class Weights>
std::vector<std::uint32_t> begin(const Condensed& graph, Weights weights, Random& random,
                                 const Run& run) {
  const Apparent apparent = apparent_masses(graph, random.next(), run);
  const auto best = best_neighbours<kDirected>(graph, weights, apparent, run);
  std::vector<std::uint32_t> labels = joined<kDirected>(graph, best, random);
  if (promising<kDirected>(graph, weights, labels)) return labels;
  return labels_apart(graph.size());
}

}  // namespace

std::vector<std::uint32_t> first_joins(const Condensed& graph, Random& random, const Run& run) {
  const Run step = run_of_step(run, graph.arcs);
  return with_weights(graph, [&](auto weights) {
    if (graph.in_mass.empty()) return begin<false>(graph, weights, random, step);
    return begin<true>(graph, weights, random, step);
  });
}

std::vector<std::uint32_t> labels_to_begin_with(const Condensed& base, Random& random,
                                                const Run& run) {
  return time_matters(base) ? first_joins(base, random, run) : labels_apart(base.size());
}

}  // namespace summitry::communities
