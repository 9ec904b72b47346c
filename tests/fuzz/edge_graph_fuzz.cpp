// Any bytes as a plain edge list, under each of the options.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "loaders/edge_graph.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace summitry;
  if (size == 0) return 0;
  EdgeGraphOptions options;
  if ((data[0] & 1U) != 0) options.direction = Direction::directed;
  if ((data[0] & 2U) != 0) options.weights = WeightMeaning::distance;
  // Kept ids may ask for a gigabyte, which is no fault of theirs but too much for here.
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const EdgeGraph read = parse_edge_graph(bytes, "fuzz.txt", options, {.threads = 1});
  if (read.graph.has_value() != read.findings.empty()) std::abort();
  if (!read.graph) return 0;
  const Graph& graph = *read.graph;
  if (graph.edge_count() == 0) std::abort();
  if (!read.ids.empty() && read.ids.size() != graph.vertex_count()) std::abort();
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (graph.degree(v) == 0) std::abort();  // vertices are the ids that occur
  }
  return 0;
}
