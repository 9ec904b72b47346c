// summitry communities --multislice: communities over the editions of a series, all at once.
#pragma once

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/option.hpp"

namespace summitry::cli {

// --multislice, --series, --coupling and --coupling-kind.
[[nodiscard]] OptionList multislice_options();

// The whole command; its exit code.
int run_multislice(const Arguments& arguments, Console& console);

}  // namespace summitry::cli
