#include "algorithms/centrality/circuits/factor.hpp"

#include <Eigen/SparseCholesky>
#include <algorithm>

#include "algorithms/centrality/rows/fill.hpp"
#include "engine/cpu_versions.hpp"
#include "engine/error.hpp"

namespace summitry {
namespace {

using Matrix = Eigen::SparseMatrix<double, Eigen::ColMajor, std::int32_t>;
using Cholesky = Eigen::SimplicialLDLT<Matrix, Eigen::Lower, Eigen::NaturalOrdering<std::int32_t>>;

constexpr std::size_t kAbreast = 4;  // columns that are taken together where they are alike

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

// Who is joined to whom without the hub, members after it moved up by one.
Pattern without_hub(const Component& component, VertexId hub) {
  Pattern pattern;
  pattern.ends.reserve(component.ends.size());
  for (VertexId v = 0; v < component.size(); ++v) {
    if (v == hub) continue;
    for (std::size_t k = component.offsets[v]; k < component.offsets[v + 1]; ++k) {
      const VertexId end = component.ends[k];
      if (end != hub) pattern.ends.push_back(end < hub ? end : end - 1);
    }
    pattern.offsets.push_back(pattern.ends.size());
  }
  return pattern;
}

// When each member is eliminated, the hub last, from when the others are.
std::vector<std::uint32_t> positions(const std::vector<std::uint32_t>& places, VertexId hub) {
  std::vector<std::uint32_t> position(places);
  position.insert(position.begin() + hub, static_cast<std::uint32_t>(places.size()));
  return position;
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

// `width` columns from j on, each with an entry in all later ones of them, and below in the same rows: a
// row that is read is used that often.
template <std::size_t width>
SUMMITRY_KERNEL_PART void eliminate(const Columns& factor, std::size_t j, Lanes* x) {
  std::array<Lanes, width> known;
  for (std::size_t a = 0; a < width; ++a) {
    known[a] = x[j + a];
    for (std::size_t b = 0; b < a; ++b) {
      subtract(known[a], factor.values[factor.offsets[j + b] + a - b - 1], known[b]);
    }
    x[j + a] = known[a];
  }
  const std::size_t first = factor.offsets[j + width - 1];
  for (std::size_t p = first; p < factor.offsets[j + width]; ++p) {
    Lanes row = x[factor.rows[p]];
    for (std::size_t a = 0; a < width; ++a) {
      const std::size_t below = factor.offsets[j + a] + width - 1 - a;
      subtract(row, factor.values[below + p - first], known[a]);
    }
    x[factor.rows[p]] = row;
  }
}

template <std::size_t width>
SUMMITRY_KERNEL_PART void put_back(const Columns& factor, std::size_t j, Lanes* x) {
  std::array<Lanes, width> sums;
  for (std::size_t a = 0; a < width; ++a) {
    sums[a] = x[j + a];
    for (double& value : sums[a].lane) value /= factor.pivots[j + a];
  }
  const std::size_t first = factor.offsets[j + width - 1];
  for (std::size_t p = first; p < factor.offsets[j + width]; ++p) {
    const Lanes row = x[factor.rows[p]];
    for (std::size_t a = 0; a < width; ++a) {
      const std::size_t below = factor.offsets[j + a] + width - 1 - a;
      subtract(sums[a], factor.values[below + p - first], row);
    }
  }
  for (std::size_t a = width; a-- > 0;) {
    for (std::size_t b = a + 1; b < width; ++b) {
      subtract(sums[a], factor.values[factor.offsets[j + a] + b - a - 1], sums[b]);
    }
    x[j + a] = sums[a];
  }
}

// Whether columns j to j + kAbreast - 1 can be taken together.
bool abreast(const Columns& factor, std::size_t j) {
  for (std::size_t a = 0; a + 1 < kAbreast; ++a) {
    const std::size_t own = factor.offsets[j + a + 1] - factor.offsets[j + a];
    const std::size_t next = factor.offsets[j + a + 2] - factor.offsets[j + a + 1];
    // A row of the elimination tree: what is below the first entry is in that column as well.
    if (own != next + 1 || factor.rows[factor.offsets[j + a]] != j + a + 1) return false;
  }
  return true;
}

SUMMITRY_CPU_VERSIONS
void substitute(const Columns& factor, std::span<const std::uint32_t> groups, Lanes* x) {
  for (std::size_t g = 0; g + 1 < groups.size(); ++g) {
    if (groups[g + 1] - groups[g] == kAbreast) {
      eliminate<kAbreast>(factor, groups[g], x);
    } else {
      eliminate<1>(factor, groups[g], x);
    }
  }
  for (std::size_t g = groups.size() - 1; g-- > 0;) {
    if (groups[g + 1] - groups[g] == kAbreast) {
      put_back<kAbreast>(factor, groups[g], x);
    } else {
      put_back<1>(factor, groups[g], x);
    }
  }
}

// Where each group of columns begins, of kAbreast or of one; and the end.
std::vector<std::uint32_t> groups_of(const Columns& factor) {
  std::vector<std::uint32_t> groups{0};
  const std::size_t size = factor.pivots.size();
  while (groups.back() < size) {
    const std::size_t j = groups.back();
    const bool together = j + kAbreast <= size && abreast(factor, j);
    groups.push_back(static_cast<std::uint32_t>(j + (together ? kAbreast : 1)));
  }
  return groups;
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
  const Pattern pattern = without_hub(component, factor.hub_);
  const std::vector<std::uint32_t> places = elimination_places(pattern);
  if (!fill_of(pattern, places, most)) return std::nullopt;
  factor.position_ = positions(places, factor.hub_);
  run.check();
  const Cholesky cholesky(grounded(component, factor.position_));
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
  factor.groups_ = groups_of({factor.offsets_, factor.rows_, factor.values_, factor.pivots_});
  return factor;
}

std::optional<double> Factor::products(const Component& component, std::size_t most) {
  const Pattern pattern = without_hub(component, component.hub());
  const std::optional<Fill> fill = fill_of(pattern, elimination_places(pattern), most);
  return fill ? std::optional(fill->products) : std::nullopt;
}

void Factor::solve(std::span<Lanes> x, std::span<Lanes> work) const {
  for (std::size_t v = 0; v < x.size(); ++v) work[position_[v]] = x[v];
  substitute({offsets_, rows_, values_, pivots_}, groups_, work.data());
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
