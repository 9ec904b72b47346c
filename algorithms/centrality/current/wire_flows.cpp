#include "algorithms/centrality/current/wire_flows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>

#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr std::size_t kFewValues = 256;  // which std::sort has in order sooner

// Rising with the number, for numbers rounded to 24 bits.
std::uint32_t rising(double value) {
  const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(value));
  return (bits >> 31U) != 0 ? ~bits : bits | 0x80000000U;
}

// About the middle one: the median of some.
double middle_of(std::span<const double> values) {
  constexpr std::size_t kSome = 63;
  std::array<double, kSome> some{};
  for (std::size_t i = 0; i < kSome; ++i) some[i] = values[i * values.size() / kSome];
  std::nth_element(some.begin(), some.begin() + kSome / 2, some.end());
  return some[kSome / 2];
}

// The wires at each member: their numbers and other ends.
struct Ends {
  std::vector<std::size_t> offsets;
  std::vector<std::uint32_t> wires;
  std::vector<VertexId> others;

  Ends(std::size_t members, const std::vector<Wire>& list)
      : offsets(members + 1, 0), wires(2 * list.size()), others(2 * list.size()) {
    for (const Wire& wire : list) {
      ++offsets[wire.from + 1];
      ++offsets[wire.to + 1];
    }
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    std::vector<std::size_t> next(offsets.begin(), offsets.end() - 1);
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      for (const auto& [at, other] :
           {std::pair(list[i].from, list[i].to), std::pair(list[i].to, list[i].from)}) {
        wires[next[at]] = i;
        others[next[at]++] = other;
      }
    }
  }
};

class Flows {
 public:
  Flows(const Component& component, const Potentials& potentials, std::size_t held, const Run& run)
      : component_(component),
        potentials_(potentials),
        run_(run),
        wires_(component.wires()),
        ends_(component.size(), wires_),
        most_(std::max(kLanes, held / component.size())),
        left_(component.size()),
        place_(component.size(), kNotHeld),
        scratch_(static_cast<std::size_t>(run.thread_count())) {
    found_.values.assign(wires_.size(), kOpen);
    for (VertexId v = 0; v < component.size(); ++v) {
      left_[v] = static_cast<std::uint32_t>(component.degree(v));
    }
  }

  Scores result() && {
    std::size_t open = wires_.size();
    while (open > 0) {
      const std::vector<VertexId> held = worth_holding();
      const std::vector<VertexId> beside = beside_of(held);
      const std::size_t covered = covered_by(held);
      if (covered <= held.size() + beside.size()) break;
      hold(held);
      pass(beside);
      settle();
      open -= covered;
    }
    if (open > 0) by_wires();
    return std::move(found_);
  }

 private:
  static constexpr double kOpen = -1.0;
  static constexpr std::uint32_t kNotHeld = UINT32_MAX;

  struct Scratch {
    Potentials::Scratch solving;
    std::vector<Lanes> x;
    std::vector<double> rows;  // kLanes of them
    std::vector<double> difference;
    PairSums sums;
  };

  [[nodiscard]] bool open(std::uint32_t wire) const { return found_.values[wire] == kOpen; }

  // Members with most open wires, the first of equals.
  [[nodiscard]] std::vector<VertexId> worth_holding() const {
    std::vector<VertexId> order;
    for (VertexId v = 0; v < component_.size(); ++v) {
      if (left_[v] > 0) order.push_back(v);
    }
    std::stable_sort(order.begin(), order.end(),
                     [this](VertexId a, VertexId b) { return left_[a] > left_[b]; });
    if (order.size() > most_) order.resize(most_);
    return order;
  }

  [[nodiscard]] std::vector<char> flags(const std::vector<VertexId>& held) const {
    std::vector<char> inside(component_.size(), 0);
    for (const VertexId v : held) inside[v] = 1;
    return inside;
  }

  // The others with an open wire to those held.
  [[nodiscard]] std::vector<VertexId> beside_of(const std::vector<VertexId>& held) const {
    const std::vector<char> inside = flags(held);
    std::vector<VertexId> beside;
    for (VertexId v = 0; v < component_.size(); ++v) {
      if (inside[v] != 0) continue;
      bool any = false;
      for (std::size_t k = ends_.offsets[v]; k < ends_.offsets[v + 1] && !any; ++k) {
        any = inside[ends_.others[k]] != 0 && open(ends_.wires[k]);
      }
      if (any) beside.push_back(v);
    }
    return beside;
  }

