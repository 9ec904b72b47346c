#include "loaders/edge_list/spaced_reader.hpp"

#include <algorithm>

#include "loaders/edge_list/list_dialect.hpp"
#include "loaders/text.hpp"

namespace summitry {

bool SpacedReader::next() {
  cells_.clear();
  while (at_ < text_.size() && cells_.empty()) {
    const std::size_t end = std::min(text_.find_first_of("\r\n", at_), text_.size());
    split(text_.substr(at_, end - at_));
    const bool pair = text_.substr(end).starts_with("\r\n");
    at_ = end == text_.size() ? end : end + (pair ? 2 : 1);
    ++line_;
  }
  return !cells_.empty();
}

void SpacedReader::split(std::string_view line) {
  Place place;
  std::size_t counted = 0;
  std::size_t at = line.find_first_not_of(kBlanks);
  if (at != std::string_view::npos && kListComments.find(line[at]) != std::string_view::npos) {
    return;
  }
  while (at != std::string_view::npos && cells_.size() < kMostColumns) {
    advance(place, line.substr(counted, at - counted));
    counted = at;
    const std::size_t end = std::min(line.find_first_of(kBlanks, at), line.size());
    cells_.emplace_back(line.substr(at, end - at), line_, place.column);
    at = line.find_first_not_of(kBlanks, end);
  }
}

}  // namespace summitry
