#include "algorithms/centrality/degree.hpp"

#include <cmath>

#include "algorithms/entry.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

double edges_at(const Graph& graph, VertexId v, Ends ends) {
  if (ends == Ends::both || !graph.directed()) return static_cast<double>(graph.degree(v));
  return static_cast<double>(ends == Ends::in ? graph.in(v).size() : graph.out(v).size());
}

double sum(std::span<const double> weights) {
  double total = 0.0;
  for (const double weight : weights) total += weight;
  return total;
}

// A self-loop stands once in its vertex's list but has two ends there.
double undirected_strength(const Graph& graph, VertexId v) {
  const auto neighbours = graph.out(v);
  const auto weights = graph.out_weights(v);
  double total = 0.0;
  for (std::size_t k = 0; k < neighbours.size(); ++k) {
    total += neighbours[k] == v ? 2.0 * weights[k] : weights[k];
  }
  return total;
}

double weight_at(const Graph& graph, VertexId v, Ends ends) {
  if (!graph.directed()) return undirected_strength(graph, v);
  const double in = ends == Ends::out ? 0.0 : sum(graph.in_weights(v));
  return ends == Ends::in ? in : in + sum(graph.out_weights(v));
}

std::string_view text_of(Ends ends) {
  if (ends == Ends::both) return "both";
  return ends == Ends::in ? "in" : "out";
}

// Edges that weigh nothing join nobody.
Scores without_weightless_edges(const Graph& graph, Ends ends) {
  const auto positive = graph.weighted() ? without_zero_weights(graph) : std::nullopt;
  return degree(positive ? *positive : graph, {ends, Scale::raw});
}

// The catalogue names the ends in the measure itself, so that only the scale is left to choose.
struct ScaleOption {
  Scale scale = Scale::raw;
};

template <class Visit>
void describe(ScaleOption& o, Visit&& visit) {
  visit("normalized", o.scale, "yes or no; divide by n - 1");
}

// The ends as a word, since options are read by their types.
struct OpsahlEntryOptions {
  double alpha = OpsahlDegreeOptions{}.alpha;
  std::string ends = std::string(text_of(OpsahlDegreeOptions{}.ends));
};

template <class Visit>
void describe(OpsahlEntryOptions& o, Visit&& visit) {
  visit("alpha", o.alpha, ">= 0; 0: the degree, 1: the strength, between them a mixture");
  visit("ends", o.ends, "both, in or out: which edges count where they have a direction");
}

Scores opsahl_entry(const Graph& graph, const OpsahlEntryOptions& options, const Run& run) {
  for (const Ends ends : {Ends::both, Ends::in, Ends::out}) {
    if (text_of(ends) == options.ends) return opsahl_degree(graph, {options.alpha, ends}, run);
  }
  refuse_option("opsahl-degree", "ends", "both, in or out", options.ends);
}

template <Ends ends>
Scores degree_of(const Graph& graph, const ScaleOption& option, const Run& run) {
  return degree(graph, {ends, option.scale}, run);
}

template <Ends ends>
Scores strength_of(const Graph& graph, const Run& run) {
  return strength(graph, {ends}, run);
}

}  // namespace

Scores degree(const Graph& graph, const DegreeOptions& options, const Run& /*run*/) {
  const VertexId n = graph.vertex_count();
  const double divisor = options.scale == Scale::normalized && n > 1 ? n - 1.0 : 1.0;
  Scores scores{std::vector<double>(n), {}};
  for (VertexId v = 0; v < n; ++v) {
    scores.values[v] = edges_at(graph, v, options.ends) / divisor;
  }
  return scores;
}

Scores strength(const Graph& graph, const StrengthOptions& options, const Run& run) {
  require_strengths("strength", graph);
  if (!graph.weighted()) return degree(graph, {options.ends, Scale::raw}, run);
  Scores scores{std::vector<double>(graph.vertex_count()), {}};
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    scores.values[v] = weight_at(graph, v, options.ends);
  }
  return scores;
}

