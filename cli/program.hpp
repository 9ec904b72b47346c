// The program as a function of its words: what main() calls.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"

namespace summitry::cli {

// Runs the command and turns what goes wrong into one line and an exit code: 0 done, 1 the input is
// wrong, 2 the command is wrong, 130 stopped. A bug is not caught: it shall not look like either.
[[nodiscard]] int run_program(const std::vector<std::string>& words, Console& console);

}  // namespace summitry::cli
