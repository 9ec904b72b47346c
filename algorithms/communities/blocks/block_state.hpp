// The groups of a stochastic block model while vertices move between them, and what each move would
// change in the description length.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "algorithms/communities/agreement/pair_counts.hpp"
#include "algorithms/communities/blocks/counted_graph.hpp"
#include "algorithms/communities/blocks/description_length.hpp"
#include "algorithms/communities/blocks/log_factorials.hpp"
#include "algorithms/communities/proofs/restricted_partitions.hpp"
#include "engine/random.hpp"

namespace summitry::communities {

// Tables that all states of one graph share.
struct BlockModel {
  BlockModel(const CountedGraph& graph, Degrees kind)
      : log_factorial(2 * graph.edges + graph.vertices),
        partitions(kind == Degrees::corrected ? 2 * graph.edges : 0),
        degrees(kind) {}

  LogFactorials log_factorial;
  RestrictedPartitions partitions;
  Degrees degrees;
};

class BlockState {
 public:
  // Labels are below the number of vertices of `graph`, and `labels_below` is above all of them: what
  // is left over are empty groups.
  BlockState(const CountedGraph& graph, const BlockModel& model, std::vector<std::uint32_t> group,
             std::uint32_t labels_below);

  [[nodiscard]] std::span<const std::uint32_t> groups() const { return group_; }
  [[nodiscard]] std::uint32_t group(VertexId v) const { return group_[v]; }
  [[nodiscard]] std::uint32_t count() const { return count_; }  // of groups that are not empty
  [[nodiscard]] std::span<const VertexId> members(std::uint32_t r) const { return members_[r]; }
  [[nodiscard]] std::span<const std::uint32_t> occupied() const { return occupied_; }
  [[nodiscard]] bool has_empty() const { return !empty_.empty(); }
  [[nodiscard]] std::uint32_t empty() const { return empty_.back(); }

  // Prepares to move v: gathers the groups around it.
  void look_at(VertexId v);
  [[nodiscard]] std::span<const std::uint32_t> around() const { return around_; }
  // What moving the vertex looked at to another group would add to the description length.
  [[nodiscard]] double change(std::uint32_t to) const;
  void move(std::uint32_t to);
  // A group two steps from the vertex looked at, or any where it has no neighbour.
  [[nodiscard]] std::uint32_t propose(Random& random) const;

 private:
  [[nodiscard]] double undirected_pairs(std::uint32_t to) const;
  [[nodiscard]] double directed_pairs(std::uint32_t to) const;
  [[nodiscard]] double own_terms(std::int64_t size, std::int64_t out_ends,
                                 std::int64_t in_ends) const;
  [[nodiscard]] double degree_terms(std::uint32_t to) const;
  [[nodiscard]] double count_terms(std::int64_t groups) const;
  void shift_counts(std::uint32_t to);
  void add_pair(std::uint32_t r, std::uint32_t s, std::int64_t change);
  [[nodiscard]] std::int64_t between(std::uint32_t r, std::uint32_t s) const {
    return r <= s || graph_.directed ? joining_.of(r, s) : joining_.of(s, r);
  }
  [[nodiscard]] double ln(std::int64_t n) const { return model_.log_factorial(n); }
  void put(VertexId v, std::uint32_t to);
  void take(VertexId v);

  const CountedGraph& graph_;
  const BlockModel& model_;
  std::vector<std::uint32_t> group_;
  PairCounts joining_;  // edges between groups; undirected: smaller label first
  PairCounts degrees_;  // vertices by group and class of degree
  std::vector<std::int64_t> size_;
  std::vector<std::int64_t> out_ends_;
  std::vector<std::int64_t> in_ends_;
  std::vector<double> own_;  // each group's terms of size and ends
  std::vector<std::vector<VertexId>> members_;
  std::vector<std::uint32_t> place_;  // of a vertex among the members of its group
  std::vector<std::uint32_t> empty_;
  std::vector<std::uint32_t> occupied_;
  std::vector<std::uint32_t> occupied_place_;
  std::uint32_t count_ = 0;
  std::array<double, 3> count_terms_{};  // for one group fewer, as many, one more

  VertexId v_ = 0;  // the vertex looked at
  std::vector<std::uint32_t> around_;
  std::vector<std::int64_t> out_;  // edges between it and each group
  std::vector<std::int64_t> in_;
  std::vector<double> gone_;  // what the pair of its group and this one saves when it leaves
  double all_gone_ = 0.0;
  double rest_own_ = 0.0;
  double degrees_gone_ = 0.0;
};

}  // namespace summitry::communities
