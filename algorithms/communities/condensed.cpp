#include "algorithms/communities/condensed.hpp"

#include <algorithm>
#include <utility>

#include "algorithms/weights.hpp"

namespace summitry::communities {
namespace {

struct Arc {
  VertexId target = 0;
  double weight = 0.0;
};

// A row with parallel edges added up, in an order that does not depend on that of the input.
void merge_row(std::span<const VertexId> targets, std::span<const double> weights,
               std::vector<double>& parallel, std::vector<Arc>& row) {
  row.clear();
  for (std::size_t i = 0; i < targets.size();) {
    std::size_t end = i + 1;
    while (end < targets.size() && targets[end] == targets[i]) ++end;
    double sum = static_cast<double>(end - i);
    if (!weights.empty()) {
      parallel.assign(weights.begin() + static_cast<std::ptrdiff_t>(i),
                      weights.begin() + static_cast<std::ptrdiff_t>(end));
      std::sort(parallel.begin(), parallel.end());
      sum = 0.0;
      for (const double weight : parallel) sum += weight;
    }
    row.push_back({targets[i], sum});
    i = end;
  }
}

double total(const std::vector<Arc>& row) {
  double sum = 0.0;
  for (const Arc& arc : row) sum += arc.weight;
  return sum;
}

// Both rows as one, sorted by target.
void add_rows(const std::vector<Arc>& a, const std::vector<Arc>& b, std::vector<Arc>& both) {
  both.clear();
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < a.size() || k < b.size()) {
    if (k == b.size() || (i < a.size() && a[i].target < b[k].target)) {
      both.push_back(a[i++]);
    } else if (i == a.size() || b[k].target < a[i].target) {
      both.push_back(b[k++]);
    } else {
      both.push_back({a[i].target, a[i].weight + b[k].weight});
      ++i;
      ++k;
    }
  }
}

void append_row(Condensed& condensed, VertexId v, const std::vector<Arc>& row) {
  for (const Arc& arc : row) {
    if (arc.target == v || arc.weight <= 0.0) continue;
    condensed.targets.push_back(arc.target);
    condensed.weights.push_back(arc.weight);
  }
  condensed.offsets.push_back(condensed.targets.size());
}

void read_undirected(const Graph& graph, Condensed& condensed) {
  std::vector<double> parallel;
  std::vector<Arc> row;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    merge_row(graph.out(v), graph.out_weights(v), parallel, row);
    double mass = total(row);
    for (const Arc& arc : row) {
      if (arc.target == v) mass += arc.weight;  // a loop has both its ends here
    }
    condensed.mass.push_back(mass);
    append_row(condensed, v, row);
  }
}

void read_directed(const Graph& graph, Condensed& condensed) {
  std::vector<double> parallel;
  std::vector<Arc> out;
  std::vector<Arc> in;
  std::vector<Arc> both;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    merge_row(graph.out(v), graph.out_weights(v), parallel, out);
    merge_row(graph.in(v), graph.in_weights(v), parallel, in);
    condensed.mass.push_back(total(out));
    condensed.in_mass.push_back(total(in));
    add_rows(out, in, both);
    append_row(condensed, v, both);
  }
}

double sum(const std::vector<double>& values) {
  double result = 0.0;
  for (const double value : values) result += value;
  return result;
}

}  // namespace

Condensed condense(const Graph& graph, std::string_view method, Quality quality,
                   double resolution) {
  require_strengths(method, graph);
  Condensed condensed;
  condensed.offsets.reserve(graph.vertex_count() + std::size_t{1});
  condensed.targets.reserve(graph.out_targets().size());
  condensed.weights.reserve(graph.out_targets().size());
  if (graph.directed()) {
    read_directed(graph, condensed);
  } else {
    read_undirected(graph, condensed);
  }
  const double edge_ends = sum(condensed.mass);
  if (!condensed.weights.empty()) {
    condensed.unit = sum(condensed.weights) / static_cast<double>(condensed.weights.size());
  }
  if (quality == Quality::cpm) {
    condensed.mass.assign(graph.vertex_count(), 1.0);
    condensed.in_mass.clear();
    condensed.scale = graph.directed() ? 2.0 * resolution : resolution;
  } else if (edge_ends > 0.0) {
    condensed.scale = resolution / edge_ends;
  }
  return condensed;
}

