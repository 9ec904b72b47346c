#include "cli/vital_signs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "algorithms/cost.hpp"
#include "algorithms/structure/summary.hpp"
#include "engine/claims.hpp"

namespace summitry::cli {
namespace {

constexpr double kQuickSteps = 3e10;  // of a search from everybody: about a second

TableCell cell(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

TableCell cell(const std::optional<double>& value) {
  return value ? TableCell(*value) : TableCell();
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

// The earliest and the latest date that a relation states.
Interval span_of(const Network& network) {
  Interval span;
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Interval when = network.relation(i).when;
    for (const auto& date : {when.from, when.to}) {
      if (!date) continue;
      if (!span.from || first_day(*date) < first_day(*span.from)) span.from = date;
      if (!span.to || last_day(*date) > last_day(*span.to)) span.to = date;
    }
  }
  return span;
}

std::string text_of(const std::optional<Date>& date) {
  return date ? to_string(*date) : std::string("-");
}

std::size_t contradictions(const Network& network) {
  const std::vector<ClaimGroup> groups = claim_groups(network);
  return static_cast<std::size_t>(std::count_if(
      groups.begin(), groups.end(), [](const ClaimGroup& group) { return group.contradictory; }));
}

Section data_section(const Network& network) {
  const Dataset& dataset = network.dataset();
  const Interval span = span_of(network);
  return {"data",
          {{"item", "value"},
           {{std::string("name"), dataset.name},
            {std::string("title"), dataset.title},
            {std::string("version"), dataset.version},
            {std::string("licence"), joined(dataset.licences)},
            {std::string("content hash"), network.content_hash()},
            {std::string("relations are read"),
             std::string(dataset.directed ? "directed" : "undirected")},
            {std::string("entities"), cell(network.entities().size())},
            {std::string("relations"), cell(network.relation_count())},
            {std::string("sources"), cell(network.sources().size())},
            {std::string("claims"), cell(network.claims().size())},
            {std::string("contradictory claims"), cell(contradictions(network))},
            {std::string("contradictory statuses"), cell(status_conflicts(network).size())},
            {std::string("first date of a relation"), text_of(span.from)},
            {std::string("last date of a relation"), text_of(span.to)}}}};
}

Section counted_section(std::string name, std::string item, const std::vector<Counted>& counts) {
  Section section{std::move(name), {{std::move(item), "count"}, {}}};
  for (const Counted& one : counts) section.table.rows.push_back({one.name, cell(one.count)});
  return section;
}

template <std::size_t size>
std::vector<Counted> named(const std::vector<std::string_view>& names,
                           const std::array<std::size_t, size>& counts) {
  std::vector<Counted> result;
  for (std::size_t i = 0; i < names.size(); ++i)
    result.push_back({std::string(names[i]), counts[i]});
  return result;
}

std::vector<Section> trust_sections(const Network& network) {
  std::array<std::size_t, 5> statuses{};
  std::array<std::size_t, 3> confidences{};
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Relation relation = network.relation(i);
    ++statuses[static_cast<std::size_t>(relation.status)];
    ++confidences[static_cast<std::size_t>(relation.confidence)];
  }
  return {counted_section("statuses", "status", named(status_names(), statuses)),
          counted_section("confidence", "confidence", named(confidence_names(), confidences))};
}

Section series_section(const Network& network) {
  Section section{"series", {{"id", "name", "editions", "participation"}, {}}};
  for (const Series& series : network.series()) {
    section.table.rows.push_back(
        {series.id, series.name, cell(series.editions.size()), joined(series.participation)});
  }
  return section;
}

Section graph_section(const Graph& graph, const Run& run) {
  const bool quick = steps::all_sources(graph) <= kQuickSteps;
  const NetworkSummary summary = summarise(graph, {.most_steps = kQuickSteps}, run);
  Section section{"graph", {{"item", "value"}, {}}};
  const auto add = [&section](const char* item, TableCell value) {
    section.table.rows.push_back({std::string(item), std::move(value)});
  };
  add("entities", cell(summary.vertices));
  add("edges", cell(summary.edges));
  add("direction", std::string(summary.directed ? "directed" : "undirected"));
  add("self-loops", cell(summary.loops));
  add("parallel edges", cell(summary.parallel));
  add("isolates", cell(summary.isolates));
  add("components", cell(summary.components));
  if (summary.directed) add("strong components", cell(summary.strong_components));
  add("entities in the largest component", cell(summary.giant));
  add("mean degree", summary.mean_degree);
  add("largest degree", cell(summary.largest_degree));
  add("density", cell(summary.density));
  if (summary.directed) add("reciprocity", cell(summary.reciprocity));
  add("transitivity", cell(summary.transitivity));
  add("mean clustering", cell(summary.mean_clustering));
  add("degree assortativity", cell(summary.assortativity));
  add("triangles", cell(summary.triangles));
  add("largest core number", cell(summary.largest_core));
  if (!quick) {
    add("distances", std::string("left out of a graph of this size; --full measures them"));
    return section;
  }
  add("mean distance of connected pairs", cell(summary.mean_distance));
  add("diameter (of connected pairs)", summary.diameter ? cell(*summary.diameter) : TableCell());
  return section;
}

}  // namespace

std::vector<Section> data_signs(const Network& network) {
  std::vector<Section> sections = {
      data_section(network), counted_section("kinds", "kind", network.kinds()),
      counted_section("relations", "relation", network.relation_types())};
  for (Section& section : trust_sections(network)) sections.push_back(std::move(section));
  if (!network.series().empty()) sections.push_back(series_section(network));
  return sections;
}

std::vector<Section> vital_signs(const Network& network, const Graph& graph, const Run& run) {
  std::vector<Section> sections = data_signs(network);
  sections.push_back(graph_section(graph, run));
  return sections;
}

}  // namespace summitry::cli
