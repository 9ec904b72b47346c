#include "algorithms/communities/slices/slice_moving.hpp"

#include <algorithm>
#include <deque>
#include <span>

#include "algorithms/communities/rows/labels.hpp"

namespace summitry::communities {
namespace {

// The ends of all communities, by slice; what nobody holds is not there.
class HeldEnds {
 public:
  HeldEnds(const SliceGraph& graph, const std::vector<std::uint32_t>& community)
      : graph_(graph), held_(graph.size()) {
    for (VertexId v = 0; v < graph.size(); ++v) add(v, community[v]);
  }

  void add(VertexId v, std::uint32_t community) {
    auto& held = held_[community];
    for (const SliceEnds& ends : graph_.ends_of(v)) {
      const auto place = find(held, ends.slice);
      if (place == held.end() || place->slice != ends.slice) {
        held.insert(place, {ends.slice, 1, ends.out, ends.in});
        continue;
      }
      ++place->holders;
      place->out += ends.out;
      place->in += ends.in;
    }
  }

  void remove(VertexId v, std::uint32_t community) {
    auto& held = held_[community];
    for (const SliceEnds& ends : graph_.ends_of(v)) {
      const auto place = find(held, ends.slice);
      place->out -= ends.out;
      place->in -= ends.in;
      if (--place->holders == 0) held.erase(place);
    }
  }

  // Expected weight between v and a community that it is not in.
  [[nodiscard]] double expected(VertexId v, std::uint32_t community) const {
    const auto& held = held_[community];
    double sum = 0.0;
    for (const SliceEnds& ends : graph_.ends_of(v)) {
      const auto place = std::lower_bound(
          held.begin(), held.end(), ends.slice,
          [](const SliceEnds& one, std::uint32_t slice) { return one.slice < slice; });
      if (place == held.end() || place->slice != ends.slice) continue;
      sum += graph_.scale[ends.slice] * (ends.out * place->in + ends.in * place->out);
    }
    return sum;
  }

 private:
  static std::vector<SliceEnds>::iterator find(std::vector<SliceEnds>& held, std::uint32_t slice) {
    return std::lower_bound(
        held.begin(), held.end(), slice,
        [](const SliceEnds& one, std::uint32_t wanted) { return one.slice < wanted; });
  }

  const SliceGraph& graph_;
  std::vector<std::vector<SliceEnds>> held_;
};

class Mover {
 public:
  Mover(const SliceGraph& graph, std::vector<std::uint32_t>& community)
      : graph_(graph),
        community_(community),
        held_(graph, community),
        joining_(graph.size(), 0.0),
        members_(graph.size(), 0) {
    for (const std::uint32_t c : community) ++members_[c];
    for (std::uint32_t c = 0; c < graph.size(); ++c) {
      if (members_[c] == 0) free_.push_back(c);
    }
  }

  // To where it gains most, which may be a community of its own.
  bool move(VertexId v) {
    gather(v, {});
    const std::uint32_t old = community_[v];
    held_.remove(v, old);
    double most = joining_[old] - held_.expected(v, old);
    std::uint32_t best = old;
    for (const std::uint32_t c : around_) {
      const double gain = joining_[c] - held_.expected(v, c);
      if (gain <= most + small()) continue;
      most = gain;
      best = c;
    }
    if (members_[old] > 1 && most < -small()) best = free_.back();
    forget(old);
    put(v, old, best);
    return best != old;
  }

  // If it is alone, to a group within its community, by chance in proportion to the gain.
  void merge(VertexId v, std::span<const std::uint32_t> within, Random& random) {
    const std::uint32_t old = community_[v];
    if (members_[old] > 1) return;
    gather(v, within);
    held_.remove(v, old);
    gains_.clear();
    double all = 0.0;
    for (const std::uint32_t c : around_) {
      const double gain = joining_[c] - held_.expected(v, c);
      gains_.push_back(gain > small() ? gain : 0.0);
      all += gains_.back();
    }
    std::uint32_t chosen = old;
    double left = random.unit() * all;
    for (std::size_t i = 0; i < around_.size(); ++i) {
      if (gains_[i] <= 0.0) continue;
      chosen = around_[i];
      left -= gains_[i];
      if (left < 0.0) break;
    }
    forget(old);
    put(v, old, chosen);
  }

 private:
  [[nodiscard]] double small() const { return 1e-10 * graph_.unit; }

  // Joining weights to the communities around v, of those in the same `within` when that is given.
  void gather(VertexId v, std::span<const std::uint32_t> within) {
    around_.clear();
    for (std::size_t k = 0; k < graph_.neighbours(v).size(); ++k) {
      const VertexId u = graph_.neighbours(v)[k];
      if (!within.empty() && within[u] != within[v]) continue;
      const std::uint32_t c = community_[u];
      if (joining_[c] == 0.0 && c != community_[v]) around_.push_back(c);
      joining_[c] += graph_.joining(v)[k];
    }
  }

  void forget(std::uint32_t own) {
    for (const std::uint32_t c : around_) joining_[c] = 0.0;
    joining_[own] = 0.0;
  }

  // v, which was taken out of `old`, into `best`.
  void put(VertexId v, std::uint32_t old, std::uint32_t best) {
    held_.add(v, best);
    if (best == old) return;
    if (members_[best] == 0) free_.pop_back();
    --members_[old];
    ++members_[best];
    if (members_[old] == 0) free_.push_back(old);
    community_[v] = best;
  }

  const SliceGraph& graph_;
  std::vector<std::uint32_t>& community_;
  HeldEnds held_;
  std::vector<double> joining_;  // of one vertex, by community
  std::vector<std::uint32_t> around_;
  std::vector<double> gains_;
  std::vector<std::uint32_t> members_;
  std::vector<std::uint32_t> free_;  // labels of no vertex; the last is taken next
};

}  // namespace

void move_in_slices(const SliceGraph& graph, std::vector<std::uint32_t>& community, Random& random,
                    const Run& run) {
  Mover mover(graph, community);
  const std::vector<VertexId> order = random_order(graph.size(), random);
  std::deque<VertexId> waiting(order.begin(), order.end());
  std::vector<bool> waits(graph.size(), true);
  for (std::size_t step = 0; !waiting.empty(); ++step) {
    if (step % 4096 == 0) run.check();
    const VertexId v = waiting.front();
    waiting.pop_front();
    waits[v] = false;
    if (!mover.move(v)) continue;
    for (const VertexId u : graph.neighbours(v)) {
      if (waits[u] || community[u] == community[v]) continue;
      waits[u] = true;
      waiting.push_back(u);
    }
  }
}

std::vector<std::uint32_t> group_in_slices(const SliceGraph& graph,
                                           const std::vector<std::uint32_t>& community,
                                           Random& random, const Run& run) {
  std::vector<std::uint32_t> group = labels_apart(graph.size());
  Mover mover(graph, group);
  run.check();
  for (const VertexId v : random_order(graph.size(), random)) mover.merge(v, community, random);
  return group;
}

}  // namespace summitry::communities
