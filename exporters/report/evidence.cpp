// What the data cannot say: refusals, coverage, contradictions, and what is not verified.
#include <algorithm>
#include <array>
#include <set>

#include "engine/claims.hpp"
#include "engine/number.hpp"
#include "exporters/report/context.hpp"
#include "exporters/report/markdown.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

using Rows = std::vector<std::vector<std::string>>;

// Which relations to an entity name those that a declared size counts. Only attributes that mean the
// whole are here: "founding-members" or "african-signatory-countries" count a part.
struct DeclaredSize {
  std::string_view attribute;
  std::array<std::string_view, 2> types;  // of the relations; "" where there is one type only
  bool countries = false;                 // only countries are counted
  std::string_view kind = "";             // of the entity; "" any
};

constexpr std::array<DeclaredSize, 11> kDeclaredSizes = {{
    {"signatories", {"signed", ""}},
    {"signatory-countries", {"signed", ""}, true},
    {"members", {"member-of", ""}},
    {"member-countries", {"member-of", ""}, true},
    {"endorsers", {"endorsed", "signed"}},
    {"endorser-countries", {"endorsed", "signed"}, true},
    {"participants", {"attended", ""}, false, "summit"},
    {"attendees", {"attended", ""}, false, "summit"},
    {"countries-attending", {"attended", ""}, true, "summit"},
    {"delegations", {"attended", ""}, false, "summit"},
    {"declared-participants", {"attended", ""}, false, "summit"},
}};

const DeclaredSize* declared_size(std::string_view attribute, std::string_view kind) {
  const auto* const found =
      std::find_if(kDeclaredSizes.begin(), kDeclaredSizes.end(), [&](const DeclaredSize& size) {
        return size.attribute == attribute && (size.kind.empty() || size.kind == kind);
      });
  return found == kDeclaredSizes.end() ? nullptr : found;
}

std::string named_by(const DeclaredSize& size) {
  std::string text = "*" + std::string(size.types[0]) + "*";
  if (!size.types[1].empty()) text += " or *" + std::string(size.types[1]) + "*";
  return text + (size.countries ? ", countries" : "");
}

// Relations that count as named, by what they point to.
using ByTarget = std::vector<std::vector<RelationIndex>>;

ByTarget named_relations(const Network& network) {
  ByTarget by_target(network.entities().size());
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Relation relation = network.relation(i);
    const bool counts =
        relation.status == Status::realised && relation.confidence != Confidence::unverified;
    if (counts) by_target[relation.target].push_back(i);
  }
  return by_target;
}

std::size_t named(const Network& network, const std::vector<RelationIndex>& relations,
                  const DeclaredSize& size) {
  std::set<EntityIndex> found;
  for (const RelationIndex index : relations) {
    const Relation relation = network.relation(index);
    if (relation.type != size.types[0] && relation.type != size.types[1]) continue;
    if (!size.countries || network.entity(relation.source).kind == "country") {
      found.insert(relation.source);
    }
  }
  return found.size();
}

std::string stated(const Claim& claim) {
  std::string value = md::escaped(claim.value);
  switch (claim.qualifier) {
    case Qualifier::exact:
      return value;
    case Qualifier::about:
      return "about " + value;
    case Qualifier::at_least:
      return "at least " + value;
    case Qualifier::nearly:
      return "nearly " + value;
    case Qualifier::over:
      return "over " + value;
  }
  return value;
}

Rows coverage_rows(const Context& context) {
  const Network& network = context.network();
  const ByTarget by_target = named_relations(network);
  Rows rows;
  for (const ClaimGroup& group : claim_groups(network)) {
    const Claim& claim = network.claims()[group.claims.front()];
    const DeclaredSize* size = declared_size(group.attribute, network.entity(group.entity).kind);
    const auto declared = parse_number(claim.value);
    if (size == nullptr || !declared || !(*declared > 0.0)) continue;
    const std::size_t count = named(network, by_target[group.entity], *size);
    rows.push_back({context.name(group.entity), md::escaped(group.attribute), stated(claim),
                    context.cited({&claim.citation, 1}), md::count(count), named_by(*size),
                    md::percent(static_cast<double>(count) / *declared)});
  }
  return rows;
}

// A relation with only a beginning is an event of that date.
std::string date_of(const Relation& relation) {
  if (relation.when.from && !relation.when.to) return to_string(*relation.when.from);
  return in_words(relation.when);
}

std::string note(const Relation& relation) {
  return md::escaped(relation.note);
}

