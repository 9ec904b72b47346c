// Life tables in a report: of participants, and of what a series sets up.
#pragma once

#include <string>

#include "engine/survival.hpp"

namespace summitry::report {

// A table of the rows at which anybody was under observation; "" when there are none. `since` and
// `there` head the columns of time and of survival.
[[nodiscard]] std::string life_table(const SurvivalCurve& curve, const std::string& since,
                                     const std::string& there);

}  // namespace summitry::report
