// A Graph seen by Boost.Graph: two views of a pointer's size, no copy.
//
//   bgl::Directed    models VertexList, EdgeList, Bidirectional and Adjacency Graph
//   bgl::Undirected  the same with undirected_tag; an edge of both ends' lists is one edge
//
// Include it from sources only. Vertices are VertexId; an edge knows its ends and its id, so
// get(boost::edge_index, view) is the EdgeId and get(boost::vertex_index, view) the vertex itself.
// Each view throws Error for a Graph of the other direction.
#pragma once

#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <utility>

#include "engine/error.hpp"
#include "engine/graph.hpp"

namespace summitry::bgl {

struct EdgeDescriptor {
  VertexId source = 0;
  VertexId target = 0;
  EdgeId id = 0;

  friend bool operator==(const EdgeDescriptor& a, const EdgeDescriptor& b) { return a.id == b.id; }
  friend bool operator!=(const EdgeDescriptor& a, const EdgeDescriptor& b) { return a.id != b.id; }
  friend bool operator<(const EdgeDescriptor& a, const EdgeDescriptor& b) { return a.id < b.id; }
};

enum class Rows { out, in };

// The edges of one vertex, in the order of its row.
template <Rows rows>
class IncidentIterator
    : public boost::iterator_facade<IncidentIterator<rows>, EdgeDescriptor,
                                    boost::random_access_traversal_tag, EdgeDescriptor> {
 public:
  IncidentIterator() = default;
  IncidentIterator(const Graph& graph, VertexId v, std::size_t k)
      : graph_(&graph), v_(v), k_(static_cast<std::ptrdiff_t>(k)) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] EdgeDescriptor dereference() const {
    const auto k = static_cast<std::size_t>(k_);
    if constexpr (rows == Rows::out) return {v_, graph_->out(v_)[k], graph_->out_edge(v_, k)};
    return {graph_->in(v_)[k], v_, graph_->in_edge(v_, k)};
  }
  [[nodiscard]] bool equal(const IncidentIterator& other) const { return k_ == other.k_; }
  [[nodiscard]] std::ptrdiff_t distance_to(const IncidentIterator& other) const {
    return other.k_ - k_;
  }
  void increment() { ++k_; }
  void decrement() { --k_; }
  void advance(std::ptrdiff_t steps) { k_ += steps; }

  const Graph* graph_ = nullptr;
  VertexId v_ = 0;
  std::ptrdiff_t k_ = 0;
};

// Every edge once, by id: arcs to a smaller end are the other side of an undirected edge.
class EdgeIterator : public boost::iterator_facade<EdgeIterator, EdgeDescriptor,
                                                   boost::forward_traversal_tag, EdgeDescriptor> {
 public:
  EdgeIterator() = default;
  EdgeIterator(const Graph& graph, EdgeId id) : graph_(&graph), id_(id) { settle(); }

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] EdgeDescriptor dereference() const { return {v_, graph_->out(v_)[k_], id_}; }
  [[nodiscard]] bool equal(const EdgeIterator& other) const { return id_ == other.id_; }
  void increment() {
    ++id_;
    ++k_;
    settle();
  }
  void settle() {
    if (id_ >= graph_->edge_count()) return;
    while (k_ >= graph_->out(v_).size() || (!graph_->directed() && graph_->out(v_)[k_] < v_)) {
      if (k_ < graph_->out(v_).size()) {
        ++k_;
      } else {
        ++v_;
        k_ = 0;
      }
    }
  }

  const Graph* graph_ = nullptr;
  VertexId v_ = 0;
  std::size_t k_ = 0;
  EdgeId id_ = 0;
};

struct TraversalTag : virtual boost::vertex_list_graph_tag,
                      virtual boost::edge_list_graph_tag,
                      virtual boost::bidirectional_graph_tag,
                      virtual boost::adjacency_graph_tag {};

// The identity on vertices, as a property map.
using VertexIndexMap = boost::typed_identity_property_map<VertexId>;

struct EdgeIndexMap {
  using value_type = EdgeId;
  using reference = EdgeId;
  using key_type = EdgeDescriptor;
  using category = boost::readable_property_map_tag;
  friend EdgeId get(const EdgeIndexMap& /*map*/, const EdgeDescriptor& edge) { return edge.id; }
};

