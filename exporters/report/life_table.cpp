#include "exporters/report/life_table.hpp"

#include <vector>

#include "exporters/report/markdown.hpp"

namespace summitry::report {

namespace md = markdown;

std::string life_table(const SurvivalCurve& curve, const std::string& since,
                       const std::string& there) {
  std::vector<std::vector<std::string>> rows;
  for (const LifeTableRow& row : curve.rows) {
    if (row.at_risk == 0) continue;
    const std::string interval =
        row.lower ? md::percent(*row.lower) + " to " + md::percent(*row.upper) : "";
    rows.push_back({md::figure(row.time), md::count(row.at_risk), md::count(row.events),
                    md::count(row.censored), md::percent(row.hazard), md::percent(row.survival),
                    interval});
  }
  return md::table({{since, true},
                    {"Under observation", true},
                    {"Gone", true},
                    {"End not seen", true},
                    {"Hazard", true},
                    {there, true},
                    {"95 % interval", true}},
                   rows);
}

}  // namespace summitry::report