  [[nodiscard]] std::size_t covered_by(const std::vector<VertexId>& held) const {
    const std::vector<char> inside = flags(held);
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < wires_.size(); ++i) {
      count += (inside[wires_[i].from] != 0 || inside[wires_[i].to] != 0) && open(i) ? 1 : 0;
    }
    return count;
  }

  // Rows of C for up to kLanes members, into scratch: the hub takes what each of them sends.
  GradientOutcome solve(std::span<const VertexId> members, Scratch& scratch) const {
    const std::size_t size = component_.size();
    scratch.x.assign(size, Lanes{});
    for (std::size_t l = 0; l < members.size(); ++l) {
      scratch.x[members[l]].lane[l] += 1.0;
      scratch.x[hub_].lane[l] -= 1.0;
    }
    const GradientOutcome outcome = potentials_.solve(scratch.x, scratch.solving);
    scratch.rows.resize(kLanes * size);
    scratch.difference.resize(size);
    for (std::size_t s = 0; s < size; ++s) {
      for (std::size_t l = 0; l < members.size(); ++l) {
        scratch.rows[l * size + s] = scratch.x[s].lane[l];
      }
    }
    return outcome;
  }

  [[nodiscard]] double flow(std::uint32_t wire, const double* one, const double* other,
                            Scratch& scratch) const {
    for (std::size_t s = 0; s < scratch.difference.size(); ++s) {
      scratch.difference[s] = one[s] - other[s];
    }
    return wires_[wire].conductance * scratch.sums.over_pairs(scratch.difference);
  }

  void keep(const std::vector<GradientOutcome>& outcomes) {
    include(found_.convergence, worst(outcomes));
  }

  // Holds the rows of some members, and settles the wires among them.
  void hold(const std::vector<VertexId>& held) {
    const std::size_t size = component_.size();
    std::fill(place_.begin(), place_.end(), kNotHeld);
    for (std::uint32_t i = 0; i < held.size(); ++i) place_[held[i]] = i;
    held_.resize(held.size() * size);
    std::vector<GradientOutcome> outcomes(block_count(held.size(), kLanes));
    parallel_blocks(held.size(), kLanes, run_, "current flow", [&](const Block& block) {
      Scratch& scratch = scratch_[block.thread];
      outcomes[block.index] =
          solve(std::span(held).subspan(block.begin, block.end - block.begin), scratch);
      std::copy_n(scratch.rows.begin(), (block.end - block.begin) * size,
                  held_.begin() + static_cast<std::ptrdiff_t>(block.begin * size));
    });
    keep(outcomes);
    parallel_blocks(held.size(), kLanes, run_, "current flow", [&](const Block& block) {
      Scratch& scratch = scratch_[block.thread];
      scratch.difference.resize(size);
      for (std::size_t i = block.begin; i < block.end; ++i) {
        settle_wires(held[i], held_.data() + i * size, Side::held, scratch);
      }
    });
  }

  // Computes the rows of others beside those held, and settles the wires between.
  void pass(const std::vector<VertexId>& beside) {
    std::vector<GradientOutcome> outcomes(block_count(beside.size(), kLanes));
    parallel_blocks(beside.size(), kLanes, run_, "current flow", [&](const Block& block) {
      Scratch& scratch = scratch_[block.thread];
      outcomes[block.index] =
          solve(std::span(beside).subspan(block.begin, block.end - block.begin), scratch);
      for (std::size_t i = block.begin; i < block.end; ++i) {
        const double* row = scratch.rows.data() + (i - block.begin) * component_.size();
        settle_wires(beside[i], row, Side::beside, scratch);
      }
    });
    keep(outcomes);
  }

  // Of two that are held the one with the larger place settles their wire, so that one thread does.
  enum class Side { held, beside };
  void settle_wires(VertexId v, const double* row, Side side, Scratch& scratch) {
    for (std::size_t k = ends_.offsets[v]; k < ends_.offsets[v + 1]; ++k) {
      const std::uint32_t wire = ends_.wires[k];
      const std::uint32_t place = place_[ends_.others[k]];
      if (place == kNotHeld || (side == Side::held && place > place_[v])) continue;
      if (!open(wire)) continue;
      found_.values[wire] =
          flow(wire, row, held_.data() + std::size_t{place} * component_.size(), scratch);
    }
  }

  // Counts what is left to do.
  void settle() {
    std::fill(left_.begin(), left_.end(), 0U);
    for (std::uint32_t i = 0; i < wires_.size(); ++i) {
      if (!open(i)) continue;
      ++left_[wires_[i].from];
      ++left_[wires_[i].to];
    }
  }

  // Each open wire by itself: a unit between its ends.
  void by_wires() {
    std::vector<std::uint32_t> list;
    for (std::uint32_t i = 0; i < wires_.size(); ++i) {
      if (open(i)) list.push_back(i);
    }
    std::vector<GradientOutcome> outcomes(block_count(list.size(), kLanes));
    parallel_blocks(list.size(), kLanes, run_, "current flow", [&](const Block& block) {
      Scratch& scratch = scratch_[block.thread];
      scratch.x.assign(component_.size(), Lanes{});
      scratch.difference.resize(component_.size());
      for (std::size_t i = block.begin; i < block.end; ++i) {
        scratch.x[wires_[list[i]].from].lane[i - block.begin] = 1.0;
        scratch.x[wires_[list[i]].to].lane[i - block.begin] = -1.0;
      }
      outcomes[block.index] = potentials_.solve(scratch.x, scratch.solving);
      for (std::size_t i = block.begin; i < block.end; ++i) {
        for (std::size_t s = 0; s < scratch.x.size(); ++s) {
          scratch.difference[s] = scratch.x[s].lane[i - block.begin];
        }
        found_.values[list[i]] =
            wires_[list[i]].conductance * scratch.sums.over_pairs(scratch.difference);
      }
    });
    keep(outcomes);
  }

  const Component& component_;
  const Potentials& potentials_;
  const Run& run_;
  std::vector<Wire> wires_;
  Ends ends_;
  VertexId hub_ = component_.hub();
  std::size_t most_;                 // members held at once
  std::vector<std::uint32_t> left_;  // open wires at each member
  std::vector<std::uint32_t> place_;
  std::vector<double> held_;
  std::vector<Scratch> scratch_;
  Scores found_;
};

}  // namespace

