#include "cli/vital_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "algorithms/catalogue.hpp"
#include "algorithms/centrality/centralisation.hpp"
#include "algorithms/cost.hpp"
#include "algorithms/structure/cohesion/algebraic_connectivity.hpp"
#include "algorithms/structure/cohesion/biconnected.hpp"
#include "algorithms/structure/cohesion/onion.hpp"
#include "algorithms/structure/cohesion/truss.hpp"
#include "algorithms/structure/degrees/degree_distribution.hpp"
#include "algorithms/structure/searches/diameter.hpp"
#include "algorithms/structure/summary.hpp"
#include "cli/figure_section.hpp"
#include "cli/vital_degrees.hpp"
#include "cli/vital_mixing.hpp"

namespace summitry::cli {
namespace {

constexpr double kMostSteps = 1e12;    // of a search from everybody: minutes
constexpr double kLongMeasure = 60.0;  // seconds for one centralisation, on one thread

constexpr std::string_view kTarjan = "Hopcroft & Tarjan 1973, doi:10.1145/362248.362272";
constexpr std::string_view kFreeman = "Freeman 1979, doi:10.1016/0378-8733(78)90021-7";
constexpr std::string_view kTextbook =
    "Wasserman & Faust 1994, Social Network Analysis, doi:10.1017/CBO9780511815478";

// What loops, parallel edges and weights would only disturb is measured without them.
Graph simple_of(const Graph& graph) {
  GraphParts parts;
  parts.vertices = graph.vertex_count();
  parts.direction = graph.directed() ? Direction::directed : Direction::undirected;
  for (const Edge& edge : graph.edges()) {
    if (edge.source == edge.target) continue;
    if (parts.edges.empty() || parts.edges.back() != edge) parts.edges.push_back(edge);
  }
  return Graph(std::move(parts));
}

bool paths_are_too_many(const Graph& graph) {
  return steps::all_sources(graph) > kMostSteps;
}

Section size_section(const NetworkSummary& summary) {
  Figures figures("size");
  figures.add({"entities", "vertices of the selected graph"}, cell(summary.vertices));
  figures.add({"edges", "all, self-loops and parallel edges too"}, cell(summary.edges));
  figures.add({"direction", "whether an edge from a to b is one from b to a"},
              std::string(summary.directed ? "directed" : "undirected"));
  figures.add({"self-loops", "edges from an entity to itself"}, cell(summary.loops));
  figures.add({"parallel edges", "edges beyond the first between the same two"},
              cell(summary.parallel));
  figures.add({"isolates", "entities without a neighbour"}, cell(summary.isolates));
  figures.add({"density", "share of the possible pairs that are joined", kTextbook},
              summary.density, "fewer than two entities");
  figures.add({"reciprocity", "share of edges whose opposite is there", kTextbook},
              summary.reciprocity,
              summary.directed ? "no edges" : "undirected: every edge goes both ways");
  return std::move(figures).done();
}

Section components_section(const Graph& simple, const Graph& graph, const NetworkSummary& summary,
                           const Run& run) {
  Figures figures("components");
  figures.add({"components", "parts that no edge joins, whatever its direction", kTextbook},
              cell(summary.components));
  figures.add(
      {"strong components", "parts in which everybody reaches everybody along the direction",
       "Tarjan 1972, doi:10.1137/0201010"},
      cell(summary.strong_components), summary.directed ? "" : "undirected: the components");
  figures.add({"largest component", "entities in it"}, cell(summary.giant));
  const Bicomponents parts = bicomponents(graph, run);
  figures.add({"biconnected components", "parts that no single entity splits", kTarjan},
              cell(parts.count));
  figures.add({"articulation points", "entities without which there are more components", kTarjan},
              cell(std::count_if(parts.articulation.begin(), parts.articulation.end(),
                                 [](std::uint32_t added) { return added > 0; })));
  figures.add({"bridges", "edges without which there are more components", kTarjan},
              cell(std::count(parts.bridge.begin(), parts.bridge.end(), 1)));
  const VertexId largest = AlgebraicConnectivityOptions{}.largest;
  figures.add(
      {"algebraic connectivity",
       "second smallest eigenvalue of the Laplacian of the undirected graph; 0 when it is in "
       "several components",
       "Fiedler 1973, doi:10.21136/CMJ.1973.101168"},
      algebraic_connectivity(simple, {}, run),
      simple.vertex_count() < 2         ? std::string("fewer than two entities")
      : simple.vertex_count() > largest ? fmt::format("left out above {} entities", largest)
                                        : std::string("the iteration did not settle"));
  return std::move(figures).done();
}

double largest_of(const Scores& scores) {
  double largest = 0.0;
  for (const double value : scores.values) largest = std::max(largest, value);
  return largest;
}

Section cohesion_section(const Graph& simple, const NetworkSummary& summary, const Run& run) {
  Figures figures("cohesion");
  figures.add({"triangles", "three entities that are all joined, whatever the direction"},
              cell(summary.triangles));
  figures.add({"transitivity", "share of paths of length 2 that close to a triangle",
               "Newman, Strogatz & Watts 2001, doi:10.1103/PhysRevE.64.026118"},
              summary.transitivity, "no paths of length 2");
  figures.add({"mean clustering", "mean over entities of the share of neighbours that are joined",
               "Watts & Strogatz 1998, doi:10.1038/30918"},
              summary.mean_clustering, "nobody");
  figures.add({"largest core", "largest k with a part where everybody has k neighbours",
               "Seidman 1983, doi:10.1016/0378-8733(83)90028-X"},
              cell(summary.largest_core));
  figures.add({"largest truss", "largest k with a part whose every edge is in k - 2 triangles",
               "Cohen 2008; Wang & Cheng 2012, doi:10.14778/2311906.2311909"},
              cell(static_cast<std::int64_t>(largest_of(trussness(simple, run)))));
  figures.add({"onion layers", "rounds in which peeling takes everybody away",
               "Hébert-Dufresne, Grochow & Allard 2016, doi:10.1038/srep31708"},
              cell(static_cast<std::int64_t>(largest_of(onion_layers(simple, run)))));
  return std::move(figures).done();
}

Section distances_section(const Graph& simple, const NetworkSummary& summary, const Run& run) {
  Figures figures("distances");
  const bool left_out = paths_are_too_many(simple);
  const std::string why = left_out ? "left out of a graph of this size" : "no paths";
  figures.add(
      {"mean distance of connected pairs", "mean length in hops of the shortest paths", kTextbook},
      summary.mean_distance, why);
  const auto pairs = left_out ? std::nullopt : std::optional(summary.reachable_pairs);
  figures.add({"connected pairs", "ordered pairs of different entities with a path"}, pairs, why);
  figures.add({"longest distance", "the longest of all shortest paths", kTextbook},
              summary.diameter, why);
  const bool nobody = simple.vertex_count() == 0;
  const auto extent = [&](Extent (*of)(const Graph&, Within, const Run&)) {
    return nobody || left_out ? std::nullopt
                              : std::optional(of(simple, Within::largest, run).value);
  };
  const std::string inside = simple.directed() ? "largest strong component" : "largest component";
  figures.add({"diameter of the " + inside, "its longest shortest path, in hops", kTextbook},
              extent(diameter), why);
  figures.add(
      {"radius of the " + inside, "how far the most central entity of it has to go", kTextbook},
      extent(radius), why);
  return std::move(figures).done();
}

// Where the measure is from, and the share of a largest sum.
std::string centralised_source(const Measure& one) {
  const std::string_view doi = kFreeman.substr(kFreeman.find("doi:"));
  if (one.reference.find(doi) != std::string_view::npos) return std::string(kFreeman);
  return fmt::format("{}; as a share of the largest sum {}", one.reference, kFreeman);
}

Section centralisation_section(const Graph& simple, const Run& run) {
  Figures figures("centralisation");
  for (const std::string_view name : centralised_measures()) {
    const bool directed_alone = name == "in-degree" || name == "out-degree";
    if (directed_alone && !simple.directed()) continue;
    const Measure& one = measure(name);
    const std::string source = centralised_source(one);
    const FigureText text{
        std::string(name),
        "how far the measure is concentrated on one entity, 0: all are alike in it", source};
    if (predicted_seconds(one.work, simple, 1) > kLongMeasure) {
      figures.add(text, TableCell(), "left out of a graph of this size");
      continue;
    }
    Centralisation found = centralisation(compute(one, simple, {}, run), simple, run);
    figures.add(text, cell(found.value), std::move(found.note));
  }
  return std::move(figures).done();
}

// Where there is no note the place stays empty, and where there is none at all the column is left out.
Section without_meaning(const Section& section) {
  Table table = columns(section.table, {0, 1, 2});
  bool any = false;
  for (auto& row : table.rows) {
    const bool missing = std::holds_alternative<std::monostate>(row[2]);
    if (missing) row[2] = std::string();
    any = any || !missing;
  }
  return {section.name, any ? std::move(table) : columns(table, {0, 1})};
}

}  // namespace

std::vector<Section> vital_figures(const Network& network, const Graph& graph, const Run& run) {
  const Graph simple = simple_of(graph);
  const NetworkSummary summary = summarise(graph, {.most_steps = kMostSteps}, run);
  const DegreeSpread spread = degree_spread(graph);
  return {size_section(summary),
          components_section(simple, graph, summary, run),
          cohesion_section(simple, summary, run),
          distances_section(simple, summary, run),
          degrees_section(graph, summary, spread, run),
          centralisation_section(simple, run),
          mixing_section(network, graph, simple),
          distribution_section(spread)};
}

std::vector<Section> without_meaning(const std::vector<Section>& sections) {
  std::vector<Section> narrow;
  for (const Section& section : sections) {
    const std::vector<std::string>& names = section.table.columns;
    const bool wide = std::find(names.begin(), names.end(), "meaning") != names.end();
    narrow.push_back(wide ? without_meaning(section) : section);
  }
  return narrow;
}

}  // namespace summitry::cli
