// Where a vertex would best go, and whether that is still so when its turn comes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "algorithms/communities/rows/condensed.hpp"
#include "algorithms/communities/rows/sums_around.hpp"

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

  // By how much the quality rises, in the weight of arcs, when v moves as proposed as things stand now;
  // nothing when it does not rise.
  template <class Sum>
  [[nodiscard]] std::optional<double> gain(VertexId v, const Proposal<Sum>& proposal) const {
    const std::uint32_t old = community_[v];
    const auto pull = masses_.of_vertex(v);
    const double own = static_cast<double>(proposal.with_own) - masses_.expected_rest(pull, v, old);
    const bool apart = is_apart(proposal);
    if (apart && members_[old] == 1) return std::nullopt;
    const double gain =
        apart ? 0.0 : static_cast<double>(proposal.with_to) - masses_.expected(pull, proposal.to);
    if (gain <= own + proposal.tolerance) return std::nullopt;
    return gain - own;
  }

  // Moves v as proposed if that raises the quality; gives by how much.
  template <class Sum>
  std::optional<double> settle(VertexId v, const Proposal<Sum>& proposal) {
    const auto gained = gain(v, proposal);
    if (gained) assign(v, community_[v], is_apart(proposal) ? empty_.back() : proposal.to);
    return gained;
  }

 private:
  template <class Sum>
  [[nodiscard]] bool is_apart(const Proposal<Sum>& proposal) const {
    return proposal.to == Proposal<Sum>::kApart || members_[proposal.to] == 0;
  }

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
      : graph_(&graph), weights_(weights), around_(graph.size()) {}

  [[nodiscard]] const Sum* counts() const { return around_.sums(); }
  // Where the neighbours of the vertex that last looked around were then.
  [[nodiscard]] std::span<const std::uint32_t> seen() const { return around_.labels(); }

  // Where the quality is highest, one of equals by chance: one_of(k) is a number below k.
  template <class OneOf>
  Proposal<Sum> propose(VertexId v, const Occupancy<kDirected>& places, OneOf&& one_of) {
    const std::uint32_t* community = places.labels();
    const std::uint32_t old = community[v];
    const std::size_t begin = graph_->begins[v];
    const VertexId* targets = graph_->targets + begin;
    const Sum total = around_.gather(
        graph_->ends[v] - begin, [&](std::size_t k) { return community[targets[k]]; },
        [&](std::size_t k) { return weights_[begin + k]; });
    const double tolerance = kRelativeTolerance * (static_cast<double>(total) + graph_->unit);
    const Masses<kDirected>& masses = places.masses();
    const auto pull = masses.of_vertex(v);
    const Sum with_own = around_.take(old);
    const double own = static_cast<double>(with_own) - masses.expected_rest(pull, v, old);
    Proposal<Sum> found{old, with_own, with_own, tolerance};
    // Less than nothing is what no community need be joined for.
    const double least = std::max(own, 0.0) + 2.0 * tolerance;
    const double best = weigh(masses, pull, least);
    if (best > least) {
      const double enough = best - tolerance;
      found.to = around_.one_that([&](std::size_t k) { return gains_[k] >= enough; }, one_of);
      found.with_to = weight_to(found.to, begin);
    } else if (own < -tolerance && !places.alone(old)) {
      found.to = Proposal<Sum>::kApart;
    }
    return found;
  }

 private:
  static constexpr double kRelativeTolerance = 1e-12;

  // What is gained in the community of each neighbour; gives the most, or `least`. Where a
  // community has been seen already, that is less than nothing.
  double weigh(const Masses<kDirected>& masses, typename Masses<kDirected>::Pull pull,
               double least) {
    if (gains_.size() < seen().size()) gains_.resize(seen().size());
    double* gains = gains_.data();
    double best = least;
    around_.read_out([&](std::size_t k, std::uint32_t c, Sum with) {
      const double gain = static_cast<double>(with) - masses.expected(pull, c);
      gains[k] = gain;
      best = std::max(best, gain);
    });
    return best;
  }

  // Added up again, as it was: to keep it for each neighbour would cost more.
  [[nodiscard]] Sum weight_to(std::uint32_t community, std::size_t begin) const {
    const auto communities = seen();
    Sum sum = 0;
    for (std::size_t k = 0; k < communities.size(); ++k) {
      sum += communities[k] == community ? Sum{weights_[begin + k]} : Sum{0};
    }
    return sum;
  }

  const Condensed* graph_;
  Weights weights_;
  SumsAround<Sum> around_;
  std::vector<double> gains_;  // by arc
};

}  // namespace summitry::communities
