#include "algorithms/communities/flows/module_moving.hpp"

#include <cstdint>
#include <span>

#include "algorithms/communities/flows/flows_around.hpp"
#include "algorithms/communities/flows/map_equation.hpp"
#include "algorithms/communities/rows/labels.hpp"
#include "engine/bring_near.hpp"

namespace summitry::communities {
namespace {

// A change smaller than this counts as none, so that rounding cannot make a vertex go in circles.
constexpr double kTolerance = 1e-12;
constexpr VertexId kFarModules = 16;  // that are tried where jumps are recorded
constexpr std::size_t kStepsBetweenChecks = 8192;

// What visits to come will read.
void bring_row_near(const Flow& flow, std::span<const VertexId> order, std::size_t i) {
  constexpr std::size_t kRows = 4;
  constexpr std::size_t kPlaces = 8;
  if (i + kPlaces >= order.size()) return;
  bring_near(&flow.offsets[order[i + kPlaces]]);
  const std::uint64_t begin = flow.offsets[order[i + kRows]];
  bring_near(flow.targets.data() + begin);
  bring_near(flow.out.data() + begin);
}

// The modules and the description's terms, kept while vertices move.
template <bool kBothWays>
class Modules {
 public:
  Modules(const Flow& flow, const std::vector<std::uint32_t>& module)
      : flow_(flow), kept_(flow.size()) {
    for (VertexId v = 0; v < flow.size(); ++v) {
      Module& m = kept_[module[v]].sums;
      ++kept_[module[v]].members;
      m.visits += flow.visits[v];
      if (!flow.jumps.empty()) m.jumps += flow.jumps[v];
      if (!flow.jumps.empty()) m.landing += flow.landing[v];
      const auto targets = flow.neighbours(v);
      const auto out = flow.leaving(v);
      const auto in = flow.arriving(v);
      for (std::size_t k = 0; k < targets.size(); ++k) {
        const bool crosses = module[targets[k]] != module[v];
        m.out += crosses ? out[k] : 0.0;
        m.in += crosses ? in[k] : 0.0;
      }
    }
    for (Kept& kept : kept_) {
      kept.length = code_length(kept.sums, flow.jumping);
      entering_ += kept.sums.enter(flow.jumping);
    }
  }

  [[nodiscard]] std::uint32_t members(std::uint32_t m) const { return kept_[m].members; }

  // Weighs moves of v out of its module; lengths are relative to the present description.
  void begin(VertexId v, const FlowsAround<kBothWays>& around) {
    v_ = v;
    around_ = &around;
    for (const Leading& to : around.others()) bring_near(&kept_[to.module]);
    const Kept& from = kept_[around.own().module];
    rest_ = from.members == 1 ? Module{} : changed(from.sums, around.own(), -1.0);
    rest_length_ = code_length(rest_, flow_.jumping);
    entering_without_ = entering_ - from.sums.enter(flow_.jumping) + rest_.enter(flow_.jumping);
    base_ = rest_length_ - from.length - plogp(entering_);
  }

  [[nodiscard]] double change(const Leading& to) {
    const Kept& kept = kept_[to.module];
    grown_ = changed(kept.sums, to, 1.0);
    grown_length_ = code_length(grown_, flow_.jumping);
    const double entering =
        entering_without_ - kept.sums.enter(flow_.jumping) + grown_.enter(flow_.jumping);
    return base_ + grown_length_ - kept.length + plogp(entering);
  }

  void move(const Leading& to) {
    (void)change(to);
    Kept& from = kept_[around_->own().module];
    Kept& kept = kept_[to.module];
    entering_ = entering_without_ - kept.sums.enter(flow_.jumping) + grown_.enter(flow_.jumping);
    from = {rest_, rest_length_, from.members - 1};
    kept = {grown_, grown_length_, kept.members + 1};
  }

 private:
  struct Kept {
    Module sums;
    double length = 0.0;  // its own terms
    std::uint32_t members = 0;
  };

  // The module with the vertex added (sign 1) or taken out (-1).
  [[nodiscard]] Module changed(Module m, const Leading& with, double sign) const {
    m.visits += sign * flow_.visits[v_];
    m.out += sign * (around_->all_out() - with.out - with.in);
    if constexpr (kBothWays) {
      m.in += sign * (around_->all_in() - with.in - with.out);
    } else {
      m.in = m.out;
    }
    if (!flow_.jumps.empty()) m.jumps += sign * flow_.jumps[v_];
    if (!flow_.jumps.empty()) m.landing += sign * flow_.landing[v_];
    return m;
  }

