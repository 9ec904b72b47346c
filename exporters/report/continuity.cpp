// Continuity from edition to edition: rosters, steps, hosts, initiatives.
#include <algorithm>

#include "exporters/report/context.hpp"
#include "exporters/report/markdown.hpp"
#include "exporters/report/rosters.hpp"
#include "exporters/words.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kMatrixEditions = 7;  // a wider table does not fit a page
constexpr std::size_t kListed = 60;

std::string introduction(const Context& context) {
  const Continuity& continuity = *context.parts().continuity;
  std::vector<std::string> types;
  for (const std::string& type : continuity.participation) {
    types.push_back("*" + md::escaped(type) + "*");
  }
  std::vector<std::string> kinds;
  for (const std::string& kind : continuity.kinds) kinds.push_back(plural(kind));
  return "A participant of an edition is whoever is named in the data by a relation " +
         md::listed(types, types.size(), "or") +
         (kinds.empty() ? "" : "; counted are " + md::listed(kinds, kinds.size())) +
         ". Rosters may be incomplete: all figures are of those named, and *Coverage* below tells "
         "by how much where a source says.\n";
}

std::string editions(const Context& context) {
  Rows rows;
  for (const Edition& edition : context.parts().continuity->editions) {
    const Entity& summit = context.network().entity(edition.summit);
    rows.push_back({context.name(edition.summit), in_words(summit.active),
                    md::count(edition.participants.size()), md::count(edition.entered),
                    md::count(edition.returned), md::count(edition.left),
                    md::count(edition.inferred)});
  }
  return "\n### Editions\n\n" + md::table({{"Edition", false},
                                           {"Dates", false},
                                           {"Participants named", true},
                                           {"Not at the one before", true},
                                           {"Of these, back after absence", true},
                                           {"Left since the one before", true},
                                           {"Only inferred", true}},
                                          rows);
}

std::string steps(const Context& context) {
  Rows overlap;
  Rows change;
  for (const Transition& step : context.parts().continuity->transitions) {
    const std::string name = context.step(step.from, step.to);
    overlap.push_back({name, md::count(step.retained), md::count(step.entered),
                       md::count(step.left), md::percent(step.retention), md::figure(step.jaccard),
                       md::figure(step.expected_retained),
                       step.p_value ? p_in_words(*step.p_value) : ""});
    change.push_back({name, md::percent(step.inheritance), md::figure(step.turnover),
                      md::figure(step.replacement), md::figure(step.growth),
                      md::percent(step.return_after_absence)});
  }
  if (overlap.empty()) return "";
  return "\n### From edition to edition\n\n" +
         md::table({{"Step", false},
                    {"In both", true},
                    {"Entered", true},
                    {"Left", true},
                    {"Retention", true},
                    {"Jaccard", true},
                    {"Expected in both", true},
                    {"At least as many by chance", true}},
                   overlap) +
         "\nTurnover, split into replacement (others in their place) and growth (a roster of "
         "another "
         "size):\n\n" +
         md::table({{"Step", false},
                    {"Known from the edition before", true},
                    {"Turnover", true},
                    {"Replacement", true},
                    {"Growth", true},
                    {"Return after absence", true}},
                   change);
}

// Jaccard similarity of every pair of editions, for series short enough.
std::string matrix(const Context& context) {
  const Continuity& continuity = *context.parts().continuity;
  const std::size_t count = continuity.editions.size();
  if (count < 3 || count > kMatrixEditions || continuity.all_pairs.empty()) return "";
  std::vector<md::TableColumn> columns = {{"Jaccard", false}};
  Rows rows;
  for (std::size_t row = 0; row + 1 < count; ++row) {
    columns.push_back({context.edition(row + 1), true});
    rows.emplace_back(count);
    rows.back().front() = context.edition(row);
  }
  for (const Transition& pair : continuity.all_pairs) {
    rows[pair.from][pair.to] = md::figure(pair.jaccard);
  }
  return "\n### Every pair of editions\n\n" + md::table(columns, rows);
}

