#include "algorithms/structure/mixing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/structure/simple.hpp"

namespace summitry {
namespace {

// Root of the sum of squared differences that leaving out one edge makes.
class Jackknife {
 public:
  void add(const std::optional<double>& all, const std::optional<double>& without, double times) {
    if (!all || !without) {
      complete_ = false;
    } else {
      squares_ += times * (*without - *all) * (*without - *all);
    }
  }
  [[nodiscard]] std::optional<double> sd() const {
    if (!complete_) return std::nullopt;
    return std::sqrt(squares_);
  }

 private:
  double squares_ = 0.0;
  bool complete_ = true;
};

// Counts of a mixing matrix, all that r depends on.
struct Mixing {
  double total = 0.0;
  double within = 0.0;
  double products = 0.0;  // sum of row times column

  [[nodiscard]] std::optional<double> r() const {
    const double expected = products / (total * total);
    if (!(total > 0.0) || !(expected < 1.0)) return std::nullopt;
    return (within / total - expected) / (1.0 - expected);
  }
};

class Matrix {
 public:
  Matrix(std::uint32_t k, bool directed) : size(k), directed_(directed), row_(k), column_(k) {
    counts.assign(std::size_t{k} * k, 0);
  }

  void add(std::uint32_t a, std::uint32_t b) {
    ++counts[std::size_t{a} * size + b];
    if (!directed_) ++counts[std::size_t{b} * size + a];
  }

  Mixing sums() {
    Mixing all;
    for (std::uint32_t a = 0; a < size; ++a) {
      for (std::uint32_t b = 0; b < size; ++b) {
        const auto count = static_cast<double>(counts[std::size_t{a} * size + b]);
        row_[a] += count;
        column_[b] += count;
        all.total += count;
        if (a == b) all.within += count;
      }
    }
    for (std::uint32_t a = 0; a < size; ++a) all.products += row_[a] * column_[a];
    return all;
  }

  // The sums with one edge from a to b less; undirected: and with it the one from b to a.
  [[nodiscard]] Mixing without(Mixing all, std::uint32_t a, std::uint32_t b) const {
    all.total -= directed_ ? 1.0 : 2.0;
    if (a == b) {
      const double less = directed_ ? 1.0 : 2.0;
      all.within -= less;
      all.products += (row_[a] - less) * (column_[a] - less) - row_[a] * column_[a];
    } else if (directed_) {
      all.products -= column_[a] + row_[b];
    } else {
      all.products -= column_[a] + row_[a] - 1.0 + column_[b] + row_[b] - 1.0;
    }
    return all;
  }

  std::uint32_t size;
  std::vector<std::uint64_t> counts;

 private:
  bool directed_;
  std::vector<double> row_;
  std::vector<double> column_;
};

// Pearson's correlation over pairs that can be taken away again. Numbers are shifted by their mean
// first, so that the sums keep their digits.
struct Pairs {
  double count = 0.0, x = 0.0, y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;

  void add(double a, double b, double times) {
    count += times;
    x += times * a;
    y += times * b;
    xx += times * a * a;
    yy += times * b * b;
    xy += times * a * b;
  }
  [[nodiscard]] std::optional<double> r() const {
    const double across = count * xx - x * x;
    const double down = count * yy - y * y;
    const double noise = 1e-13 * count;
    if (!(across > noise * xx && down > noise * yy)) return std::nullopt;
    return (count * xy - x * y) / (std::sqrt(across) * std::sqrt(down));
  }
};

double mean_of(std::span<const double> values) {
  double sum = 0.0;
  double count = 0.0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    count += 1.0;
  }
  return count > 0.0 ? sum / count : 0.0;
}

Assortativity correlation(const Graph& graph, std::span<const double> at_source,
                          std::span<const double> at_target) {
  const double x0 = mean_of(at_source);
  const double y0 = mean_of(at_target);
  const bool both_ways = !graph.directed();
  const auto add = [&](Pairs& pairs, const Edge& edge, double times) {
    pairs.add(at_source[edge.source] - x0, at_target[edge.target] - y0, times);
    if (both_ways) pairs.add(at_source[edge.target] - x0, at_target[edge.source] - y0, times);
  };
  Assortativity result;
  Pairs all;
  std::vector<Edge> edges = simple_edges(graph);
  const std::size_t every = edges.size();
  std::erase_if(edges, [&](const Edge& edge) {
    return std::isnan(at_source[edge.source]) || std::isnan(at_target[edge.target]);
  });
  result.edges = edges.size();
  result.left_out = every - edges.size();
  for (const Edge& edge : edges) add(all, edge, 1.0);
  result.r = all.r();
  Jackknife jackknife;
  for (const Edge& edge : edges) {
    Pairs without = all;
    add(without, edge, -1.0);
    jackknife.add(result.r, without.r(), 1.0);
  }
  if (result.r) result.sd = jackknife.sd();
  return result;
}

std::vector<double> simple_degrees(const Graph& graph, DegreeKind kind) {
  std::vector<double> degrees(graph.vertex_count(), 0.0);
  for (const auto& [u, v] : simple_edges(graph)) {
    if (!graph.directed() || kind != DegreeKind::in) degrees[u] += 1.0;
    if (!graph.directed() || kind != DegreeKind::out) degrees[v] += 1.0;
  }
  return degrees;
}

}  // namespace

CategoryMixing category_mixing(const Graph& graph, std::span<const std::uint32_t> category) {
  std::uint32_t count = 0;
  for (const std::uint32_t one : category) {
    if (one != kNoCategory) count = std::max(count, one + 1);
  }
  CategoryMixing result;
  Assortativity& assortativity = result.assortativity;
  Matrix matrix(count, graph.directed());
  for (const auto& [u, v] : simple_edges(graph)) {
    const bool missing = category[u] == kNoCategory || category[v] == kNoCategory;
    ++(missing ? assortativity.left_out : assortativity.edges);
    if (!missing) matrix.add(category[u], category[v]);
  }
  const Mixing all = matrix.sums();
  assortativity.r = all.r();
  Jackknife jackknife;
  for (std::uint32_t a = 0; a < count; ++a) {
    for (std::uint32_t b = 0; b < count; ++b) {
      const auto edges = static_cast<double>(matrix.counts[std::size_t{a} * count + b]);
      if (edges == 0.0) continue;
      // An undirected edge was counted twice.
      jackknife.add(assortativity.r, matrix.without(all, a, b).r(),
                    graph.directed() ? edges : edges / 2.0);
    }
  }
  if (assortativity.r) assortativity.sd = jackknife.sd();
  result.categories = count;
  result.edges = std::move(matrix.counts);
  return result;
}

Assortativity numeric_assortativity(const Graph& graph, std::span<const double> value) {
  return correlation(graph, value, value);
}

Assortativity degree_assortativity(const Graph& graph, DegreeKind source, DegreeKind target) {
  return correlation(graph, simple_degrees(graph, source), simple_degrees(graph, target));
}

}  // namespace summitry
