#include "cli/output.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <ostream>
#include <utility>
#include <vector>

#include "cli/usage_error.hpp"
#include "engine/file.hpp"
#include "engine/names.hpp"

namespace summitry::cli {
namespace {

const Rendering& find(std::span<const Rendering> renderings, std::string_view format) {
  std::vector<std::string_view> known;
  for (const Rendering& rendering : renderings) {
    if (rendering.format == format) return rendering;
    known.push_back(rendering.format);
  }
  throw UsageError(unknown_name("output format", format, known));
}

const Rendering& rendering_for(const Arguments& arguments, const std::string& path,
                               std::span<const Rendering> renderings) {
  if (!arguments.format.empty()) return find(renderings, arguments.format);
  const std::string extension = std::filesystem::path(path).extension().string();
  if (extension.empty()) return renderings.front();
  return extension == ".txt" ? find(renderings, "table") : find(renderings, extension.substr(1));
}

}  // namespace

void write_output(const std::string& path, std::string_view bytes, Console& console) {
  write_file(path, bytes);
  console.note(fmt::format("wrote {}", path));
}

void deliver(const Arguments& arguments, Console& console, std::span<const Rendering> renderings) {
  if (arguments.outputs.empty()) {
    console.out << rendering_for(arguments, "", renderings).bytes();
    return;
  }
  std::vector<std::pair<std::string, std::string>> files;
  for (const std::string& path : arguments.outputs) {
    files.emplace_back(path, rendering_for(arguments, path, renderings).bytes());
  }
  console.check();
  for (const auto& [path, bytes] : files) write_output(path, bytes, console);
}

}  // namespace summitry::cli
