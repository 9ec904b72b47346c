// Plain edge lists straight into a Graph: whole numbers for vertices, a line an edge. For lists of
// millions of lines; one with names, types or a header of further columns is a Network's (edge_list.hpp).
//
// A line is source, target and optionally a weight, between spaces, tabs, a comma or a semicolon.
// Blank lines and those that begin with # or % are skipped, and so is a first line that names the
// columns (source,target or source,target,weight). Parallel edges and loops are kept.
//
// Cost    one pass to count lines, one to read them, three to sort edges by counting: O(n + m), blocks
//         of text in parallel; the same Graph whatever the threads. Ids spread thinly over a wide range
//         are sorted, O(m log m).
// Memory  12 bytes an edge and 20 a vertex at most while it reads, on top of what the system caches of
//         the file; 8 an edge and 8 a vertex are kept. With weights 40 an edge, and 24 kept. What comes
//         out of a compressed file (gzip, zstd) is held while it reads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/finding.hpp"
#include "engine/graph.hpp"
#include "engine/run.hpp"
#include "loaders/compressed/byte_stream.hpp"

namespace summitry {

// Which vertices there are: the ids that occur, by rising id; or 0 up to the highest, id v being vertex
// v, and those without a line alone.
enum class EdgeIds { compact, kept };

struct EdgeGraphOptions {
  Direction direction = Direction::undirected;
  WeightMeaning weights = WeightMeaning::none;  // of the third column; none: it is not kept
  EdgeIds ids = EdgeIds::compact;               // kept: ids below 2^28
  DecodedLimit decoded;                         // how much may come out of a compressed file
};

struct EdgeGraph {
  std::optional<Graph> graph;      // nothing when there is an error among the findings
  std::vector<std::uint64_t> ids;  // by vertex, ascending; empty when vertex v is id v
  std::vector<Finding> findings;   // of many faults the first hundred, and how many more there are
};

// Throws LoadError when the file cannot be read at all.
[[nodiscard]] EdgeGraph read_edge_graph_checked(const std::filesystem::path& path,
                                                const EdgeGraphOptions& options = {},
                                                const Run& run = {});

// As read_edge_graph_checked, for the bytes of a list; findings name it as `file`.
[[nodiscard]] EdgeGraph parse_edge_graph(std::string_view bytes, const std::string& file,
                                         const EdgeGraphOptions& options = {}, const Run& run = {});

// The Graph alone. Throws LoadError with all findings when any is an error.
[[nodiscard]] Graph read_edge_graph(const std::filesystem::path& path,
                                    const EdgeGraphOptions& options = {}, const Run& run = {});

}  // namespace summitry
