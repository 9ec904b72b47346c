#include "cli/vital_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "algorithms/catalogue.hpp"
#include "algorithms/centrality/centralisation.hpp"
#include "algorithms/cost.hpp"
#include "algorithms/structure/algebraic_connectivity.hpp"
#include "algorithms/structure/biconnected.hpp"
#include "algorithms/structure/degree_distribution.hpp"
#include "algorithms/structure/degree_tail.hpp"
#include "algorithms/structure/diameter.hpp"
#include "algorithms/structure/mixing.hpp"
#include "algorithms/structure/onion.hpp"
#include "algorithms/structure/summary.hpp"
#include "algorithms/structure/truss.hpp"
#include "engine/column.hpp"

namespace summitry::cli {
namespace {

constexpr double kMostSteps = 1e12;       // of a search from everybody: minutes
constexpr int kTailSamples = 100;         // p to about 0.05
constexpr VertexId kSampledTail = 20000;  // vertices; drawing more takes minutes
constexpr std::uint32_t kMostCategories = 50;
constexpr double kLongMeasure = 60.0;  // seconds for one centralisation, on one thread

constexpr std::string_view kNewman = "Newman 2003, doi:10.1103/PhysRevE.67.026126";
constexpr std::string_view kTarjan = "Hopcroft & Tarjan 1973, doi:10.1145/362248.362272";
constexpr std::string_view kFreeman = "Freeman 1979, doi:10.1016/0378-8733(78)90021-7";
constexpr std::string_view kClauset = "Clauset, Shalizi & Newman 2009, doi:10.1137/070710111";
constexpr std::string_view kVuong = "Vuong 1989, doi:10.2307/1912557";
constexpr std::string_view kTextbook =
    "Wasserman & Faust 1994, Social Network Analysis, doi:10.1017/CBO9780511815478";

template <class Number>
TableCell cell(Number count) {
  return static_cast<std::int64_t>(count);
}
TableCell cell(double value) {
  return value;
}
template <class Number>
TableCell cell(const std::optional<Number>& value) {
  return value ? cell(*value) : TableCell();
}

struct Text {
  std::string item;
  std::string meaning;
  std::string_view reference = "";
};

// A section that figures are added to.
class Figures {
 public:
  explicit Figures(std::string name)
      : section_{std::move(name), {{"item", "value", "note", "meaning", "reference"}, {}}} {}

  void add(Text text, TableCell value, std::string note = "") {
    section_.table.rows.push_back({std::move(text.item), std::move(value),
                                   optional_text(std::move(note)), std::move(text.meaning),
                                   optional_text(std::string(text.reference))});
  }
  // With a note for where there is no figure.
  template <class Number>
  void add(Text text, const std::optional<Number>& value, std::string why_not) {
    add(std::move(text), cell(value), value ? std::string() : std::move(why_not));
  }
  Section done() && { return std::move(section_); }

 private:
  static TableCell optional_text(std::string text) {
    return text.empty() ? TableCell() : TableCell(std::move(text));
  }

