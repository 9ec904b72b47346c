#include "tests/support/oracles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>
#include <utility>

namespace summitry::testing {
namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

Matrix zeros(std::size_t n) {
  return Matrix(n, Values(n, 0.0));
}

double sum(const Values& values) {
  double total = 0.0;
  for (const double value : values) total += value;
  return total;
}

// The edges by id, each with its length.
struct Arc {
  Edge ends;
  double length;
};

std::vector<Arc> arcs_of(const Graph& graph) {
  const std::vector<Edge> edges = graph.edges();
  const std::vector<double> weights = graph.edge_weights();
  std::vector<Arc> arcs;
  for (std::size_t e = 0; e < edges.size(); ++e) {
    arcs.push_back({edges[e], weights.empty() ? 1.0 : weights[e]});
  }
  return arcs;
}

// lengths[u][v] of the shortest single edge.
Matrix one_step(const Graph& graph) {
  Matrix length(graph.vertex_count(), Values(graph.vertex_count(), kFar));
  for (const auto& [ends, weight] : arcs_of(graph)) {
    const auto [u, v] = ends;
    length[u][v] = std::min(length[u][v], weight);
    if (!graph.directed()) length[v][u] = std::min(length[v][u], weight);
  }
  for (std::size_t v = 0; v < length.size(); ++v) length[v][v] = 0.0;
  return length;
}

// Paths from s, in order of length: each vertex has as many as those that come last before it.
void count_paths(const Graph& graph, std::size_t s, AllPairs& pairs) {
  std::vector<std::size_t> order;
  for (std::size_t v = 0; v < pairs.length.size(); ++v) {
    if (pairs.length[s][v] < kFar) order.push_back(v);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pairs.length[s][a] < pairs.length[s][b];
  });
  pairs.paths[s][s] = 1.0;
  for (const std::size_t v : order) {
    for (const auto& [ends, weight] : arcs_of(graph)) {
      const auto step = [&](VertexId from, VertexId to) {
        if (from == v && from != to && pairs.length[s][from] + weight == pairs.length[s][to]) {
          pairs.paths[s][to] += pairs.paths[s][from];
        }
      };
      step(ends.source, ends.target);
      if (!graph.directed()) step(ends.target, ends.source);
    }
  }
}

Matrix laplacian(const Matrix& conductance) {
  Matrix result = zeros(conductance.size());
  for (std::size_t i = 0; i < conductance.size(); ++i) {
    for (std::size_t j = 0; j < conductance.size(); ++j) {
      result[i][i] += conductance[i][j];
      result[i][j] -= conductance[i][j];
    }
  }
  return result;
}

// Which vertices v reaches, whatever the direction.
std::vector<bool> component_of(const Matrix& matrix, std::size_t v) {
  std::vector<bool> reached(matrix.size(), false);
  reached[v] = true;
  for (std::size_t round = 0; round < matrix.size(); ++round) {
    for (std::size_t i = 0; i < matrix.size(); ++i) {
      for (std::size_t j = 0; j < matrix.size(); ++j) {
        if (reached[i] && matrix[i][j] > 0.0) reached[j] = true;
      }
    }
  }
  return reached;
}

// Potentials for one unit from s to t, t being earthed, and everybody in another component as well.
Values potentials(const Matrix& conductance, std::size_t s, std::size_t t) {
  Matrix system = laplacian(conductance);
  Values current(system.size(), 0.0);
  current[s] = 1.0;
  const std::vector<bool> inside = component_of(conductance, s);
  for (std::size_t i = 0; i < system.size(); ++i) {
    if (i != t && inside[i]) continue;
    std::fill(system[i].begin(), system[i].end(), 0.0);
    system[i][i] = 1.0;
    current[i] = 0.0;
  }
  return solve(system, current);
}

}  // namespace

std::string difference(const Values& actual, const Values& expected, double tolerance) {
  std::ostringstream text;
  if (actual.size() != expected.size()) {
    text << actual.size() << " values instead of " << expected.size();
    return text.str();
  }
  for (std::size_t i = 0; i < actual.size(); ++i) {
    if (std::isnan(actual[i]) && std::isnan(expected[i])) continue;
    const double scale = std::max({1.0, std::abs(actual[i]), std::abs(expected[i])});
    if (std::abs(actual[i] - expected[i]) <= tolerance * scale) continue;
    text.precision(17);
    text << "at " << i << ": " << actual[i] << " instead of " << expected[i];
    return text.str();
  }
  return "";
}

Values permuted(const Values& values, const std::vector<std::uint32_t>& permutation) {
  Values result(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) result[permutation[i]] = values[i];
  return result;
}

