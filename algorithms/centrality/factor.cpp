#include "algorithms/centrality/factor.hpp"

#include <Eigen/OrderingMethods>
#include <Eigen/SparseCholesky>
#include <algorithm>

#include "engine/cpu_versions.hpp"
#include "engine/error.hpp"

namespace summitry {
namespace {

using Matrix = Eigen::SparseMatrix<double, Eigen::ColMajor, std::int32_t>;
using Cholesky = Eigen::SimplicialLDLT<Matrix, Eigen::Lower, Eigen::NaturalOrdering<std::int32_t>>;

// The lower triangle of the grounded Laplacian, members in the places of `position`; the hub, last,
// is left out.
Matrix grounded(const Component& component, const std::vector<std::uint32_t>& position) {
  const auto size = static_cast<Eigen::Index>(component.size()) - 1;
  std::vector<Eigen::Triplet<double, std::int32_t>> entries;
  entries.reserve(component.ends.size() / 2 + component.size());
  for (VertexId v = 0; v < component.size(); ++v) {
    const auto row = static_cast<std::int32_t>(position[v]);
    if (row == size) continue;
    entries.emplace_back(row, row, component.totals[v]);
    for (std::size_t k = component.offsets[v]; k < component.offsets[v + 1]; ++k) {
      const auto column = static_cast<std::int32_t>(position[component.ends[k]]);
      if (column < row) entries.emplace_back(row, column, -component.conductances[k]);
    }
  }
  Matrix matrix(size, size);
  matrix.setFromTriplets(entries.begin(), entries.end());
  return matrix;
}

// Where each member is eliminated so that few entries are filled in.
std::vector<std::uint32_t> elimination_order(const Component& component, VertexId hub) {
  std::vector<std::uint32_t> position(component.size());
  for (VertexId v = 0; v < component.size(); ++v) position[v] = v < hub ? v : v - 1;
  position[hub] = component.size() - 1;
  const Matrix lower = grounded(component, position);
  const Matrix whole = lower.selfadjointView<Eigen::Lower>();
  Eigen::PermutationMatrix<Eigen::Dynamic, Eigen::Dynamic, std::int32_t> order;
  Eigen::AMDOrdering<std::int32_t>()(whole, order);  // order[k]: who is eliminated k-th
  std::vector<std::uint32_t> place(position.size() - 1);
  for (std::uint32_t k = 0; k < place.size(); ++k) {
    place[static_cast<std::size_t>(order.indices()[k])] = k;
  }
  for (VertexId v = 0; v < component.size(); ++v) {
    if (v != hub) position[v] = place[position[v]];
  }
  return position;
}

// Whether the factor has at most `most` entries below the diagonal: walks up the elimination tree
// from every entry of the matrix, once an entry of the factor (Liu 1990, doi:10.1137/0611010).
bool fits(const Matrix& lower, std::size_t most) {
  const Matrix rows = lower.transpose();  // column k: the entries of row k left of the diagonal
  const auto size = static_cast<std::size_t>(rows.cols());
  constexpr std::int32_t kNone = -1;
  std::vector<std::int32_t> parent(size, kNone);
  std::vector<std::int32_t> seen(size, kNone);
  std::size_t entries = 0;
  for (std::int32_t k = 0; k < rows.cols(); ++k) {
    seen[static_cast<std::size_t>(k)] = k;
    for (Matrix::InnerIterator entry(rows, k); entry; ++entry) {
      for (auto i = static_cast<std::int32_t>(entry.row());
           seen[static_cast<std::size_t>(i)] != k;) {
        std::int32_t& up = parent[static_cast<std::size_t>(i)];
        if (up == kNone) up = k;
        seen[static_cast<std::size_t>(i)] = k;
        if (++entries > most) return false;
        i = up;
      }
    }
  }
  return true;
}

SUMMITRY_KERNEL_PART void subtract(Lanes& from, double factor, const Lanes& x) {
  for (std::size_t l = 0; l < kLanes; ++l) from.lane[l] -= factor * x.lane[l];
}

struct Columns {
  std::span<const std::size_t> offsets;
  std::span<const std::uint32_t> rows;
  std::span<const double> values;
  std::span<const double> pivots;
};

SUMMITRY_CPU_VERSIONS
void substitute(const Columns& factor, Lanes* x) {
  const std::size_t size = factor.pivots.size();
  for (std::size_t j = 0; j < size; ++j) {
    const Lanes known = x[j];
    for (std::size_t p = factor.offsets[j]; p < factor.offsets[j + 1]; ++p) {
      subtract(x[factor.rows[p]], factor.values[p], known);
    }
  }
  for (std::size_t j = size; j-- > 0;) {
    Lanes row = x[j];
    for (double& value : row.lane) value /= factor.pivots[j];
    for (std::size_t p = factor.offsets[j]; p < factor.offsets[j + 1]; ++p) {
      subtract(row, factor.values[p], x[factor.rows[p]]);
    }
    x[j] = row;
  }
}

// sums[i] += z * factor and the products z * column added up, over one column of the inverse whose
// rows follow one another. Four chains, the same on every instruction set.
SUMMITRY_CPU_VERSIONS
double add_run(std::span<const double> inverse, double factor, const double* column, double* sums) {
  std::array<double, 8> part{};
  const std::size_t whole = inverse.size() / 8 * 8;
  for (std::size_t p = 0; p < whole; p += 8) {
    for (std::size_t l = 0; l < 8; ++l) {
      sums[p + l] += inverse[p + l] * factor;
      part[l] += inverse[p + l] * column[p + l];
    }
  }
  for (std::size_t p = whole; p < inverse.size(); ++p) {
    sums[p] += inverse[p] * factor;
    part[p - whole] += inverse[p] * column[p];
  }
  return ((part[0] + part[4]) + (part[1] + part[5])) + ((part[2] + part[6]) + (part[3] + part[7]));
}

// The same for rows anywhere.
double add_rows(std::span<const double> inverse, std::span<const std::uint32_t> rows, double factor,
                const double* column, double* sums) {
  double total = 0.0;
  for (std::size_t p = 0; p < rows.size(); ++p) {
    sums[rows[p]] += inverse[p] * factor;
    total += inverse[p] * column[rows[p]];
  }
  return total;
}

// The inverse where L has entries, from the last column to the first: with z its entries,
//   z(i,j) = - sum over k below j of z(i,k) l(k,j),  z(j,j) = 1/d(j) - sum of z(j,k) l(k,j)
class Takahashi {
 public:
  explicit Takahashi(const Columns& factor)
      : factor_(factor),
        below(factor.values.size()),
        diagonal(factor.pivots.size()),
        column_(factor.pivots.size(), 0.0),
        sums_(factor.pivots.size(), 0.0) {}