Scores opsahl_degree(const Graph& graph, const OpsahlDegreeOptions& options, const Run& run) {
  require_strengths("opsahl-degree", graph);
  if (!std::isfinite(options.alpha) || options.alpha < 0.0) {
    refuse_option("opsahl-degree", "alpha", "a finite number >= 0", option_text(options.alpha));
  }
  Scores scores = without_weightless_edges(graph, options.ends);
  const std::vector<double> weight = strength(graph, {options.ends}, run).values;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const double k = scores.values[v];
    if (k > 0.0) scores.values[v] = k * std::pow(weight[v] / k, options.alpha);
  }
  return scores;
}

namespace entry {

extern const Measure degree, in_degree, out_degree, strength, in_strength, out_strength;
extern const Measure opsahl_degree;

namespace {
constexpr std::string_view kDegreeSource = "Freeman 1978, doi:10.1016/0378-8733(78)90021-7";
constexpr std::string_view kStrengthSource =
    "Barrat, Barthelemy, Pastor-Satorras & Vespignani 2004, doi:10.1073/pnas.0400087101";
}  // namespace

const Measure degree = entry_of<ScaleOption>(
    {.name = "degree",
     .title = "number of relations",
     .family = "degree",
     .definition = "The number of edges at the vertex; directed: in plus out. An undirected "
                   "self-loop counts 2.",
     .cost = "O(n)",
     .reference = kDegreeSource},
    degree_of<Ends::both>);

const Measure in_degree = entry_of<ScaleOption>(
    {.name = "in-degree",
     .title = "number of relations received",
     .family = "degree",
     .definition = "The number of edges that end at the vertex; undirected: the degree.",
     .cost = "O(n)",
     .reference = kDegreeSource},
    degree_of<Ends::in>);

const Measure out_degree = entry_of<ScaleOption>(
    {.name = "out-degree",
     .title = "number of relations sent",
     .family = "degree",
     .definition = "The number of edges that start at the vertex; undirected: the degree.",
     .cost = "O(n)",
     .reference = kDegreeSource},
    degree_of<Ends::out>);

const Measure strength = entry_of(
    {.name = "strength",
     .title = "total weight of relations",
     .family = "degree",
     .definition = "The sum of the weights of the edges at the vertex; directed: in plus out. An "
                   "undirected self-loop counts twice. Without weights: the degree.",
     .cost = "O(n + m)",
     .reference = kStrengthSource,
     .weights = WeightUse::strength},
    strength_of<Ends::both>);

const Measure in_strength = entry_of(
    {.name = "in-strength",
     .title = "total weight of relations received",
     .family = "degree",
     .definition = "The sum of the weights of the edges that end at the vertex; undirected: the "
                   "strength.",
     .cost = "O(n + m)",
     .reference = kStrengthSource,
     .weights = WeightUse::strength},
    strength_of<Ends::in>);

const Measure out_strength = entry_of(
    {.name = "out-strength",
     .title = "total weight of relations sent",
     .family = "degree",
     .definition = "The sum of the weights of the edges that start at the vertex; undirected: the "
                   "strength.",
     .cost = "O(n + m)",
     .reference = kStrengthSource,
     .weights = WeightUse::strength},
    strength_of<Ends::out>);

const Measure opsahl_degree = entry_of<OpsahlEntryOptions>(
    {.name = "opsahl-degree",
     .title = "number and weight of relations in one figure",
     .family = "degree",
     .definition =
         "k (s / k)^alpha, k the number of the vertex's edges and s the sum of their "
         "weights: with alpha 0 the degree, with 1 the strength. Edges of weight 0 do not "
         "count. Without weights: the degree.",
     .cost = "O(n + m)",
     .reference = "Opsahl, Agneessens & Skvoretz 2010, doi:10.1016/j.socnet.2010.03.006",
     .weights = WeightUse::strength},
    opsahl_entry);

}  // namespace entry
}  // namespace summitry
