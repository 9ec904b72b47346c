// A Pajek network while it is read: vertices by number, columns about them, lines between them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/interchange/foreign_graph.hpp"

namespace summitry::pajek {

enum class Line { arc, edge };

class Draft {
 public:
  [[nodiscard]] std::size_t vertex_count() const { return labels_.size(); }
  void make_vertices(std::size_t count) { labels_.resize(count); }
  [[nodiscard]] Cell& label(std::size_t vertex) { return labels_[vertex]; }

  // A new column about vertices; where the name is taken it gets a number.
  [[nodiscard]] std::size_t add_column(const std::string& name);
  // The column of that name that earlier vertices have, or a new one.
  [[nodiscard]] std::size_t column(std::string_view name);
  void set(std::size_t column, std::size_t vertex, const Cell& cell, ColumnType type) {
    values_.push_back({vertex, column, cell, type});
  }

  // A section of such lines begins; it says how a network without any line is directed.
  void expect(Line line) { otherwise_ = line; }
  // A line between vertices; facts about it come before the next line.
  void add_line(Line line, const Cell& place, std::size_t source, std::size_t target);
  interchange::Facts& facts() { return graph_.of_edges; }
  void end_line() { graph_.of_edges.end_row(); }

  [[nodiscard]] interchange::ForeignGraph& graph() { return graph_; }
  // The whole as a graph. Where there are arcs, edges become relations in both directions, with a warning.
  [[nodiscard]] interchange::ForeignGraph finish(NetworkBuilder& builder) &&;

 private:
  struct Value {
    std::size_t vertex, column;
    Cell cell;
    ColumnType type;
  };
  struct Ends {
    std::uint32_t source, target;
    Line line;
    Cell place;
  };
  void name_vertices();
  void place_facts();
  void add_opposites(NetworkBuilder& builder);

  interchange::ForeignGraph graph_;
  std::vector<Cell> labels_;
  std::vector<std::string> columns_;  // their names
  std::map<std::string, std::size_t, std::less<>> column_of_;
  std::vector<Value> values_;
  std::vector<Ends> lines_;
  Line otherwise_ = Line::edge;
};

}  // namespace summitry::pajek
