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
    parallel.assign(weights.begin() + static_cast<std::ptrdiff_t>(i),
                    weights.begin() + static_cast<std::ptrdiff_t>(end));
    std::sort(parallel.begin(), parallel.end());
    double sum = 0.0;
    for (const double weight : parallel) sum += weight;
    row.push_back({targets[i], sum});
    i = end;
  }
}

double total(const std::vector<Arc>& row) {
  double sum = 0.0;
  for (const Arc& arc : row) sum += arc.weight;
  return sum;
}

double sum_of(std::span<const double> values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
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

void append_row(Condensed::Kept& kept, VertexId v, const std::vector<Arc>& row) {
  for (const Arc& arc : row) {
    if (arc.target == v || arc.weight <= 0.0) continue;
    kept.targets.push_back(arc.target);
    kept.weights.push_back(arc.weight);
  }
  kept.offsets.push_back(static_cast<std::uint32_t>(kept.targets.size()));
}

bool strictly_ascending(std::span<const VertexId> row) {
  bool ascending = true;
  for (std::size_t k = 1; k < row.size(); ++k) ascending = ascending && row[k - 1] < row[k];
  return ascending;
}

// Whether the rows can be used where they are.
bool as_they_are(const Graph& graph) {
  if (graph.directed() || graph.has_loops()) return false;
  if (!graph.weighted()) return true;  // parallel edges count once each, in any order
  for (const double weight : graph.out_arc_weights()) {
    if (weight <= 0.0) return false;
  }
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (!strictly_ascending(graph.out(v))) return false;
  }
  return true;
}

void borrow(const Graph& graph, Condensed& condensed) {
  condensed.offsets = graph.out_offsets();
  condensed.targets = graph.out_targets();
  condensed.arc_weights = graph.out_arc_weights();
  condensed.mass.resize(graph.vertex_count());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    condensed.mass[v] =
        graph.weighted() ? sum_of(graph.out_weights(v)) : static_cast<double>(graph.out(v).size());
  }
}

// Without weights: the rows one after the other, loops left out.
void copy_ones(const Graph& graph, Condensed& condensed) {
  Condensed::Kept& kept = condensed.kept;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    std::size_t loops = 0;
    const auto append = [&](std::span<const VertexId> row) {
      for (const VertexId u : row) {
        if (u == v) {
          ++loops;
        } else {
          kept.targets.push_back(u);
        }
      }
    };
    append(graph.out(v));
    if (graph.directed()) append(graph.in(v));
    kept.offsets.push_back(static_cast<std::uint32_t>(kept.targets.size()));
    // a loop of an undirected graph stands once in its row and has both its ends there
    condensed.mass.push_back(
        static_cast<double>(graph.out(v).size() + (graph.directed() ? 0 : loops)));
    if (graph.directed()) condensed.in_mass.push_back(static_cast<double>(graph.in(v).size()));
  }
}

void copy_weighted(const Graph& graph, Condensed& condensed) {
  std::vector<double> parallel;
  std::vector<Arc> out;
  std::vector<Arc> in;
  std::vector<Arc> both;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    merge_row(graph.out(v), graph.out_weights(v), parallel, out);
    double mass = total(out);
    if (graph.directed()) {
      merge_row(graph.in(v), graph.in_weights(v), parallel, in);
      condensed.in_mass.push_back(total(in));
      add_rows(out, in, both);
    } else {
      for (const Arc& arc : out) {
        if (arc.target == v) mass += arc.weight;  // a loop has both its ends here
      }
    }
    condensed.mass.push_back(mass);
    append_row(condensed.kept, v, graph.directed() ? both : out);
  }
}

void read_rows(const Graph& graph, Condensed& condensed) {
  if (as_they_are(graph)) return borrow(graph, condensed);
  const std::size_t arcs = graph.out_targets().size() * (graph.directed() ? 2 : 1);
  condensed.kept.offsets.reserve(graph.vertex_count() + std::size_t{1});
  condensed.kept.offsets.push_back(0);
  condensed.kept.targets.reserve(arcs);
  if (graph.weighted()) {
    condensed.kept.weights.reserve(arcs);
    copy_weighted(graph, condensed);
  } else {
    copy_ones(graph, condensed);
  }
  condensed.look_at_kept();
}

}  // namespace

void Condensed::look_at_kept() {
  offsets = kept.offsets;
  targets = kept.targets;
  arc_weights = kept.weights;
}

Condensed condense(const Graph& graph, std::string_view method, Quality quality,
                   double resolution) {
  require_strengths(method, graph);
  Condensed condensed;
  read_rows(graph, condensed);
  const double edge_ends = sum_of(condensed.mass);
  condensed.weight = condensed.arc_weights.empty() ? static_cast<double>(condensed.targets.size())
                                                   : sum_of(condensed.arc_weights);
  if (!condensed.targets.empty()) {
    condensed.unit = condensed.weight / static_cast<double>(condensed.targets.size());
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
