#include "algorithms/continuity/positions/qap.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "algorithms/inference/null_tally.hpp"
#include "algorithms/options.hpp"
#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

constexpr VertexId kMostDense = 2000;
constexpr VertexId kMostExact = 6;
constexpr std::size_t kBlock = 50;               // permutations
constexpr std::uint64_t kStream = 0x5141500000;  // apart from other methods of one seed

struct Entry {
  VertexId row = 0;
  VertexId column = 0;
  double value = 0.0;
};

// The pairs of a graph that are not 0, in order; undirected ones once.
std::vector<Entry> entries_of(const Graph& graph) {
  std::vector<Entry> entries;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const auto row = graph.out(v);
    const auto weights = graph.out_weights(v);
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (row[k] == v || (!graph.directed() && row[k] < v)) continue;
      const double value = weights.empty() ? 1.0 : weights[k];
      const bool parallel =
          !entries.empty() && entries.back().row == v && entries.back().column == row[k];
      if (parallel) {
        entries.back().value += value;
      } else {
        entries.push_back({v, row[k], value});
      }
    }
  }
  return entries;
}

struct Moments {
  double mean = 0.0;
  double deviation = 0.0;  // square root of the sum of squared differences from the mean
};

Moments moments(const std::vector<Entry>& entries, double pairs) {
  double sum = 0.0;
  for (const Entry& entry : entries) sum += entry.value;
  const double mean = sum / pairs;
  double squares = (pairs - static_cast<double>(entries.size())) * mean * mean;
  for (const Entry& entry : entries) squares += (entry.value - mean) * (entry.value - mean);
  return {mean, std::sqrt(squares)};
}

// Values by pair: dense for few vertices, else sorted rows.
class Matrix {
 public:
  Matrix(const std::vector<Entry>& entries, VertexId n, bool directed)
      : n_(n), directed_(directed) {
    if (n <= kMostDense) {
      dense_.assign(std::size_t{n} * n, 0.0);
      for (const Entry& entry : entries) {
        dense_[std::size_t{entry.row} * n + entry.column] = entry.value;
        if (!directed) dense_[std::size_t{entry.column} * n + entry.row] = entry.value;
      }
      return;
    }
    entries_ = entries;
    begin_.assign(std::size_t{n} + 1, 0);
    for (const Entry& entry : entries) ++begin_[std::size_t{entry.row} + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  }

  [[nodiscard]] double at(VertexId row, VertexId column) const {
    if (!dense_.empty()) return dense_[std::size_t{row} * n_ + column];
    if (!directed_ && column < row) std::swap(row, column);
    const auto first = entries_.begin() + static_cast<std::ptrdiff_t>(begin_[row]);
    const auto last = entries_.begin() + static_cast<std::ptrdiff_t>(begin_[row + std::size_t{1}]);
    const auto found = std::lower_bound(
        first, last, column, [](const Entry& entry, VertexId c) { return entry.column < c; });
    return found != last && found->column == column ? found->value : 0.0;
  }

 private:
  VertexId n_;
  bool directed_;
  std::vector<double> dense_;
  std::vector<Entry> entries_;
  std::vector<std::size_t> begin_;
};

class Comparison {
 public:
  Comparison(const std::vector<Entry>& walked, const Matrix& other, const Moments& a,
             const Moments& b, double pairs)
      : walked_(walked),
        other_(other),
        expected_(pairs * a.mean * b.mean),
        scale_(a.deviation * b.deviation) {}

  [[nodiscard]] double correlation(const std::vector<VertexId>& image) const {
    double products = 0.0;
    for (const Entry& entry : walked_) {
      products += entry.value * other_.at(image[entry.row], image[entry.column]);
    }
    return std::clamp((products - expected_) / scale_, -1.0, 1.0);
  }

 private:
  const std::vector<Entry>& walked_;
  const Matrix& other_;
  double expected_;
  double scale_;
};

NullTally all_relabellings(const Comparison& comparison, std::vector<VertexId> image,
                           double observed) {
  NullTally tally(observed);
  do {
    tally.add(comparison.correlation(image));
  } while (std::next_permutation(image.begin(), image.end()));
  return tally;
}

NullTally random_relabellings(const Comparison& comparison, const std::vector<VertexId>& identity,
                              double observed, std::size_t permutations, const Run& run) {
  std::vector<NullTally> tallies(block_count(permutations, kBlock), NullTally(observed));
  parallel_blocks(permutations, kBlock, run, "relabelling", [&](const Block& block) {
    Random random(run.seed, kStream + block.index);
    std::vector<VertexId> image = identity;
    for (std::size_t i = block.begin; i < block.end; ++i) {
      random.shuffle(std::span(image));
      tallies[block.index].add(comparison.correlation(image));
    }
  });
  NullTally total(observed);
  for (const NullTally& tally : tallies) total.add(tally);
  return total;
}

void check(const Graph& first, const Graph& second, const QapOptions& options) {
  if (options.permutations < 1) refuse_option("qap", "permutations", ">= 1", "0");
  if (first.vertex_count() != second.vertex_count()) {
    refuse_option("qap", "second", std::to_string(first.vertex_count()) + " vertices, as the first",
                  std::to_string(second.vertex_count()));
  }
  if (first.directed() != second.directed()) {
    refuse_option("qap", "second", first.directed() ? "directed, as the first" : "undirected",
                  second.directed() ? "directed" : "undirected");
  }
}

void finish(QapCorrelation& result, const NullTally& tally) {
  const Draws draws = result.exact ? Draws::all : Draws::at_random;
  result.permutations = tally.count();
  result.mean = tally.mean();
  result.sd = tally.sd(draws).value_or(0.0);
  result.p_at_least = tally.p_at_least(draws);
  result.p_at_most = tally.p_at_most(draws);
  result.smallest_p = tally.smallest_p(draws);
}

}  // namespace

QapCorrelation qap_correlation(const Graph& first, const Graph& second, const QapOptions& options,
                               const Run& run) {
  check(first, second, options);
  QapCorrelation result;
  const VertexId n = first.vertex_count();
  if (n < 3) return result;
  const double pairs = static_cast<double>(n) * (n - 1.0) / (first.directed() ? 1.0 : 2.0);
  std::vector<Entry> walked = entries_of(first);
  std::vector<Entry> other = entries_of(second);
  if (walked.size() > other.size()) std::swap(walked, other);
  const Moments a = moments(walked, pairs);
  const Moments b = moments(other, pairs);
  constexpr double kRounding = 1e-10;  // relative: a matrix of equal values has no deviation
  const auto constant = [&](const Moments& m) {
    return m.deviation <= kRounding * std::fabs(m.mean) * std::sqrt(pairs);
  };
  if (constant(a) || constant(b)) return result;
  const Matrix matrix(other, n, first.directed());
  const Comparison comparison(walked, matrix, a, b, pairs);
  std::vector<VertexId> identity(n);
  std::iota(identity.begin(), identity.end(), VertexId{0});
  result.value = comparison.correlation(identity);
  result.exact = n <= kMostExact;
  finish(result, result.exact ? all_relabellings(comparison, identity, *result.value)
                              : random_relabellings(comparison, identity, *result.value,
                                                    options.permutations, run));
  return result;
}

}  // namespace summitry