Matrix adjacency(const Graph& graph) {
  Matrix result = zeros(graph.vertex_count());
  for (const auto& [ends, weight] : arcs_of(graph)) {
    result[ends.source][ends.target] += weight;
    if (!graph.directed() && ends.source != ends.target) result[ends.target][ends.source] += weight;
  }
  return result;
}

Matrix joined(const Graph& graph) {
  Matrix result = adjacency(graph);
  const Matrix one_way = result;
  for (std::size_t i = 0; i < result.size(); ++i) {
    for (std::size_t j = 0; j < result.size(); ++j) {
      if (graph.directed()) result[i][j] += one_way[j][i];
    }
    result[i][i] = 0.0;
  }
  return result;
}

Matrix simple_adjacency(const Graph& graph) {
  Matrix result = zeros(graph.vertex_count());
  for (const auto& [ends, weight] : arcs_of(graph)) {
    if (ends.source != ends.target) {
      result[ends.source][ends.target] = result[ends.target][ends.source] = 1.0;
    }
  }
  return result;
}

Matrix transposed(const Matrix& matrix) {
  Matrix result = zeros(matrix.size());
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    for (std::size_t j = 0; j < matrix.size(); ++j) result[j][i] = matrix[i][j];
  }
  return result;
}

Matrix product(const Matrix& a, const Matrix& b) {
  Matrix result = zeros(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t k = 0; k < a.size(); ++k) {
      for (std::size_t j = 0; j < a.size(); ++j) result[i][j] += a[i][k] * b[k][j];
    }
  }
  return result;
}

Values product(const Matrix& matrix, const Values& x) {
  Values result(x.size(), 0.0);
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < x.size(); ++j) result[i] += matrix[i][j] * x[j];
  }
  return result;
}

Values solve(Matrix matrix, Values right) {
  const std::size_t n = right.size();
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t pivot = i;
    for (std::size_t r = i; r < n; ++r) {
      if (std::abs(matrix[r][i]) > std::abs(matrix[pivot][i])) pivot = r;
    }
    std::swap(matrix[i], matrix[pivot]);
    std::swap(right[i], right[pivot]);
    for (std::size_t r = 0; r < n; ++r) {
      if (r == i) continue;
      const double factor = matrix[r][i] / matrix[i][i];
      for (std::size_t c = i; c < n; ++c) matrix[r][c] -= factor * matrix[i][c];
      right[r] -= factor * right[i];
    }
  }
  for (std::size_t i = 0; i < n; ++i) right[i] /= matrix[i][i];
  return right;
}

Matrix high_power(Matrix matrix, int doublings) {
  for (int round = 0; round < doublings; ++round) {
    matrix = product(matrix, matrix);
    double largest = 0.0;
    for (const Values& row : matrix) largest = std::max(largest, sum(row));
    for (Values& row : matrix) {
      for (double& value : row) value /= largest;
    }
  }
  return matrix;
}

AllPairs all_pairs(const Graph& graph) {
  const std::size_t n = graph.vertex_count();
  AllPairs pairs{one_step(graph), zeros(n)};
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        pairs.length[i][j] = std::min(pairs.length[i][j], pairs.length[i][k] + pairs.length[k][j]);
      }
    }
  }
  for (std::size_t s = 0; s < n; ++s) count_paths(graph, s, pairs);
  return pairs;
}

Values betweenness_by_pairs(const Graph& graph) {
  const auto [length, paths] = all_pairs(graph);
  Values result(length.size(), 0.0);
  for (std::size_t s = 0; s < length.size(); ++s) {
    for (std::size_t t = graph.directed() ? 0 : s + 1; t < length.size(); ++t) {
      if (s == t || length[s][t] == kFar) continue;
      for (std::size_t v = 0; v < length.size(); ++v) {
        if (v == s || v == t || length[s][v] + length[v][t] != length[s][t]) continue;
        result[v] += paths[s][v] * paths[v][t] / paths[s][t];
      }
    }
  }
  return result;
}

Values edge_betweenness_by_pairs(const Graph& graph) {
  const auto [length, paths] = all_pairs(graph);
  const std::vector<Arc> arcs = arcs_of(graph);
  Values result(arcs.size(), 0.0);
  for (std::size_t s = 0; s < length.size(); ++s) {
    for (std::size_t t = graph.directed() ? 0 : s + 1; t < length.size(); ++t) {
      if (s == t || length[s][t] == kFar) continue;
      for (std::size_t e = 0; e < arcs.size(); ++e) {
        const auto through = [&](VertexId u, VertexId v) {
          if (length[s][u] + arcs[e].length + length[v][t] != length[s][t]) return;
          result[e] += paths[s][u] * paths[v][t] / paths[s][t];
        };
        through(arcs[e].ends.source, arcs[e].ends.target);
        if (!graph.directed()) through(arcs[e].ends.target, arcs[e].ends.source);
      }
    }
  }
  return result;
}

