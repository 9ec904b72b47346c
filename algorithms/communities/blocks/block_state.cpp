#include "algorithms/communities/blocks/block_state.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace summitry::communities {

BlockState::BlockState(const CountedGraph& graph, const BlockModel& model,
                       std::vector<std::uint32_t> group, std::uint32_t labels_below)
    : graph_(graph),
      model_(model),
      group_(std::move(group)),
      joining_(labels_below, labels_below),
      degrees_(labels_below, std::max(graph.degree_classes, 1U)),
      size_(labels_below, 0),
      out_ends_(labels_below, 0),
      in_ends_(labels_below, 0),
      own_(labels_below, 0.0),
      members_(labels_below),
      place_(graph.count(), 0),
      occupied_place_(labels_below, 0),
      out_(labels_below, 0),
      in_(labels_below, 0),
      gone_(labels_below, 0.0) {
  for (VertexId v = 0; v < graph.count(); ++v) {
    const std::uint32_t r = group_[v];
    put(v, r);
    add_pair(r, r, graph.loops[v]);
    const auto targets = graph.neighbours(v);
    const auto out = graph.leaving(v);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (out[k] > 0 && (graph.directed || targets[k] > v)) add_pair(r, group_[targets[k]], out[k]);
    }
    if (model.degrees != Degrees::corrected) continue;
    for (const auto& [degree_class, number] : graph.degrees_of(v)) {
      degrees_.add(r, degree_class, number);
    }
  }
  for (std::uint32_t r = labels_below; r-- > 0;) {
    if (members_[r].empty()) empty_.push_back(r);
    own_[r] = own_terms(size_[r], out_ends_[r], in_ends_[r]);
  }
  for (std::uint32_t r = 0; r < labels_below; ++r) {
    if (members_[r].empty()) continue;
    occupied_place_[r] = static_cast<std::uint32_t>(occupied_.size());
    occupied_.push_back(r);
  }
  count_ = static_cast<std::uint32_t>(occupied_.size());
  for (std::int64_t i = 0; i < 3; ++i) {
    count_terms_[static_cast<std::size_t>(i)] = count_terms(std::int64_t{count_} + i - 1);
  }
}

void BlockState::put(VertexId v, std::uint32_t to) {
  place_[v] = static_cast<std::uint32_t>(members_[to].size());
  members_[to].push_back(v);
  group_[v] = to;
  size_[to] += graph_.size[v];
  out_ends_[to] += graph_.out_ends[v];
  if (graph_.directed) in_ends_[to] += graph_.in_ends[v];
}

void BlockState::take(VertexId v) {
  const std::uint32_t from = group_[v];
  const VertexId last = members_[from].back();
  members_[from][place_[v]] = last;
  place_[last] = place_[v];
  members_[from].pop_back();
  size_[from] -= graph_.size[v];
  out_ends_[from] -= graph_.out_ends[v];
  if (graph_.directed) in_ends_[from] -= graph_.in_ends[v];
}

void BlockState::add_pair(std::uint32_t r, std::uint32_t s, std::int64_t change) {
  if (change == 0) return;
  if (!graph_.directed && r > s) std::swap(r, s);
  joining_.add(r, s, change);
}

// What depends on a group's size and ends alone.
double BlockState::own_terms(std::int64_t size, std::int64_t out_ends, std::int64_t in_ends) const {
  if (size == 0) return 0.0;
  if (model_.degrees == Degrees::plain) {
    return static_cast<double>(out_ends + in_ends) * std::log(static_cast<double>(size)) - ln(size);
  }
  double sum = ln(out_ends) + model_.partitions.log_count(out_ends, size);
  // ln n! of the degrees cancels that of the partition, but directed graphs have it twice.
  if (graph_.directed) {
    sum += ln(in_ends) + model_.partitions.log_count(in_ends, size) + ln(size);
  }
  return sum;
}

// What depends on the number of groups alone.
double BlockState::count_terms(std::int64_t groups) const {
  if (groups < 1) return 0.0;
  return model_.log_factorial.choose(graph_.vertices - 1, groups - 1) +
         log_edge_choices(model_.log_factorial, groups, graph_.edges, graph_.directed);
}

void BlockState::look_at(VertexId v) {
  for (const std::uint32_t t : around_) out_[t] = in_[t] = 0;
  around_.clear();
  v_ = v;
  const auto targets = graph_.neighbours(v);
  const auto out = graph_.leaving(v);
  const auto in = graph_.arriving(v);
  for (std::size_t k = 0; k < targets.size(); ++k) {
    const std::uint32_t t = group_[targets[k]];
    if (out_[t] + in_[t] == 0) around_.push_back(t);
    out_[t] += out[k];
    if (!in.empty()) in_[t] += in[k];
  }
  const std::uint32_t r = group_[v];
  all_gone_ = 0.0;
  for (const std::uint32_t t : around_) {
    if (t == r) continue;
    const std::int64_t there = between(r, t);
    gone_[t] = ln(there) - ln(there - out_[t]);
    if (graph_.directed) {
      const std::int64_t back = between(t, r);
      gone_[t] += ln(back) - ln(back - in_[t]);
    }
    all_gone_ += gone_[t];
  }
  rest_own_ = own_terms(size_[r] - graph_.size[v], out_ends_[r] - graph_.out_ends[v],
                        graph_.directed ? in_ends_[r] - graph_.in_ends[v] : 0);
  degrees_gone_ = 0.0;
  if (model_.degrees != Degrees::corrected) return;
  for (const auto& [degree_class, number] : graph_.degrees_of(v)) {
    const std::int64_t there = degrees_.of(r, degree_class);
    degrees_gone_ += ln(there) - ln(there - number);
  }
}

