#include "algorithms/centrality/centralisation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "algorithms/catalogue.hpp"
#include "algorithms/options.hpp"

namespace summitry {
namespace {

// What is compared with.
enum class Shape { star, inward, outward, both_ways, one_edge, half_clique };

struct Centralised {
  Shape undirected;
  Shape directed;
  bool largest_known = true;
  // Another measure that is the same on a star, and quicker; "" for the measure itself.
  std::string_view as = "";
};

constexpr std::array<std::string_view, 18> kNames = {"degree",
                                                     "in-degree",
                                                     "out-degree",
                                                     "betweenness",
                                                     "closeness",
                                                     "harmonic",
                                                     "pagerank",
                                                     "eigenvector",
                                                     "hub",
                                                     "authority",
                                                     "core",
                                                     "articulation",
                                                     "effective-size",
                                                     "current-flow-betweenness",
                                                     "katz",
                                                     "bonacich-power",
                                                     "laplacian",
                                                     "information"};

// In the order of the names.
constexpr std::array<Centralised, kNames.size()> kCompared = {{
    {Shape::star, Shape::both_ways},
    {Shape::star, Shape::inward},
    {Shape::star, Shape::outward},
    {Shape::star, Shape::both_ways},
    {Shape::star, Shape::inward},
    {Shape::star, Shape::inward},
    {Shape::star, Shape::inward},
    {Shape::one_edge, Shape::one_edge},
    {Shape::one_edge, Shape::outward},
    {Shape::one_edge, Shape::inward},
    {Shape::half_clique, Shape::half_clique},
    {Shape::star, Shape::inward},
    {Shape::star, Shape::inward},
    {Shape::star, Shape::star, true, "betweenness"},
    {Shape::star, Shape::both_ways, false},
    {Shape::star, Shape::both_ways, false},
    {Shape::star, Shape::both_ways, false},
    {Shape::star, Shape::both_ways, false},
}};

Graph shaped(Shape shape, VertexId n, Direction direction) {
  GraphParts parts;
  parts.vertices = n;
  parts.direction = shape == Shape::star ? Direction::undirected : direction;
  const bool two = direction == Direction::directed && shape != Shape::star;
  for (VertexId v = 1; v < (shape == Shape::one_edge ? 2 : n); ++v) {
    if (shape != Shape::inward) parts.edges.push_back({0, v});
    if (two && shape != Shape::outward) parts.edges.push_back({v, 0});
  }
  return Graph(std::move(parts));
}

// Nothing where a vertex has no value.
std::optional<double> sum_of(const Scores& scores, std::string_view measure) {
  double most = 0.0;
  bool first = true;
  for (const double value : scores.values) {
    if (std::isnan(value)) return std::nullopt;
    most = first ? value : std::max(most, value);
    first = false;
  }
  double sum = 0.0;
  for (const double value : scores.values) sum += most - value;
  // An eigenvector has no scale of its own.
  return measure == "eigenvector" && most > 0.0 ? sum / most : sum;
}

double largest_of_cores(double n) {
  return std::floor((n - 1.0) * (n - 1.0) / 4.0);
}

std::optional<double> compared_sum(const Centralised& with, const NamedScores& scores,
                                   const Graph& graph, const Run& run) {
  const Direction direction = graph.directed() ? Direction::directed : Direction::undirected;
  const Shape shape = graph.directed() ? with.directed : with.undirected;
  if (shape == Shape::half_clique) return largest_of_cores(graph.vertex_count());
  const Measure& one = measure(with.as.empty() ? scores.name : with.as);
  Parameters parameters;
  for (const auto& given : scores.parameters) {
    const bool known =
        std::any_of(one.options.begin(), one.options.end(),
                    [&](const OptionInfo& option) { return option.name == given.first; });
    if (known) parameters.push_back(given);
  }
  Run quiet = run;
  quiet.progress = nullptr;
  const Graph reference = shaped(shape, graph.vertex_count(), direction);
  return sum_of(one.compute(reference, parameters, quiet), scores.name);
}

bool has_loops_or_parallel_edges(const Graph& graph) {
  const std::vector<Edge> edges = graph.edges();
  for (std::size_t e = 0; e < edges.size(); ++e) {
    if (edges[e].source == edges[e].target || (e > 0 && edges[e] == edges[e - 1])) return true;
  }
  return false;
}

bool depends_on_places(const NamedScores& scores) {
  return std::any_of(scores.parameters.begin(), scores.parameters.end(), [](const auto& parameter) {
    return parameter.first == "teleport" && parameter.second != "all";
  });
}

// What keeps a measure of the list from having one here; "" for nothing.
std::string trouble(const NamedScores& scores, const Graph& graph) {
  if (graph.vertex_count() < 3) return "fewer than three entities";
  if (graph.weighted() && measure(scores.name).weights != WeightUse::none) {
    return "with weights there is no largest sum";
  }
  if (has_loops_or_parallel_edges(graph)) return "the graph has loops or parallel edges";
  if (depends_on_places(scores)) return "personalised: there is no largest sum";
  return "";
}

}  // namespace

std::span<const std::string_view> centralised_measures() {
  return kNames;
}

Centralisation centralisation(const NamedScores& scores, const Graph& graph, const Run& run) {
  const auto* const found = std::find(kNames.begin(), kNames.end(), scores.name);
  if (found == kNames.end()) return {{}, "no largest sum is known, and a star's says nothing"};
  const Centralised& with = kCompared.at(static_cast<std::size_t>(found - kNames.begin()));
  if (std::string why = trouble(scores, graph); !why.empty()) return {{}, std::move(why)};
  const std::optional<double> sum = sum_of(scores.scores, scores.name);
  if (!sum) return {{}, "some entities have no value"};
  const std::optional<double> largest = compared_sum(with, scores, graph, run);
  if (!largest || !(*largest > 0.0)) return {{}, "with these options a star is not centralised"};
  return {*sum / *largest,
          with.largest_known ? "of the largest that is possible" : "of a star's; more is possible"};
}

}  // namespace summitry
