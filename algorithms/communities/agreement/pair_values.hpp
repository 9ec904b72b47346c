// What it is worth to have two vertices in one community, for every pair: the form in which finding
// the best partition is the clique partitioning problem.
//
//   quality = constant + sum over pairs in one community of value(u, v)
//
// Method     Groetschel & Wakabayashi 1989, doi:10.1007/BF01589097; modularity in this form: Brandes et
//            al. 2008, doi:10.1109/TKDE.2007.190689
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "algorithms/communities/quality/quality_kind.hpp"
#include "engine/graph.hpp"

namespace summitry::communities {

// The value of a pair that must not be in one community.
constexpr double kApart = -std::numeric_limits<double>::infinity();

class PairValues {
 public:
  explicit PairValues(VertexId size = 0) : size_(size), values_(std::size_t{size} * size, 0.0) {}

  [[nodiscard]] VertexId size() const { return size_; }
  [[nodiscard]] double at(VertexId u, VertexId v) const { return values_[place(u, v)]; }
  [[nodiscard]] std::span<const double> row(VertexId v) const {
    return {values_.data() + place(v, 0), size_};
  }
  void set(VertexId u, VertexId v, double value) {
    values_[place(u, v)] = value;
    values_[place(v, u)] = value;
  }
  void add(VertexId u, VertexId v, double value) { set(u, v, at(u, v) + value); }

 private:
  [[nodiscard]] std::size_t place(VertexId u, VertexId v) const {
    return std::size_t{u} * size_ + v;
  }

  VertexId size_ = 0;
  std::vector<double> values_;  // the diagonal is 0
};

struct ValuedPairs {
  PairValues pairs;
  double total = 0.0;  // weight of all edges
  double quantum =
      0.0;  // qualities of two partitions that differ do so by this at least; 0: unknown
};

// In units of weight: modularity times the total weight, or CPM quality. O(n^2 + m) time and memory.
// Throws InvalidWeight, naming `method`, unless the weights are strengths.
[[nodiscard]] ValuedPairs pair_values(const Graph& graph, std::string_view method, Quality quality,
                                      double resolution);

// The sum over pairs in one community.
[[nodiscard]] double value_of(const PairValues& pairs, std::span<const std::uint32_t> community);

// One vertex for each label in 0..count-1; what lies inside a label is left out.
[[nodiscard]] PairValues merged(const PairValues& pairs, std::span<const std::uint32_t> label,
                                std::uint32_t count);

}  // namespace summitry::communities
