#include "exporters/report/work_survival.hpp"

#include <algorithm>
#include <vector>

#include "exporters/report/context.hpp"
#include "exporters/report/life_table.hpp"
#include "exporters/report/markdown.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

// Of the works of a curve, how many could be followed, and which share outlasts the first edition.
struct AfterOne {
  std::size_t followed = 0;
  double share = 1.0;
};

AfterOne after_one(const SurvivalCurve& curve) {
  AfterOne found;
  for (const LifeTableRow& row : curve.rows) {
    found.followed = std::max(found.followed, row.at_risk);  // all from the beginning
    if (row.time <= 1.0) found.share = row.survival;
  }
  return found;
}

std::string kinds(const std::vector<SurvivalCurve>& by_kind) {
  std::vector<std::string> said;
  said.reserve(by_kind.size());
  for (const SurvivalCurve& curve : by_kind) {
    const AfterOne found = after_one(curve);
    if (found.followed == 0) continue;
    said.push_back(md::percent(found.share) + " of " + md::count(found.followed) + " for " +
                   plural(curve.name));
  }
  return said.size() < 2 ? "" : " By kind: " + md::listed(said, said.size()) + ".";
}

}  // namespace

std::string work_survival(const WorkSurvival& found) {
  const std::string table =
      life_table(found.all, "Editions since the launch", "Still showing signs of life");
  if (table.empty()) return "";
  std::string text =
      "\n### How long what is set up goes on\n\nCounted in editions since the launch. A sign of "
      "life "
      "is that it, or what grew out of it, is seen, comes up or is taken up at an edition. Gone is "
      "what shows none at " +
      (found.missed == 1 ? std::string("the edition")
                         : "the " + md::count(found.missed) + " editions") +
      " after its last; where the series ends before that, its end is not seen. That the data hold "
      "no sign is no proof that it ended.\n\n" +
      table + "\nBy this count " + md::percent(after_one(found.all).share) +
      " of what was set up " +
      (found.missed == 1 ? "shows a sign of life at the next edition or later"
                         : "is not yet gone at the next edition") +
      "." + kinds(found.by_kind);
  text += found.all.median
              ? " Half is gone by edition " + md::figure(*found.all.median) + " after the launch.\n"
              : " More than half is never seen to end.\n";
  return text;
}

}  // namespace summitry::report
