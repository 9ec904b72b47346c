#include "loaders/graph_json.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/graph_json/graph.hpp"
#include "loaders/json_fields.hpp"

namespace summitry {
namespace {

constexpr std::array<std::string_view, 4> kOfGraphs{"nodes", "links", "edges", "elements"};

// The text in quotes that begins at `at`, which moves behind it.
std::string_view take_text(std::string_view bytes, std::size_t& at) {
  const std::size_t begin = ++at;
  while (at < bytes.size() && bytes[at] != '"') at += bytes[at] == '\\' ? 2 : 1;
  const std::size_t end = std::min(at++, bytes.size());
  return bytes.substr(begin, end - begin);
}

}  // namespace

bool is_graph_json(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_of("{[");
  if (begin == std::string_view::npos || bytes[begin] == '[') return begin < bytes.size();
  std::size_t depth = 0;
  for (std::size_t at = begin; at < bytes.size();) {
    const char c = bytes[at];
    if (c != '"') {
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && depth > 0) --depth;
      ++at;
      continue;
    }
    const std::string_view text = take_text(bytes, at);
    const std::size_t next = std::min(bytes.find_first_not_of(" \t\r\n", at), bytes.size());
    if (depth != 1 || !bytes.substr(next).starts_with(':')) continue;
    if (text == "summitry") return false;
    if (std::find(kOfGraphs.begin(), kOfGraphs.end(), text) != kOfGraphs.end()) return true;
  }
  return false;
}

Built read_graph_json(std::string bytes, const std::string& file, const LoadOptions& options) {
  NetworkBuilder builder;
  builder.reading(file);
  const JsonDocument document = parse_json(std::move(bytes));
  report(builder, document.faults);
  if (document.root) {
    if (const auto elements = graph_json::find_elements(builder, *document.root)) {
      interchange::ForeignGraph graph;
      graph_json::read_graph(builder, *elements, graph);
      interchange::add_graph(builder, std::move(graph), options);
      return std::move(builder).build();
    }
  }
  return std::move(builder).build();
}

Built load_graph_json(const std::filesystem::path& path, const LoadOptions& options) {
  return read_graph_json(read_bytes(path, options.decoded), path.generic_string(), options);
}

}  // namespace summitry
