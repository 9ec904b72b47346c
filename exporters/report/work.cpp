// Whether the work goes on: lineages, agendas, commitments, and what hosting does.
#include <algorithm>

#include "exporters/report/context.hpp"
#include "exporters/report/markdown.hpp"
#include "exporters/report/verdict.hpp"
#include "exporters/report/work_survival.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kListed = 20;

std::string share(const std::optional<double>& value,
                  const std::optional<ShareInterval>& interval) {
  if (!value) return "";
  if (!interval) return md::percent(*value);
  return md::percent(*value) + " (" + md::percent(interval->low) + " to " +
         md::percent(interval->high) + ")";
}

std::string line(const Context& context, const std::vector<EntityIndex>& entities) {
  std::string text;
  for (const EntityIndex entity : entities) {
    text += (text.empty() ? "" : " → ") + context.name(entity);
  }
  return text;
}

std::string lineage(const Context& context, const Lineage& found) {
  Rows rows;
  for (const LineageStep& step : found.steps) {
    if (step.launched + step.launched_next == 0) continue;
    rows.push_back({context.step(step.from, step.to), md::count(step.launched),
                    md::count(step.carried), share(step.orphan_rate, step.orphan_interval),
                    md::count(step.launched_next),
                    share(step.inheritance, step.inheritance_interval)});
  }
  if (rows.empty()) return "";
  std::string text =
      "\n### Lineages\n\nOf what was announced at an edition, some was seen or taken up again at "
      "the "
      "next or has a descendant by then; the rest are orphans as far as the data tell, which is no "
      "proof "
      "that they ended. Shares with their 95 % intervals.\n\n" +
      md::table({{"Step", false},
                 {"Set up", true},
                 {"Carried on", true},
                 {"Orphans", true},
                 {"Set up at the next", true},
                 {"With an ancestor seen before", true}},
                rows);
  if (!found.cycle.empty()) {
    return text + "\nThe lineage runs in a circle, so that it has no depth: " +
           line(context, found.cycle) + ". One of these relations must be wrong.\n";
  }
  if (!found.main_path.empty()) {
    text += "\nMain path (search path count): " + line(context, found.main_path) + ".\n";
  }
  if (found.depth && *found.depth > 0) {
    text += "\nThe longest line has " + md::count(*found.depth, "step", "steps") + ".\n";
  }
  return text;
}

std::string theme_list(const std::vector<std::string>& themes) {
  std::vector<std::string> names;
  names.reserve(themes.size());
  for (const std::string& theme : themes) names.push_back(md::escaped(theme));
  return md::listed(names, kListed);
}

std::string agenda(const Context& context, const Agenda& found) {
  Rows rows;
  std::string words;
  for (const AgendaStep& step : found.steps) {
    if (!step.distance) continue;
    const std::string name = context.step(step.from, step.to);
    rows.push_back({name, md::figure(step.distance), theme_list(step.kept), theme_list(step.added),
                    theme_list(step.dropped)});
    words += "- " + name + ": the agendas are " + md::figure(step.distance) + " apart" +
             (step.test.mean ? " where " + md::figure(step.test.mean) +
                                   " would be, were themes dealt out at random"
                             : "") +
             ". " + verdict(step.test) + "\n";
  }
  if (rows.empty()) return "";
  std::string covered;
  for (std::size_t t = 0; t < found.editions.size(); ++t) {
    covered += (t == 0 ? "" : ", ") + context.edition(t) + " " +
               md::count(found.editions[t].themed) + " of " + md::count(found.editions[t].works);
  }
  return "\n### Agendas\n\nThemes as the data give them, and their Jensen-Shannon distance: 0 is "
         "the "
         "same agenda, 1 nothing in common. Texts and initiatives with themes (the summit itself "
         "among them): " +
         covered + ".\n\n" +
         md::table({{"Step", false},
                    {"Distance", true},
                    {"Kept", false},
                    {"Added", false},
                    {"Dropped", false}},
                   rows) +
         "\n" + words;
}

