#include "algorithms/centrality/betweenness/twins.hpp"

#include <span>

#include "algorithms/structure/searches/twin_classes.hpp"

namespace summitry {
namespace {

// The row lists an end as often as it has arcs there, one after the other.
template <class Visit>
void for_each_end(std::span<const VertexId> row, Visit&& visit) {
  for (std::size_t i = 0, next = 0; i < row.size(); i = next) {
    while (next < row.size() && row[next] == row[i]) ++next;
    visit(row[i], static_cast<double>(next - i));
  }
}

// The paths between rows that are not joined but have the same neighbours lead by way of those, as
// many as a neighbour has arcs there times arcs back.
void share_among_neighbours(const Reduced& whole, const Leaders& leaders,
                            std::vector<double>& known) {
  const std::size_t count = leaders.size();
  const Arcs rows = whole.rows.arcs();
  std::vector<double> together(count, 0.0);
  std::vector<double> same(count, 0.0);  // pairs of vertices behind one and the same row
  for (std::size_t v = 0; v < count; ++v) {
    const double mass = whole.rows.sources[v];
    together[leaders[v]] += mass;
    same[leaders[v]] += mass * mass;
  }
  for (VertexId v = 0; v < count; ++v) {
    const double pairs = together[v] * together[v] - same[v];
    const auto row = row_of(rows, v);
    if (leaders[v] != v || pairs == 0.0 || joined_to_class(row, v, leaders)) continue;
    double paths = 0.0;
    for_each_end(row, [&](VertexId, double arcs) { paths += arcs * arcs; });
    for_each_end(row, [&](VertexId w, double arcs) {
      known[whole.members[w].vertex] += pairs * arcs * arcs / paths;
    });
  }
}

Leaders directed_leaders(const PathRows& rows) {
  const PathRows back = reversed(rows);
  return directed_twin_leaders(rows.arcs(), back.arcs());
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
    for (const VertexId w : row_of(rows.arcs(), v)) {
      if (leaders[w] == w) result.ends.push_back(w);
    }
    result.offsets.push_back(static_cast<std::uint32_t>(result.ends.size()));
  }
  for (VertexId& w : result.ends) w = number[w];
  return result;
}

}  // namespace

Reduced merge_twins(Reduced whole, bool directed) {
  const Leaders leaders = directed ? directed_leaders(whole.rows) : twin_leaders(whole.rows.arcs());
  if (!directed) share_among_neighbours(whole, leaders, whole.known);
  std::vector<VertexId> number(leaders.size());
  whole.rows = merged(whole.rows, leaders, number);
  for (Member& member : whole.members) member.row = number[member.row];
  return whole;
}

}  // namespace summitry