  Section section_;
};

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

void add_rival(Figures& figures, const TailRival& rival) {
  const std::string item =
      fmt::format("tail: against {} {}", rival.name == "exponential" ? "an" : "a", rival.name);
  const std::string_view who = rival.contains_power_law ? kClauset : kVuong;
  if (rival.contains_power_law) {
    figures.add({item,
                 "log likelihood ratio; never above 0, since it contains the power law; far below: "
                 "something is truncated",
                 who},
                cell(rival.ratio));
  } else {
    figures.add({item,
                 "log likelihood ratio in standard deviations; above 2 for the power law, below -2 "
                 "against it",
                 who},
                rival.deviations, "the two do not differ");
  }
  figures.add({item + ", p",
               "chance of a ratio as far from 0 if neither is nearer to the truth; above 0.1 the "
               "values cannot tell",
               who},
              cell(rival.p));
}

void add_tail(Figures& figures, const Graph& graph, const Run& run) {
  const bool sampled = graph.vertex_count() <= kSampledTail;
  const auto fit = degree_tail(graph, {.samples = sampled ? kTailSamples : 0}, run);
  const std::string few = "no tail with 10 entities of different degrees";
  const auto of = [&fit](auto field) { return fit ? std::optional((*fit).*field) : std::nullopt; };
  figures.add({"tail: starts at degree", "where a power law fits best", kClauset},
              of(&TailFit::start), few);
  figures.add({"tail: entities", "that have this degree or a higher one", kClauset},
              of(&TailFit::values), few);
  figures.add({"tail: exponent", "of the power law, by maximum likelihood", kClauset},
              of(&TailFit::exponent), few);
  figures.add({"tail: exponent, sd", "its standard deviation", kClauset}, of(&TailFit::exponent_sd),
              few);
  figures.add({"tail: distance", "largest difference of the cumulative shares (Kolmogorov-Smirnov)",
               kClauset},
              of(&TailFit::distance), few);
  const std::string samples = fmt::format("{} samples, seed {}", kTailSamples, run.seed);
  const std::optional<double> p = fit ? fit->p : std::nullopt;
  figures.add({"tail: p", "share of samples of the law that fit as badly; below 0.1 rules it out",
               kClauset},
              cell(p),
              p     ? samples
              : fit ? "left out above 20,000 entities"
                    : few);
  for (const TailRival& rival : fit ? fit->rivals : std::vector<TailRival>()) {
    add_rival(figures, rival);
  }
}

Section degrees_section(const Graph& graph, const NetworkSummary& summary,
                        const DegreeSpread& spread, const Run& run) {
  Figures figures("degrees");
  figures.add({"mean degree", "edges at an entity, in plus out"}, spread.mean, "nobody");
  figures.add({"median degree", "half have no more"}, spread.median, "nobody");
  figures.add({"degree, sd", "standard deviation over all entities"}, spread.sd, "nobody");
  figures.add({"largest degree", "most edges at one entity"}, cell(summary.largest_degree));
  figures.add({"degree entropy", "bits that tell the degree of an entity",
               "Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x"},
              spread.entropy, "nobody");
  figures.add({"degree Gini", "0: all have the same degree; towards 1: one has all", "Gini 1912"},
              spread.gini, "no edges");
  add_tail(figures, graph, run);
  return std::move(figures).done();
}

Section centralisation_section(const Graph& simple, const Run& run) {
  Figures figures("centralisation");
  for (const std::string_view name : centralised_measures()) {
    const bool directed_alone = name == "in-degree" || name == "out-degree";
    if (directed_alone && !simple.directed()) continue;
    const Measure& one = measure(name);
    const Text text{std::string(name),
                    "how far the measure is concentrated on one entity, 0: all are alike in it",
                    kFreeman};
    const bool left_out = one.work.steps == &steps::all_sources
                              ? paths_are_too_many(simple)
                              : predicted_seconds(one.work, simple, 1) > kLongMeasure;
    if (left_out) {
      figures.add(text, TableCell(), "left out of a graph of this size");
      continue;
    }
    Centralisation found = centralisation(compute(one, simple, {}, run), simple, run);
    figures.add(text, cell(found.value), std::move(found.note));
  }
  return std::move(figures).done();
}

void add_mixing(Figures& figures, Text text, const Assortativity& found) {
  std::string note = fmt::format("{} edges", found.edges);
  if (found.sd) note = fmt::format("sd {:.3g}, ", *found.sd) + note;
  if (found.left_out > 0) note += fmt::format("; {} without a value at an end", found.left_out);
  if (!found.r) note = found.edges == 0 ? "no edges with values" : "all ends are alike";
  text.reference = kNewman;
  figures.add(std::move(text), cell(found.r), std::move(note));
}

void add_degree_mixing(Figures& figures, const Graph& simple) {
  const auto add = [&](std::string item, std::string meaning, DegreeKind source,
                       DegreeKind target) {
    add_mixing(figures, {std::move(item), std::move(meaning)},
               degree_assortativity(simple, source, target));
  };
  add("by degree", "correlation of the degrees at the two ends of an edge", DegreeKind::all,
      DegreeKind::all);
  if (!simple.directed()) return;
  const std::string meaning = "correlation of the degree of the source and of the target";
  add("by out- and in-degree", meaning, DegreeKind::out, DegreeKind::in);
  add("by out- and out-degree", meaning, DegreeKind::out, DegreeKind::out);
  add("by in- and in-degree", meaning, DegreeKind::in, DegreeKind::in);
  add("by in- and out-degree", meaning, DegreeKind::in, DegreeKind::out);
}

// One text an entity, "" when missing. Nothing is added where there is one category, or too many.
template <class TextOf>
void add_categories(Figures& figures, const Graph& graph, const std::string& name,
                    const TextOf& text_of) {
  std::map<std::string, std::uint32_t> numbers;
  std::vector<std::uint32_t> category(graph.vertex_count(), kNoCategory);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const std::string text = text_of(graph.entity(v));
    if (text.empty()) continue;
    category[v] = numbers.emplace(text, static_cast<std::uint32_t>(numbers.size())).first->second;
    if (numbers.size() > kMostCategories) return;
  }
  if (numbers.size() < 2) return;
  add_mixing(
      figures,
      {"by " + name, "1: all edges within a category; 0: as if drawn by chance; below: apart"},
      category_mixing(graph, category).assortativity);
}

void add_numbers(Figures& figures, const Graph& graph, const Column& column) {
  std::vector<double> values(graph.vertex_count(), std::numeric_limits<double>::quiet_NaN());
  bool any = false;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const auto number = column.number(graph.entity(v));
    if (!number) continue;
    values[v] = *number;
    any = true;
  }
  if (!any) return;
  add_mixing(figures, {"by " + column.info().name, "correlation of the values at the two ends"},
             numeric_assortativity(graph, values));
}

Section mixing_section(const Network& network, const Graph& graph, const Graph& simple) {
  Figures figures("mixing");
  add_degree_mixing(figures, simple);
  add_categories(figures, graph, "kind", [&](EntityIndex e) { return network.entity(e).kind; });
  add_categories(figures, graph, "subtype",
                 [&](EntityIndex e) { return network.entity(e).subtype; });
  for (const Column& column : network.entity_columns()) {
    const ColumnType type = column.info().type;
    if (type == ColumnType::integer || type == ColumnType::number) {
      add_numbers(figures, graph, column);
    } else if (type == ColumnType::text || type == ColumnType::boolean) {
      add_categories(figures, graph, column.info().name,
                     [&](EntityIndex e) { return to_string(column.value(e)); });
    }
  }
  return std::move(figures).done();
}

Section distribution_section(const DegreeSpread& spread) {
  Section section{"degree distribution", {{"degree", "entities", "share at least"}, {}}};
  for (const DegreeCount& one : spread.counts) {
    section.table.rows.push_back({cell(one.degree), cell(one.vertices), one.at_least});
  }
  return section;
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
