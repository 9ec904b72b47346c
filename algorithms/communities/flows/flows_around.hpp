// How much flow leads from a vertex, or several, to each module around, and back.
//
// Modules are remembered arc by arc, as in rows/sums_around.hpp, and for the same reason.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "algorithms/communities/flows/flow.hpp"

namespace summitry::communities {

// The flow to a module and from it.
struct Leading {
  std::uint32_t module = 0;
  double out = 0.0;
  double in = 0.0;
};

// `kBothWays`: flow.in is not empty.
template <bool kBothWays>
class FlowsAround {
 public:
  // Modules are below the size.
  explicit FlowsAround(const Flow& flow)
      : flow_(flow), out_(flow.size(), 0.0), in_(kBothWays ? flow.size() : 0, 0.0) {}

  // Adds what joins v to those neighbours that belong, by their modules.
  template <class Belongs>
  void add(VertexId v, std::span<const std::uint32_t> module, Belongs&& belongs) {
    const auto targets = flow_.neighbours(v);
    const auto out = flow_.leaving(v);
    const auto in = flow_.arriving(v);
    if (labels_.size() < arcs_ + targets.size()) labels_.resize(arcs_ + targets.size());
    for (std::size_t k = 0; k < targets.size(); ++k) {
      all_out_ += out[k];
      if constexpr (kBothWays) all_in_ += in[k];
      if (!belongs(targets[k])) continue;
      const std::uint32_t m = module[targets[k]];
      labels_[arcs_++] = m;
      out_[m] += out[k];
      if constexpr (kBothWays) in_[m] += in[k];
    }
  }

  // What has been added since the last time, but for `own`.
  void read_out(std::uint32_t own) {
    own_ = take(own);
    others_.resize(arcs_);
    std::size_t count = 0;
    for (std::size_t k = 0; k < arcs_; ++k) {
      others_[count] = take(labels_[k]);
      count += others_[count].out + others_[count].in > 0.0 ? 1 : 0;  // named for the first time
    }
    others_.resize(count);
    arcs_ = 0;
  }

  // Around one vertex.
  template <class Belongs>
  void gather(VertexId v, std::span<const std::uint32_t> module, Belongs&& belongs) {
    all_out_ = all_in_ = 0.0;
    add(v, module, belongs);
    read_out(module[v]);
  }
  void gather(VertexId v, std::span<const std::uint32_t> module) {
    gather(v, module, [](VertexId) { return true; });
  }

  // A module that only jumps lead to.
  void name(std::uint32_t m) {
    const auto is_it = [m](const Leading& one) { return one.module == m; };
    if (m != own_.module && std::none_of(others_.begin(), others_.end(), is_it)) {
      others_.push_back({m, 0.0, 0.0});
    }
  }

  [[nodiscard]] const Leading& own() const { return own_; }
  // In the order in which neighbours name them.
  [[nodiscard]] const std::vector<Leading>& others() const { return others_; }
  // Of the vertex last gathered, to all its neighbours.
  [[nodiscard]] double all_out() const { return all_out_; }
  [[nodiscard]] double all_in() const { return kBothWays ? all_in_ : all_out_; }

 private:
  Leading take(std::uint32_t m) {
    const double out = std::exchange(out_[m], 0.0);
    return {m, out, kBothWays ? std::exchange(in_[m], 0.0) : out};
  }

  const Flow& flow_;
  std::vector<double> out_;  // by module
  std::vector<double> in_;
  std::vector<std::uint32_t> labels_;  // by arc
  std::size_t arcs_ = 0;
  Leading own_;
  std::vector<Leading> others_;
  double all_out_ = 0.0;
  double all_in_ = 0.0;
};

}  // namespace summitry::communities