  const Flow& flow_;
  std::vector<Kept> kept_;  // by module
  double entering_ = 0.0;
  VertexId v_ = 0;
  const FlowsAround<kBothWays>* around_ = nullptr;
  Module rest_;
  Module grown_;
  double rest_length_ = 0.0;
  double grown_length_ = 0.0;
  double entering_without_ = 0.0;
  double base_ = 0.0;
};

// The best place among the modules around a vertex, one of equals by chance; its own where none is better.
template <bool kBothWays>
const Leading& best_place(Modules<kBothWays>& modules, const FlowsAround<kBothWays>& around,
                          Random& random) {
  const Leading* best = &around.own();
  double best_change = 0.0;
  std::uint64_t equals = 1;
  for (const Leading& to : around.others()) {
    const double change = modules.change(to);
    if (change < best_change - kTolerance) {
      best = &to;
      best_change = change;
      equals = 1;
    } else if (best != &around.own() && change <= best_change + kTolerance &&
               random.below(++equals) == 0) {
      best = &to;
    }
  }
  return *best;
}

template <bool kBothWays>
class Mover {
 public:
  Mover(const Flow& flow, std::vector<std::uint32_t>& module)
      : flow_(flow), module_(module), modules_(flow, module), around_(flow) {
    for (std::uint32_t m = flow.size(); m-- > 0;) {
      if (modules_.members(m) == 0) empty_.push_back(m);
    }
  }

  bool move(VertexId v, Random& random) {
    around_.gather(v, module_);
    if (!flow_.jumps.empty()) add_far_modules(random);
    const std::uint32_t from = module_[v];
    modules_.begin(v, around_);
    Leading to = best_place(modules_, around_, random);
    if (to.module == from && modules_.members(from) > 1 && !empty_.empty() &&
        modules_.change({empty_.back()}) < -kTolerance) {
      to = {empty_.back()};
    }
    if (to.module == from) return false;
    if (modules_.members(to.module) == 0) empty_.pop_back();
    modules_.move(to);
    if (modules_.members(from) == 0) empty_.push_back(from);
    module_[v] = to.module;
    return true;
  }

 private:
  // Jumps that are described join every module to every other: some are tried, all where all are few.
  void add_far_modules(Random& random) {
    const bool all = flow_.size() <= kFarModules;
    for (VertexId i = 0; i < (all ? flow_.size() : kFarModules); ++i) {
      around_.name(module_[all ? i : random.below(flow_.size())]);
    }
  }

  const Flow& flow_;
  std::vector<std::uint32_t>& module_;
  Modules<kBothWays> modules_;
  FlowsAround<kBothWays> around_;
  std::vector<std::uint32_t> empty_;
};

template <bool kBothWays>
void move_all(const Flow& flow, std::vector<std::uint32_t>& module, Random& random,
              const Run& run) {
  std::vector<VertexId> queue = random_order(flow.size(), random);
  std::vector<VertexId> next;
  std::vector<std::uint8_t> waiting(flow.size(), 1);
  Mover<kBothWays> mover(flow, module);
  std::size_t step = 0;
  while (!queue.empty()) {
    next.clear();
    for (std::size_t i = 0; i < queue.size(); ++i) {
      bring_row_near(flow, queue, i);
      const VertexId v = queue[i];
      if (step++ % kStepsBetweenChecks == 0) run.check();
      waiting[v] = 0;
      if (!mover.move(v, random)) continue;
      for (const VertexId u : flow.neighbours(v)) {
        if (waiting[u] != 0 || module[u] == module[v]) continue;
        waiting[u] = 1;
        next.push_back(u);
      }
    }
    queue.swap(next);
  }
}

template <bool kBothWays>
std::vector<std::uint32_t> all_submodules(const Flow& flow,
                                          const std::vector<std::uint32_t>& module, Random& random,
                                          const Run& run) {
  std::vector<std::uint32_t> group = labels_apart(flow.size());
  Modules<kBothWays> groups(flow, group);
  FlowsAround<kBothWays> around(flow);
  std::size_t step = 0;
  const std::vector<VertexId> order = random_order(flow.size(), random);
  for (std::size_t i = 0; i < order.size(); ++i) {
    bring_row_near(flow, order, i);
    const VertexId v = order[i];
    if (step++ % kStepsBetweenChecks == 0) run.check();
    if (group[v] != v || groups.members(v) > 1) continue;
    around.gather(v, group, [&](VertexId u) { return module[u] == module[v]; });
    groups.begin(v, around);
    const Leading& to = best_place(groups, around, random);
    if (to.module == v) continue;
    groups.move(to);
    group[v] = to.module;
  }
  return group;
}

}  // namespace

void move_between_modules(const Flow& flow, std::vector<std::uint32_t>& module, Random& random,
                          const Run& run) {
  if (flow.in.empty()) return move_all<false>(flow, module, random, run);
  move_all<true>(flow, module, random, run);
}

std::vector<std::uint32_t> submodules(const Flow& flow, const std::vector<std::uint32_t>& module,
                                      Random& random, const Run& run) {
  if (flow.in.empty()) return all_submodules<false>(flow, module, random, run);
  return all_submodules<true>(flow, module, random, run);
}

}  // namespace summitry::communities
