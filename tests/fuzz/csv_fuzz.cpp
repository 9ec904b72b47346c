// Any bytes as CSV: the first byte chooses the delimiter.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/csv.hpp"
#include "loaders/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view kDelimiters = ",;\t|";
  std::string bytes(data, data + size);
  const std::size_t chosen = size == 0 ? 0 : data[0] % kDelimiters.size();
  if (size > 0) bytes.erase(0, 1);
  const summitry::CleanText text = summitry::clean_text(std::move(bytes));
  summitry::CsvReader reader(text.bytes, {.delimiter = kDelimiters[chosen], .comments = "#"});
  std::size_t held = 0;
  while (reader.next()) {
    if (reader.row().empty() || reader.row().size() > summitry::kMostColumns) std::abort();
    for (const summitry::Cell& cell : reader.row()) held += cell.text.size();
  }
  if (held > text.bytes.size()) std::abort();
  return 0;
}
