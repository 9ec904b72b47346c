// Who is joined to whom, by degree and by what the data say of entities.
#include "cli/vital_mixing.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "algorithms/structure/mixing.hpp"
#include "cli/figure_section.hpp"
#include "engine/column.hpp"

namespace summitry::cli {
namespace {

constexpr std::uint32_t kMostCategories = 50;

constexpr std::string_view kNewman = "Newman 2003, doi:10.1103/PhysRevE.67.026126";

void add_mixing(Figures& figures, FigureText text, const Assortativity& found) {
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

}  // namespace

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

}  // namespace summitry::cli
