// Tables beside tables. See beside.hpp.
#include "loaders/tables/beside.hpp"

#include <array>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "loaders/compressed/byte_stream.hpp"

namespace summitry::tables {
namespace {

namespace fs = std::filesystem;

// The two words as files have them, in whichever case.
struct Words {
  std::string_view nodes;
  std::string_view edges;
};
constexpr std::array<Words, 3> kWords{{{"nodes", "edges"}, {"Nodes", "Edges"}, {"NODES", "EDGES"}}};

// Whether the name ends with the word, and nothing or no letter stands before it.
bool ends_with_word(std::string_view name, std::string_view word) {
  if (!name.ends_with(word)) return false;
  if (name.size() == word.size()) return true;
  const char before = name[name.size() - word.size() - 1];
  return std::string_view(".-_ ").find(before) != std::string_view::npos;
}

std::string joined(std::string start, std::string_view word, std::string_view extension) {
  return std::move(start.append(word).append(extension));
}

std::optional<fs::path> if_there(fs::path path) {
  std::error_code ignored;
  if (fs::is_regular_file(path, ignored)) return path;
  return std::nullopt;
}

std::optional<fs::path> beside(const fs::path& path, std::string_view Words::*from,
                               std::string_view Words::*to) {
  const fs::path content = content_path(path);  // without .gz, which the other has too
  const std::string stem = content.stem().string();
  const std::string extension = content.extension().string() +
                                path.filename().string().substr(content.filename().string().size());
  for (const Words& words : kWords) {
    if (!ends_with_word(stem, words.*from)) continue;
    const std::string start = stem.substr(0, stem.size() - (words.*from).size());
    fs::path other = path;
    other.replace_filename(joined(start, words.*to, extension));
    if (auto found = if_there(other)) return found;
    if (!start.ends_with('.')) return std::nullopt;
    other.replace_filename(start.substr(0, start.size() - 1) + extension);
    return if_there(other);
  }
  fs::path other = path;
  other.replace_filename(joined(stem + '.', kWords[0].*to, extension));
  return if_there(other);
}

}  // namespace

std::optional<fs::path> nodes_beside(const fs::path& path) {
  return beside(path, &Words::edges, &Words::nodes);
}

std::optional<fs::path> edges_beside(const fs::path& path) {
  return beside(path, &Words::nodes, &Words::edges);
}

}  // namespace summitry::tables
