// A block of an edge list, read without regard to the others: edges between names of its own, and the
// places of rows that need a closer look.
//
// A plain row has as many cells as the first, with or without quotes around them, and nothing that
// could give a finding. What it says fits into a few columns of numbers; all others are left to whoever
// reads row by row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/edge_list/block_names.hpp"
#include "loaders/edge_list/list_dialect.hpp"

namespace summitry {

// What a column means to a plain row. It must leave those empty that mean anything else.
enum class Part : std::uint8_t { source, target, weight, type, uncounted, other };

struct RowShape {
  char delimiter = ',';  // a space for runs of spaces and tabs
  std::vector<Part> parts;
  std::string direction;  // what the column `type` must hold when it tells the direction
  std::string_view comments = kListComments;  // what a line begins with that is none
};

struct CarefulRow {
  std::size_t edge = 0;  // how many edges come before it
  std::size_t at = 0;    // where it begins
  std::size_t line = 0;  // from 0
};

struct RowBlock {
  static constexpr std::size_t kNowhere = std::string::npos;

  std::string text;       // of whole lines, unless it is the last
  std::size_t begin = 0;  // of the first row
  bool last = false;
  std::size_t slot = 0;   // its place among those that are in memory at a time
  std::size_t bytes = 0;  // of the list, up to its end

  // What read_block() finds.
  bool readable = true;            // false: not UTF-8, or a row without an end
  std::size_t open_at = kNowhere;  // where a row begins that ends behind the block
  std::size_t lines = 0;           // that were read
  bool numbered = false;           // ends are whole numbers as they stand there, not those of names
  BlockNames names;
  BlockNames types;  // "" for none
  std::vector<std::uint32_t> sources;
  std::vector<std::uint32_t> targets;
  std::vector<std::uint32_t> edge_types;  // of `types`; empty for a numbered block, which has none
  std::vector<double> weights;            // not a number: none
  bool any_weight = false;
  std::vector<CarefulRow> careful;
};

// Where all ends are whole numbers below `numbers_below` the block comes out numbered.
void read_block(RowBlock& block, const RowShape& shape, std::uint32_t numbers_below = 0);

}  // namespace summitry
