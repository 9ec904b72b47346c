#include "loaders/edge_list/row_block.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "loaders/csv.hpp"
#include "loaders/edge_list/list_reader.hpp"
#include "loaders/edge_list/plain_row.hpp"
#include "loaders/quick_number.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

// A longer line may have more cells than are read.
constexpr std::size_t kShortLine = kMostColumns - 1;

class BlockReading {
 public:
  BlockReading(RowBlock& block, const RowShape& shape, std::uint32_t numbers_below)
      : block_(block),
        shape_(shape),
        plain_(shape),
        at_(block.begin),
        numbers_below_(numbers_below),
        source_first_(shape.parts.front() == Part::source) {}

  // False when the block is numbered and cannot be: it must be read anew then.
  [[nodiscard]] bool read() {
    const bool weighted = std::count(shape_.parts.begin(), shape_.parts.end(), Part::weight) > 0;
    const bool pairs = block_.numbered && shape_.parts.size() == 2;
    while (at_ < block_.text.size() && block_.readable && block_.open_at == RowBlock::kNowhere) {
      if (pairs) keep_pairs();
      const std::string_view line = next_line();
      PlainRow row;
      const bool counts = !counts_for_nothing(line);
      if (counts && !plain_.read(line, row)) {
        leave(line);
        continue;
      }
      if (counts && !keep(row, weighted)) return false;
      pass_line();
    }
    return true;
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

  // Lines of two numbers and nothing else, as many as there are.
  void keep_pairs() {
    constexpr std::size_t kMargin = 40;  // bytes that may be looked at
    const std::string_view text = block_.text;
    while (at_ + kMargin < text.size()) {
      const char* p = text.data() + at_;
      std::uint32_t first = 0;
      std::uint32_t second = 0;
      if (!quick_end(p, first) || *p != shape_.delimiter) return;
      if (!quick_end(++p, second)) return;
      if (*p == '\r') ++p;
      if (*p != '\n') return;
      at_ = static_cast<std::size_t>(p + 1 - text.data());
      ++block_.lines;
      block_.sources.push_back(source_first_ ? first : second);
      block_.targets.push_back(source_first_ ? second : first);
    }
  }

  [[nodiscard]] bool quick_end(const char*& p, std::uint32_t& end) const {
    const char* const begin = p;
    std::uint64_t number = 0;
    if (!quick_number(p, number) || number >= numbers_below_) return false;
    end = static_cast<std::uint32_t>(number);
    return *begin != '0' || p - begin == 1;
  }

  [[nodiscard]] bool keep_numbers(const PlainRow& row) {
    const auto source = whole_number(row.source);
    const auto target = whole_number(row.target);
    if (!source || !target || !row.type.empty()) return false;
    block_.sources.push_back(*source);
    block_.targets.push_back(*target);
    return true;
  }

  // Only as a number is mostly written: 7 and 07 are two names.
  [[nodiscard]] std::optional<std::uint32_t> whole_number(std::string_view name) const {
    std::uint32_t number = 0;
    const char* const end = name.data() + name.size();
    const auto [after, fault] = std::from_chars(name.data(), end, number);
    if (fault != std::errc() || after != end || number >= numbers_below_) return std::nullopt;
    if (name.size() > 1 && name.front() == '0') return std::nullopt;
    return number;
  }

  [[nodiscard]] bool keep(const PlainRow& row, bool weighted) {
    if (!(block_.numbered ? keep_numbers(row) : keep_names(row))) return false;
    if (!weighted) return true;
    block_.weights.push_back(row.weight);
    block_.any_weight = block_.any_weight || !std::isnan(row.weight);
    return true;
  }

  bool keep_names(const PlainRow& row) {
    block_.sources.push_back(block_.names.number(row.source));
    block_.targets.push_back(block_.names.number(row.target));
    if (block_.edge_types.empty() || row.type != type_) {
      type_ = row.type;
      type_number_ = block_.types.number(row.type);
    }
    block_.edge_types.push_back(type_number_);
    return true;
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
  std::uint32_t numbers_below_;
  bool source_first_;
  std::string_view type_;
  std::uint32_t type_number_ = 0;
};

void forget_rows(RowBlock& block) {
  block.readable = true;
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
}

}  // namespace

void read_block(RowBlock& block, const RowShape& shape, std::uint32_t numbers_below) {
  forget_rows(block);
  block.readable = is_clean_text(block.text);
  block.numbered = numbers_below > 0;
  if (!block.readable || BlockReading(block, shape, numbers_below).read()) return;
  forget_rows(block);
  block.numbered = false;
  static_cast<void>(BlockReading(block, shape, 0).read());
}

}  // namespace summitry