  void add_column(std::size_t j) {
    const auto rows = rows_of(j);
    const auto values = factor_.values.subspan(factor_.offsets[j], rows.size());
    for (std::size_t p = 0; p < rows.size(); ++p) {
      column_[rows[p]] = values[p];
      sums_[rows[p]] = 0.0;
    }
    for (std::size_t p = 0; p < rows.size(); ++p) multiply(rows[p], values[p]);
    double total = 0.0;
    for (std::size_t p = 0; p < rows.size(); ++p) {
      below[factor_.offsets[j] + p] = -sums_[rows[p]];
      total += values[p] * sums_[rows[p]];
      column_[rows[p]] = 0.0;
    }
    diagonal[j] = 1.0 / factor_.pivots[j] + total;
  }

 private:
  [[nodiscard]] std::span<const std::uint32_t> rows_of(std::size_t j) const {
    return factor_.rows.subspan(factor_.offsets[j], factor_.offsets[j + 1] - factor_.offsets[j]);
  }

  // Adds column k of the inverse times l(k,j), and row k times the column in hand.
  void multiply(std::uint32_t k, double value) {
    const auto rows = rows_of(k);
    const std::span<const double> inverse(below.data() + factor_.offsets[k], rows.size());
    double total = diagonal[k] * value;
    if (!rows.empty()) {
      const bool run = rows.back() - rows.front() + 1 == rows.size();
      total +=
          run ? add_run(inverse, value, column_.data() + rows.front(), sums_.data() + rows.front())
              : add_rows(inverse, rows, value, column_.data(), sums_.data());
    }
    sums_[k] += total;
  }

  Columns factor_;

 public:
  std::vector<double> below;     // parallel to the factor's values
  std::vector<double> diagonal;  // by position

 private:
  std::vector<double> column_;  // of L, spread out
  std::vector<double> sums_;
};

}  // namespace

std::optional<Factor> Factor::of(const Component& component, std::size_t most, const Run& run) {
  run.check();
  Factor factor;
  factor.hub_ = component.hub();
  factor.position_ = elimination_order(component, factor.hub_);
  const Matrix lower = grounded(component, factor.position_);
  if (!fits(lower, most)) return std::nullopt;
  run.check();
  const Cholesky cholesky(lower);
  if (cholesky.info() != Eigen::Success) {
    throw InvalidWeight("the conductances differ too much in size to be computed with");
  }
  const auto& columns = cholesky.matrixL().nestedExpression();
  const auto entries = static_cast<std::size_t>(columns.nonZeros());
  factor.offsets_.assign(columns.outerIndexPtr(), columns.outerIndexPtr() + columns.cols() + 1);
  factor.rows_.assign(columns.innerIndexPtr(), columns.innerIndexPtr() + entries);
  factor.values_.assign(columns.valuePtr(), columns.valuePtr() + entries);
  const Eigen::VectorXd pivots = cholesky.vectorD();
  factor.pivots_.assign(pivots.begin(), pivots.end());
  return factor;
}

void Factor::solve(std::span<Lanes> x, std::span<Lanes> work) const {
  for (std::size_t v = 0; v < x.size(); ++v) work[position_[v]] = x[v];
  substitute({offsets_, rows_, values_, pivots_}, work.data());
  work[position_[hub_]] = Lanes{};
  for (std::size_t v = 0; v < x.size(); ++v) x[v] = work[position_[v]];
}

Factor::Inverse Factor::inverse(std::span<const Wire> wires, const Run& run) const {
  const Columns columns{offsets_, rows_, values_, pivots_};
  Takahashi takahashi(columns);
  for (std::size_t j = pivots_.size(); j-- > 0;) {
    if (j % 64 == 0) run.check();
    takahashi.add_column(j);
  }
  Inverse inverse;
  for (const std::uint32_t position : position_) {
    inverse.diagonal.push_back(position == pivots_.size() ? 0.0 : takahashi.diagonal[position]);
  }
  for (const Wire& wire : wires) {
    const auto [first, second] = std::minmax(position_[wire.from], position_[wire.to]);
    if (second == pivots_.size()) {
      inverse.wires.push_back(0.0);
      continue;
    }
    const auto begin = rows_.begin() + static_cast<std::ptrdiff_t>(offsets_[first]);
    const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(offsets_[first + 1]);
    const auto found = std::lower_bound(begin, end, second);
    inverse.wires.push_back(takahashi.below[static_cast<std::size_t>(found - rows_.begin())]);
  }
  return inverse;
}

}  // namespace summitry
