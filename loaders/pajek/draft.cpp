#include "loaders/pajek/draft.hpp"

#include <algorithm>
#include <utility>

namespace summitry::pajek {

using interchange::Fact;
using interchange::ForeignGraph;

std::size_t Draft::add_column(const std::string& name) {
  std::string own = name;
  for (int n = 2; column_of_.contains(own); ++n) own = name + '-' + std::to_string(n);
  column_of_.emplace(own, columns_.size());
  columns_.push_back(std::move(own));
  return columns_.size() - 1;
}

std::size_t Draft::column(std::string_view name) {
  const auto found = column_of_.find(name);
  return found != column_of_.end() ? found->second : add_column(std::string(name));
}

void Draft::add_line(Line line, const Cell& place, std::size_t source, std::size_t target) {
  lines_.push_back({static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(target), line,
                    Cell({}, place.line, place.column)});
}

// Labels are the ids, where they can be; else numbers are. A vertex without a label has its number.
void Draft::name_vertices() {
  std::vector<Cell> numbers;
  numbers.reserve(labels_.size());
  for (std::size_t v = 0; v < labels_.size(); ++v) {
    numbers.push_back(graph_.keep(std::to_string(v + 1), labels_[v]));
    if (labels_[v].text.empty()) labels_[v] = numbers[v];
  }
  const bool labelled = interchange::can_be_ids(labels_);
  graph_.vertices.reserve(labels_.size());
  for (std::size_t v = 0; v < labels_.size(); ++v) {
    graph_.vertices.push_back({labelled ? labels_[v] : numbers[v], labels_[v]});
  }
}

void Draft::place_facts() {
  std::stable_sort(values_.begin(), values_.end(),
                   [](const Value& a, const Value& b) { return a.vertex < b.vertex; });
  std::size_t next = 0;
  for (std::size_t v = 0; v < labels_.size(); ++v) {
    for (; next < values_.size() && values_[next].vertex == v; ++next) {
      const Value& value = values_[next];
      graph_.of_vertices.add(columns_[value.column], value.type, value.cell);
    }
    graph_.of_vertices.end_row();
  }
}

void Draft::add_opposites(NetworkBuilder& builder) {
  const std::size_t count = lines_.size();
  std::size_t edges = 0;
  for (std::size_t e = 0; e < count; ++e) {
    const Ends ends = lines_[e];
    if (ends.line == Line::arc) continue;
    if (edges++ == 0) {
      builder.warning(ends.place, "edges beside arcs: each is read as relations in both directions",
                      "write a network of edges alone, or of arcs alone");
    }
    if (ends.source == ends.target) continue;
    lines_.push_back({ends.target, ends.source, Line::arc, ends.place});
    const auto row = graph_.of_edges.row(e);
    const std::vector<Fact> facts(row.begin(), row.end());
    for (const Fact& fact : facts) {
      const std::string name = graph_.of_edges.names()[fact.name];
      graph_.of_edges.add(name, fact.type, fact.cell);
    }
    graph_.of_edges.end_row();
  }
}

ForeignGraph Draft::finish(NetworkBuilder& builder) && {
  name_vertices();
  place_facts();
  graph_.dataset.directed = std::any_of(lines_.begin(), lines_.end(),
                                        [](const Ends& ends) { return ends.line == Line::arc; });
  if (lines_.empty()) graph_.dataset.directed = otherwise_ == Line::arc;
  if (graph_.dataset.directed) add_opposites(builder);
  graph_.edges.reserve(lines_.size());
  const auto end = [this](std::uint32_t vertex, const Cell& place) {
    return Cell(graph_.vertices[vertex].id.text, place.line, place.column);
  };
  for (const Ends& ends : lines_) {
    graph_.edges.push_back({end(ends.source, ends.place), end(ends.target, ends.place)});
  }
  return std::move(graph_);
}

}  // namespace summitry::pajek
