#include "algorithms/communities/proofs/clique_partition.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "algorithms/communities/proofs/clique_bound.hpp"

namespace summitry::communities {
namespace {

using Labels = std::vector<std::uint32_t>;

constexpr int kFirstIterations = 12000;  // for the whole, and for what is branched off
constexpr int kIterations = 4000;

// Numbers 0, 1, … for the roots of a forest of joins.
class Joins {
 public:
  explicit Joins(std::uint32_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }
  std::uint32_t find(std::uint32_t v) {
    while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
    return v;
  }
  bool join(std::uint32_t u, std::uint32_t v) {
    u = find(u);
    v = find(v);
    parent_[std::max(u, v)] = std::min(u, v);
    return u != v;
  }
  std::pair<Labels, std::uint32_t> labels() {
    Labels label(parent_.size());
    std::uint32_t count = 0;
    for (std::uint32_t v = 0; v < label.size(); ++v) {
      label[v] = find(v) == v ? count++ : label[find(v)];
    }
    return {std::move(label), count};
  }

 private:
  Labels parent_;
};

// A subproblem: some vertices are together, as one vertex, and some pairs are apart.
struct Node {
  PairValues pairs;
  Labels group;         // of every original vertex
  double inside = 0.0;  // the value of pairs that are together
  double bound = std::numeric_limits<double>::infinity();
  PairValues share;  // where the relaxation goes on from; empty: nowhere
  std::vector<Star> stars;
};

// The star between the new vertices; nothing when two of its vertices became one.
std::optional<Star> renamed(const Star& star, const Labels& label) {
  Star result{label[star.centre], {}, star.multiplier};
  for (const VertexId tip : star.tips) result.tips.push_back(label[tip]);
  std::sort(result.tips.begin(), result.tips.end());
  const bool twice =
      std::adjacent_find(result.tips.begin(), result.tips.end()) != result.tips.end();
  const bool own = std::binary_search(result.tips.begin(), result.tips.end(), result.centre);
  return twice || own ? std::nullopt : std::optional(std::move(result));
}

Node joined(const Node& node, const Labels& label, std::uint32_t count) {
  Node result;
  result.pairs = merged(node.pairs, label, count);
  result.inside = node.inside + value_of(node.pairs, label);
  result.bound = node.bound;
  result.group.resize(node.group.size());
  for (std::size_t v = 0; v < node.group.size(); ++v) result.group[v] = label[node.group[v]];
  if (node.share.size() > 0) {
    result.share = merged(node.share, label, count);
    for (VertexId u = 0; u < count; ++u) {
      for (VertexId v = u + 1; v < count; ++v) {
        result.share.set(u, v, std::min(1.0, result.share.at(u, v)));
      }
    }
  }
  for (const Star& star : node.stars) {
    if (auto kept = renamed(star, label)) result.stars.push_back(std::move(*kept));
  }
  return result;
}

// Joins a vertex to another when that is worth what all its other pairs can cost; until none is.
Node joined_in_advance(Node node) {
  for (bool again = true; again;) {
    again = false;
    Joins joins(node.pairs.size());
    for (VertexId v = 0; v < node.pairs.size() && !again; ++v) {
      const auto row = node.pairs.row(v);
      double all = 0.0;
      for (const double value : row) all += std::abs(value);
      const auto best = std::max_element(row.begin(), row.end());
      if (*best <= 0.0 || *best < all - *best) continue;
      again = joins.join(v, static_cast<VertexId>(best - row.begin()));
    }
    if (!again) break;
    const auto [label, count] = joins.labels();
    node = joined(node, label, count);
  }
  return node;
}

// Vertices move to the community where they are worth most, until none gains. Keeps pairs apart.
void improve(const PairValues& pairs, Labels& community) {
  const VertexId n = pairs.size();
  std::vector<double> worth(n + std::size_t{1});
  for (int sweep = 0; sweep < 100; ++sweep) {
    bool moved = false;
    for (VertexId v = 0; v < n; ++v) {
      std::fill(worth.begin(), worth.end(), 0.0);
      std::vector<bool> taken(n + std::size_t{1}, false);
      for (VertexId u = 0; u < n; ++u) {
        if (u == v) continue;
        worth[community[u]] += pairs.at(u, v);
        taken[community[u]] = true;
      }
      const auto free =
          static_cast<std::uint32_t>(std::find(taken.begin(), taken.end(), false) - taken.begin());
      std::uint32_t best = worth[community[v]] < -1e-9 ? free : community[v];
      for (std::uint32_t c = 0; c <= n; ++c) {
        if (taken[c] && worth[c] > worth[best] + 1e-9) best = c;
      }
      moved = moved || best != community[v];
      community[v] = best;
    }
    if (!moved) break;
  }
}

class Search {
 public:
  Search(const PairValues& pairs, Labels start, const CliqueSearch& search, const Run& run)
      : pairs_(pairs), search_(search), run_(run), best_(std::move(start)) {
    value_ = value_of(pairs_, best_);
  }

