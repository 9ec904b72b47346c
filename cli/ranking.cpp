#include "cli/ranking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "cli/text_width.hpp"

namespace summitry::cli {
namespace {

// From high to low, those without a value last, equal ones by vertex or edge (so by id).
std::vector<std::uint32_t> order_by(const std::vector<double>& values) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&values](std::uint32_t u, std::uint32_t v) {
    if (std::isnan(values[u]) || std::isnan(values[v])) {
      return !std::isnan(values[u]) && std::isnan(values[v]);
    }
    return values[u] > values[v];
  });
  return order;
}

AlignedTable header_of(std::span<const NamedScores> scores) {
  AlignedTable table;
  if (scores.front().over == Over::edges) {
    table.header = {"rank", "source", "target"};
    table.align = {Align::right, Align::left, Align::left};
  } else {
    table.header = {"rank", "name", "kind", "id"};
    table.align = {Align::right, Align::left, Align::left, Align::left};
  }
  for (const NamedScores& one : scores) {
    table.header.push_back(one.name);
    table.align.push_back(Align::right);
  }
  return table;
}

// What a row is about: an entity, or an edge by its ends.
using Identify = std::function<std::vector<std::string>(std::uint32_t)>;

Identify identify_rows(const Network& network, const Graph& graph, Over over) {
  if (over == Over::vertices) {
    return [&network, &graph](std::uint32_t v) {
      const Entity& entity = network.entity(graph.entity(v));
      return std::vector<std::string>{entity.name, entity.kind, entity.id};
    };
  }
  return [&network, &graph, edges = graph.edges()](std::uint32_t e) {
    return std::vector<std::string>{network.entity(graph.entity(edges[e].source)).name,
                                    network.entity(graph.entity(edges[e].target)).name};
  };
}

std::string centralisations(std::span<const NamedScores> scores) {
  std::string text;
  for (const NamedScores& one : scores) {
    if (!one.centralisation) continue;
    const auto& [value, note] = *one.centralisation;
    text += fmt::format("centralisation of {}: {}, {}\n", one.name,
                        value ? readable(*value) : std::string("none"), note);
  }
  return text;
}

}  // namespace

std::string readable(double value) {
  if (std::isnan(value)) return "-";
  if (value == std::floor(value) && std::abs(value) < 1e9) return fmt::format("{:.0f}", value);
  return std::abs(value) >= 1000.0 ? fmt::format("{:.1f}", value) : fmt::format("{:.4g}", value);
}

std::string readable(const std::optional<double>& value) {
  return value ? readable(*value) : "-";
}

std::string readable_share(const std::optional<double>& share) {
  return share ? fmt::format("{:.1f} %", 100.0 * *share) : "-";
}

std::string ranking(const Network& network, const Graph& graph, std::span<const NamedScores> scores,
                    std::size_t top) {
  if (scores.empty()) return "no measure could be computed\n";
  const std::vector<double>& first = scores.front().scores.values;
  const std::vector<std::uint32_t> order = order_by(first);
  const std::size_t shown = top == 0 ? order.size() : std::min(top, order.size());
  const Over over = scores.front().over;
  const Identify identify = identify_rows(network, graph, over);
  AlignedTable table = header_of(scores);
  std::size_t rank = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    const std::uint32_t v = order[i];
    if (i == 0 || first[v] != first[order[i - 1]]) rank = i + 1;
    std::vector<std::string> row = {std::isnan(first[v]) ? "-" : std::to_string(rank)};
    for (std::string& field : identify(v)) row.push_back(std::move(field));
    for (const NamedScores& one : scores) row.push_back(readable(one.scores.values[v]));
    table.rows.push_back(std::move(row));
  }
  std::string text = aligned(table);
  text += fmt::format("{} of {} {}, by {}", shown, order.size(),
                      over == Over::edges ? "edges" : "entities", scores.front().name);
  text += shown < order.size() ? "; --top 0 shows all\n" : "\n";
  return text + centralisations(scores);
}

}  // namespace summitry::cli
