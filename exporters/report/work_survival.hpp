// How long what a series sets up goes on, in the report's section on work.
#pragma once

#include <string>

#include "engine/work.hpp"

namespace summitry::report {

// A heading, a table and plain sentences; "" when nothing can be followed.
[[nodiscard]] std::string work_survival(const WorkSurvival& found);

}  // namespace summitry::report