  CliquePartition run() {
    Node root;
    root.pairs = pairs_;
    root.group.resize(pairs_.size());
    std::iota(root.group.begin(), root.group.end(), 0U);
    root.bound = 0.0;
    for (VertexId u = 0; u < pairs_.size(); ++u) {
      for (const double value : pairs_.row(u)) root.bound += 0.5 * std::max(0.0, value);
    }
    open_.push_back(joined_in_advance(std::move(root)));
    while (!open_.empty() && nodes_ < search_.max_nodes && work_ < search_.most_work) {
      Node node = std::move(open_.back());
      open_.pop_back();
      if (node.bound > enough()) explore(std::move(node));
    }
    double bound = value_;
    bool proven = true;
    for (const Node& node : open_) {
      bound = std::max(bound, node.bound);
      proven = proven && node.bound <= enough();
    }
    return {best_, value_, proven ? value_ : bound, nodes_, proven, work_};
  }

 private:
  // What a subproblem must exceed to be worth looking into.
  [[nodiscard]] double enough() const { return value_ + search_.step; }

  void offer(const Node& node, const Labels& of_groups) {
    Labels community(node.group.size());
    for (std::size_t v = 0; v < community.size(); ++v) community[v] = of_groups[node.group[v]];
    const double value = value_of(pairs_, community);
    if (value <= value_) return;
    value_ = value;
    best_ = std::move(community);
  }

  // Together who is so for the most part, and then improved.
  void offer_rounded(const Node& node) {
    Joins joins(node.pairs.size());
    for (VertexId u = 0; u < node.pairs.size(); ++u) {
      for (VertexId v = u + 1; v < node.pairs.size(); ++v) {
        if (node.share.at(u, v) > 0.6) joins.join(u, v);
      }
    }
    Labels community = joins.labels().first;
    improve(node.pairs, community);
    offer(node, community);
  }

  void explore(Node node);
  std::optional<bool> settle(Node& node, const PairValues& reduced, double beyond) const;
  void branch(Node node);

