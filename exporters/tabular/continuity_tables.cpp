#include "exporters/tabular/continuity_tables.hpp"

#include <optional>
#include <string>

namespace summitry::tabular {
namespace {

TableCell figure(const std::optional<double>& value) {
  return value ? TableCell(*value) : TableCell();
}

TableCell count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

const std::string& edition_id(const Network& network, const Continuity& continuity,
                              std::size_t position) {
  return network.entity(continuity.editions[position].summit).id;
}

std::vector<TableCell> row_of(const Network& network, const Continuity& continuity,
                              const Transition& t) {
  return {edition_id(network, continuity, t.from),
          edition_id(network, continuity, t.to),
          count(t.retained),
          count(t.entered),
          count(t.left),
          figure(t.retention),
          figure(t.inheritance),
          figure(t.entry),
          figure(t.exit),
          figure(t.jaccard),
          figure(t.sorensen),
          figure(t.overlap),
          figure(t.turnover),
          figure(t.kulczynski),
          figure(t.ruzicka),
          figure(t.dissimilarity),
          figure(t.replacement),
          figure(t.growth),
          figure(t.return_after_absence),
          t.universe > 0 ? count(t.universe) : TableCell(),
          figure(t.expected_retained),
          figure(t.expected_sd),
          figure(t.z),
          figure(t.p_value),
          t.bounds ? count(t.bounds->least) : TableCell(),
          t.bounds ? count(t.bounds->most) : TableCell()};
}

}  // namespace

Table transitions(const Network& network, const Continuity& continuity) {
  Table table;
  table.columns = {"from",
                   "to",
                   "retained",
                   "entered",
                   "left",
                   "retention",
                   "inheritance",
                   "entry",
                   "exit",
                   "jaccard",
                   "sorensen",
                   "overlap",
                   "turnover",
                   "kulczynski",
                   "ruzicka",
                   "dissimilarity",
                   "replacement",
                   "growth",
                   "return_after_absence",
                   "universe",
                   "expected_retained",
                   "expected_sd",
                   "z",
                   "p_value",
                   "declared_least",
                   "declared_most"};
  table.rows.reserve(continuity.transitions.size());
  for (const Transition& step : continuity.transitions) {
    table.rows.push_back(row_of(network, continuity, step));
  }
  return table;
}

Table editions(const Network& network, const Continuity& continuity) {
  Table table;
  table.columns = {"series",  "position", "edition", "name",    "participants",
                   "entered", "returned", "left",    "inferred"};
  for (std::size_t i = 0; i < continuity.editions.size(); ++i) {
    const Edition& edition = continuity.editions[i];
    const Entity& summit = network.entity(edition.summit);
    table.rows.push_back({continuity.series, count(i + 1), summit.id, summit.name,
                          count(edition.participants.size()), count(edition.entered),
                          count(edition.returned), count(edition.left), count(edition.inferred)});
  }
  return table;
}

Table participation(const Network& network, const Continuity& continuity) {
  Table table;
  table.columns = {"entity", "edition", "position"};
  for (const Attendance& attendance : continuity.entities) {
    for (const std::size_t position : attendance.editions) {
      table.rows.push_back({network.entity(attendance.entity).id,
                            edition_id(network, continuity, position), count(position + 1)});
    }
  }
  return table;
}

}  // namespace summitry::tabular
