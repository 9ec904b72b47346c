#include "cli/manual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "cli/help.hpp"
#include "engine/version.hpp"

namespace summitry::cli {
namespace {

// Text as roff reads it: backslashes and hyphens of commands keep their look, and no line begins
// with a control character.
std::string roff(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else if (c == '\'') {
      escaped += "\\(aq";
    } else {
      escaped += c;
    }
  }
  if (!escaped.empty() && escaped.front() == '.') escaped.insert(0, "\\&");
  return escaped;
}

std::string upper(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return result;
}

std::string heading(const std::string& name) {
  return fmt::format(".TH {} 1 \"\" \"Summitry {}\" \"Summitry manual\"\n", upper(name), version());
}

std::string section(std::string_view title) {
  return fmt::format(".SH {}\n", upper(title));
}

std::string paragraph(std::string_view text) {
  return fmt::format(".PP\n{}\n", roff(text));
}

std::string example(const Example& example) {
  return fmt::format(".PP\n.EX\n{}\n.EE\n.RS\n{}\n.RE\n", roff(example.command),
                     roff(example.effect));
}

std::string option_entry(const OptionText& option) {
  std::string flags = roff(option.flags);
  if (const std::size_t comma = flags.find(','); comma != std::string::npos) {
    flags.replace(comma, 1, "\\fR, \\fB");
  }
  std::string text = fmt::format(".TP\n\\fB{}\\fR", flags);
  if (!option.value.empty()) text += fmt::format(" \\fI{}\\fR", roff(option.value));
  return text + fmt::format("\n{}\n", roff(option.meaning));
}

std::string options_of(const Command& command) {
  std::string text = section("options");
  std::string_view group;
  for (const OptionText& option : command.options) {
    if (option.group != group) text += fmt::format(".SS {}\n", roff(option.group));
    group = option.group;
    text += option_entry(option);
  }
  return text;
}

std::string exit_status() {
  std::string text = section("exit status");
  for (const auto& [code, meaning] : exit_codes()) {
    text += fmt::format(".TP\n{}\n{}\n", code, roff(meaning));
  }
  return text;
}

}  // namespace

std::string manual(const Command& command) {
  const std::string name = fmt::format("summitry-{}", command.name);
  std::string text = heading(name);
  text += section("name") + fmt::format("{} \\- {}\n", roff(name), roff(command.sentence));
  text += section("synopsis") + fmt::format("\\fB{}\\fR\n", roff(synopsis(command)));
  text += section("description") + paragraph(command.sentence);
  for (const std::string_view part : command.text) text += paragraph(part);
  text += section("examples");
  for (const Example& each : command.examples) text += example(each);
  return text + options_of(command) + exit_status() + section("see also") + ".BR summitry (1)\n";
}

std::string manual() {
  std::string text = heading("summitry");
  text +=
      section("name") + "summitry \\- graph analytics for stakeholder and initiative networks\n";
  text += section("synopsis") + "\\fBsummitry\\fR \\fICOMMAND\\fR \\fIINPUT\\fR [OPTION...]\n";
  text += section("description") + paragraph(summary());
  text += section("commands");
  for (const Command* command : commands()) {
    text += fmt::format(".TP\n\\fBsummitry {}\\fR\n{}\n", command->name, roff(command->sentence));
  }
  text += exit_status() + section("see also");
  for (const Command* command : commands()) {
    const std::string_view comma = command == commands().back() ? "" : " ,";
    text += fmt::format(".BR summitry\\-{} (1){}\n", command->name, comma);
  }
  return text;
}

}  // namespace summitry::cli
