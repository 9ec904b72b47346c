// One option of the command line as data: parsing, --help and the manual pages read the same entry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/arguments.hpp"

namespace summitry::cli {

// Where the value goes. A list takes commas and may be given several times.
using Setting =
    std::variant<bool Arguments::*, std::string Arguments::*, std::vector<std::string> Arguments::*,
                 std::uint64_t Arguments::*, std::optional<std::uint64_t> Arguments::*>;

// Whether an option can change a figure; those that can are part of the command that reproduces it.
enum class Effect : std::uint8_t { figures, output };

struct OptionText {
  std::string_view group;    // the heading under which help lists it
  std::string_view flags;    // "-o,--output"
  std::string_view value;    // what stands for its value in help; "" for a switch
  std::string_view meaning;  // one or two sentences, with the default
  Setting setting;
  Effect effect = Effect::figures;
  std::vector<std::string_view> choices = {};  // empty: any text
};

using OptionList = std::vector<OptionText>;

// The options that commands share, by what they are about.
[[nodiscard]] OptionList input_options();
[[nodiscard]] OptionList selection_options();
[[nodiscard]] OptionList measure_options();
[[nodiscard]] OptionList community_options();
[[nodiscard]] OptionList continuity_options();
[[nodiscard]] OptionList seed_option();
[[nodiscard]] OptionList output_option(std::string_view value, std::string_view meaning);
[[nodiscard]] OptionList format_option(std::vector<std::string_view> choices);
[[nodiscard]] OptionList top_option(std::string_view meaning);
[[nodiscard]] OptionList work_options();
[[nodiscard]] OptionList help_option();

[[nodiscard]] OptionList operator+(OptionList first, OptionList second);

// The long spelling: "--output" of "-o,--output".
[[nodiscard]] std::string_view long_flag(const OptionText& option);

}  // namespace summitry::cli