Values pagerank_by_solving(const Graph& graph, double damping) {
  const Matrix weights = adjacency(graph);
  const std::size_t n = weights.size();
  Matrix system = zeros(n);
  for (std::size_t u = 0; u < n; ++u) {
    const double leaving = sum(weights[u]);
    for (std::size_t v = 0; v < n; ++v) {
      const double step = leaving > 0.0 ? weights[u][v] / leaving : 1.0 / static_cast<double>(n);
      system[v][u] = (u == v ? 1.0 : 0.0) - damping * step;
    }
  }
  return solve(system, Values(n, (1.0 - damping) / static_cast<double>(n)));
}

Values core_numbers_by_peeling(const Graph& graph) {
  const Matrix matrix = simple_adjacency(graph);
  const std::size_t n = matrix.size();
  Values core(n, 0.0);
  for (std::size_t k = 1; k < n; ++k) {
    std::vector<bool> left(n, true);
    for (std::size_t round = 0; round < n; ++round) {
      for (std::size_t v = 0; v < n; ++v) {
        std::size_t degree = 0;
        for (std::size_t w = 0; w < n; ++w) degree += left[w] && matrix[v][w] > 0.0 ? 1 : 0;
        if (degree < k) left[v] = false;
      }
    }
    for (std::size_t v = 0; v < n; ++v) {
      if (left[v]) core[v] = static_cast<double>(k);
    }
  }
  return core;
}

Values triangles_by_triples(const Graph& graph) {
  const Matrix matrix = simple_adjacency(graph);
  Values result(matrix.size(), 0.0);
  for (std::size_t v = 0; v < matrix.size(); ++v) {
    for (std::size_t a = 0; a < matrix.size(); ++a) {
      for (std::size_t b = a + 1; b < matrix.size(); ++b) {
        result[v] += matrix[v][a] * matrix[v][b] * matrix[a][b];
      }
    }
  }
  return result;
}

Values constraint_by_formula(const Graph& graph) {
  const Matrix z = joined(graph);
  const std::size_t n = z.size();
  Values result(n, 0.0);
  const auto p = [&](std::size_t i, std::size_t j) {
    return z[i][j] > 0.0 ? z[i][j] / sum(z[i]) : 0.0;
  };
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (!(z[i][j] > 0.0)) continue;
      double invested = p(i, j);
      for (std::size_t q = 0; q < n; ++q) invested += p(i, q) * p(q, j);
      result[i] += invested * invested;
    }
    if (!(sum(z[i]) > 0.0)) result[i] = kMissing;
  }
  return result;
}

Values effective_size_by_formula(const Graph& graph) {
  const Matrix z = joined(graph);
  Values result(z.size(), 0.0);
  for (std::size_t i = 0; i < z.size(); ++i) {
    for (std::size_t j = 0; j < z.size(); ++j) {
      if (!(z[i][j] > 0.0)) continue;
      double redundant = 0.0;
      for (std::size_t q = 0; q < z.size(); ++q) {
        redundant += z[i][q] / sum(z[i]) * z[j][q] / *std::max_element(z[j].begin(), z[j].end());
      }
      result[i] += 1.0 - redundant;
    }
    if (!(sum(z[i]) > 0.0)) result[i] = kMissing;
  }
  return result;
}

Values current_flow_by_pairs(const Graph& graph) {
  const Matrix conductance = joined(graph);
  const std::size_t n = conductance.size();
  Values result(n, 0.0);
  for (std::size_t s = 0; s < n; ++s) {
    const std::vector<bool> inside = component_of(conductance, s);
    for (std::size_t t = s + 1; t < n; ++t) {
      if (!inside[t]) continue;
      const Values x = potentials(conductance, s, t);
      for (std::size_t v = 0; v < n; ++v) {
        if (v == s || v == t) continue;
        for (std::size_t w = 0; w < n; ++w) {
          result[v] += conductance[v][w] * std::abs(x[v] - x[w]) / 2.0;
        }
      }
    }
  }
  return result;
}

Values information_by_resistances(const Graph& graph) {
  const Matrix conductance = joined(graph);
  const std::size_t n = conductance.size();
  Values result(n, kMissing);
  for (std::size_t v = 0; v < n; ++v) {
    const std::vector<bool> inside = component_of(conductance, v);
    double resistances = 0.0;
    double size = 0.0;
    for (std::size_t w = 0; w < n; ++w) {
      if (!inside[w]) continue;
      size += 1.0;
      if (w != v) resistances += potentials(conductance, v, w)[v];  // w is at 0
    }
    if (size > 1.0) result[v] = size / resistances;
  }
  return result;
}

}  // namespace summitry::testing
