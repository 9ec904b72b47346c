// From the words of a command line to Arguments.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/command.hpp"

namespace summitry::cli {

// Reads the words after the command's name. Throws UsageError: for an option that the command does
// not take (with the nearest that it takes), a value that cannot be read, a missing INPUT.
[[nodiscard]] Arguments parse(const Command& command, std::span<const std::string> words);

// The parts of `text` between separators; an empty text is one empty part.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

// `text` as one word of a shell, quoted where it must be.
[[nodiscard]] std::string shell_word(const std::string& text);

}  // namespace summitry::cli
