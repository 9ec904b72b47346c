// What survival analysis yields: life tables, curves and their comparison. Plain data.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace summitry {

// One time at which something happened or observation ended.
struct LifeTableRow {
  double time = 0.0;
  std::size_t at_risk = 0;   // under observation just before
  std::size_t events = 0;    // at this time
  std::size_t censored = 0;  // last observed at this time, after the events
  double hazard = 0.0;       // events / at risk
  double survival = 1.0;     // share beyond this time
  double error = 0.0;        // standard error of survival (Greenwood)
  // 95 %, on the scale of log(-log S); missing where S is 1 or 0.
  std::optional<double> lower;
  std::optional<double> upper;
};

struct SurvivalCurve {
  std::string name;
  std::size_t subjects = 0;
  std::size_t events = 0;
  std::vector<LifeTableRow> rows;  // by time
  std::optional<double> median;    // the first time with survival at most .5
};

struct LogRankGroup {
  std::string name;
  std::size_t subjects = 0;
  std::size_t observed = 0;  // events
  double expected = 0.0;     // events, did all groups have the same hazard
};

struct LogRank {
  std::vector<LogRankGroup> groups;
  std::optional<double> chi_square;  // missing where nothing can be compared
  std::size_t degrees = 0;           // of freedom
  std::optional<double> p_value;
};

}  // namespace summitry
