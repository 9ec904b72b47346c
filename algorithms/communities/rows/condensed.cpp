#include "algorithms/communities/rows/condensed.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "algorithms/weights.hpp"
#include "engine/error.hpp"
#include "engine/number.hpp"

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

// Rows written one after the other.
class Writer {
 public:
  Writer(const Graph& graph, Condensed& condensed) : condensed_(condensed) {
    const std::size_t room = graph.out_targets().size() * (graph.directed() ? 2 : 1);
    condensed.kept.arcs.hold(room);
    targets_ = condensed.kept.arcs.targets();
    condensed.targets = targets_;
    if (!graph.weighted()) return;
    weights_ = condensed.kept.arcs.weights();
    condensed.arc_weights = weights_;
  }

  void begin_row() { condensed_.kept.begins.push_back(static_cast<std::uint32_t>(count_)); }
  void end_row() { condensed_.kept.ends.push_back(static_cast<std::uint32_t>(count_)); }
  void add(VertexId target) { targets_[count_++] = target; }
  void add(const Arc& arc) {
    weights_[count_] = arc.weight;
    targets_[count_++] = arc.target;
  }
  void finish() {
    condensed_.begins = condensed_.kept.begins;
    condensed_.ends = condensed_.kept.ends;
    condensed_.arcs = count_;
  }

 private:
  Condensed& condensed_;
  VertexId* targets_ = nullptr;
  double* weights_ = nullptr;
  std::size_t count_ = 0;
};

// More to the point than the refusal of what is no strength: a signed graph is not a mistake.
void refuse_signs(std::string_view method, const Graph& graph) {
  for (const double weight : graph.out_arc_weights()) {
    if (weight < 0.0 && graph.weight_meaning() == WeightMeaning::strength) {
      throw InvalidWeight(
          std::string(method) + ": a weight is negative (" + shortest(weight) +
          "), and communities are found in what joins: leave out the relations that "
          "separate, or use --weights none");
    }
  }
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
  condensed.begins = graph.out_offsets().first(graph.vertex_count());
  condensed.ends = graph.out_offsets().subspan(1);
  condensed.arcs = graph.out_targets().size();
  condensed.targets = graph.out_targets().data();
  if (graph.weighted()) condensed.arc_weights = graph.out_arc_weights().data();
  condensed.mass.resize(graph.vertex_count());
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    condensed.mass[v] =
        graph.weighted() ? sum_of(graph.out_weights(v)) : static_cast<double>(graph.out(v).size());
  }
}

// Without weights: the rows one after the other, loops left out.
void copy_ones(const Graph& graph, Condensed& condensed) {
  Writer writer(graph, condensed);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    std::size_t loops = 0;
    const auto append = [&](std::span<const VertexId> row) {
      for (const VertexId u : row) {
        if (u == v) {
          ++loops;
        } else {
          writer.add(u);
        }
      }
    };
    writer.begin_row();
    append(graph.out(v));
    if (graph.directed()) append(graph.in(v));
    writer.end_row();
    // a loop of an undirected graph stands once in its row and has both its ends there
    condensed.mass.push_back(
        static_cast<double>(graph.out(v).size() + (graph.directed() ? 0 : loops)));
    if (graph.directed()) condensed.in_mass.push_back(static_cast<double>(graph.in(v).size()));
  }
  writer.finish();
}

void copy_weighted(const Graph& graph, Condensed& condensed) {
  Writer writer(graph, condensed);
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
    writer.begin_row();
    for (const Arc& arc : graph.directed() ? both : out) {
      if (arc.target != v && arc.weight > 0.0) writer.add(arc);
    }
    writer.end_row();
  }
  writer.finish();
}

double weight_of_arcs(const Condensed& graph) {
  if (graph.arc_weights == nullptr) return static_cast<double>(graph.arcs);
  double sum = 0.0;
  for (VertexId v = 0; v < graph.size(); ++v) sum += sum_of(graph.joining(v));
  return sum;
}

}  // namespace

Condensed::Kept Rooms::take_largest() {
  if (kept_.empty()) return {};
  const auto largest =
      std::max_element(kept_.begin(), kept_.end(),
                       [](const auto& a, const auto& b) { return a.arcs.arcs() < b.arcs.arcs(); });
  Condensed::Kept room = std::move(*largest);
  kept_.erase(largest);
  return room;
}

Condensed condense(const Graph& graph, std::string_view method, Quality quality,
                   double resolution) {
  refuse_signs(method, graph);
  require_strengths(method, graph);
  Condensed condensed;
  if (as_they_are(graph)) {
    borrow(graph, condensed);
  } else if (graph.weighted()) {
    copy_weighted(graph, condensed);
  } else {
    copy_ones(graph, condensed);
  }
  const double edge_ends = sum_of(condensed.mass);
  condensed.weight = weight_of_arcs(condensed);
  if (condensed.arcs > 0) condensed.unit = condensed.weight / static_cast<double>(condensed.arcs);
  if (quality == Quality::cpm) {
    condensed.mass.assign(graph.vertex_count(), 1.0);
    condensed.in_mass.clear();
    condensed.scale = graph.directed() ? 2.0 * resolution : resolution;
  } else if (edge_ends > 0.0) {
    condensed.scale = resolution / edge_ends;
  }
  return condensed;
}

}  // namespace summitry::communities
