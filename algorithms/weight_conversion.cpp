// The three conversions, and their names.
#include "algorithms/weight_conversion.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "algorithms/options.hpp"
#include "engine/error.hpp"
#include "engine/names.hpp"
#include "engine/number.hpp"

namespace summitry {
namespace {

constexpr std::array<std::string_view, 3> kNames = {"inverse", "reversed", "opsahl"};

std::string_view name_of(Conversion::By by) {
  return kNames.at(static_cast<std::size_t>(by));
}

void require_alpha(double alpha) {
  if (std::isfinite(alpha) && alpha >= 0.0) return;
  refuse_option("opsahl", "alpha", "a finite number >= 0", option_text(alpha));
}

void require_positive(const Conversion& conversion, double weight, std::string_view what) {
  if (std::isfinite(weight) && weight > 0.0) return;
  throw InvalidWeight(std::string(name_of(conversion.by)) + ": " + std::string(what) +
                      " must be a finite number > 0, got " +
                      (std::isnan(weight) ? "not a number" : shortest(weight)));
}

// What 1 / w^power is for opsahl: alpha one way, 1 / alpha back.
double exponent(const Graph& graph, const Conversion& conversion) {
  require_alpha(conversion.alpha);
  if (graph.weight_meaning() == WeightMeaning::strength) return conversion.alpha;
  if (conversion.alpha == 0.0) {
    refuse_option("opsahl", "alpha", "> 0 from distances to strengths", "0");
  }
  return 1.0 / conversion.alpha;
}

void convert(std::vector<double>& weights, const Graph& graph, const Conversion& conversion) {
  for (const double weight : weights) {
    require_positive(conversion, weight, "a weight to be converted");
  }
  if (conversion.by == Conversion::By::opsahl) {
    const double power = exponent(graph, conversion);
    for (double& weight : weights) weight = std::pow(weight, -power);
  } else if (conversion.by == Conversion::By::inverse) {
    for (double& weight : weights) weight = 1.0 / weight;
  } else if (!weights.empty()) {
    const double most = *std::max_element(weights.begin(), weights.end());
    for (double& weight : weights) weight = (most - weight) + 1.0;
  }
  for (const double weight : weights) {
    require_positive(conversion, weight, "a converted weight");
  }
}

// All but the meaning of weights, as it is.
GraphParts taken_apart(const Graph& graph) {
  GraphParts parts;
  parts.vertices = graph.vertex_count();
  parts.direction = graph.directed() ? Direction::directed : Direction::undirected;
  parts.edges = graph.edges();
  parts.weights = graph.edge_weights();
  if (graph.has_entities()) {
    for (VertexId v = 0; v < graph.vertex_count(); ++v) parts.entities.push_back(graph.entity(v));
  }
  parts.relation_begin.push_back(0);
  for (EdgeId e = 0; e < graph.edge_count(); ++e) {
    const auto relations = graph.relations(e);
    parts.relations.insert(parts.relations.end(), relations.begin(), relations.end());
    parts.relation_begin.push_back(static_cast<std::uint32_t>(parts.relations.size()));
  }
  if (parts.relations.empty()) parts.relation_begin.clear();
  return parts;
}

}  // namespace

Conversion parse_conversion(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  const auto* const found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) throw UnknownName(unknown_name("weight conversion", name, kNames));
  Conversion conversion{static_cast<Conversion::By>(found - kNames.begin()), 1.0};
  const std::string_view rest = colon == std::string_view::npos ? "" : text.substr(colon + 1);
  if (conversion.by != Conversion::By::opsahl) {
    if (colon == std::string_view::npos) return conversion;
    throw InvalidOption(std::string(name) + ": has no number after it, got \"" + std::string(text) +
                        "\"");
  }
  if (!read_option(rest, conversion.alpha)) {
    refuse_text("opsahl", "alpha", rest, "a finite number >= 0, as in opsahl:0.5");
  }
  require_alpha(conversion.alpha);
  return conversion;
}

std::string to_string(const Conversion& conversion) {
  std::string text(name_of(conversion.by));
  if (conversion.by == Conversion::By::opsahl) {
    text += ':';
    text += shortest(conversion.alpha);
  }
  return text;
}

Graph convert_weights(const Graph& graph, const Conversion& conversion) {
  if (!graph.weighted()) {
    throw InvalidWeight(std::string(name_of(conversion.by)) +
                        ": there are no weights to convert; choose some with --weights NAME");
  }
  GraphParts parts = taken_apart(graph);
  parts.meaning = graph.weight_meaning() == WeightMeaning::strength ? WeightMeaning::distance
                                                                    : WeightMeaning::strength;
  convert(parts.weights, graph, conversion);
  return Graph(std::move(parts));
}

}  // namespace summitry
