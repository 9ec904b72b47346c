#include "exporters/tabular/paper_tables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "exporters/interchange/attributes.hpp"
#include "exporters/report/markdown.hpp"

namespace summitry::tabular {
namespace {

namespace md = markdown;

// What has no value comes after all that have one.
double rank(double value) {
  if (std::isnan(value)) return -std::numeric_limits<double>::infinity();
  return value;
}

// By the first measure from high to low, else by id.
std::vector<VertexId> order(const ExportParts& parts) {
  std::vector<VertexId> vertices(parts.graph.vertex_count());
  std::iota(vertices.begin(), vertices.end(), VertexId{0});
  if (parts.scores == nullptr || parts.scores->empty()) return vertices;
  const std::vector<double>& values = parts.scores->front().scores.values;
  std::stable_sort(vertices.begin(), vertices.end(),
                   [&](VertexId a, VertexId b) { return rank(values[a]) > rank(values[b]); });
  return vertices;
}

std::size_t shown(const ExportParts& parts, std::size_t all) {
  return parts.top == 0 ? all : std::min(parts.top, all);
}

std::string of_how_many(std::size_t some, std::size_t all, std::string_view what) {
  const std::string every = md::count(all) + ' ' + std::string(what);
  return some == all ? "All " + every : md::count(some) + " of " + every;
}

PaperTable entities(const ExportParts& parts) {
  PaperTable table;
  table.name = "measures";
  table.columns = {{"Name", false}, {"Kind", false}};
  const bool measured = parts.scores != nullptr && !parts.scores->empty();
  if (measured) {
    for (const NamedScores& scores : *parts.scores) {
      table.columns.push_back({md::capitalised(scores.name), true});
    }
  }
  if (parts.communities != nullptr) table.columns.push_back({"Community", true});
  const std::vector<VertexId> vertices = order(parts);
  const std::size_t rows = shown(parts, vertices.size());
  for (std::size_t i = 0; i < rows; ++i) {
    const VertexId v = vertices[i];
    const Entity& entity = parts.network.entity(parts.graph.entity(v));
    std::vector<std::string> row = {entity.name.empty() ? entity.id : entity.name, entity.kind};
    if (measured) {
      for (const NamedScores& one : *parts.scores) row.push_back(md::figure(one.scores.values[v]));
    }
    if (parts.communities != nullptr) {
      row.push_back(std::to_string(parts.communities->partition.community[v]));
    }
    table.rows.push_back(std::move(row));
  }
  table.caption = of_how_many(rows, vertices.size(), "entities") +
                  (measured ? ", by " + parts.scores->front().name + "; figures are rounded."
                            : ", in order of their ids.");
  return table;
}

PaperTable communities(const ExportParts& parts) {
  const NamedPartition& found = *parts.communities;
  PaperTable table;
  table.name = "communities";
  table.columns = {{"Community", true}, {"Entities", true}, {"Conductance", true}, {"Name", false}};
  const std::size_t rows = shown(parts, found.communities.size());
  for (std::size_t i = 0; i < rows; ++i) {
    const Community& one = found.communities[i];
    table.rows.push_back({std::to_string(i), md::count(one.members.size()),
                          md::figure(one.conductance),
                          i < found.descriptions.size() ? found.descriptions[i].name : ""});
  }
  table.caption = of_how_many(rows, found.communities.size(), "communities") + " (" + found.title +
                  "), modularity " + md::figure(found.modularity) + '.';
  return table;
}

PaperTable transitions(const ExportParts& parts) {
  const Continuity& found = *parts.continuity;
  PaperTable table;
  table.name = "transitions";
  table.columns = {{"From", false},   {"To", false},      {"Retained", true},
                   {"Entered", true}, {"Left", true},     {"Retention", true},
                   {"Jaccard", true}, {"Expected", true}, {"p", true}};
  const auto name = [&](std::size_t edition) {
    return parts.network.entity(found.editions[edition].summit).name;
  };
  for (const Transition& step : found.transitions) {
    table.rows.push_back(
        {name(step.from), name(step.to), md::count(step.retained), md::count(step.entered),
         md::count(step.left), step.retention ? md::percent(*step.retention) : "",
         md::figure(step.jaccard), md::figure(step.expected_retained), md::figure(step.p_value)});
  }
  table.caption = "From one edition to the next: participants named in the data; expected by " +
                  (found.null_model.empty() ? std::string("no") : "the " + found.null_model) +
                  " null model, p one-sided.";
  return table;
}

}  // namespace

std::vector<PaperTable> paper_tables(const ExportParts& parts) {
  std::vector<PaperTable> tables = {entities(parts)};
  if (parts.communities != nullptr) tables.push_back(communities(parts));
  if (parts.continuity != nullptr) tables.push_back(transitions(parts));
  return tables;
}

std::string paper_note(const ExportParts& parts) {
  std::string note;
  for (const auto& [name, value] : interchange::graph_attributes(parts)) {
    if (name == "description") continue;  // says nothing of how the figures were made
    note.append(note.empty() ? "" : "\n").append(name).append(": ").append(value);
  }
  return note;
}

}  // namespace summitry::tabular