std::string coders(const CoderAgreement& found) {
  if (found.pairs == 0 || (!found.alpha && !found.kappa)) return "";
  std::string text =
      "\n" + md::count(found.pairs, "pair was", "pairs were") + " scored by more than one coder";
  if (found.kappa) text += "; Cohen's kappa is " + md::figure(found.kappa);
  if (found.alpha) text += "; Krippendorff's alpha is " + md::figure(found.alpha);
  if (found.alpha_ordinal) text += " (ordinal " + md::figure(found.alpha_ordinal) + ")";
  return text + ".\n";
}

std::string commitments(const Context& context, const Commitments& found) {
  if (found.overall.obligations == 0) {
    return "\n### Commitments\n\nThe data record no assessment of a commitment: whether what was "
           "promised was done cannot be said.\n";
  }
  Rows rows;
  const auto add = [&rows](const std::string& name, const FollowThrough& one) {
    if (one.obligations == 0) return;
    rows.push_back({name, md::count(one.obligations), md::count(one.known),
                    md::percent(one.coverage), md::count(one.kept), md::count(one.partly),
                    md::count(one.broken),
                    one.percentage ? md::figure(*one.percentage) + " (" +
                                         md::figure(one.percentage_interval->low) + " to " +
                                         md::figure(one.percentage_interval->high) + ")"
                                   : "",
                    md::figure(one.median_lag)});
  };
  for (std::size_t t = 0; t < found.editions.size(); ++t) {
    add(context.edition(t), found.editions[t]);
  }
  add("All", found.overall);
  return "\n### Commitments\n\nPairs of a participant and a commitment, scored +1 (kept), 0 "
         "(partly) "
         "or -1 (not kept). The percentage is of the scored alone, with its 95 % interval; what is "
         "unknown counts in the coverage only.\n\n" +
         md::table({{"Made at", false},
                    {"Pairs", true},
                    {"Scored", true},
                    {"Coverage", true},
                    {"Kept", true},
                    {"Partly", true},
                    {"Not kept", true},
                    {"Percentage", true},
                    {"Median days to evidence", true}},
                   rows) +
         coders(found.coders);
}

std::string hosting(const Context& context, const Hosting& found) {
  Rows rows;
  std::string words;
  for (const HostEffect& effect : found.effects) {
    if (!effect.change) continue;
    rows.push_back({context.name(effect.host), context.edition(effect.edition),
                    md::figure(effect.before), md::figure(effect.during), md::figure(effect.after),
                    md::figure(effect.change)});
    words += "- " + context.name(effect.host) + ": its place changed by " +
             md::figure(effect.change) +
             (effect.test.mean
                  ? ", that of the others by " + md::figure(effect.test.mean) + " on average"
                  : "") +
             ". " + verdict(effect.test) + "\n";
  }
  std::string text;
  if (found.rotation.entropy && found.rotation.known > 1) {
    text += "\nThe hosts of " + md::count(found.rotation.known) + " editions come from " +
            md::count(found.rotation.distinct, "region", "regions") +
            "; the entropy of the rotation is " + md::figure(found.rotation.entropy) + " bits" +
            (found.rotation.evenness
                 ? ", " + md::percent(*found.rotation.evenness) + " of the most possible"
                 : "") +
            ".\n";
  }
  std::string troika;
  for (const OrganiserStep& step : found.organisers) {
    if (step.both.empty()) continue;
    troika += "- " + context.step(step.from, step.to) + ": " +
              md::listed(context.names(step.both), kListed) + "\n";
  }
  if (!troika.empty()) text += "\nWho had a part in conducting both:\n\n" + troika;
  if (!rows.empty()) {
    text +=
        "\nWhere the host stands: the share of the other participants that it ranks above, before, "
        "during and after its edition.\n\n" +
        md::table({{"Host", false},
                   {"Edition", false},
                   {"Before", true},
                   {"During", true},
                   {"After", true},
                   {"Change", true}},
                  rows) +
        "\n" + words;
  }
  return text.empty() ? "" : "\n### What hosting does\n" + text;
}

}  // namespace

std::string work(const Context& context) {
  const Persistence& found = *context.parts().continuity->persistence;
  return lineage(context, found.work.lineage) + work_survival(found.work.lineage.survival) +
         agenda(context, found.work.agenda) + commitments(context, found.work.commitments) +
         hosting(context, found.hosting);
}

}  // namespace summitry::report
