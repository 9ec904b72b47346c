#include "algorithms/communities/flows/module_moving.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "algorithms/communities/flows/map_equation.hpp"
#include "algorithms/communities/rows/labels.hpp"

namespace summitry::communities {
namespace {

// A change smaller than this counts as none, so that rounding cannot make a vertex go in circles.
constexpr double kTolerance = 1e-12;
constexpr VertexId kFarModules = 16;  // that are tried where jumps are recorded
constexpr std::size_t kStepsBetweenChecks = 8192;

// The flow between one vertex and each module around it.
class Around {
 public:
  explicit Around(VertexId labels_below) : out_(labels_below, 0.0), in_(labels_below, 0.0) {
    seen_.assign(labels_below, 0);
  }

  template <class Belongs>
  void gather(const Flow& flow, VertexId v, const std::vector<std::uint32_t>& module,
              Belongs&& belongs) {
    for (const std::uint32_t m : modules_) out_[m] = in_[m] = 0.0;
    modules_.clear();
    ++round_;
    all_out_ = all_in_ = 0.0;
    const auto targets = flow.neighbours(v);
    const auto out = flow.leaving(v);
    const auto in = flow.arriving(v);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      all_out_ += out[k];
      all_in_ += in[k];
      if (!belongs(targets[k])) continue;
      const std::uint32_t m = module[targets[k]];
      if (seen_[m] != round_) modules_.push_back(m);
      seen_[m] = round_;
      out_[m] += out[k];
      in_[m] += in[k];
    }
  }

  // A module that only jumps lead to.
  void add(std::uint32_t m) {
    if (seen_[m] == round_) return;
    seen_[m] = round_;
    modules_.push_back(m);
  }

  [[nodiscard]] const std::vector<std::uint32_t>& modules() const { return modules_; }
  [[nodiscard]] double out(std::uint32_t m) const { return out_[m]; }
  [[nodiscard]] double in(std::uint32_t m) const { return in_[m]; }
  [[nodiscard]] double all_out() const { return all_out_; }
  [[nodiscard]] double all_in() const { return all_in_; }

 private:
  std::vector<double> out_;
  std::vector<double> in_;
  std::vector<std::uint64_t> seen_;
  std::vector<std::uint32_t> modules_;
  std::uint64_t round_ = 0;
  double all_out_ = 0.0;
  double all_in_ = 0.0;
};

// The modules and the description's terms, kept while vertices move.
class Modules {
 public:
  Modules(const Flow& flow, const std::vector<std::uint32_t>& module)
      : flow_(flow), modules_(flow.size()), own_(flow.size(), 0.0), members_(flow.size(), 0) {
    for (VertexId v = 0; v < flow.size(); ++v) {
      Module& m = modules_[module[v]];
      ++members_[module[v]];
      m.visits += flow.visits[v];
      if (!flow.jumps.empty()) m.jumps += flow.jumps[v];
      if (!flow.jumps.empty()) m.landing += flow.landing[v];
      const auto targets = flow.neighbours(v);
      const auto out = flow.leaving(v);
      const auto in = flow.arriving(v);
      for (std::size_t k = 0; k < targets.size(); ++k) {
        if (module[targets[k]] == module[v]) continue;
        m.out += out[k];
        m.in += in[k];
      }
    }
    for (VertexId m = 0; m < flow.size(); ++m) {
      own_[m] = code_length(modules_[m], flow.jumping);
      entering_ += modules_[m].enter(flow.jumping);
    }
  }

  [[nodiscard]] std::uint32_t members(std::uint32_t m) const { return members_[m]; }

  // Weighs moves of v out of `from`; lengths are relative to the present description.
  void begin(VertexId v, std::uint32_t from, const Around& around) {
    v_ = v;
    from_ = from;
    around_ = &around;
    rest_ = changed(modules_[from], from, -1.0);
    if (members_[from] == 1) rest_ = {};
    rest_length_ = code_length(rest_, flow_.jumping);
    entering_without_ =
        entering_ - modules_[from].enter(flow_.jumping) + rest_.enter(flow_.jumping);
    base_ = rest_length_ - own_[from] - plogp(entering_);
  }

  [[nodiscard]] double change(std::uint32_t to) {
    grown_ = changed(modules_[to], to, 1.0);
    grown_length_ = code_length(grown_, flow_.jumping);
    const double entering =
        entering_without_ - modules_[to].enter(flow_.jumping) + grown_.enter(flow_.jumping);
    return base_ + grown_length_ - own_[to] + plogp(entering);
  }

  void move(std::uint32_t to) {
    (void)change(to);
    entering_ = entering_without_ - modules_[to].enter(flow_.jumping) + grown_.enter(flow_.jumping);
    modules_[from_] = rest_;
    own_[from_] = rest_length_;
    modules_[to] = grown_;
    own_[to] = grown_length_;
    --members_[from_];
    ++members_[to];
  }

