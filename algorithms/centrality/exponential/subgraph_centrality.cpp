#include "algorithms/centrality/exponential/subgraph_centrality.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

#include "algorithms/centrality/exponential/exponential.hpp"
#include "algorithms/centrality/rows/blocks.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;

constexpr std::string_view kName = "subgraph-centrality";
constexpr std::size_t kDense = 256;  // vertices

// A component, and the exponential of beta times its matrix divided by exp(shift).
struct Piece {
  const Blocks& blocks;
  std::uint32_t part;
  double beta;
  double shift;

  [[nodiscard]] std::size_t size() const { return blocks.size(part); }
  void multiply(const Values& x, Values& result) const {
    blocks.multiply(part, x, result, {.threads = 1});
  }
};

Values by_eigenvectors(const Piece& piece) {
  const auto size = static_cast<Eigen::Index>(piece.size());
  Eigen::MatrixXd matrix(size, size);
  Values unit(piece.size(), 0.0);
  Values column(piece.size());
  for (Eigen::Index j = 0; j < size; ++j) {
    unit[static_cast<std::size_t>(j)] = 1.0;
    piece.multiply(unit, column);
    matrix.col(j) = Eigen::Map<const Eigen::VectorXd>(column.data(), size);
    unit[static_cast<std::size_t>(j)] = 0.0;
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
  const Eigen::VectorXd grown =
      (piece.beta * solver.eigenvalues().array() - piece.shift).exp().matrix();
  const Eigen::VectorXd values = solver.eigenvectors().array().square().matrix() * grown;
  return {values.begin(), values.end()};
}

// The first entry of the exponential of the tridiagonal matrix.
double first_entry(const Values& diagonal, const Values& beside, const Piece& piece) {
  const auto size = static_cast<Eigen::Index>(diagonal.size());
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
  const Eigen::VectorXd main = Eigen::Map<const Eigen::VectorXd>(diagonal.data(), size);
  const Eigen::VectorXd off = Eigen::Map<const Eigen::VectorXd>(beside.data(), size - 1);
  solver.computeFromTridiagonal(main, off);
  double value = 0.0;
  for (Eigen::Index j = 0; j < size; ++j) {
    const double first = solver.eigenvectors()(0, j);
    value += first * first * std::exp(piece.beta * solver.eigenvalues()(j) - piece.shift);
  }
  return value;
}

double by_quadrature(const Piece& piece, std::size_t start) {
  constexpr double kSettled = 1e-13;
  constexpr std::size_t kEvery = 4;  // steps between two looks
  Values now(piece.size(), 0.0);
  Values before(piece.size(), 0.0);
  Values next(piece.size());
  Values diagonal;
  Values beside;
  now[start] = 1.0;
  double value = 0.0;
  for (std::size_t step = 1; step <= piece.size(); ++step) {
    piece.multiply(now, next);
    double along = 0.0;
    for (std::size_t i = 0; i < now.size(); ++i) along += now[i] * next[i];
    diagonal.push_back(along);
    const double last = beside.empty() ? 0.0 : beside.back();
    double squares = 0.0;
    for (std::size_t i = 0; i < now.size(); ++i) {
      next[i] -= along * now[i] + last * before[i];
      squares += next[i] * next[i];
    }
    beside.push_back(std::sqrt(squares));
    const bool whole = !(beside.back() > 1e-14 * (std::abs(along) + last));
    if (step % kEvery == 0 || whole || step == piece.size()) {
      const double better = first_entry(diagonal, beside, piece);
      const bool settled = std::abs(better - value) <= kSettled * better;
      value = better;
      if (settled || whole) break;
    }
    before.swap(now);
    for (std::size_t i = 0; i < now.size(); ++i) now[i] = next[i] / beside.back();
  }
  return value;
}

// In stages of exponents up to 200, as exp(beta A) e(start) cannot be too large a number then.
double by_series(const Piece& piece, double radius, std::size_t start) {
  const double stages = std::max(1.0, std::ceil(piece.beta * radius / 200.0));
  Values x(piece.size(), 0.0);
  Values term(piece.size());
  Values next(piece.size());
  x[start] = 1.0;
  for (double stage = 0.0; stage < stages; stage += 1.0) {
    for (double& value : x) value *= std::exp(-piece.shift / stages);
    term = x;
    bool matters = true;
    for (int count = 1; matters; ++count) {
      piece.multiply(term, next);
      matters = false;
      for (std::size_t i = 0; i < x.size(); ++i) {
        term[i] = next[i] * piece.beta / stages / count;
        x[i] += term[i];
        matters |= term[i] > 1e-17 * x[i];
      }
    }
  }
  return x[start];
}

class ClosedWalks {
 public:
  ClosedWalks(const Graph& graph, double beta, double radius, double shift)
      : parts_(components(graph, Connection::strong)),
        blocks_(graph, Along::out, parts_.community, parts_.count),
        directed_(graph.directed()),
        beta_(beta),
        radius_(radius),
        shift_(shift) {}

  Values values(const Run& run) {
    Values values(parts_.community.size());
    for (std::uint32_t part = 0; part < parts_.count; ++part) {
      const Piece piece{blocks_, part, beta_, shift_};
      if (!directed_ && piece.size() <= kDense) {
        run.check();
        const Values found = by_eigenvectors(piece);
        for (std::size_t i = 0; i < found.size(); ++i) values[blocks_.members(part)[i]] = found[i];
      } else {
        each_member(piece, values, run);
      }
    }
    return values;
  }

 private:
  void each_member(const Piece& piece, Values& values, const Run& run) const {
    const auto members = blocks_.members(piece.part);
    parallel_blocks(members.size(), 16, run, "subgraph centrality", [&](const Block& block) {
      for (std::size_t i = block.begin; i < block.end; ++i) {
        values[members[i]] = directed_ ? by_series(piece, radius_, i) : by_quadrature(piece, i);
      }
    });
  }

  Partition parts_;
  Blocks blocks_;
  bool directed_;
  double beta_;
  double radius_;
  double shift_;
};

// Directed, a series from every vertex, of more terms than Lanczos takes.
double walks_of_all(const Graph& graph) {
  return (graph.directed() ? 3.0 : 1.0) * steps::all_sources(graph);
}

}  // namespace

