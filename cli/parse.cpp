#include "cli/parse.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <limits>

#include "cli/usage_error.hpp"
#include "engine/names.hpp"
#include "engine/number.hpp"

namespace summitry::cli {
namespace {

void check_choice(const OptionText& option, const std::string& text) {
  const auto& choices = option.choices;
  if (choices.empty() || std::find(choices.begin(), choices.end(), text) != choices.end()) return;
  throw UsageError(unknown_name(fmt::format("value of {}", long_flag(option)), text, choices));
}

std::uint64_t whole_number(const OptionText& option, const std::string& text) {
  const auto value = parse_integer(text);
  if (value && *value >= 0) return static_cast<std::uint64_t>(*value);
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  throw UsageError(fmt::format("{} must be a whole number, 0 or more{}, got \"{}\"",
                               long_flag(option),
                               digits ? fmt::format(" and at most {}", kMost) : "", text));
}

// Puts the text of one option into its field.
struct Assign {
  const OptionText& option;
  Arguments& arguments;
  const std::string& text;

  void operator()(bool Arguments::*field) const { arguments.*field = true; }
  void operator()(std::string Arguments::*field) const {
    check_choice(option, text);
    arguments.*field = text;
  }
  void operator()(std::vector<std::string> Arguments::*field) const {
    for (std::string& part : split(text, ',')) {
      check_choice(option, part);
      (arguments.*field).push_back(std::move(part));
    }
  }
  void operator()(std::uint64_t Arguments::*field) const {
    arguments.*field = whole_number(option, text);
  }
  void operator()(std::optional<std::uint64_t> Arguments::*field) const {
    arguments.*field = whole_number(option, text);
  }
};

void assign(const OptionText& option, Arguments& arguments, const std::string& text) {
  std::visit(Assign{option, arguments, text}, option.setting);
  if (option.effect == Effect::figures) {
    arguments.given.emplace_back(long_flag(option), text);
  }
}

bool is_switch(const OptionText& option) {
  return option.value.empty();
}

void declare(CLI::App& app, const OptionText& option, Arguments& arguments) {
  const std::string flags(option.flags);
  if (is_switch(option)) {
    app.add_flag_function(
        flags, [&](std::int64_t) { assign(option, arguments, ""); }, "");
    return;
  }
  app.add_option_function<std::vector<std::string>>(
         flags,
         [&](const std::vector<std::string>& texts) {
           for (const std::string& text : texts) assign(option, arguments, text);
         },
         "")
      ->type_name(std::string(option.value))
      ->allow_extra_args(false);
}

[[noreturn]] void refuse_option(const Command& command, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string_view> known;
  for (const OptionText& option : command.options) known.push_back(long_flag(option));
  throw UsageError(unknown_name(fmt::format("option of summitry {}", command.name), name, known));
}

void take_operands(const Command& command, std::vector<std::string> words, Arguments& arguments) {
  for (const std::string& word : words) {
    if (word.size() > 1 && word.front() == '-') refuse_option(command, word);
  }
  if (words.size() < command.operands_min) {
    throw UsageError(fmt::format("summitry {} needs {}; try: {}", command.name, command.operands,
                                 command.examples.front().command));
  }
  if (words.size() > command.operands_max) {
    throw UsageError(fmt::format("summitry {} takes {} and no more, but got \"{}\" as well",
                                 command.name, command.operands, words[command.operands_max]));
  }
  arguments.operands = std::move(words);
}

// CLI11's own words for a missing value name its internals; ours name the option.
[[noreturn]] void refuse_syntax(const Command& command, const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::string flag = text.substr(0, text.find(':'));
  for (const OptionText& option : command.options) {
    if (flag == long_flag(option) && !is_switch(option)) {
      throw UsageError(fmt::format("{} needs a value: {} {}", flag, flag, option.value));
    }
  }
  throw UsageError(text);
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string shell_word(const std::string& text) {
  constexpr std::string_view kSafe =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./,:=@%+";
  if (!text.empty() && text.find_first_not_of(kSafe) == std::string::npos) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

Arguments parse(const Command& command, std::span<const std::string> words) {
  Arguments arguments;
  CLI::App app;
  app.set_help_flag("");
  app.allow_extras();
  for (const OptionText& option : command.options) declare(app, option, arguments);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& error) {
    refuse_syntax(command, error);
  }
  if (arguments.help) return arguments;
  take_operands(command, app.remaining(), arguments);
  return arguments;
}

}  // namespace summitry::cli