  const PairValues& pairs_;
  const CliqueSearch& search_;
  const Run& run_;
  Labels best_;
  double value_ = 0.0;
  std::size_t nodes_ = 0;
  double work_ = 0.0;
  std::vector<Node> open_;  // depth first
};

void Search::explore(Node node) {
  ++nodes_;
  for (;;) {
    Labels alone(node.pairs.size());
    std::iota(alone.begin(), alone.end(), 0U);
    offer(node, alone);
    const double enough_here = enough() - node.inside;
    Relaxation relaxation =
        clique_bound(node.pairs, enough_here,
                     {nodes_ == 1 ? kFirstIterations : kIterations, search_.most_work - work_},
                     {node.share.size() > 0 ? &node.share : nullptr, std::move(node.stars)}, run_);
    work_ += relaxation.work;
    node.share = std::move(relaxation.share);
    node.stars = std::move(relaxation.stars);
    node.bound = std::min(node.bound, relaxation.bound + node.inside);
    if (node.bound <= enough()) return;
    offer_rounded(node);
    if (node.bound <= enough()) return;
    const auto settled =
        settle(node, relaxation.reduced, relaxation.bound + node.inside - enough());
    if (!settled) return;
    if (!*settled) break;
  }
  branch(std::move(node));
}

// Joins and parts what anything better must join and part. False when vertices were not joined,
// nothing when there can be nothing better.
std::optional<bool> Search::settle(Node& node, const PairValues& reduced, double beyond) const {
  Joins joins(node.pairs.size());
  bool any = false;
  for (VertexId u = 0; u < node.pairs.size(); ++u) {
    for (VertexId v = u + 1; v < node.pairs.size(); ++v) {
      if (node.pairs.at(u, v) == kApart) continue;
      if (reduced.at(u, v) >= beyond) any = joins.join(u, v) || any;
      if (reduced.at(u, v) <= -beyond) node.pairs.set(u, v, kApart);
    }
  }
  if (!any) return false;
  const auto [label, count] = joins.labels();
  node = joined(node, label, count);
  if (node.inside == kApart) return std::nullopt;
  return true;
}

void Search::branch(Node node) {
  double most = -1.0;
  std::pair<VertexId, VertexId> chosen{0, 0};
  for (VertexId u = 0; u < node.pairs.size(); ++u) {
    for (VertexId v = u + 1; v < node.pairs.size(); ++v) {
      const double value = node.pairs.at(u, v);
      if (value == kApart) continue;
      const double x = node.share.at(u, v);
      // The least undecided of all is still a pair to decide.
      const double merit = std::min(x, 1.0 - x) * std::abs(value) + 1e-9 * std::max(0.0, value);
      if (merit <= most) continue;
      most = merit;
      chosen = {u, v};
    }
  }
  if (most < 0.0) return;  // all are apart, and have been offered
  Joins joins(node.pairs.size());
  joins.join(chosen.first, chosen.second);
  const auto [label, count] = joins.labels();
  Node together = joined(node, label, count);
  const bool together_first = node.share.at(chosen.first, chosen.second) >= 0.5;
  node.pairs.set(chosen.first, chosen.second, kApart);
  if (together_first) {
    open_.push_back(std::move(node));
    open_.push_back(std::move(together));
  } else {
    open_.push_back(std::move(together));
    open_.push_back(std::move(node));
  }
}

// What positive values join, however far round.
std::pair<Labels, std::uint32_t> parts_of(const PairValues& pairs) {
  Joins joins(pairs.size());
  for (VertexId u = 0; u < pairs.size(); ++u) {
    for (VertexId v = u + 1; v < pairs.size(); ++v) {
      if (pairs.at(u, v) > 0.0) joins.join(u, v);
    }
  }
  return joins.labels();
}

PairValues within(const PairValues& pairs, const Labels& vertices) {
  PairValues part(static_cast<VertexId>(vertices.size()));
  for (VertexId i = 0; i < part.size(); ++i) {
    for (VertexId k = i + 1; k < part.size(); ++k) {
      part.set(i, k, pairs.at(vertices[i], vertices[k]));
    }
  }
  return part;
}

}  // namespace

CliquePartition best_clique_partition(const PairValues& pairs, std::span<const std::uint32_t> start,
                                      const CliqueSearch& search, const Run& run) {
  const auto [part, count] = parts_of(pairs);
  std::vector<Labels> vertices(count);
  for (VertexId v = 0; v < pairs.size(); ++v) vertices[part[v]].push_back(v);
  CliquePartition result;
  result.community.resize(pairs.size());
  result.proven = true;
  std::uint32_t used = 0;
  for (const Labels& members : vertices) {
    const PairValues values = within(pairs, members);
    // Labels below the number of vertices, as improve() wants them.
    const Labels first = [&] {
      Joins joins(values.size());
      for (VertexId i = 0; i < values.size(); ++i) {
        for (VertexId k = i + 1; k < values.size(); ++k) {
          if (start[members[i]] == start[members[k]]) joins.join(i, k);
        }
      }
      return joins.labels().first;
    }();
    CliqueSearch rest = search;
    rest.max_nodes = search.max_nodes - std::min(search.max_nodes, result.nodes);
    rest.most_work = search.most_work - result.work;
    const CliquePartition found = Search(values, first, rest, run).run();
    for (std::size_t i = 0; i < members.size(); ++i) {
      result.community[members[i]] = used + found.community[i];
    }
    used += static_cast<std::uint32_t>(members.size()) + 1;
    result.value += found.value;
    result.bound += found.bound;
    result.nodes += found.nodes;
    result.work += found.work;
    result.proven = result.proven && found.proven;
  }
  return result;
}

}  // namespace summitry::communities
