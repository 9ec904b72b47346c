#include "algorithms/continuity/rosters/declared.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/claims.hpp"
#include "engine/number.hpp"

namespace summitry {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool is_signature(std::string_view type) {
  return type == "signed" || type == "endorsed";
}

std::string plural(const std::string& kind) {
  if (!kind.empty() && kind.back() == 'y') return kind.substr(0, kind.size() - 1) + "ies";
  return kind + "s";
}

}  // namespace

DeclaredSizes::DeclaredSizes(const Network& network, const Series& series, const Evidence& evidence)
    : network_(network), series_(series), signatures_(series.editions.size()) {
  const EditionIndex editions(network, series);
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    const Relation relation = network.relation(r);
    if (!is_signature(relation.type) || !evidence.takes(relation)) continue;
    if (const auto edition = editions.find(relation.summit)) {
      signatures_[*edition].push_back({relation.target, relation.source, relation.type});
    }
  }
}

std::optional<EntityIndex> DeclaredSizes::only_document(
    std::size_t edition, const std::vector<std::string>& types,
    const std::vector<std::string>& kinds) const {
  std::set<EntityIndex> documents;
  for (const Signature& one : signatures_[edition]) {
    const bool counts = kinds.empty() || contains(kinds, network_.entity(one.source).kind);
    if (counts && contains(types, one.type)) documents.insert(one.document);
  }
  if (documents.size() != 1) return std::nullopt;
  return *documents.begin();
}

DeclaredSize DeclaredSizes::first_claim(EntityIndex entity,
                                        const std::vector<std::string>& attributes) const {
  for (const std::string& attribute : attributes) {
    const auto claim = preferred_claim(network_, entity, attribute);
    if (!claim) continue;
    const auto value = parse_number(network_.claims()[*claim].value);
    if (!value || !(*value > 0.0) || *value > 1e9) continue;
    return {static_cast<std::size_t>(std::llround(*value)), std::nullopt, *claim};
  }
  return {};
}

DeclaredSize DeclaredSizes::of(std::size_t edition, const std::vector<std::string>& types,
                               const std::vector<std::string>& kinds) const {
  if (kinds.size() > 1) return {};
  const bool countries = kinds.size() == 1 && kinds.front() == "country";
  if (contains(types, "attended")) {
    if (kinds.empty()) {
      return first_claim(series_.editions[edition],
                         {"declared-participants", "participants", "attendees"});
    }
    return first_claim(series_.editions[edition], {plural(kinds.front()) + "-attending"});
  }
  if (types.empty() || !std::all_of(types.begin(), types.end(), is_signature)) return {};
  if (!kinds.empty() && !countries) return {};
  const auto document = only_document(edition, types, kinds);
  if (!document) return {};
  if (countries) return first_claim(*document, {"signatory-countries", "endorser-countries"});
  return first_claim(*document, {"signatories", "endorsers"});
}

}  // namespace summitry