std::string claim_contradictions(const Context& context) {
  const Network& network = context.network();
  Rows rows;
  for (const ClaimGroup& group : claim_groups(network)) {
    if (!group.contradictory) continue;
    for (std::size_t i = 0; i < group.claims.size(); ++i) {
      const Claim& claim = network.claims()[group.claims[i]];
      const SourceIndex source = claim.citation.source;
      const auto& dated =
          claim.date || source == kNone ? claim.date : network.sources()[source].date;
      rows.push_back({context.name(group.entity), md::escaped(group.attribute), stated(claim),
                      context.cited({&claim.citation, 1}), dated ? to_string(*dated) : "",
                      i == 0 ? "yes" : "no"});
    }
  }
  if (rows.empty()) return "";
  return "### Claims\n\nSources disagree about these. All claims are kept; the one in use is "
         "chosen by a rule: " +
         std::string(preference_rule()) + ".\n\n" +
         md::table({{"Of", false},
                    {"What", false},
                    {"Stated", false},
                    {"Source", false},
                    {"Dated", false},
                    {"In use", false}},
                   rows);
}

std::string conflicts(const Context& context) {
  Rows rows;
  std::size_t hidden = 0;
  for (const StatusConflict& conflict : status_conflicts(context.network())) {
    for (const RelationIndex index : conflict.relations) {
      const Relation relation = context.network().relation(index);
      if (relation.confidence == Confidence::unverified) {
        ++hidden;
        continue;
      }
      rows.push_back({context.name(relation.source), md::escaped(relation.type),
                      context.name(relation.target), std::string(to_string(relation.status)),
                      date_of(relation), context.cited(relation.citations), note(relation)});
    }
  }
  if (rows.empty()) return "";
  std::string text = "\n### Relations with statuses that exclude each other\n\n" +
                     md::table({{"Who", false},
                                {"What", false},
                                {"Whom or which", false},
                                {"Status", false},
                                {"When", false},
                                {"Sources", false},
                                {"Note", false}},
                               rows);
  if (hidden > 0) {
    text += "\n" + md::count(hidden, "unverified relation is", "unverified relations are") +
            " not listed.\n";
  }
  return text;
}

}  // namespace

std::string refusals(const Context& context) {
  Rows rows;
  for (const RelationIndex index : context.sourced({Status::declined, Status::withdrawn})) {
    const Relation relation = context.network().relation(index);
    rows.push_back({context.name(relation.source), std::string(to_string(relation.status)),
                    md::escaped(relation.type), context.name(relation.target), date_of(relation),
                    context.cited(relation.citations), note(relation)});
  }
  if (rows.empty()) return "";
  return "## Refusals and withdrawals\n\nNot to sign is a finding, not a missing relation. None of "
         "these counts as a relation in the figures above.\n\n" +
         md::table({{"Who", false},
                    {"Status", false},
                    {"What", false},
                    {"Whom or which", false},
                    {"When", false},
                    {"Sources", false},
                    {"Note", false}},
                   rows);
}

std::string coverage(const Context& context) {
  const Rows rows = coverage_rows(context);
  if (rows.empty()) return "";
  return "## Coverage\n\nHow many a source declares, and how many the data name by relations that "
         "are realised and not unverified. Where few are named, figures of who took part say "
         "little "
         "about the rest. Above 100 % the declared number is older or counts otherwise.\n\n" +
         md::table({{"Of", false},
                    {"Size", false},
                    {"Declared", true},
                    {"Source", false},
                    {"Named", true},
                    {"Named by", false},
                    {"Coverage", true}},
                   rows);
}

std::string contradictions(const Context& context) {
  const std::string claims = claim_contradictions(context);
  const std::string statuses = conflicts(context);
  if (claims.empty() && statuses.empty()) return "";
  return "## Contradictions\n\n" + claims + statuses;
}

std::string unverified(const Context& context) {
  const std::size_t count = context.unverified();
  if (count == 0) return "";
  const bool one = count == 1;
  std::string text =
      "## Not verified\n\n" +
      md::count(count, "relation of the data set is", "relations of the data set are") +
      " marked as unverified: no source was found that confirms " + (one ? "it" : "them") + ". ";
  if (context.selection_has_unverified()) {
    return text +
           "The selection asks for them, so **they are among the figures**; no table of "
           "relations lists them.\n";
  }
  return text + (one ? "It is" : "They are") + " in no figure and in no table of this report.\n";
}

}  // namespace summitry::report
