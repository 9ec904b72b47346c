// A life table for people: of participants, and of what a series sets up.
#pragma once

#include <string>

#include "cli/text_width.hpp"
#include "engine/survival.hpp"

namespace summitry::cli {

// The rows at which anybody was under observation; `since` heads the column of time.
[[nodiscard]] AlignedTable life_table(const SurvivalCurve& curve, const std::string& since);

}  // namespace summitry::cli
