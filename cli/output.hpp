// Results out: in the wished form, to standard output or to files that are written whole.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/console.hpp"

namespace summitry::cli {

struct Rendering {
  std::string_view format;  // table, csv, json, …
  std::function<std::string()> bytes;
};

// Without -o: the form of --format, else the first, to standard output. With -o: each file in the
// form of --format, else of its extension (.txt is table), else the first. Everything is rendered
// before the first file is written. Throws UsageError for a form that there is not.
void deliver(const Arguments& arguments, Console& console, std::span<const Rendering> renderings);

// Writes a file whole and says so.
void write_output(const std::string& path, std::string_view bytes, Console& console);

}  // namespace summitry::cli