// By 24 bits first, counting three digits of eleven, and then what these leave out of order: hardly
// anything, since most of the bits are spent near the middle, where the values crowd.
void PairSums::sort(std::span<const double> values) {
  constexpr std::uint32_t kDigits = 3;
  constexpr std::uint32_t kBits = 11;
  constexpr std::uint32_t kMask = (1U << kBits) - 1;
  std::array<std::array<std::uint32_t, std::size_t{1} << kBits>, kDigits> begin{};
  const double middle = middle_of(values);
  keys_.resize(values.size());
  spare_.resize(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::uint32_t key = rising(values[i] - middle);
    keys_[i] = std::uint64_t{key} << 32U | i;
    for (std::uint32_t d = 0; d < kDigits; ++d) ++begin[d][key >> (d * kBits) & kMask];
  }
  for (std::uint32_t d = 0; d < kDigits; ++d) {
    std::exclusive_scan(begin[d].begin(), begin[d].end(), begin[d].begin(), 0U);
    for (const std::uint64_t key : keys_)
      spare_[begin[d][key >> (32U + d * kBits) & kMask]++] = key;
    keys_.swap(spare_);
  }
  sorted_.resize(values.size());
  for (std::size_t i = 0; i < keys_.size(); ++i) sorted_[i] = values[keys_[i] & 0xffffffffU];
  std::size_t moves = 8 * sorted_.size();
  for (std::size_t i = 1; i < sorted_.size(); ++i) {
    const double value = sorted_[i];
    std::size_t at = i;
    for (; at > 0 && sorted_[at - 1] > value && moves > 0; --at, --moves) {
      sorted_[at] = sorted_[at - 1];
    }
    sorted_[at] = value;
  }
  if (moves == 0) std::sort(sorted_.begin(), sorted_.end());
}

double PairSums::over_pairs(std::span<const double> differences) {
  if (differences.size() < kFewValues) {
    sorted_.assign(differences.begin(), differences.end());
    std::sort(sorted_.begin(), sorted_.end());
  } else {
    sort(differences);
  }
  const auto size = static_cast<double>(sorted_.size());
  double total = 0.0;
  for (std::size_t i = 0; i < sorted_.size(); ++i) {
    total += (2.0 * static_cast<double>(i) + 1.0 - size) * sorted_[i];
  }
  return total;
}

Scores wire_flows(const Component& component, const Potentials& potentials, std::size_t held,
                  const Run& run) {
  return Flows(component, potentials, held, run).result();
}

}  // namespace summitry
