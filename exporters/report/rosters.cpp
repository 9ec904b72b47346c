// Who comes back by kind and role, what unnamed participants could change, how long participants stay.
#include "exporters/report/rosters.hpp"

#include <algorithm>

#include "exporters/report/life_table.hpp"
#include "exporters/report/markdown.hpp"
#include "exporters/words.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kListedSteps = 40;  // rows of a table of groups
constexpr double kLowCoverage = 0.6;

std::string group_name(const RosterGroup& group) {
  if (group.by == "all") return "all";
  if (group.by == "kind") return plural(group.value);
  return "*" + md::escaped(group.value) + "*";
}

bool is_step(const Transition& pair) {
  return pair.to == pair.from + 1;
}

// "1 → 2: 28 of 67 (41.8 %)"
Rows group_rows(const Context& context) {
  Rows rows;
  for (const RosterGroup& group : context.parts().continuity->groups) {
    if (group.by == "type and kind") continue;
    for (const Transition& pair : group.pairs) {
      const std::size_t before = group.sizes[pair.from];
      if (!is_step(pair) || before == 0) continue;
      rows.push_back({group_name(group), context.step(pair.from, pair.to),
                      md::count(pair.retained) + " of " + md::count(before),
                      md::percent(pair.retention), md::figure(pair.jaccard),
                      md::figure(pair.kulczynski), md::figure(pair.ruzicka)});
    }
  }
  return rows;
}

std::string together(const Context& context) {
  const Continuity& continuity = *context.parts().continuity;
  const MultiEdition& all = continuity.groups.front().together;
  if (!all.sorensen || all.editions < 3) return "";
  std::string text = "\nAll " + md::count(all.editions) +
                     " editions with participants together have a Sørensen similarity of " +
                     md::figure(all.sorensen) +
                     " (1: the same people each time, 0: nobody twice). Of " +
                     md::count(all.participants, "participant", "participants") + " named, " +
                     md::count(all.at_least[1]) + " came at least twice";
  if (all.at_least.back() > 0) {
    text += " and " + md::count(all.at_least.back()) + " every time";
  }
  return text + ".\n";
}

// The kinds that come back most and least at the last step that allows it, when their numbers differ.
std::string kinds_in_words(const Context& context) {
  const Continuity& continuity = *context.parts().continuity;
  std::vector<std::string> said;
  for (const RosterGroup& group : continuity.groups) {
    if (group.by != "kind") continue;
    std::size_t before = 0;
    std::size_t back = 0;
    for (const Transition& pair : group.pairs) {
      if (!is_step(pair)) continue;
      before += group.sizes[pair.from];
      back += pair.retained;
    }
    if (before == 0) continue;
    said.push_back(md::count(back) + " of " + md::count(before) + " (" +
                   md::percent(static_cast<double>(back) / static_cast<double>(before)) + ") for " +
                   plural(group.value));
  }
  if (said.size() < 2) return "";
  return "\nOver all steps together, participations that were followed by one at the next edition "
         "are " +
         md::listed(said, said.size()) + ".\n";
}

std::string bound_row_text(const OverlapBounds& bounds) {
  return md::count(bounds.least) +
         (bounds.least == bounds.most ? "" : " to " + md::count(bounds.most));
}

std::string coverage_text(const DeclaredSize& declared) {
  if (!declared.size) return "";
  return md::percent(declared.coverage.value_or(0.0));
}

std::string range(const std::optional<double>& low, const std::optional<double>& high) {
  if (!low || !high) return "";
  return *low == *high ? md::percent(*low) : md::percent(*low) + " to " + md::percent(*high);
}

}  // namespace

std::string roster_groups(const Context& context) {
  const Continuity& continuity = *context.parts().continuity;
  if (continuity.groups.empty()) return "";
  Rows rows = group_rows(context);
  if (rows.empty()) return "";
  const std::size_t left_out = rows.size() > kListedSteps ? rows.size() - kListedSteps : 0;
  rows.resize(rows.size() - left_out);
  std::string text = "\n### Who comes back, by kind and by role\n\n" +
                     md::table({{"Who", false},
                                {"Step", false},
                                {"Came back", true},
                                {"Retention", true},
                                {"Jaccard", true},
                                {"Kulczynski", true},
                                {"Ruzicka, by rank of role", true}},
                               rows);
  if (left_out > 0) {
    text += "\n" + md::count(left_out, "more row is", "more rows are") + " in continuity.json.\n";
  }
  return text + together(context) + kinds_in_words(context);
}

