#include "cli/life_table.hpp"

#include "cli/ranking.hpp"

namespace summitry::cli {

AlignedTable life_table(const SurvivalCurve& curve, const std::string& since) {
  AlignedTable table;
  table.header = {since, "at risk", "gone", "censored", "survival", "lower", "upper"};
  table.align.assign(table.header.size(), Align::right);
  for (const LifeTableRow& row : curve.rows) {
    if (row.at_risk == 0) continue;
    table.rows.push_back({readable(row.time), std::to_string(row.at_risk),
                          std::to_string(row.events), std::to_string(row.censored),
                          readable_share(row.survival), readable_share(row.lower),
                          readable_share(row.upper)});
  }
  return table;
}

}  // namespace summitry::cli
