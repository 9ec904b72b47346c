#include "algorithms/continuity/statistics/rank_biased_overlap.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "algorithms/options.hpp"

namespace summitry {
namespace {

// Whether an item is within the depth reached.
enum Place : std::uint8_t { below, partly, within };

using Table = std::array<std::array<double, 3>, 3>;  // items by their places in both rankings

// One ranking, walked down depth by depth; items are numbered over both rankings.
struct Walk {
  std::vector<std::uint32_t> items;  // greatest value first
  std::vector<std::size_t> ends;     // of groups of equal values
  std::vector<std::uint8_t> place;   // by item
  std::size_t group = 0;
  double share = 0.0;  // of the group that is partly within

  void move(std::size_t begin, std::size_t end, Place to, const std::vector<std::uint8_t>& other,
            bool is_first, Table& table) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t item = items[i];
      const auto cell = [&](std::uint8_t own) -> double& {
        return is_first ? table[own][other[item]] : table[other[item]][own];
      };
      cell(place[item]) -= 1.0;
      place[item] = to;
      cell(to) += 1.0;
    }
  }

  void reach(std::size_t depth, const std::vector<std::uint8_t>& other, bool is_first,
             Table& table) {
    if (depth > items.size()) return;
    const std::size_t begin = group == 0 ? 0 : ends[group - 1];
    const std::size_t end = ends[group];
    share = static_cast<double>(depth - begin) / static_cast<double>(end - begin);
    if (depth == end) {
      move(begin, end, within, other, is_first, table);
      ++group;
    } else if (depth == begin + 1) {
      move(begin, end, partly, other, is_first, table);
    }
  }
};

Walk walk_of(std::span<const RankedItem> ranking,
             std::unordered_map<std::uint32_t, std::uint32_t>& numbers) {
  std::vector<RankedItem> sorted(ranking.begin(), ranking.end());
  std::sort(sorted.begin(), sorted.end(), [](const RankedItem& a, const RankedItem& b) {
    return a.value != b.value ? a.value > b.value : a.item < b.item;
  });
  Walk walk;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    walk.items.push_back(numbers.try_emplace(sorted[i].item, next).first->second);
    if (i + 1 == sorted.size() || sorted[i + 1].value != sorted[i].value)
      walk.ends.push_back(i + 1);
  }
  return walk;
}

// X(d) for d = 1 … the greater length; the shorter ranking stays as it is below its end.
std::vector<double> overlaps(Walk& first, Walk& second, std::size_t count) {
  Table table{};
  table[below][below] = static_cast<double>(count);
  first.place.assign(count, below);
  second.place.assign(count, below);
  std::vector<double> x;
  for (std::size_t d = 1; d <= std::max(first.items.size(), second.items.size()); ++d) {
    first.reach(d, second.place, true, table);
    second.reach(d, first.place, false, table);
    x.push_back(table[within][within] + first.share * table[partly][within] +
                second.share * table[within][partly] +
                first.share * second.share * table[partly][partly]);
  }
  return x;
}

RankBiasedOverlap evaluate(const std::vector<double>& x, double s, double p) {
  const double l = static_cast<double>(x.size());
  const double x_l = x.back();
  const double x_s = x[static_cast<std::size_t>(s) - 1];
  const double scale = (1.0 - p) / p;
  double seen = 0.0;       // sum of X(d)/d p^d
  double stretched = 0.0;  // of X(s)(d-s)/(s d) p^d
  double more = 0.0;       // of the overlap that could be added at d, /d p^d
  double harmonic = 0.0;   // of p^d/d
  double power = 1.0;
  double harmonic_to_l = 0.0;
  const double all_shared = l + s - x_l;  // the depth at which all can be shared
  for (double d = 1.0; d <= std::max(l, all_shared); d += 1.0) {
    power *= p;
    harmonic += power / d;
    if (d <= l) {
      seen += x[static_cast<std::size_t>(d) - 1] / d * power;
      harmonic_to_l = harmonic;
      if (d > s) stretched += x_s * (d - s) / (s * d) * power;
    }
    if (d > s) more += (d <= l ? d - s : 2.0 * d - s - l) / d * power;
  }
  const double all = -std::log1p(-p);  // of p^d/d, over all depths
  RankBiasedOverlap result;
  result.minimum = scale * (seen + x_l * (all - harmonic_to_l));
  more += power * p / (1.0 - p) - x_l * (all - harmonic);
  result.residual = std::max(0.0, scale * more);
  result.extrapolated = scale * (seen + stretched) + ((x_l - x_s) / l + x_s / s) * std::pow(p, l);
  return result;
}

}  // namespace

std::optional<RankBiasedOverlap> rank_biased_overlap(std::span<const RankedItem> first,
                                                     std::span<const RankedItem> second,
                                                     const RankBiasedOverlapOptions& options) {
  if (!(options.p > 0.0 && options.p < 1.0)) {
    refuse_option("rank-biased overlap", "p", "in (0, 1)", option_text(options.p));
  }
  if (first.empty() || second.empty()) return std::nullopt;
  std::unordered_map<std::uint32_t, std::uint32_t> numbers;
  Walk a = walk_of(first, numbers);
  Walk b = walk_of(second, numbers);
  const double shorter = static_cast<double>(std::min(first.size(), second.size()));
  return evaluate(overlaps(a, b, numbers.size()), shorter, options.p);
}

}  // namespace summitry
