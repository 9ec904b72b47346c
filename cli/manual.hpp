// Manual pages in roff, from the same text as --help.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace summitry::cli {

// summitry-COMMAND(1), and summitry(1) for the whole program.
[[nodiscard]] std::string manual(const Command& command);
[[nodiscard]] std::string manual();

}  // namespace summitry::cli
