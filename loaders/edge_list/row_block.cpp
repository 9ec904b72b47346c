#include "loaders/edge_list/row_block.hpp"

#include <algorithm>
#include <cmath>

#include "loaders/csv.hpp"
#include "loaders/edge_list/list_reader.hpp"
#include "loaders/edge_list/plain_row.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

// A longer line may have more cells than are read.
constexpr std::size_t kShortLine = kMostColumns - 1;

class BlockReading {
 public:
  BlockReading(RowBlock& block, const RowShape& shape)
      : block_(block), shape_(shape), plain_(shape), at_(block.begin) {}

  void read() {
    const bool weighted = std::count(shape_.parts.begin(), shape_.parts.end(), Part::weight) > 0;
    while (at_ < block_.text.size() && block_.readable && block_.open_at == RowBlock::kNowhere) {
      const std::string_view line = next_line();
      PlainRow row;
      if (counts_for_nothing(line)) {
        pass_line();
      } else if (plain_.read(line, row)) {
        keep(row, weighted);
        pass_line();
      } else {
        leave(line);
      }
    }
  }

 private:
  // The line at hand without its end, which is LF or CR LF here; a CR that stands alone stays in it.
  std::string_view next_line() {
    const std::string_view text = block_.text;
    line_end_ = std::min(text.find('\n', at_), text.size());
    std::string_view line = text.substr(at_, line_end_ - at_);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  void pass_line() {
    at_ = std::min(line_end_ + 1, block_.text.size());
    ++block_.lines;
  }

  [[nodiscard]] bool counts_for_nothing(std::string_view line) const {
    std::string_view start = line;
    if (shape_.delimiter == ' ') {
      start.remove_prefix(std::min(start.find_first_not_of(kBlanks), start.size()));
    }
    if (start.empty()) return true;
    return shape_.comments.find(start.front()) != std::string_view::npos &&
           line.find('\r') == std::string_view::npos;
  }

  void keep(const PlainRow& row, bool weighted) {
    block_.sources.push_back(block_.names.number(row.source));
    block_.targets.push_back(block_.names.number(row.target));
    if (block_.edge_types.empty() || row.type != type_) {
      type_ = row.type;
      type_number_ = block_.types.number(row.type);
    }
    block_.edge_types.push_back(type_number_);
    if (!weighted) return;
    block_.weights.push_back(row.weight);
    block_.any_weight = block_.any_weight || !std::isnan(row.weight);
  }

  // Notes where a row begins, and finds its end, which may be lines further down.
  void leave(std::string_view line) {
    const CarefulRow row{block_.sources.size(), at_, block_.lines};
    if (line.size() <= kShortLine && line.find_first_of("\"\r") == std::string_view::npos) {
      block_.careful.push_back(row);
      pass_line();
      return;
    }
    const auto look = [this, &row](auto& reader) {
      reader.move_to(row.at, row.line);
      const bool found = reader.next();
      block_.readable = !reader.stopped();
      if (reader.open() && !block_.last) {
        block_.open_at = row.at;
        return;
      }
      if (found) block_.careful.push_back(row);
      at_ = reader.offset();
      block_.lines = reader.line();
    };
    with_list_reader(shape_.delimiter, block_.text, look, shape_.comments);
  }

  RowBlock& block_;
  const RowShape& shape_;
  PlainRowReader plain_;
  std::size_t at_;
  std::size_t line_end_ = 0;
  std::string_view type_;
  std::uint32_t type_number_ = 0;
};

}  // namespace

void read_block(RowBlock& block, const RowShape& shape) {
  block.open_at = RowBlock::kNowhere;
  block.lines = 0;
  block.names.clear();
  block.types.clear();
  block.sources.clear();
  block.targets.clear();
  block.edge_types.clear();
  block.weights.clear();
  block.any_weight = false;
  block.careful.clear();
  block.readable = is_clean_text(block.text);
  if (block.readable) BlockReading(block, shape).read();
}

}  // namespace summitry
