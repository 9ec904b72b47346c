// Key findings: sentences that are computed, and left out where the data cannot carry them.
#include <algorithm>
#include <utility>

#include "engine/number.hpp"
#include "exporters/report/context.hpp"
#include "exporters/report/markdown.hpp"
#include "exporters/words.hpp"

namespace summitry {
namespace report {
namespace {

namespace md = markdown;

std::string with_value(const Context& context, const Ranked& ranked) {
  return context.name_of_vertex(ranked.vertex) + " (" + md::figure(ranked.value) + ")";
}

// The titles of the other measures of importance that the entity leads alone.
std::vector<std::string> also_first(const Context& context, VertexId leader,
                                    const std::string& kind, const NamedScores& but) {
  std::vector<std::string> titles;
  for (const NamedScores& scores : context.parts().scores) {
    if (scores.name == but.name || !Context::tells_importance(scores.name)) continue;
    const std::vector<Ranked> ranked = context.ranking(scores, kind);
    const bool alone = ranked.size() > 1 && ranked[1].rank > 1;
    if (alone && ranked.front().vertex == leader) titles.push_back(md::escaped(scores.name));
  }
  return titles;
}

std::string central(const Context& context) {
  const NamedScores* leading = context.leading();
  const std::string kind = context.main_kind();
  if (leading == nullptr || kind.empty()) return "";
  const std::vector<Ranked> ranked = context.ranking(*leading, kind);
  if (ranked.size() < 2 || !(ranked.front().value > 0.0)) return "";
  std::vector<std::string> leaders;
  for (const Ranked& one : ranked) {
    if (one.rank == 1) leaders.push_back("**" + context.name_of_vertex(one.vertex) + "**");
  }
  const std::string among = "Among the " + md::count(ranked.size()) + " " + plural(kind) + ", ";
  const std::string by = " by " + md::escaped(leading->name);
  if (leaders.size() > 1) {
    return among + md::listed(leaders, 5) + " are level at the top" + by + " (" +
           md::figure(ranked.front().value) + ").";
  }
  std::string text = among + leaders.front() + " is the most central" + by + " (" +
                     md::figure(ranked.front().value) + "), followed by " +
                     with_value(context, ranked[1]);
  if (ranked.size() > 2) text += " and " + with_value(context, ranked[2]);
  text += ".";
  const auto also = also_first(context, ranked.front().vertex, kind, *leading);
  if (!also.empty()) text += " It is also first by " + md::listed(also, 8) + ".";
  return text;
}

// The best-placed members of a community.
std::vector<std::string> leading_members(const Context& context, const Community& community) {
  const std::vector<VertexId> members = context.by_importance(community.members);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, members.size()); ++i) {
    names.push_back(context.name_of_vertex(members[i]));
  }
  return names;
}

std::string stability(const NamedPartition& partition) {
  if (!partition.stability || partition.stability->runs < 2) return "";
  const NamedPartition::Stability& stable = *partition.stability;
  const std::string agreement = " (mean agreement of " + md::count(stable.runs) +
                                " runs: adjusted Rand index " + md::figure(stable.mean_agreement) +
                                ")";
  if (stable.stable) return " The grouping is stable" + agreement + ".";
  return " The grouping is **not stable**" + agreement +
         ": read the boundaries between groups with care.";
}

std::string grouping(const Context& context) {
  const NamedPartition* partition = context.parts().communities;
  if (partition == nullptr || partition->communities.empty()) return "";
  const auto& all = partition->communities;
  const auto alone = static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [](const Community& one) { return one.members.size() == 1; }));
  const std::size_t groups = all.size() - alone;
  if (groups == 0) return "No groups stand out: every entity is a community of its own.";
  std::vector<std::string> largest;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, groups); ++i) {
    const std::string leaders = md::listed(leading_members(context, all[i]), 3);
    std::string entry = md::count(all[i].members.size()) + (i == 0 ? " entities" : "");
    const std::string name =
        i < partition->descriptions.size() ? partition->descriptions[i].name : "around ";
    // A name that says no more than its leaders is left to them.
    if (name.starts_with("around ")) {
      entry.append(" around ").append(leaders);
    } else {
      entry.append(", mainly ").append(md::escaped(name));
      entry.append(" (").append(leaders).append(")");
    }
    largest.push_back(std::move(entry));
  }
  std::string text = "The network falls into **" + md::count(groups, "community", "communities") +
                     "** (" + md::escaped(partition->title) + ", modularity " +
                     md::figure(partition->modularity) + ")";
  if (alone > 0) {
    text += ", besides " + md::count(alone, "entity that stands", "entities that stand") + " alone";
  }
  text += groups > 3 ? "; the three largest have " : ": ";
  for (std::size_t i = 0; i < largest.size(); ++i) text += (i > 0 ? "; " : "") + largest[i];
  return text + "." + stability(*partition);
}

constexpr double kUnlikely = 0.05;

// The verdict is the null model's: another universe or model can give another.
std::string expectation(const Continuity& continuity, const Transition& step) {
  if (!step.expected_retained) return "";
  if (step.expected_sd && *step.expected_sd == 0.0) {
    return " Whether that is more than chance cannot be decided: what is kept fixed leaves no "
           "other "
           "way to fill the rosters.";
  }
  std::string text = " By chance alone about " + rounded(*step.expected_retained, 1) +
                     " would be expected to be at both";
  if (continuity.null_model == "hypergeometric") {
    text += ", were each edition drawn from the " + md::count(step.universe) + " named at any";
  } else {
    text += ", were all to keep their number of editions and every edition its size";
  }
  if (!step.p_value) return text + ".";
  text += " (" + p_in_words(*step.p_value) + " for at least this many): ";
  return text + (*step.p_value < kUnlikely ? "more come back than that would bring."
                                           : "no more come back than that could bring.");
}

