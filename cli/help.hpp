// What --help prints: from the same text as parsing and the manual pages.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace summitry::cli {

[[nodiscard]] std::string help(const Command& command);

// The tour of the program: what `summitry` alone prints.
[[nodiscard]] std::string tour();

// "usage: summitry measure INPUT [OPTION...]" without the first word.
[[nodiscard]] std::string synopsis(const Command& command);

// What the program is, in one sentence.
[[nodiscard]] std::string_view summary();

// The exit codes, for help and manual.
struct ExitCode {
  int code;
  std::string_view meaning;
};
[[nodiscard]] std::span<const ExitCode> exit_codes();

// `text` in lines of at most `width` columns, each after `indent` spaces.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent,
                                  std::size_t width = 80);

}  // namespace summitry::cli
