// The parts of the continuity section that are about rosters.
#pragma once

#include <string>

#include "exporters/report/context.hpp"

namespace summitry::report {

// Each with its heading and a paragraph in plain words; "" when there is nothing to say.
[[nodiscard]] std::string roster_groups(const Context& context);
[[nodiscard]] std::string gaps(const Context& context);
[[nodiscard]] std::string stays(const Context& context);
[[nodiscard]] std::string null_tests(const Context& context);

}  // namespace summitry::report