std::string last_step(const Context& context) {
  const Continuity* continuity = context.parts().continuity;
  if (continuity == nullptr) return "";
  const auto& steps = continuity->transitions;
  const auto measurable = [continuity](const Transition& step) {
    return !continuity->editions[step.from].participants.empty() &&
           !continuity->editions[step.to].participants.empty();
  };
  const auto found = std::find_if(steps.rbegin(), steps.rend(), measurable);
  if (found == steps.rend()) return "";
  const Transition& step = *found;
  const std::size_t before = continuity->editions[step.from].participants.size();
  const std::size_t after = continuity->editions[step.to].participants.size();
  std::string text = "From " + context.edition(step.from) + " to " + context.edition(step.to) +
                     ", **" + md::count(step.retained) + " of the " + md::count(before) +
                     " participants named at the earlier edition are named again**";
  if (step.retention) text += " (" + md::percent(*step.retention) + ")";
  text += "; " + md::count(step.entered) + " of the " + md::count(after) +
          " at the later one were not at the earlier." + expectation(*continuity, step);
  if (found != steps.rbegin()) {
    text += " The steps after that cannot be measured: nobody is named as a participant.";
  }
  return text;
}

std::string constant_participants(const Context& context) {
  const Continuity* continuity = context.parts().continuity;
  if (continuity == nullptr || continuity->editions.size() < 3) return "";
  std::vector<EntityIndex> constant;
  for (const Attendance& one : continuity->entities) {
    if (one.editions.size() == continuity->editions.size()) constant.push_back(one.entity);
  }
  const std::string all = "all " + md::count(continuity->editions.size()) + " editions";
  if (constant.empty()) return "Nobody is named as a participant of " + all + ".";
  const std::string verb = constant.size() == 1 ? " is" : " are";
  return "**" + md::count(constant.size()) + "** of the " + md::count(continuity->entities.size()) +
         " participants named at any edition" + verb + " named at " + all + ": " +
         md::listed(context.sorted_names(constant), 12) + ".";
}

std::string host_chain(const Context& context) {
  const Continuity* continuity = context.parts().continuity;
  if (continuity == nullptr) return "";
  std::vector<std::string> chain;
  std::size_t named = 0;
  std::size_t kept = 0;
  for (const HostLink& link : continuity->hosts) {
    if (link.hosts.empty()) continue;
    std::string step = md::listed(context.names(link.hosts), 4);
    if (!link.co_hosts.empty()) step += " with " + md::listed(context.names(link.co_hosts), 4);
    chain.push_back(context.edition(link.edition) + " was hosted by " + step);
    if (link.kept) ++named;
    if (link.kept.value_or(false)) ++kept;
  }
  if (chain.empty()) return "";
  std::string text = md::listed(chain, 6) + ".";
  if (named > 0 && kept == named) {
    text += " Whenever a next host was named before the last edition (" +
            md::count(named, "time", "times") + "), one that was named hosted the next.";
  } else if (named > 0) {
    text += " A next host was named at " + md::count(named, "edition", "editions") +
            " before the last; at " + md::count(kept) +
            " of them one that was named hosted the next.";
  }
  return text;
}

std::string follow_up(const Context& context) {
  const Continuity* continuity = context.parts().continuity;
  if (continuity == nullptr) return "";
  std::vector<EntityIndex> taken_up;
  for (const Uptake& uptake : continuity->uptakes) {
    if (std::find(taken_up.begin(), taken_up.end(), uptake.initiative) == taken_up.end()) {
      taken_up.push_back(uptake.initiative);
    }
  }
  const std::size_t announced = taken_up.size() + continuity->not_taken_up.size();
  if (announced == 0) return "";
  std::string text = "Of the " + md::count(announced) +
                     " initiatives and documents announced before the last edition, **" +
                     md::count(taken_up.size()) + (taken_up.size() == 1 ? " is" : " are") +
                     " seen again at a later one**";
  if (!taken_up.empty()) text += " (" + md::listed(context.names(taken_up), 5) + ")";
  text += "; of " + md::count(continuity->not_taken_up.size()) +
          " the data say nothing more, which does not mean that they ended.";
  return text;
}

std::string refused(const Context& context) {
  const auto relations = context.sourced({Status::declined, Status::withdrawn});
  if (relations.empty()) return "";
  std::vector<std::string> items;
  for (const RelationIndex index : relations) {
    const Relation relation = context.network().relation(index);
    items.push_back(context.name(relation.source) + " (" + std::string(to_string(relation.status)) +
                    " *" + md::escaped(relation.type) + "*: " + context.name(relation.target) +
                    ")");
  }
  return "**" +
         md::count(relations.size(), "refusal or withdrawal is", "refusals and withdrawals are") +
         "** on record: " + md::listed(items, 5) + ".";
}

}  // namespace

std::vector<Finding> topical_findings(const Context& context) {
  std::vector<Finding> found = {
      {Topic::central, central(context)},  {Topic::groups, grouping(context)},
      {Topic::step, last_step(context)},   {Topic::constant, constant_participants(context)},
      {Topic::hosts, host_chain(context)}, {Topic::uptake, follow_up(context)},
      {Topic::refusals, refused(context)},
  };
  std::erase_if(found, [](const Finding& one) { return one.text.empty(); });
  for (Finding& one : found) one.text = md::sentence(one.text);
  return found;
}

}  // namespace report

std::vector<std::string> key_findings(const Network& network, const ReportParts& parts) {
  std::vector<std::string> texts;
  for (report::Finding& one : report::topical_findings(report::Context(network, parts))) {
    texts.push_back(std::move(one.text));
  }
  return texts;
}

}  // namespace summitry
