#include "algorithms/centrality/leading/hits.hpp"

#include <array>
#include <cstdint>
#include <numeric>
#include <utility>

#include "algorithms/centrality/leading/leading.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;

void check(std::string_view function, const HitsOptions& options) {
  if (!(options.tolerance > 0.0)) {
    refuse_option(function, "tolerance", "> 0", option_text(options.tolerance));
  }
  if (options.max_iterations < 1) {
    refuse_option(function, "max-iterations", ">= 1", option_text(options.max_iterations));
  }
}

// The side of each vertex of a connected graph whose edges all lead across; nothing if there is none.
bool two_sides(const Graph& graph, VertexId start, std::vector<std::uint8_t>& side) {
  std::vector<VertexId> queue{start};
  side[start] = 1;
  for (std::size_t head = 0; head < queue.size(); ++head) {
    for (const VertexId w : graph.out(queue[head])) {
      if (side[w] == side[queue[head]]) return false;
      if (side[w] != 0) continue;
      side[w] = side[queue[head]] == 1 ? 2 : 1;
      queue.push_back(w);
    }
  }
  return true;
}

// The sides of the bipartite components with a value above 0, and what each holds of it.
struct Sides {
  Partition parts;
  std::vector<std::uint8_t> side;           // by vertex: 1 or 2
  std::vector<std::uint8_t> bipartite;      // by component
  std::vector<std::array<double, 3>> sums;  // by component and side; 0 is nobody's

  Sides(const Graph& graph, const Values& x, const Run& run)
      : parts(components(graph, Connection::weak, run)),
        side(x.size(), 0),
        bipartite(parts.count, 0),
        sums(parts.count) {
    std::vector<VertexId> first(parts.count, graph.vertex_count());
    for (VertexId v = graph.vertex_count(); v-- > 0;) {
      if (x[v] > 0.0) first[parts.community[v]] = v;
    }
    for (std::uint32_t part = 0; part < parts.count; ++part) {
      if (first[part] < graph.vertex_count()) bipartite[part] = two_sides(graph, first[part], side);
    }
    for (std::size_t v = 0; v < x.size(); ++v) sums[parts.community[v]][side[v]] += x[v];
  }

  // As a hub and as an authority: a component that is not bipartite gives half of its vector to either,
  // one that is gives each side as a hub what uniform hubs on that side lead to.
  [[nodiscard]] std::array<double, 2> shares_of(std::size_t v) const {
    const std::uint32_t part = parts.community[v];
    if (bipartite[part] == 0) return {0.5, 0.5};
    const double both = sums[part][1] + sums[part][2];
    return {sums[part][side[v]] / both, sums[part][3U - side[v]] / both};
  }
};

Scores shares(std::vector<double> values, const Convergence& convergence) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  for (double& value : values) value /= sum;
  return {std::move(values), convergence};
}

// The leading vector holds, for each component, its own times what it adds up to, so that its sums show
// the sides' shares.
HubsAndAuthorities undirected_hits(const Graph& given, const LeadingOptions& options,
                                   const Run& run) {
  const auto positive = without_zero_weights(given);
  const Graph& graph = positive ? *positive : given;
  const Values start(graph.vertex_count(), 1.0);
  LeadingVector leading = leading_symmetric(graph, start, options, run);
  if (!(leading.value > 0.0)) {
    return {shares(start, leading.convergence), shares(start, leading.convergence)};
  }
  const Sides sides(graph, leading.vector, run);
  Values hubs = leading.vector;
  Values authorities = std::move(leading.vector);
  for (std::size_t v = 0; v < hubs.size(); ++v) {
    const auto [as_hub, as_authority] = sides.shares_of(v);
    hubs[v] *= as_hub;
    authorities[v] *= as_authority;
  }
  return {shares(std::move(hubs), leading.convergence),
          shares(std::move(authorities), leading.convergence)};
}

HubsAndAuthorities directed_hits(const Graph& graph, const LeadingOptions& options,
                                 const Run& run) {
  LeadingSides leading = leading_sides(graph, options, run);
  if (!(leading.value > 0.0))
    leading.hubs = leading.authorities = Values(graph.vertex_count(), 1.0);
  return {shares(std::move(leading.hubs), leading.convergence),
          shares(std::move(leading.authorities), leading.convergence)};
}

HubsAndAuthorities both(std::string_view function, const Graph& graph, const HitsOptions& options,
                        const Run& run) {
  check(function, options);
  require_strengths(function, graph);
  const LeadingOptions how{options.tolerance, options.max_iterations};
  return graph.directed() ? directed_hits(graph, how, run) : undirected_hits(graph, how, run);
}

}  // namespace

HubsAndAuthorities hits(const Graph& graph, const HitsOptions& options, const Run& run) {
  return both("hits", graph, options, run);
}

Scores hub(const Graph& graph, const HitsOptions& options, const Run& run) {
  return both("hub", graph, options, run).hub;
}

Scores authority(const Graph& graph, const HitsOptions& options, const Run& run) {
  return both("authority", graph, options, run).authority;
}

template <class Visit>
void describe(HitsOptions& o, Visit&& visit) {
  visit("tolerance", o.tolerance, "stop below this relative error, > 0");
  visit("max-iterations", o.max_iterations, "give up after this many rounds, >= 1");
}

namespace entry {

extern const Measure hub, authority;

namespace {
constexpr std::string_view kSource = "Kleinberg 1999, doi:10.1145/324133.324140";
constexpr std::string_view kCost = "O(iterations * m)";
}  // namespace

const Measure hub = entry_of<HitsOptions>(
    {.name = "hub",
     .title = "pointing to good authorities",
     .family = "spectral",
     .definition =
         "The hub score of HITS: proportional to the sum of the authority scores that the "
         "vertex points to. Sums to 1.",
     .cost = kCost,
     .reference = kSource,
     .weights = WeightUse::strength,
     .work = {steps::sweeps, 1.0}},
    summitry::hub);

const Measure authority = entry_of<HitsOptions>(
    {.name = "authority",
     .title = "being pointed to by good hubs",
     .family = "spectral",
     .definition = "The authority score of HITS: proportional to the sum of the hub scores that "
                   "point to the vertex. Sums to 1.",
     .cost = kCost,
     .reference = kSource,
     .weights = WeightUse::strength,
     .work = {steps::sweeps, 1.0}},
    summitry::authority);

}  // namespace entry
}  // namespace summitry
