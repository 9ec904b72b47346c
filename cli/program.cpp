#include "cli/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <ostream>
#include <span>
#include <tuple>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"
#include "cli/usage_error.hpp"
#include "engine/error.hpp"
#include "engine/names.hpp"
#include "engine/version.hpp"

namespace summitry::cli {
namespace {

constexpr int kDone = 0;
constexpr int kInputWrong = 1;
constexpr int kCommandWrong = 2;
constexpr int kStopped = 130;
constexpr std::size_t kFirstFew = 10;

bool asks_for_help(const std::string& word) {
  return word == "help" || word == "--help" || word == "-h";
}

int show_help(std::span<const std::string> words, Console& console) {
  console.out << (words.empty() ? tour() : help(find_command(words.front())));
  return kDone;
}

[[noreturn]] void refuse_command(const std::string& word) {
  if (!word.starts_with('-')) std::ignore = find_command(word);
  const std::vector<std::string_view> known = {"--help", "--version"};
  throw UsageError(unknown_name("option", word, known));
}

int dispatch(const std::vector<std::string>& words, Console& console) {
  if (words.empty()) return show_help({}, console);
  const std::span<const std::string> rest = std::span(words).subspan(1);
  if (asks_for_help(words.front())) return show_help(rest, console);
  if (words.front() == "--version") {
    console.out << "summitry " << version() << '\n';
    return kDone;
  }
  if (words.front().starts_with('-')) refuse_command(words.front());
  const Command& command = find_command(words.front());
  const Arguments arguments = parse(command, rest);
  if (arguments.help) return show_help({words.data(), 1}, console);
  console.quiet = arguments.quiet;
  console.progress = !arguments.no_progress;
  return command.run(arguments, console);
}

int fail(Console& console, std::string_view message, int code) {
  console.err << "summitry: " << message << '\n';
  return code;
}

int fail(Console& console, const LoadError& error) {
  const auto& findings = error.findings();
  for (std::size_t i = 0; i < std::min(kFirstFew, findings.size()); ++i) {
    console.err << to_string(findings[i]) << '\n';
  }
  // A file that cannot be read at all is one finding, and the message is no more than that.
  if (findings.size() == 1 && to_string(findings.front()) == error.what()) return kInputWrong;
  const std::size_t errors = count(findings, Severity::error);
  return fail(console,
              fmt::format("{}: {} error{}{}", error.what(), errors, errors == 1 ? "" : "s",
                          findings.size() > kFirstFew ? "; `summitry check` lists them all" : ""),
              kInputWrong);
}

int guarded(const std::vector<std::string>& words, Console& console) {
  try {
    return dispatch(words, console);
  } catch (const LoadError& error) {
    return fail(console, error);
  } catch (const InvalidWeight& error) {
    return fail(console, error.what(), kInputWrong);
  } catch (const Cancelled&) {
    return fail(console, "stopped; nothing was written", kStopped);
  } catch (const Error& error) {
    return fail(console, error.what(), kCommandWrong);
  } catch (const std::bad_alloc&) {
    return fail(console, "there is not enough memory for that; nothing was written", kInputWrong);
  }
}

}  // namespace

int run_program(const std::vector<std::string>& words, Console& console) {
  const int code = guarded(words, console);
  console.out.flush();
  if (code == kDone && !console.out) {
    return fail(console, "cannot write to standard output", kCommandWrong);
  }
  return code;
}

}  // namespace summitry::cli
