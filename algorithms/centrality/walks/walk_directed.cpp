// PageRank on directed graphs: strong components in topological order, Gauss-Seidel in each.
#include <algorithm>
#include <cmath>
#include <span>

#include "algorithms/centrality/rows/reordered_rows.hpp"
#include "algorithms/centrality/walks/walk.hpp"
#include "algorithms/structure/components.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;

// Members by component, those whom edges reach last at the end; within one by id.
struct Order {
  std::vector<VertexId> member;
  std::vector<VertexId> begin;  // of each component in turn
};

Order topological(const std::vector<std::uint32_t>& label) {
  std::uint32_t count = 0;
  for (const std::uint32_t c : label) count = std::max(count, c + 1);
  Order order;
  order.member.resize(label.size());
  order.begin.assign(std::size_t{count} + 1, 0);
  for (const std::uint32_t c : label) ++order.begin[count - c];  // edges lead to lower numbers
  for (std::size_t i = 1; i <= count; ++i) order.begin[i] += order.begin[i - 1];
  std::vector<VertexId> place(order.begin.begin(), order.begin.end() - 1);
  for (VertexId v = 0; v < label.size(); ++v) order.member[place[count - 1 - label[v]]++] = v;
  return order;
}

// One strong component: what arrives from before it, and the arcs inside.
struct Part {
  std::vector<std::uint32_t> offsets;
  std::vector<VertexId> ends;
  Values weights;
  Values arriving;  // from outside, teleport included
  Values share;     // of each member: its value over what leaves it
  Values leaving;   // weight

  [[nodiscard]] Arcs arcs() const { return {offsets, ends, weights}; }
};

class Sweeper {
 public:
  Sweeper(const Walk& walk, double tolerance, int max_iterations, const Run& run)
      : walk_(walk),
        rows_(arcs(walk.graph, Along::in)),
        tolerance_(tolerance),
        max_iterations_(max_iterations),
        run_(run),
        label_(strong_components_reversed(walk.graph)),
        local_(label_.size()),
        share_(label_.size(), 0.0) {
    found_.values.resize(label_.size());
  }

  Arrivals run() {
    const Order order = topological(label_);
    for (std::size_t c = 0; c + 1 < order.begin.size(); ++c) {
      const auto members =
          std::span(order.member).subspan(order.begin[c], order.begin[c + 1] - order.begin[c]);
      if (members.size() == 1) {
        settle(members[0]);
      } else {
        settle(members);
      }
    }
    double sum = 0.0;
    for (const double value : found_.values) sum += value;
    for (double& value : found_.values) value /= sum;
    return std::move(found_);
  }

 private:
  // A vertex on no cycle but, perhaps, loops of its own: all that arrives is known.
  void settle(VertexId v) {
    double arriving = 0.0;
    double loops = 0.0;
    for (std::size_t k = rows_.begin(v); k < rows_.end(v); ++k) {
      const double weight = rows_.weights.empty() ? 1.0 : rows_.weights[k];
      if (rows_.ends[k] == v) {
        loops += weight;
      } else {
        arriving += weight * share_[rows_.ends[k]];
      }
    }
    const double leaving = walk_.leaving[v];
    const double kept = leaving > 0.0 ? walk_.damping * loops / leaving : 0.0;
    const double value =
        ((1.0 - walk_.damping) * walk_.teleport[v] + walk_.damping * arriving) / (1.0 - kept);
    found_.values[v] = value;
    share_[v] = leaving > 0.0 ? value / leaving : 0.0;
    found_.iterations = std::max(found_.iterations, 1);
  }

  void settle(std::span<const VertexId> members) {
    gather(members);
    const double arriving = total(part_.arriving);
    constexpr std::size_t kLarge = std::size_t{1} << 20;  // arcs from which threads pay
    const bool large = part_.ends.size() >= kLarge;
    // What is left over after a sweep is at most d times its change; see walk_undirected for the 2.
    const double enough = 0.5 * tolerance_ * arriving;
    int iterations = 0;
    double left = arriving;
    while (iterations < max_iterations_ && left > 0.0 && !(left < enough)) {
      run_.check();
      left = walk_.damping * (large ? sweep_in_waves() : sweep(0, members.size()));
      ++iterations;
    }
    found_.iterations = std::max(found_.iterations, iterations);
    for (std::size_t i = 0; i < members.size(); ++i) {
      share_[members[i]] = part_.share[i];
      found_.values[members[i]] = value_of(i);
    }
  }