Condensed condense(const Condensed& graph, std::span<const std::uint32_t> community,
                   std::uint32_t count) {
  std::vector<std::uint32_t> begin(count + std::size_t{1}, 0);
  for (const std::uint32_t c : community) ++begin[c + std::size_t{1}];
  for (std::size_t c = 0; c < count; ++c) begin[c + 1] += begin[c];
  std::vector<VertexId> order(graph.size());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (VertexId v = 0; v < graph.size(); ++v) order[next[community[v]]++] = v;

  Condensed result;
  result.scale = graph.scale;
  result.unit = graph.unit;
  result.mass.assign(count, 0.0);
  if (!graph.in_mass.empty()) result.in_mass.assign(count, 0.0);
  std::vector<double> joining(count, 0.0);
  std::vector<std::uint32_t> touched;
  for (std::uint32_t c = 0; c < count; ++c) {
    touched.clear();
    for (std::uint32_t i = begin[c]; i < begin[c + std::size_t{1}]; ++i) {
      const VertexId v = order[i];
      result.mass[c] += graph.mass[v];
      if (!graph.in_mass.empty()) result.in_mass[c] += graph.in_mass[v];
      const auto targets = graph.neighbours(v);
      const auto weights = graph.joining(v);
      for (std::size_t k = 0; k < targets.size(); ++k) {
        const std::uint32_t d = community[targets[k]];
        if (d == c) continue;
        if (joining[d] == 0.0) touched.push_back(d);
        joining[d] += weights[k];
      }
    }
    for (const std::uint32_t d : touched) {
      result.targets.push_back(d);
      result.weights.push_back(std::exchange(joining[d], 0.0));
    }
    result.offsets.push_back(result.targets.size());
  }
  return result;
}

Masses::Masses(const Condensed& graph, std::span<const std::uint32_t> community,
               std::uint32_t labels_below)
    : graph_(&graph), mass_(labels_below, 0.0) {
  if (!graph.in_mass.empty()) in_mass_.assign(labels_below, 0.0);
  for (VertexId v = 0; v < graph.size(); ++v) add(v, community[v]);
}

void Masses::add(VertexId v, std::uint32_t community) {
  mass_[community] += graph_->mass[v];
  if (!in_mass_.empty()) in_mass_[community] += graph_->in_mass[v];
}

void Masses::remove(VertexId v, std::uint32_t community) {
  mass_[community] -= graph_->mass[v];
  if (!in_mass_.empty()) in_mass_[community] -= graph_->in_mass[v];
}

void Masses::clear(std::uint32_t community) {
  mass_[community] = 0.0;
  if (!in_mass_.empty()) in_mass_[community] = 0.0;
}

double Masses::expected(VertexId v, std::uint32_t community) const {
  const double mass = graph_->mass[v];
  if (in_mass_.empty()) return graph_->scale * mass * mass_[community];
  return graph_->scale * (mass * in_mass_[community] + graph_->in_mass[v] * mass_[community]);
}

double Masses::expected_rest(VertexId v, std::uint32_t community) const {
  const double mass = graph_->mass[v];
  const double rest = mass_[community] - mass;
  if (in_mass_.empty()) return graph_->scale * mass * rest;
  const double in_mass = graph_->in_mass[v];
  return graph_->scale * (mass * (in_mass_[community] - in_mass) + in_mass * rest);
}

double Masses::expected_rest(const Masses& inner, std::uint32_t part,
                             std::uint32_t community) const {
  const double mass = inner.mass_[part];
  const double rest = mass_[community] - mass;
  if (in_mass_.empty()) return graph_->scale * mass * rest;
  const double in_mass = inner.in_mass_[part];
  return graph_->scale * (mass * (in_mass_[community] - in_mass) + in_mass * rest);
}

std::uint32_t renumber(std::vector<std::uint32_t>& labels) {
  constexpr std::uint32_t kUnseen = UINT32_MAX;
  std::vector<std::uint32_t> number(labels.size(), kUnseen);
  std::uint32_t count = 0;
  for (std::uint32_t& label : labels) {
    if (number[label] == kUnseen) number[label] = count++;
    label = number[label];
  }
  return count;
}

std::uint32_t split_disconnected(const Condensed& graph, std::vector<std::uint32_t>& community) {
  constexpr std::uint32_t kUnseen = UINT32_MAX;
  std::vector<std::uint32_t> part(graph.size(), kUnseen);
  std::vector<VertexId> frontier;
  std::uint32_t count = 0;
  for (VertexId start = 0; start < graph.size(); ++start) {
    if (part[start] != kUnseen) continue;
    part[start] = count;
    frontier.assign(1, start);
    while (!frontier.empty()) {
      const VertexId v = frontier.back();
      frontier.pop_back();
      for (const VertexId u : graph.neighbours(v)) {
        if (part[u] != kUnseen || community[u] != community[v]) continue;
        part[u] = count;
        frontier.push_back(u);
      }
    }
    ++count;
  }
  community = std::move(part);
  return count;
}

}  // namespace summitry::communities
