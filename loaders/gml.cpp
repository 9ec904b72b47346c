#include "loaders/gml.hpp"

#include <utility>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/gml/graph.hpp"
#include "loaders/json_fields.hpp"
#include "loaders/text.hpp"

namespace summitry {

Built read_gml(std::string bytes, const std::string& file, const LoadOptions& options) {
  NetworkBuilder builder;
  builder.reading(file);
  const CleanText clean = clean_text(std::move(bytes));
  report(builder, clean.faults);
  interchange::ForeignGraph graph;
  if (clean.readable) {
    if (const auto root = gml::parse(builder, clean.bytes, graph.texts)) {
      gml::read_graph(builder, *root, graph);
      interchange::add_graph(builder, std::move(graph), options);
      return std::move(builder).build();
    }
  }
  return std::move(builder).build();
}

Built load_gml(const std::filesystem::path& path, const LoadOptions& options) {
  return read_gml(read_bytes(path, options.decoded), path.generic_string(), options);
}

}  // namespace summitry