  void gather(std::span<const VertexId> members) {
    for (VertexId i = 0; i < members.size(); ++i) local_[members[i]] = i;
    part_ = {};
    part_.offsets.assign(1, 0);
    part_.offsets.reserve(members.size() + 1);
    for (const VertexId v : members) {
      part_.arriving.push_back(gather_row(v));
      part_.offsets.push_back(static_cast<std::uint32_t>(part_.ends.size()));
      part_.leaving.push_back(walk_.leaving[v]);
    }
    part_.share.assign(members.size(), 0.0);
    next_.resize(members.size());
  }

  // Keeps the arcs within the component and adds up what the others bring.
  double gather_row(VertexId v) {
    double outside = 0.0;
    for (std::size_t k = rows_.begin(v); k < rows_.end(v); ++k) {
      const VertexId u = rows_.ends[k];
      const double weight = rows_.weights.empty() ? 1.0 : rows_.weights[k];
      if (label_[u] != label_[v]) {
        outside += weight * share_[u];
        continue;
      }
      part_.ends.push_back(local_[u]);
      if (!rows_.weights.empty()) part_.weights.push_back(weight);
    }
    return (1.0 - walk_.damping) * walk_.teleport[v] + walk_.damping * outside;
  }

  [[nodiscard]] double value_of(std::size_t i) const {
    return part_.arriving[i] + walk_.damping * row_sum(part_.arcs(), i, part_.share.data());
  }

  // Each member from the newest values; the change in total.
  double sweep(std::size_t first, std::size_t last) {
    const Arcs inside = part_.arcs();
    double change = 0.0;
    for (std::size_t i = first; i < last; ++i) {
      const double value =
          part_.arriving[i] + walk_.damping * row_sum(inside, i, part_.share.data());
      const double share = part_.leaving[i] > 0.0 ? value / part_.leaving[i] : 0.0;
      change += std::abs(share - part_.share[i]) * part_.leaving[i];
      part_.share[i] = share;
    }
    return change;
  }

  double sweep_in_waves() {
    constexpr std::size_t kWaves = 16;
    const std::size_t n = part_.share.size();
    double change = 0.0;
    for (std::size_t wave = 0; wave < kWaves; ++wave) {
      const std::size_t first = n * wave / kWaves;
      const std::size_t last = n * (wave + 1) / kWaves;
      const RowBlocks blocks(part_.arcs(), first, last);
      change += blocks.sums(run_, [this](std::size_t begin, std::size_t end) {
        return RowBlocks::Sums{prepare(begin, end)};
      })[0];
      std::copy(next_.begin() + static_cast<std::ptrdiff_t>(first),
                next_.begin() + static_cast<std::ptrdiff_t>(last),
                part_.share.begin() + static_cast<std::ptrdiff_t>(first));
    }
    return change;
  }

  double prepare(std::size_t begin, std::size_t end) {
    double change = 0.0;
    for (std::size_t i = begin; i < end; ++i) {
      next_[i] = part_.leaving[i] > 0.0 ? value_of(i) / part_.leaving[i] : 0.0;
      change += std::abs(next_[i] - part_.share[i]) * part_.leaving[i];
    }
    return change;
  }

  static double total(const Values& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum;
  }

  const Walk& walk_;
  Arcs rows_;
  double tolerance_;
  int max_iterations_;
  const Run& run_;
  std::vector<std::uint32_t> label_;
  std::vector<VertexId> local_;  // within its component
  Values share_;
  Part part_;
  Values next_;
  Arrivals found_;
};

}  // namespace

Arrivals walk_directed(const Walk& walk, double tolerance, int max_iterations, const Run& run) {
  return Sweeper(walk, tolerance, max_iterations, run).run();
}

}  // namespace summitry