double BlockState::undirected_pairs(std::uint32_t to) const {
  const std::uint32_t from = group_[v_];
  double sum = all_gone_ - (out_[to] > 0 ? gone_[to] : 0.0);
  for (const std::uint32_t t : around_) {
    if (t == from || t == to) continue;
    const std::int64_t there = between(to, t);
    sum += ln(there) - ln(there + out_[t]);
  }
  const std::int64_t inside_from = between(from, from);
  const std::int64_t inside_to = between(to, to);
  const std::int64_t joint = between(from, to);
  const std::int64_t left = out_[from] + graph_.loops[v_];
  const std::int64_t brought = out_[to] + graph_.loops[v_];
  sum += ln(inside_from) - ln(inside_from - left) + ln(inside_to) - ln(inside_to + brought);
  sum += static_cast<double>(left - brought) * std::numbers::ln2;
  return sum + ln(joint) - ln(joint + out_[from] - out_[to]);
}

double BlockState::directed_pairs(std::uint32_t to) const {
  const std::uint32_t from = group_[v_];
  double sum = all_gone_ - (out_[to] + in_[to] > 0 ? gone_[to] : 0.0);
  for (const std::uint32_t t : around_) {
    if (t == from || t == to) continue;
    if (out_[t] > 0) {
      const std::int64_t there = between(to, t);
      sum += ln(there) - ln(there + out_[t]);
    }
    if (in_[t] > 0) {
      const std::int64_t back = between(t, to);
      sum += ln(back) - ln(back + in_[t]);
    }
  }
  const std::int64_t inside_from = between(from, from);
  const std::int64_t inside_to = between(to, to);
  const std::int64_t there = between(from, to);
  const std::int64_t back = between(to, from);
  const std::int64_t loops = graph_.loops[v_];
  sum += ln(inside_from) - ln(inside_from - out_[from] - in_[from] - loops);
  sum += ln(inside_to) - ln(inside_to + out_[to] + in_[to] + loops);
  sum += ln(there) - ln(there - out_[to] + in_[from]);
  return sum + ln(back) - ln(back - in_[to] + out_[from]);
}

double BlockState::degree_terms(std::uint32_t to) const {
  if (model_.degrees != Degrees::corrected) return 0.0;
  double sum = degrees_gone_;
  for (const auto& [degree_class, number] : graph_.degrees_of(v_)) {
    const std::int64_t there = degrees_.of(to, degree_class);
    sum += ln(there) - ln(there + number);
  }
  return sum;
}

double BlockState::change(std::uint32_t to) const {
  const std::uint32_t from = group_[v_];
  double sum = graph_.directed ? directed_pairs(to) : undirected_pairs(to);
  sum += degree_terms(to);
  sum += rest_own_ - own_[from] - own_[to];
  sum += own_terms(size_[to] + graph_.size[v_], out_ends_[to] + graph_.out_ends[v_],
                   graph_.directed ? in_ends_[to] + graph_.in_ends[v_] : 0);
  const bool empties = members_[from].size() == 1;
  const bool fills = members_[to].empty();
  if (empties != fills) sum += count_terms_[fills ? 2 : 0] - count_terms_[1];
  return sum;
}

void BlockState::shift_counts(std::uint32_t to) {
  const std::uint32_t from = group_[v_];
  const auto targets = graph_.neighbours(v_);
  const auto out = graph_.leaving(v_);
  const auto in = graph_.arriving(v_);
  for (std::size_t k = 0; k < targets.size(); ++k) {
    const std::uint32_t t = group_[targets[k]];
    add_pair(from, t, -std::int64_t{out[k]});
    add_pair(to, t, out[k]);
    if (in.empty()) continue;
    add_pair(t, from, -std::int64_t{in[k]});
    add_pair(t, to, in[k]);
  }
  add_pair(from, from, -graph_.loops[v_]);
  add_pair(to, to, graph_.loops[v_]);
  if (model_.degrees != Degrees::corrected) return;
  for (const auto& [degree_class, number] : graph_.degrees_of(v_)) {
    degrees_.add(from, degree_class, -std::int64_t{number});
    degrees_.add(to, degree_class, number);
  }
}

void BlockState::move(std::uint32_t to) {
  const std::uint32_t from = group_[v_];
  if (to == from) return;
  shift_counts(to);
  const bool fills = members_[to].empty();
  take(v_);
  put(v_, to);
  const bool empties = members_[from].empty();
  own_[from] = own_terms(size_[from], out_ends_[from], in_ends_[from]);
  own_[to] = own_terms(size_[to], out_ends_[to], in_ends_[to]);
  if (fills) {
    empty_.erase(std::find(empty_.begin(), empty_.end(), to));
    occupied_place_[to] = static_cast<std::uint32_t>(occupied_.size());
    occupied_.push_back(to);
  }
  if (empties) {
    empty_.push_back(from);
    const std::uint32_t last = occupied_.back();
    occupied_[occupied_place_[from]] = last;
    occupied_place_[last] = occupied_place_[from];
    occupied_.pop_back();
  }
  if (fills == empties) return;
  count_ = static_cast<std::uint32_t>(occupied_.size());
  for (std::int64_t i = 0; i < 3; ++i) {
    count_terms_[static_cast<std::size_t>(i)] = count_terms(std::int64_t{count_} + i - 1);
  }
}

std::uint32_t BlockState::propose(Random& random) const {
  const auto near = graph_.neighbours(v_);
  if (near.empty()) return occupied_[random.below(occupied_.size())];
  const auto& there = members_[group_[near[random.below(near.size())]]];
  const auto far = graph_.neighbours(there[random.below(there.size())]);
  if (far.empty()) return occupied_[random.below(occupied_.size())];
  return group_[far[random.below(far.size())]];
}

}  // namespace summitry::communities
