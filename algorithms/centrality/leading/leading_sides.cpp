// Singular vectors of a directed graph: Lanczos on A A^T in each part that may have the largest value.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "algorithms/centrality/leading/lanczos.hpp"
#include "algorithms/centrality/leading/leaders.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

constexpr double kSameValue = 2e-10;  // relative, of squares; parts this near share the value

double strength(const Arcs& rows, std::size_t v) {
  if (rows.weights.empty()) return static_cast<double>(rows.end(v) - rows.begin(v));
  const auto row = rows.weights.subspan(rows.begin(v), rows.end(v) - rows.begin(v));
  return std::accumulate(row.begin(), row.end(), 0.0);
}

// By vertex, as a beginning of edges and as an end: the part of those edges; `count` without any.
struct Labels {
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> ends;
  std::uint32_t count = 0;

  explicit Labels(const Graph& graph)
      : begins(graph.vertex_count(), kNone), ends(graph.vertex_count(), kNone) {
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      if (begins[v] == kNone && !graph.out(v).empty()) spread(graph, v);
    }
    for (auto* side : {&begins, &ends}) std::replace(side->begin(), side->end(), kNone, count);
  }

 private:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  void spread(const Graph& graph, VertexId start) {
    std::vector<VertexId> queue{start};
    begins[start] = count;
    for (std::size_t head = 0; head < queue.size(); ++head) {
      for (const VertexId w : graph.out(queue[head])) {
        if (ends[w] != kNone) continue;
        ends[w] = count;
        for (const VertexId u : graph.in(w)) {
          if (begins[u] != kNone) continue;
          begins[u] = count;
          queue.push_back(u);
        }
      }
    }
    ++count;
  }
};

// One side of all parts: its vertices by part, in each by falling length of their rows.
struct Side {
  std::vector<VertexId> order;
  std::vector<VertexId> begin;  // of each part in order
  std::vector<VertexId> place;  // by vertex, within its part

  Side(const Arcs& rows, const std::vector<std::uint32_t>& labels, std::uint32_t count)
      : order(by_row_length(rows, labels, count + 1)),
        begin(std::size_t{count} + 2, 0),
        place(places_in(order)) {
    for (const std::uint32_t part : labels) ++begin[part + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    for (std::size_t v = 0; v < place.size(); ++v) place[v] -= begin[labels[v]];
  }

  [[nodiscard]] std::size_t size(std::uint32_t part) const { return begin[part + 1] - begin[part]; }
};

class Parts {
 public:
  Parts(const Graph& graph, const Run& run)
      : out_(arcs(graph, Along::out)),
        in_(arcs(graph, Along::in)),
        labels_(graph),
        hubs_(out_, labels_.begins, labels_.count),
        authorities_(in_, labels_.ends, labels_.count),
        from_hubs_(out_, hubs_.order, authorities_.place, run),
        to_authorities_(in_, authorities_.order, hubs_.place, run) {}

  // By part: no square is larger than the largest row sum of the product.
  [[nodiscard]] std::vector<double> bounds() const {
    std::vector<double> found(labels_.count, 0.0);
    std::vector<double> arriving(labels_.ends.size());
    for (std::size_t w = 0; w < arriving.size(); ++w) arriving[w] = strength(in_, w);
    for (std::size_t v = 0; v < arriving.size(); ++v) {
      if (labels_.begins[v] == labels_.count) continue;
      double& bound = found[labels_.begins[v]];
      bound = std::max(bound, row_sum(out_, v, arriving.data()));
    }
    return found;
  }

  [[nodiscard]] LeadingVector leading(std::uint32_t part, const LeadingOptions& options,
                                      const Run& run) const {
    const RowRange hubs{from_hubs_, hubs_.begin[part], hubs_.size(part)};
    const RowRange authorities{to_authorities_, authorities_.begin[part], authorities_.size(part)};
    return leading_of({hubs, authorities}, options, run);
  }

  // As much of both sides' vectors as uniform hubs point to the part's.
  void add(std::uint32_t part, const LeadingVector& pair, LeadingSides& sides) const {
    const double towards = std::accumulate(pair.vector.begin(), pair.vector.end(), 0.0);
    for (std::size_t i = 0; i < pair.vector.size(); ++i) {
      sides.hubs[hubs_.order[hubs_.begin[part] + i]] = towards * pair.vector[i];
    }
    const double factor = towards / std::sqrt(pair.value);
    for (std::size_t j = authorities_.begin[part]; j < authorities_.begin[part + 1]; ++j) {
      const double arriving = to_authorities_.sum(j, pair.vector.data());
      sides.authorities[authorities_.order[j]] = factor * arriving;
    }
  }

 private:
  Arcs out_;
  Arcs in_;
  Labels labels_;
  Side hubs_;
  Side authorities_;
  ReorderedRows from_hubs_;
  ReorderedRows to_authorities_;
};

}  // namespace

LeadingSides leading_sides(const Graph& given, const LeadingOptions& options, const Run& run) {
  const auto positive = without_zero_weights(given);
  const Graph& graph = positive ? *positive : given;
  const Parts parts(graph, run);
  const auto found = leaders(parts.bounds(), kSameValue, [&](std::uint32_t part, double) {
    return parts.leading(part, options, run);
  });
  const std::vector<double> nobody(graph.vertex_count(), 0.0);
  LeadingSides leading{found.value, nobody, nobody, found.convergence};
  for (const auto& [part, pair] : found.parts) parts.add(part, pair, leading);
  return leading;
}

}  // namespace summitry