 private:
  // The module with v added (sign 1) or taken out (-1).
  [[nodiscard]] Module changed(Module m, std::uint32_t label, double sign) const {
    const double out = around_->out(label);
    const double in = around_->in(label);
    m.visits += sign * flow_.visits[v_];
    m.out += sign * (around_->all_out() - out - in);
    m.in += sign * (around_->all_in() - in - out);
    if (!flow_.jumps.empty()) m.jumps += sign * flow_.jumps[v_];
    if (!flow_.jumps.empty()) m.landing += sign * flow_.landing[v_];
    return m;
  }

  const Flow& flow_;
  std::vector<Module> modules_;
  std::vector<double> own_;  // each module's terms
  std::vector<std::uint32_t> members_;
  double entering_ = 0.0;
  VertexId v_ = 0;
  std::uint32_t from_ = 0;
  const Around* around_ = nullptr;
  Module rest_;
  Module grown_;
  double rest_length_ = 0.0;
  double grown_length_ = 0.0;
  double entering_without_ = 0.0;
  double base_ = 0.0;
};

// The best place among the modules around v, one of equals by chance; `from` where none is better.
std::uint32_t best_place(Modules& modules, const Around& around, std::uint32_t from,
                         Random& random) {
  std::uint32_t best = from;
  double best_change = 0.0;
  std::uint64_t equals = 1;
  for (const std::uint32_t m : around.modules()) {
    if (m == from) continue;
    const double change = modules.change(m);
    if (change < best_change - kTolerance) {
      best = m;
      best_change = change;
      equals = 1;
    } else if (best != from && change <= best_change + kTolerance && random.below(++equals) == 0) {
      best = m;
    }
  }
  return best;
}

class Mover {
 public:
  Mover(const Flow& flow, std::vector<std::uint32_t>& module)
      : flow_(flow), module_(module), modules_(flow, module), around_(flow.size()) {
    for (std::uint32_t m = flow.size(); m-- > 0;) {
      if (modules_.members(m) == 0) empty_.push_back(m);
    }
  }

  bool move(VertexId v, Random& random) {
    const std::uint32_t from = module_[v];
    around_.gather(flow_, v, module_, [](VertexId) { return true; });
    if (!flow_.jumps.empty()) add_far_modules(random);
    if (around_.modules().empty()) return false;
    modules_.begin(v, from, around_);
    std::uint32_t to = best_place(modules_, around_, from, random);
    if (to == from && modules_.members(from) > 1 && !empty_.empty() &&
        modules_.change(empty_.back()) < -kTolerance) {
      to = empty_.back();
    }
    if (to == from) return false;
    if (modules_.members(to) == 0) empty_.pop_back();
    modules_.move(to);
    if (modules_.members(from) == 0) empty_.push_back(from);
    module_[v] = to;
    return true;
  }

 private:
  // Jumps that are described join every module to every other: some are tried, all where all are few.
  void add_far_modules(Random& random) {
    const bool all = flow_.size() <= kFarModules;
    for (VertexId i = 0; i < (all ? flow_.size() : kFarModules); ++i) {
      around_.add(module_[all ? i : random.below(flow_.size())]);
    }
  }

  const Flow& flow_;
  std::vector<std::uint32_t>& module_;
  Modules modules_;
  Around around_;
  std::vector<std::uint32_t> empty_;
};

}  // namespace

void move_between_modules(const Flow& flow, std::vector<std::uint32_t>& module, Random& random,
                          const Run& run) {
  std::vector<VertexId> queue = random_order(flow.size(), random);
  std::vector<VertexId> next;
  std::vector<bool> waiting(flow.size(), true);
  Mover mover(flow, module);
  std::size_t step = 0;
  while (!queue.empty()) {
    next.clear();
    for (const VertexId v : queue) {
      if (step++ % kStepsBetweenChecks == 0) run.check();
      waiting[v] = false;
      if (!mover.move(v, random)) continue;
      for (const VertexId u : flow.neighbours(v)) {
        if (waiting[u] || module[u] == module[v]) continue;
        waiting[u] = true;
        next.push_back(u);
      }
    }
    queue.swap(next);
  }
}

std::vector<std::uint32_t> submodules(const Flow& flow, const std::vector<std::uint32_t>& module,
                                      Random& random, const Run& run) {
  std::vector<std::uint32_t> group = labels_apart(flow.size());
  Modules groups(flow, group);
  Around around(flow.size());
  std::size_t step = 0;
  for (const VertexId v : random_order(flow.size(), random)) {
    if (step++ % kStepsBetweenChecks == 0) run.check();
    if (group[v] != v || groups.members(v) > 1) continue;
    around.gather(flow, v, group, [&](VertexId u) { return module[u] == module[v]; });
    groups.begin(v, v, around);
    const std::uint32_t to = best_place(groups, around, v, random);
    if (to == v) continue;
    groups.move(to);
    group[v] = to;
  }
  return group;
}

}  // namespace summitry::communities
