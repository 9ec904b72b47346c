// Graphviz' cgraph, wrapped once: an owned graph, const-correct text in, bytes out.
//
// cgraph keeps global state, so graphs are made, written and read by one thread at a time.
// Text goes through dot_text(): in DOT a backslash starts an escape even inside quotes, and a quoted
// string cannot end with one. dot_plain() is the way back.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"

struct Agraph_s;
struct Agnode_s;
struct Agedge_s;

namespace summitry {

// The text as DOT writes it literally: a backslash doubled, a line break as \n, a leading % as \%.
[[nodiscard]] std::string dot_text(std::string_view text);
// The text that dot_text() was given. Other escapes (\N, \G, …) stay as they are.
[[nodiscard]] std::string dot_plain(std::string_view text);

// The same for a label that is drawn: there "&eacute;" would become a letter, so & is written &amp;.
[[nodiscard]] std::string dot_label(std::string_view text);

class CGraph {
 public:
  using Vertex = Agnode_s*;
  using Edge = Agedge_s*;

  // Names and values are given raw, as cgraph holds them: pass user text through dot_text().
  explicit CGraph(Direction direction, const std::string& name = "");
  // Reads the first graph of a DOT text. Throws Error with what cgraph says.
  [[nodiscard]] static CGraph read(const std::string& dot);

  CGraph(CGraph&&) noexcept = default;
  CGraph& operator=(CGraph&&) noexcept = default;
  ~CGraph() = default;

  // The vertex with this name, made when it is not there.
  Vertex vertex(const std::string& name);
  // A new edge, also beside one that joins the same ends.
  Edge add_edge(Vertex source, Vertex target);

  // Sets an attribute; unset elsewhere it is "". An HTML-like "<b>" stays text.
  void set(const std::string& name, const std::string& value);
  void set(Vertex vertex, const std::string& name, const std::string& value);
  void set(Edge edge, const std::string& name, const std::string& value);
  // What every vertex or edge has unless it is set there.
  void set_vertex_default(const std::string& name, const std::string& value);
  void set_edge_default(const std::string& name, const std::string& value);

  [[nodiscard]] bool directed() const;
  // In the order in which they were made; edges by their source's turn, then their own.
  [[nodiscard]] std::vector<Vertex> vertices() const;
  [[nodiscard]] std::vector<Edge> edges() const;
  [[nodiscard]] static std::string name(Vertex vertex);
  [[nodiscard]] static Vertex source(Edge edge);
  [[nodiscard]] static Vertex target(Edge edge);
  // "" when it is not set.
  [[nodiscard]] std::string get(const std::string& name) const;
  [[nodiscard]] static std::string get(Vertex vertex, const std::string& name);
  [[nodiscard]] static std::string get(Edge edge, const std::string& name);

  [[nodiscard]] std::string write() const;  // DOT; subgraphs are not written
  [[nodiscard]] Agraph_s* handle() { return graph_.get(); }

 private:
  struct Close {
    void operator()(Agraph_s* graph) const;
  };

  explicit CGraph(Agraph_s* graph) : graph_(graph) {}

  std::unique_ptr<Agraph_s, Close> graph_;
};

}  // namespace summitry
