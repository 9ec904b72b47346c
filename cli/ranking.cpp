#include "cli/ranking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "cli/text_width.hpp"

namespace summitry::cli {
namespace {

// From high to low, entities without a value last, equal ones by vertex (so by id).
std::vector<VertexId> order_by(const std::vector<double>& values) {
  std::vector<VertexId> order(values.size());
  std::iota(order.begin(), order.end(), VertexId{0});
  std::stable_sort(order.begin(), order.end(), [&values](VertexId u, VertexId v) {
    if (std::isnan(values[u]) || std::isnan(values[v])) {
      return !std::isnan(values[u]) && std::isnan(values[v]);
    }
    return values[u] > values[v];
  });
  return order;
}

AlignedTable header_of(std::span<const NamedScores> scores) {
  AlignedTable table;
  table.header = {"rank", "name", "kind", "id"};
  table.align = {Align::right, Align::left, Align::left, Align::left};
  for (const NamedScores& one : scores) {
    table.header.push_back(one.name);
    table.align.push_back(Align::right);
  }
  return table;
}

}  // namespace

std::string readable(double value) {
  if (std::isnan(value)) return "-";
  if (value == std::floor(value) && std::abs(value) < 1e9) return fmt::format("{:.0f}", value);
  return std::abs(value) >= 1000.0 ? fmt::format("{:.1f}", value) : fmt::format("{:.4g}", value);
}

std::string ranking(const Network& network, const Graph& graph, std::span<const NamedScores> scores,
                    std::size_t top) {
  if (scores.empty()) return "no measure could be computed\n";
  const std::vector<double>& first = scores.front().scores.values;
  const std::vector<VertexId> order = order_by(first);
  const std::size_t shown = top == 0 ? order.size() : std::min(top, order.size());
  AlignedTable table = header_of(scores);
  std::size_t rank = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    const VertexId v = order[i];
    if (i == 0 || first[v] != first[order[i - 1]]) rank = i + 1;
    const Entity& entity = network.entity(graph.entity(v));
    std::vector<std::string> row = {std::isnan(first[v]) ? "-" : std::to_string(rank), entity.name,
                                    entity.kind, entity.id};
    for (const NamedScores& one : scores) row.push_back(readable(one.scores.values[v]));
    table.rows.push_back(std::move(row));
  }
  std::string text = aligned(table);
  text += fmt::format("{} of {} entities, by {}", shown, order.size(), scores.front().name);
  return text + (shown < order.size() ? "; --top 0 shows all\n" : "\n");
}

}  // namespace summitry::cli
