// Where a vertex would best go, and whether that is still so when its turn comes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "algorithms/communities/rows/condensed.hpp"

namespace summitry::communities {

// From what a vertex saw around it. `Sum`: of weights of arcs.
template <class Sum>
struct Proposal {
  static constexpr std::uint32_t kApart = UINT32_MAX;  // a community of its own

  std::uint32_t to = 0;  // its own community when it stays
  Sum with_own{};        // weight between the vertex and the rest of its community
  Sum with_to{};         // and `to`
  double tolerance = 0.0;
};

// Which vertices are together, while they move.
template <bool kDirected>
class Occupancy {
 public:
  Occupancy(const Condensed& graph, std::vector<std::uint32_t>& community)
      : community_(community), masses_(graph, graph.size()), members_(graph.size(), 0) {
    for (VertexId v = 0; v < graph.size(); ++v) {
      masses_.add(v, community[v]);
      ++members_[community[v]];
    }
    for (std::uint32_t c = graph.size(); c-- > 0;) {
      if (members_[c] == 0) empty_.push_back(c);
    }
  }

  [[nodiscard]] const std::uint32_t* labels() const { return community_.data(); }
  [[nodiscard]] const Masses<kDirected>& masses() const { return masses_; }
  [[nodiscard]] bool alone(std::uint32_t community) const { return members_[community] == 1; }

  // Moves v as proposed if that raises the quality as things stand now; gives by how much, in the
  // weight of arcs, or nothing.
  template <class Sum>
  std::optional<double> settle(VertexId v, const Proposal<Sum>& proposal) {
    const std::uint32_t old = community_[v];
    const auto pull = masses_.of_vertex(v);
    const double own = static_cast<double>(proposal.with_own) - masses_.expected_rest(pull, v, old);
    const bool apart = proposal.to == Proposal<Sum>::kApart || members_[proposal.to] == 0;
    if (apart && members_[old] == 1) return std::nullopt;
    const std::uint32_t to = apart ? empty_.back() : proposal.to;
    const double gain =
        apart ? 0.0 : static_cast<double>(proposal.with_to) - masses_.expected(pull, to);
    if (gain <= own + proposal.tolerance) return std::nullopt;
    assign(v, old, to);
    return gain - own;
  }

 private:
  void assign(VertexId v, std::uint32_t from, std::uint32_t to) {
    masses_.remove(v, from);
    masses_.add(v, to);
    if (members_[to]++ == 0) empty_.pop_back();
    if (--members_[from] == 0) {
      masses_.clear(from);
      empty_.push_back(from);
    }
    community_[v] = to;
  }

  std::vector<std::uint32_t>& community_;
  Masses<kDirected> masses_;
  std::vector<std::uint32_t> members_;
  std::vector<std::uint32_t> empty_;
};

// Looks around vertices; one for each thread.
template <class Weights, bool kDirected>
class Proposer {
 public:
  using Sum = typename Weights::Sum;

  Proposer(const Condensed& graph, Weights weights)
      : graph_(&graph),
        weights_(weights),
        weight_(graph.size(), 0),
        around_(graph.size() + std::size_t{1}) {}

  [[nodiscard]] const Sum* counts() const { return weight_.data(); }

  // Where the quality is highest, one of equals by chance: one_in(k) is true once in k times.
  template <class OneIn>
  Proposal<Sum> propose(VertexId v, const Occupancy<kDirected>& places, OneIn&& one_in) {
    const std::uint32_t old = places.labels()[v];
    double total = 0.0;
    const std::size_t count = gather(v, places.labels(), total);
    const double tolerance = kRelativeTolerance * (total + graph_->unit);
    const Masses<kDirected>& masses = places.masses();
    const auto pull = masses.of_vertex(v);
    Proposal<Sum> found{old, weight_[old], weight_[old], tolerance};
    weight_[old] = 0;
    std::uint64_t equals = 1;
    // So much that each of its equals is a gain as well.
    double best =
        static_cast<double>(found.with_own) - masses.expected_rest(pull, v, old) + tolerance;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t c = around_[i];
      const Sum with = weight_[c];
      const double gain = static_cast<double>(with) - masses.expected(pull, c);
      weight_[c] = 0;
      if (gain < best - tolerance || c == old) continue;
      if (gain > best + tolerance) {
        best = gain;
        equals = 1;
      } else if (found.to == old || !one_in(++equals)) {
        continue;
      }
      found.to = c;
      found.with_to = with;
    }
    if (best < -tolerance && !places.alone(old)) found.to = Proposal<Sum>::kApart;
    return found;
  }

 private:
  static constexpr double kRelativeTolerance = 1e-12;

  // Weight between v and each community around it; returns how many those are.
  std::size_t gather(VertexId v, const std::uint32_t* community, double& total) {
    std::size_t count = 0;
    const std::size_t end = graph_->ends[v];
    const VertexId* targets = graph_->targets;
    std::uint32_t* around = around_.data();
    Sum* weight = weight_.data();
    Sum sum = 0;
    for (std::size_t k = graph_->begins[v]; k < end; ++k) {
      const std::uint32_t c = community[targets[k]];
      const Sum before = weight[c];
      around[count] = c;
      count += before == 0 ? 1 : 0;
      weight[c] = before + weights_[k];
      sum += weights_[k];
    }
    total = static_cast<double>(sum);
    return count;
  }

  const Condensed* graph_;
  Weights weights_;
  std::vector<Sum> weight_;
  std::vector<std::uint32_t> around_;
};

}  // namespace summitry::communities