std::string attended_all(const Context& context) {
  const Continuity& continuity = *context.parts().continuity;
  const std::size_t all = continuity.editions.size();
  if (all < 2) return "";
  std::vector<EntityIndex> constant;
  std::vector<std::size_t> by_count(all + 1, 0);
  for (const Attendance& one : continuity.entities) {
    ++by_count[one.editions.size()];
    if (one.editions.size() == all) constant.push_back(one.entity);
  }
  Rows rows;
  for (std::size_t editions = all; editions > 0; --editions) {
    rows.push_back({md::count(editions), md::count(by_count[editions])});
  }
  std::string text = "\n### Who took part how often\n\n" +
                     md::table({{"Editions", true}, {"Participants", true}}, rows);
  if (!constant.empty()) {
    text +=
        "\nNamed at every edition: " + md::listed(context.sorted_names(constant), constant.size()) +
        ".\n";
  }
  return text;
}

std::string hosts(const Context& context) {
  Rows rows;
  for (const HostLink& link : context.parts().continuity->hosts) {
    const auto list = [&context](const std::vector<EntityIndex>& entities) {
      return md::listed(context.names(entities), 6);
    };
    const std::string kept = link.kept ? (*link.kept ? "yes" : "no") : "";
    rows.push_back({context.edition(link.edition), list(link.hosts), list(link.co_hosts),
                    list(link.chairs), list(link.named_next), kept, list(link.handover),
                    link.gap_days ? std::to_string(*link.gap_days) : ""});
  }
  const auto& links = context.parts().continuity->hosts;
  const bool known = std::any_of(links.begin(), links.end(), [](const HostLink& link) {
    return !link.hosts.empty() || !link.named_next.empty() || !link.co_hosts.empty();
  });
  if (!known) return "";
  return "\n### Hosts\n\n" + md::table({{"Edition", false},
                                        {"Host", false},
                                        {"Co-host", false},
                                        {"Chair", false},
                                        {"Next host named", false},
                                        {"Did host", false},
                                        {"Handed over to the next host", false},
                                        {"Days since the edition before", true}},
                                       rows);
}

std::string uptakes(const Context& context) {
  const Continuity& continuity = *context.parts().continuity;
  Rows rows;
  for (const Uptake& uptake : continuity.uptakes) {
    if (rows.size() == kListed) break;
    std::vector<Citation> citations;
    for (const RelationIndex index : uptake.relations) {
      const Relation relation = context.network().relation(index);
      if (relation.confidence == Confidence::unverified) continue;
      citations.insert(citations.end(), relation.citations.begin(), relation.citations.end());
    }
    rows.push_back({context.name(uptake.initiative), context.edition(uptake.announced),
                    context.edition(uptake.taken_up),
                    uptake.through == kNone ? "itself" : context.name(uptake.through),
                    context.cited(citations)});
  }
  std::string text;
  if (!rows.empty()) {
    text += "\n### Announced and taken up later\n\n" + md::table({{"Initiative or document", false},
                                                                  {"Announced at", false},
                                                                  {"Seen again at", false},
                                                                  {"Through", false},
                                                                  {"Sources", false}},
                                                                 rows);
    if (continuity.uptakes.size() > kListed) {
      text += "\n" + md::count(continuity.uptakes.size() - kListed) + " more are not listed.\n";
    }
  }
  if (continuity.not_taken_up.empty()) return text;
  text +=
      "\n### Announced and not seen since\n\nOf these the data record nothing at a later "
      "edition, which does not mean that they ended.\n\n";
  for (std::size_t t = 0; t < continuity.editions.size(); ++t) {
    std::vector<EntityIndex> announced;
    for (const NotTakenUp& one : continuity.not_taken_up) {
      if (one.announced == t) announced.push_back(one.initiative);
    }
    if (announced.empty()) continue;
    text += "- " + context.name(continuity.editions[t].summit) + ": " +
            md::listed(context.names(announced), kListed) + "\n";
  }
  return text;
}

}  // namespace

std::string continuity(const Context& context) {
  const Continuity* continuity = context.parts().continuity;
  if (continuity == nullptr || continuity->editions.empty()) return "";
  return "## Continuity\n\n" + introduction(context) + editions(context) + steps(context) +
         matrix(context) + attended_all(context) + roster_groups(context) + gaps(context) +
         stays(context) + null_tests(context) + hosts(context) + uptakes(context);
}

}  // namespace summitry::report
