#include "algorithms/centrality/rows/fill.hpp"

#include <Eigen/OrderingMethods>
#include <Eigen/SparseCore>

namespace summitry {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

}  // namespace

bool may_fit(const Pattern& pattern, std::size_t most) {
  std::vector<std::uint32_t> seen(pattern.size(), kNone);
  std::size_t entries = 0;
  for (std::uint32_t i = 0; i < pattern.size(); ++i) {
    for (std::size_t k = pattern.offsets[i]; k < pattern.offsets[i + 1]; ++k) {
      const std::uint32_t end = pattern.ends[k];
      if (end >= i || seen[end] == i) continue;
      seen[end] = i;
      if (++entries > most) return false;
    }
  }
  return true;
}

std::vector<std::uint32_t> elimination_places(const Pattern& pattern) {
  std::vector<Eigen::Triplet<double, std::int32_t>> entries;
  entries.reserve(pattern.ends.size() + pattern.size());
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const auto row = static_cast<std::int32_t>(i);
    entries.emplace_back(row, row, 1.0);
    for (std::size_t k = pattern.offsets[i]; k < pattern.offsets[i + 1]; ++k) {
      entries.emplace_back(row, static_cast<std::int32_t>(pattern.ends[k]), 1.0);
    }
  }
  const auto size = static_cast<Eigen::Index>(pattern.size());
  Eigen::SparseMatrix<double, Eigen::ColMajor, std::int32_t> matrix(size, size);
  matrix.setFromTriplets(entries.begin(), entries.end());
  Eigen::PermutationMatrix<Eigen::Dynamic, Eigen::Dynamic, std::int32_t> order;
  Eigen::AMDOrdering<std::int32_t>()(matrix, order);  // order[k]: who is eliminated k-th
  std::vector<std::uint32_t> place(pattern.size());
  for (std::uint32_t k = 0; k < place.size(); ++k) {
    place[static_cast<std::size_t>(order.indices()[k])] = k;
  }
  return place;
}

std::optional<Fill> fill_of(const Pattern& pattern, std::span<const std::uint32_t> places,
                            std::size_t most) {
  std::vector<std::uint32_t> row_at(places.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) row_at[places[i]] = i;
  std::vector<std::uint32_t> parent(places.size(), kNone);
  std::vector<std::uint32_t> seen(places.size(), kNone);
  std::vector<std::uint32_t> column(places.size(), 0);
  Fill fill;
  for (std::uint32_t k = 0; k < row_at.size(); ++k) {
    seen[k] = k;
    const std::uint32_t row = row_at[k];
    for (std::size_t p = pattern.offsets[row]; p < pattern.offsets[row + 1]; ++p) {
      if (places[pattern.ends[p]] > k) continue;
      for (std::uint32_t i = places[pattern.ends[p]]; seen[i] != k; i = parent[i]) {
        if (parent[i] == kNone) parent[i] = k;
        seen[i] = k;
        ++column[i];
        if (++fill.entries > most) return std::nullopt;
      }
    }
  }
  for (const double count : column) fill.products += count * count;
  return fill;
}

}  // namespace summitry
