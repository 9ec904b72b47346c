// The rows of an edge list, whatever stands between its cells.
#pragma once

#include <string_view>

#include "loaders/csv.hpp"
#include "loaders/edge_list/list_dialect.hpp"
#include "loaders/edge_list/spaced_reader.hpp"

namespace summitry {

// Calls read(reader) with a CsvReader or, for runs of spaces, a SpacedReader of the text.
template <class Read>
auto with_list_reader(char delimiter, std::string_view text, const Read& read,
                      std::string_view comments = kListComments) {
  if (delimiter == ' ') {
    SpacedReader reader(text);
    return read(reader);
  }
  CsvReader reader(text, {delimiter, comments});
  return read(reader);
}

}  // namespace summitry
