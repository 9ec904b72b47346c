// Where the tests find the project and the program. Only paths.cpp is compiled with these places, so
// that a checkout elsewhere can take all else from a compiler cache.
#pragma once

#include <string>

namespace summitry::testing {

[[nodiscard]] std::string source_dir();
[[nodiscard]] std::string program_path();

}  // namespace summitry::testing
