#include "algorithms/centrality/twins.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace summitry {
namespace {

using Fingerprint = std::uint64_t;

// One of a number's many neighbours (the finaliser of splitmix64, Steele et al. 2014).
Fingerprint mixed(Fingerprint x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

std::span<const VertexId> row_of(const PathRows& rows, VertexId v) {
  return std::span(rows.ends).subspan(rows.offsets[v], rows.offsets[v + 1] - rows.offsets[v]);
}

Fingerprint fingerprint(std::span<const VertexId> row) {
  Fingerprint sum = 0;
  for (const VertexId w : row) sum += mixed(w);
  return sum;
}

bool apart(const PathRows& rows, VertexId u, VertexId v) {
  return std::ranges::equal(row_of(rows, u), row_of(rows, v));
}

// The row lists an end as often as it has arcs there, one after the other.
template <class Visit>
void for_each_end(std::span<const VertexId> row, Visit&& visit) {
  for (std::size_t i = 0, next = 0; i < row.size(); i = next) {
    while (next < row.size() && row[next] == row[i]) ++next;
    visit(row[i], static_cast<double>(next - i));
  }
}

// The same others, and each other once.
bool joined(const PathRows& rows, VertexId u, VertexId v) {
  const auto a = row_of(rows, u);
  const auto b = row_of(rows, v);
  if (a.size() != b.size()) return false;
  std::size_t j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == v) continue;
    if (j < b.size() && b[j] == u) ++j;
    if (j == b.size() || a[i] != b[j]) return false;
    ++j;
  }
  return std::ranges::count(a, v) == 1 && std::ranges::count(b, u) == 1;
}

using Leaders = std::vector<VertexId>;  // by row: the first of its class

// Whether the others of the leader's class are its neighbours.
bool joined_to_class(std::span<const VertexId> row, VertexId leader, const Leaders& leaders) {
  return std::ranges::any_of(row, [&](VertexId w) { return leaders[w] == leader; });
}

// Candidates with the same fingerprint are compared, each with the class before it.
template <class Print, class Alike>
void group(std::size_t count, Print&& print, Alike&& alike, Leaders& leaders) {
  std::vector<std::pair<Fingerprint, VertexId>> prints;
  for (VertexId v = 0; v < count; ++v) {
    if (const std::optional<Fingerprint> of_row = print(v)) prints.emplace_back(*of_row, v);
  }
  std::sort(prints.begin(), prints.end());
  for (std::size_t i = 1; i < prints.size(); ++i) {
    if (prints[i].first != prints[i - 1].first) continue;
    const VertexId first = leaders[prints[i - 1].second];
    if (alike(first, prints[i].second)) leaders[prints[i].second] = first;
  }
}

// The paths between rows that are not joined but have the same neighbours lead by way of those, as
// many as a neighbour has arcs there times arcs back.
void share_among_neighbours(const Reduced& whole, const Leaders& leaders,
                            std::vector<double>& known) {
  const std::size_t count = leaders.size();
  std::vector<double> together(count, 0.0);
  std::vector<double> same(count, 0.0);  // pairs of vertices behind one and the same row
  for (std::size_t v = 0; v < count; ++v) {
    const double mass = whole.rows.sources[v];
    together[leaders[v]] += mass;
    same[leaders[v]] += mass * mass;
  }
  for (VertexId v = 0; v < count; ++v) {
    const double pairs = together[v] * together[v] - same[v];
    const auto row = row_of(whole.rows, v);
    if (leaders[v] != v || pairs == 0.0 || joined_to_class(row, v, leaders)) continue;
    double paths = 0.0;
    for_each_end(row, [&](VertexId, double arcs) { paths += arcs * arcs; });
    for_each_end(row, [&](VertexId w, double arcs) {
      known[whole.members[w].vertex] += pairs * arcs * arcs / paths;
    });
  }
}

Leaders undirected_classes(const PathRows& rows) {
  Leaders leaders(rows.size());
  std::iota(leaders.begin(), leaders.end(), VertexId{0});
  using Print = std::optional<Fingerprint>;
  const auto with_itself = [&](VertexId v) {
    return Print(fingerprint(row_of(rows, v)) + mixed(v));
  };
  const auto without = [&](VertexId v) {
    const auto row = row_of(rows, v);
    return row.empty() ? Print() : Print(fingerprint(row));
  };
  group(
      rows.size(), with_itself, [&](VertexId u, VertexId v) { return joined(rows, u, v); },
      leaders);
  group(
      rows.size(), without, [&](VertexId u, VertexId v) { return apart(rows, u, v); }, leaders);
  return leaders;
}

// Rows that nothing enters, by where they lead; rows that nothing leaves, by where they are led from.
Leaders directed_classes(const PathRows& rows) {
  Leaders leaders(rows.size());
  std::iota(leaders.begin(), leaders.end(), VertexId{0});
  const PathRows back = reversed(rows);
  const auto group_along = [&](const PathRows& along, const PathRows& against) {
    const auto print = [&](VertexId v) -> std::optional<Fingerprint> {
      if (!row_of(against, v).empty() || row_of(along, v).empty()) return {};
      return fingerprint(row_of(along, v));
    };
    const auto alike = [&](VertexId u, VertexId v) { return apart(along, u, v); };
    group(rows.size(), print, alike, leaders);
  };
  group_along(rows, back);
  group_along(back, rows);
  return leaders;
}

// Numbers classes by their leaders and keeps the arcs between leaders.
PathRows merged(const PathRows& rows, const Leaders& leaders, std::vector<VertexId>& number) {
  PathRows result;
  for (VertexId v = 0; v < rows.size(); ++v) {
    if (leaders[v] != v) continue;
    number[v] = static_cast<VertexId>(result.size());
    result.sources.push_back(0.0);
    result.targets.push_back(0.0);
    result.copies.push_back(0.0);
  }
  for (VertexId v = 0; v < rows.size(); ++v) {
    const VertexId row = number[v] = number[leaders[v]];
    result.sources[row] += rows.sources[v];
    result.targets[row] += rows.targets[v];
    result.copies[row] += rows.copies[v];
    if (leaders[v] != v) continue;
    for (const VertexId w : row_of(rows, v)) {
      if (leaders[w] == w) result.ends.push_back(w);
    }
    result.offsets.push_back(static_cast<std::uint32_t>(result.ends.size()));
  }
  for (VertexId& w : result.ends) w = number[w];
  return result;
}

}  // namespace

Reduced merge_twins(Reduced whole, bool directed) {
  const Leaders leaders = directed ? directed_classes(whole.rows) : undirected_classes(whole.rows);
  if (!directed) share_among_neighbours(whole, leaders, whole.known);
  std::vector<VertexId> number(leaders.size());
  whole.rows = merged(whole.rows, leaders, number);
  for (Member& member : whole.members) member.row = number[member.row];
  return whole;
}

}  // namespace summitry
