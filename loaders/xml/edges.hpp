// What files of typed attributes share once vertices and edges are rows: directions and summits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

#include "loaders/load.hpp"
#include "loaders/row_parts.hpp"

namespace summitry {

// A warning once, however often its reason occurs.
class Remarks {
 public:
  explicit Remarks(NetworkBuilder& builder) : builder_(builder) {}
  void once(const Cell& cell, const std::string& what, std::string remedy);

 private:
  NetworkBuilder& builder_;
  std::unordered_set<std::string> said_;
};

// How the edges of a file are directed. A Network reads all of its relations in one way: where a file
// has both, an undirected edge becomes a relation each way.
struct Directions {
  std::size_t directed = 0;
  std::size_t undirected = 0;
  bool otherwise = false;  // whether a file without edges is directed

  [[nodiscard]] bool network_is_directed(const LoadOptions& options) const;
  // The warning, at the place of the graph, where a file has both and the options choose neither.
  void warn_of_both(NetworkBuilder& builder, const Cell& graph, const LoadOptions& options) const;
};

// Adds the edge; when it goes both ways in a directed network, once each way.
void add_directed(NetworkBuilder& builder, EdgeRow& edge, bool both_ways);

// An entity of kind `summit`, unless it is there, for each that the edge names.
void ensure_summit(NetworkBuilder& builder, const Cell& summit);

// Sets what the line of a description says about a data set as our exporters write it
// (`title`, `version`, …); false for another name.
bool describe_by(Dataset& dataset, std::string_view name, std::string_view value);

inline constexpr std::string_view kMadeByUs = "Summitry ";  // and the version

}  // namespace summitry
