#include "algorithms/structure/searches/twin_classes.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
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

std::vector<Fingerprint> fingerprints(const Arcs& rows) {
  std::vector<Fingerprint> prints(rows.offsets.size() - 1, 0);
  for (VertexId v = 0; v < prints.size(); ++v) {
    for (const VertexId w : row_of(rows, v)) prints[v] += mixed(w);
  }
  return prints;
}

bool apart(const Arcs& rows, VertexId u, VertexId v) {
  return std::ranges::equal(row_of(rows, u), row_of(rows, v));
}

// The same others, and each other once.
bool joined(const Arcs& rows, VertexId u, VertexId v) {
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

Leaders each_its_own(const Arcs& rows) {
  Leaders leaders(rows.offsets.size() - 1);
  std::iota(leaders.begin(), leaders.end(), VertexId{0});
  return leaders;
}

}  // namespace

Leaders twin_leaders(const Arcs& rows) {
  Leaders leaders = each_its_own(rows);
  const std::vector<Fingerprint> prints = fingerprints(rows);
  using Print = std::optional<Fingerprint>;
  const auto with_itself = [&](VertexId v) { return Print(prints[v] + mixed(v)); };
  const auto without = [&](VertexId v) {
    return row_of(rows, v).empty() ? Print() : Print(prints[v]);
  };
  const auto are_joined = [&](VertexId u, VertexId v) { return joined(rows, u, v); };
  const auto are_apart = [&](VertexId u, VertexId v) { return apart(rows, u, v); };
  group(leaders.size(), with_itself, are_joined, leaders);
  group(leaders.size(), without, are_apart, leaders);
  return leaders;
}

Leaders directed_twin_leaders(const Arcs& out, const Arcs& in) {
  Leaders leaders = each_its_own(out);
  const auto group_along = [&](const Arcs& along, const Arcs& against) {
    const std::vector<Fingerprint> prints = fingerprints(along);
    const auto print = [&](VertexId v) -> std::optional<Fingerprint> {
      if (!row_of(against, v).empty() || row_of(along, v).empty()) return {};
      return prints[v];
    };
    const auto alike = [&](VertexId u, VertexId v) { return apart(along, u, v); };
    group(leaders.size(), print, alike, leaders);
  };
  group_along(out, in);
  group_along(in, out);
  return leaders;
}

bool joined_to_class(std::span<const VertexId> row, VertexId leader, const Leaders& leaders) {
  return std::ranges::any_of(row, [&](VertexId w) { return leaders[w] == leader; });
}

}  // namespace summitry