std::string gaps(const Context& context) {
  const Continuity& continuity = *context.parts().continuity;
  Rows rows;
  std::size_t low = 0;
  std::size_t wide = 0;
  std::string notes;
  for (const RosterGroup& group : continuity.groups) {
    for (const Transition& pair : group.pairs) {
      if (!pair.bounds) continue;
      const DeclaredSize& before = group.declared[pair.from];
      const DeclaredSize& after = group.declared[pair.to];
      const OverlapBounds& bounds = *pair.bounds;
      for (const DeclaredSize* one : {&before, &after}) {
        low += one->coverage && *one->coverage < kLowCoverage ? 1 : 0;
      }
      wide += bounds.least < bounds.most ? 1 : 0;
      if (!bounds.note.empty()) {
        notes += "- " + group_name(group) + ", " + context.step(pair.from, pair.to) + ": " +
                 bounds.note + ".\n";
      }
      const std::string sampled = bounds.samples > 0
                                      ? md::figure(bounds.mean) + " (" + md::figure(bounds.low) +
                                            " to " + md::figure(bounds.high) + ")"
                                      : "";
      rows.push_back({group_name(group), context.step(pair.from, pair.to), coverage_text(before),
                      coverage_text(after), md::count(pair.retained), bound_row_text(bounds),
                      range(bounds.retention_least, bounds.retention_most), sampled});
    }
  }
  if (rows.empty()) return "";
  std::string text =
      "\n### What unnamed participants could change\n\nWhere sources declare how many took part, "
      "the number at both editions lies between the bounds, whoever the unnamed were. In the last "
      "column they are drawn at random from the entities of the data set: the mean, and where 95 % "
      "of the draws lie.\n\n" +
      md::table({{"Who", false},
                 {"Editions", false},
                 {"Coverage, earlier", true},
                 {"Coverage, later", true},
                 {"In both, named only", true},
                 {"In both, bounds", true},
                 {"Retention, bounds", true},
                 {"In both, unnamed drawn at random", true}},
                rows);
  if (!notes.empty()) text += "\n" + notes;
  if (wide == 0) {
    text += "\nHere the declared sizes leave nothing open: all that are declared are named.\n";
  } else if (low > 0) {
    text += "\n" + md::count(low, "roster names", "rosters name") +
            " less than 60 % of what is declared. There the figure of those named is no estimate; "
            "only the bounds can be relied on.\n";
  }
  return text;
}

std::string stays(const Context& context) {
  const LifeOfSeries& life = context.parts().continuity->life;
  const std::string table =
      life_table(life.since_first, "Editions since the first", "Still taking part");
  if (table.empty()) return "";
  std::string text =
      "\n### How long participants stay\n\nCounted in editions since the first attendance. Gone is "
      "who misses " +
      (life.missed == 1 ? std::string("an edition") : md::count(life.missed) + " editions") +
      " after the last attendance; whose end the data do not show leaves the table "
      "unfinished.\n\n" +
      table;
  const SurvivalCurve& curve = life.since_first;
  text += curve.median
              ? "\nHalf have gone by edition " + md::figure(*curve.median) + " after their first.\n"
              : "\nMore than half are never seen to go.\n";
  if (life.left_truncated > 0) {
    text += "Left out are " + md::count(life.left_truncated) +
            " who were at the first edition of the data, whose past is not known.\n";
  }
  if (life.between_kinds.p_value) {
    const bool differ = *life.between_kinds.p_value < 0.05;
    text += std::string("Kinds ") + (differ ? "differ" : "cannot be told apart") +
            " in how long they stay (log-rank test, " + p_in_words(*life.between_kinds.p_value) +
            (differ ? ")." : "); that is no evidence that they are alike.") + "\n";
  }
  if (life.absences.events > 0) {
    text += "Of " + md::count(life.absences.subjects, "absence", "absences") + " " +
            md::count(life.absences.events) + " ended in a return.\n";
  }
  return text;
}

}  // namespace summitry::report
