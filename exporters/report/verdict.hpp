// What a test against chance allows to be said, in a sentence that never says more.
#pragma once

#include <string>

#include "engine/null_test.hpp"

namespace summitry::report {

// "This is more than chance alone would bring (p = 0.010, adjusted 0.030)." and its weaker forms:
// undecidable where no p at or below 0.05 is possible; not told apart from chance; undefined, with why.
[[nodiscard]] std::string verdict(const NullTest& test);

}  // namespace summitry::report