Scores subgraph_centrality(const Graph& graph, const SubgraphCentralityOptions& options,
                           const Run& run) {
  require_beta(kName, options.beta);
  require_strengths(kName, graph);
  if (graph.vertex_count() == 0) return {};
  const double radius = spectral_radius(graph, run);
  const double shift = exponent_taken_out(kName, options.beta, options.scale, radius);
  return {ClosedWalks(graph, options.beta, radius, shift).values(run), {}};
}

template <class Visit>
void describe(SubgraphCentralityOptions& o, Visit&& visit) {
  visit("beta", o.beta, "how much longer walks count, >= 0");
  visit("normalized", o.scale, "yes: divided by exp(beta * largest eigenvalue)");
}

namespace entry {

extern const Measure subgraph_centrality;
const Measure subgraph_centrality = entry_of<SubgraphCentralityOptions>(
    {.name = kName,
     .title = "being part of many small dense groups",
     .family = "spectral",
     .definition =
         "Closed walks from the vertex, one of k steps counted beta^k / k!: the diagonal of "
         "the exponential of the adjacency matrix.",
     .cost = "O(n k m) for k steps a vertex, about 30",
     .reference = "Estrada & Rodriguez-Velazquez 2005, doi:10.1103/PhysRevE.71.056103",
     .weights = WeightUse::strength,
     .work = {walks_of_all, 30.0}},
    summitry::subgraph_centrality);

}  // namespace entry
}  // namespace summitry
