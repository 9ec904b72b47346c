// Lines of two whole numbers and, if wanted, a weight: from text to edges, block by block.
//
// A line is source, target and optionally a weight, between spaces, tabs, a comma or a semicolon; it
// ends with LF or CR LF. Blank lines and those that begin with # or % are skipped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"

namespace summitry {

struct WideEdge {  // for ids from 2^32 on
  std::uint64_t source = 0;
  std::uint64_t target = 0;
};

// Why a line cannot be read.
struct LineFault {
  std::size_t line = 0;    // among those that begin within the block, from 0
  std::size_t column = 0;  // from 1, in characters
  std::string what;
  std::string remedy;
};

struct BlockOfEdges {
  std::size_t edges = 0;
  std::uint64_t highest = 0;  // of the ids
  bool too_narrow = false;    // an id needs 64 bits; what was read is of no use then
  bool grown = false;         // there are more lines than places: the file is being written to
  std::size_t fault_count = 0;
  std::vector<LineFault> faults;  // the first kMostFaults
};

inline constexpr std::size_t kMostFaults = 100;

// How many lines begin within [begin, end) of the text.
[[nodiscard]] std::size_t lines_beginning(std::string_view text, std::size_t begin,
                                          std::size_t end);

// Reads the lines that begin within [begin, end), to their ends, into `edges`, which has a place for
// each line that can hold an edge (four bytes at least), and their weights into `weights` beside them.
// With `weights` empty no line needs one, and one that is there must be a number but is not kept.
[[nodiscard]] BlockOfEdges read_edges(std::string_view text, std::size_t begin, std::size_t end,
                                      std::span<Edge> edges, std::span<double> weights);
[[nodiscard]] BlockOfEdges read_edges(std::string_view text, std::size_t begin, std::size_t end,
                                      std::span<WideEdge> edges, std::span<double> weights);

}  // namespace summitry
