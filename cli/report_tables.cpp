#include "cli/report_tables.hpp"

#include <string>
#include <vector>

#include "engine/claims.hpp"

namespace summitry::cli {
namespace {

TableCell whole(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

TableCell text_of(std::string_view text) {
  return std::string(text);
}

TableCell number_of(const std::optional<double>& value) {
  return value ? TableCell(*value) : TableCell();
}

TableCell date_of(const std::optional<Date>& date) {
  return date ? TableCell(to_string(*date)) : TableCell();
}

std::string id_of(const Network& network, EntityIndex entity) {
  return entity == kNone ? std::string() : network.entity(entity).id;
}

std::string ids(const Network& network, const std::vector<EntityIndex>& entities) {
  std::string text;
  for (const EntityIndex entity : entities) {
    text += (text.empty() ? "" : "|") + id_of(network, entity);
  }
  return text;
}

std::string edition_id(const Network& network, const Continuity& continuity, std::size_t position) {
  return id_of(network, continuity.editions[position].summit);
}

std::string citations_of(const Network& network, std::span<const Citation> citations) {
  std::string text;
  for (const Citation& citation : citations) {
    text += (text.empty() ? "" : "|") + network.sources()[citation.source].id;
    if (!citation.locator.empty()) text += '#' + citation.locator;
  }
  return text;
}

}  // namespace

Table participants_table(const Network& network, const Continuity& continuity) {
  Table table;
  table.columns = {"id", "kind", "name"};
  for (std::size_t i = 0; i < continuity.editions.size(); ++i) {
    table.columns.push_back(edition_id(network, continuity, i));
  }
  table.columns.insert(table.columns.end(), {"editions", "streak"});
  for (const Attendance& attendance : continuity.entities) {
    const Entity& entity = network.entity(attendance.entity);
    std::vector<TableCell> row = {entity.id, entity.kind, entity.name};
    std::vector<bool> present(continuity.editions.size(), false);
    for (const std::size_t edition : attendance.editions) present[edition] = true;
    for (const bool here : present) row.push_back(whole(here ? 1 : 0));
    row.push_back(whole(attendance.editions.size()));
    row.push_back(whole(attendance.streak));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table hosts_table(const Network& network, const Continuity& continuity) {
  Table table;
  table.columns = {"edition",    "hosts", "co-hosts",    "chairs",
                   "named next", "kept",  "gap in days", "handover"};
  for (const HostLink& link : continuity.hosts) {
    const TableCell kept = link.kept ? text_of(*link.kept ? "yes" : "no") : TableCell();
    const TableCell gap =
        link.gap_days ? TableCell(static_cast<std::int64_t>(*link.gap_days)) : TableCell();
    table.rows.push_back({edition_id(network, continuity, link.edition), ids(network, link.hosts),
                          ids(network, link.co_hosts), ids(network, link.chairs),
                          ids(network, link.named_next), kept, gap, ids(network, link.handover)});
  }
  return table;
}

Table initiatives_table(const Network& network, const Continuity& continuity) {
  Table table;
  table.columns = {"id", "kind", "name", "announced at", "taken up at", "through"};
  for (const Uptake& uptake : continuity.uptakes) {
    const Entity& entity = network.entity(uptake.initiative);
    table.rows.push_back(
        {entity.id, entity.kind, entity.name, edition_id(network, continuity, uptake.announced),
         edition_id(network, continuity, uptake.taken_up), id_of(network, uptake.through)});
  }
  for (const NotTakenUp& one : continuity.not_taken_up) {
    const Entity& entity = network.entity(one.initiative);
    table.rows.push_back({entity.id,
                          entity.kind,
                          entity.name,
                          edition_id(network, continuity, one.announced),
                          {},
                          {}});
  }
  return table;
}

Table relations_table(const Network& network, const std::vector<RelationIndex>& relations) {
  Table table;
  table.columns = {"source", "type",   "target", "status",   "role",    "summit",     "from",
                   "to",     "weight", "amount", "currency", "sources", "confidence", "note"};
  for (const RelationIndex index : relations) {
    const Relation relation = network.relation(index);
    table.rows.push_back({id_of(network, relation.source), text_of(relation.type),
                          id_of(network, relation.target), text_of(to_string(relation.status)),
                          text_of(relation.role), id_of(network, relation.summit),
                          date_of(relation.when.from), date_of(relation.when.to),
                          number_of(relation.weight), number_of(relation.amount),
                          text_of(relation.currency), citations_of(network, relation.citations),
                          text_of(to_string(relation.confidence)), text_of(relation.note)});
  }
  return table;
}

std::vector<RelationIndex> refused_relations(const Network& network) {
  std::vector<RelationIndex> refused;
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Relation relation = network.relation(i);
    const bool no = relation.status == Status::declined || relation.status == Status::withdrawn;
    if (no && relation.confidence != Confidence::unverified) refused.push_back(i);
  }
  return refused;
}

Table contradictions_table(const Network& network) {
  Table table;
  table.columns = {"entity", "attribute", "value",     "qualifier",
                   "date",   "source",    "preferred", "note"};
  for (const ClaimGroup& group : claim_groups(network)) {
    if (!group.contradictory) continue;
    for (const std::size_t index : group.claims) {
      const Claim& claim = network.claims()[index];
      const bool preferred = index == group.claims.front();
      table.rows.push_back({id_of(network, group.entity), text_of(group.attribute), claim.value,
                            text_of(to_string(claim.qualifier)), date_of(claim.date),
                            citations_of(network, {&claim.citation, 1}),
                            text_of(preferred ? "yes" : ""), claim.note});
    }
  }
  return table;
}

Table sources_table(const Network& network) {
  Table table;
  table.columns = {"id", "title", "publisher", "date", "url", "licence"};
  for (const Source& source : network.sources()) {
    table.rows.push_back({source.id, source.title, source.publisher, date_of(source.date),
                          source.url, source.licence});
  }
  return table;
}

}  // namespace summitry::cli
