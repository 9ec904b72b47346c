#include "cli/help.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/text_width.hpp"

namespace summitry::cli {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kMeaning = 30;  // the column where meanings start

std::string entry(std::string_view left, std::string_view meaning) {
  const std::string lines = wrapped(meaning, kMeaning);
  const std::string head = std::string(kIndent, ' ') + std::string(left);
  const std::size_t width = text_width(head);
  // Too long for its column: the meaning starts on the next line.
  if (width + 2 > kMeaning) return head + '\n' + lines;
  return head + std::string(kMeaning - width, ' ') + lines.substr(kMeaning);
}

std::string flags_of(const OptionText& option) {
  std::string flags(option.flags);
  if (const std::size_t comma = flags.find(','); comma != std::string::npos) {
    flags.replace(comma, 1, ", ");
  }
  return option.value.empty() ? flags : fmt::format("{} {}", flags, option.value);
}

std::string examples_of(const Command& command) {
  std::string text = "\nExamples\n";
  for (const Example& example : command.examples) {
    text += fmt::format("  {}\n{}", example.command, wrapped(example.effect, 6));
  }
  return text;
}

std::string options_of(const Command& command) {
  std::string text;
  std::string_view group;
  for (const OptionText& option : command.options) {
    if (option.group != group) text += fmt::format("\n{}\n", option.group);
    group = option.group;
    text += entry(flags_of(option), option.meaning);
  }
  return text;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  const std::string margin(indent, ' ');
  std::string lines;
  std::string line;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    if (!line.empty() && indent + text_width(line) + 1 + text_width(word) > width) {
      lines += margin + line + '\n';
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
    begin = end + 1;
  }
  return lines + margin + line + '\n';
}

std::string synopsis(const Command& command) {
  return fmt::format("summitry {}{}{} [OPTION...]", command.name,
                     command.operands.empty() ? "" : " ", command.operands);
}

std::string_view summary() {
  return "Graph analytics for stakeholder and initiative networks: who convenes whom, who signs "
         "what, and which initiative outlives the summit that announced it.";
}

std::span<const ExitCode> exit_codes() {
  static constexpr std::array<ExitCode, 4> kCodes = {{
      {0, "done"},
      {1, "the input is wrong: findings say where and what would be right"},
      {2, "the command is wrong: an unknown name or option, or a place that cannot be written to"},
      {130, "stopped by Ctrl-C; no file is half-written"},
  }};
  return kCodes;
}

std::string help(const Command& command) {
  std::string text = wrapped(command.sentence, 0);
  text += fmt::format("\nusage: {}\n", synopsis(command));
  for (const std::string_view paragraph : command.text) text += '\n' + wrapped(paragraph, 0);
  return text + examples_of(command) + options_of(command);
}

std::string tour() {
  std::string text = wrapped(summary(), 0);
  text += "\nusage: summitry COMMAND INPUT [OPTION...]\n\nCommands\n";
  for (const Command* command : commands()) text += entry(command->name, command->sentence);
  text += "\nA first tour\n";
  for (const auto& [line, effect] : {
           Example{"summitry info datasets/ai-summits", "what is in it: kinds, relations, dates"},
           Example{"summitry measure datasets/ai-summits --kinds country,initiative",
                   "who is central among them"},
           Example{"summitry continuity datasets/ai-summits",
                   "who came back from one summit to the next, and what chance alone would keep"},
           Example{"summitry report datasets/ai-summits -o out/ai-summits",
                   "all of it as files: report.md, tables, JSON and a drawing"},
       }) {
    text += fmt::format("  {}\n{}", line, wrapped(effect, 6));
  }
  text += "\n" + wrapped(
                     "INPUT is a data package folder, its datapackage.json, an edge list (.csv, "
                     ".tsv, .txt), or any other format that `summitry catalogue` lists. "
                     "`summitry COMMAND --help` explains one command, `summitry man COMMAND` "
                     "writes its manual page, `summitry --version` tells the version.",
                     0);
  text += "\nExit codes\n";
  for (const auto& [code, meaning] : exit_codes()) text += entry(std::to_string(code), meaning);
  return text;
}

}  // namespace summitry::cli