// The associated types stand inside the view: Boost also asks for graph_traits<const View>.
template <class DirectedCategory>
class View {
 public:
  using vertex_descriptor = VertexId;
  using edge_descriptor = EdgeDescriptor;
  using directed_category = DirectedCategory;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using traversal_category = TraversalTag;
  using vertices_size_type = VertexId;
  using edges_size_type = EdgeId;
  using degree_size_type = std::size_t;
  using vertex_iterator = boost::counting_iterator<VertexId>;
  using edge_iterator = EdgeIterator;
  using out_edge_iterator = IncidentIterator<Rows::out>;
  using in_edge_iterator = IncidentIterator<Rows::in>;
  using adjacency_iterator = const VertexId*;
  using vertex_property_type = boost::no_property;
  using edge_property_type = boost::no_property;
  using graph_property_type = boost::no_property;

  explicit View(const Graph& graph) : graph_(&graph) {
    constexpr bool kDirected = std::is_convertible_v<DirectedCategory, boost::bidirectional_tag>;
    if (graph.directed() != kDirected) {
      throw Error(kDirected ? "bgl::Directed: the graph is undirected"
                            : "bgl::Undirected: the graph is directed");
    }
  }

  static vertex_descriptor null_vertex() { return UINT32_MAX; }

  friend std::pair<vertex_iterator, vertex_iterator> vertices(const View& view) {
    return {vertex_iterator(0), vertex_iterator(view.graph_->vertex_count())};
  }
  friend vertices_size_type num_vertices(const View& view) { return view.graph_->vertex_count(); }
  friend std::pair<edge_iterator, edge_iterator> edges(const View& view) {
    return {edge_iterator(*view.graph_, 0), edge_iterator(*view.graph_, num_edges(view))};
  }
  friend edges_size_type num_edges(const View& view) { return view.graph_->edge_count(); }
  friend vertex_descriptor source(const edge_descriptor& edge, const View& /*view*/) {
    return edge.source;
  }
  friend vertex_descriptor target(const edge_descriptor& edge, const View& /*view*/) {
    return edge.target;
  }
  friend std::pair<out_edge_iterator, out_edge_iterator> out_edges(VertexId v, const View& view) {
    return {out_edge_iterator(*view.graph_, v, 0),
            out_edge_iterator(*view.graph_, v, out_degree(v, view))};
  }
  friend std::pair<in_edge_iterator, in_edge_iterator> in_edges(VertexId v, const View& view) {
    return {in_edge_iterator(*view.graph_, v, 0),
            in_edge_iterator(*view.graph_, v, in_degree(v, view))};
  }
  friend degree_size_type out_degree(VertexId v, const View& view) {
    return view.graph_->out(v).size();
  }
  friend degree_size_type in_degree(VertexId v, const View& view) {
    return view.graph_->in(v).size();
  }
  friend degree_size_type degree(VertexId v, const View& view) { return view.graph_->degree(v); }
  friend std::pair<adjacency_iterator, adjacency_iterator> adjacent_vertices(VertexId v,
                                                                             const View& view) {
    const auto row = view.graph_->out(v);
    return {row.data(), row.data() + row.size()};
  }
  friend VertexIndexMap get(boost::vertex_index_t /*tag*/, const View& /*view*/) { return {}; }
  friend VertexId get(boost::vertex_index_t /*tag*/, const View& /*view*/, VertexId v) { return v; }
  friend EdgeIndexMap get(boost::edge_index_t /*tag*/, const View& /*view*/) { return {}; }
  friend EdgeId get(boost::edge_index_t /*tag*/, const View& /*view*/, const EdgeDescriptor& edge) {
    return edge.id;
  }

 private:
  const Graph* graph_;
};

using Directed = View<boost::bidirectional_tag>;
// Undirected that is bidirectional too: in_edges are the same edges seen from the other end.
struct UndirectedTag : boost::undirected_tag {};
using Undirected = View<UndirectedTag>;

[[nodiscard]] inline Directed as_directed(const Graph& graph) {
  return Directed(graph);
}
[[nodiscard]] inline Undirected as_undirected(const Graph& graph) {
  return Undirected(graph);
}

}  // namespace summitry::bgl

namespace boost {

template <class Category>
struct property_map<summitry::bgl::View<Category>, vertex_index_t> {
  using type = summitry::bgl::VertexIndexMap;
  using const_type = type;
};
template <class Category>
struct property_map<const summitry::bgl::View<Category>, vertex_index_t>
    : property_map<summitry::bgl::View<Category>, vertex_index_t> {};

template <class Category>
struct property_map<summitry::bgl::View<Category>, edge_index_t> {
  using type = summitry::bgl::EdgeIndexMap;
  using const_type = type;
};
template <class Category>
struct property_map<const summitry::bgl::View<Category>, edge_index_t>
    : property_map<summitry::bgl::View<Category>, edge_index_t> {};

}  // namespace boost
