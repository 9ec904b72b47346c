#include "loaders/edge_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

#include "engine/cpu_versions.hpp"
#include "loaders/quick_number.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

constexpr std::size_t kShownBytes = 120;  // of a cell, in a message
constexpr std::size_t kMargin = 64;       // bytes that a quick line may look at

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
bool is_separator(char c) {
  return is_blank(c) || c == ',' || c == ';';
}

struct Line {
  std::uint64_t source = 0;
  std::uint64_t target = 0;
  double weight = 0.0;
};

// The common line: number, separator, number and, with weights, separator, weight; moves p past the
// end. False for any other, which must be read with care. p has kMargin bytes to read.
SUMMITRY_KERNEL_PART bool quick_line(const char*& p, const char* end, bool weighted, Line& line) {
  const char* at = p;
  if (!quick_number(at, line.source) || !is_separator(*at)) return false;
  if (!quick_number(++at, line.target)) return false;
  if (weighted) {
    if (!is_separator(*at)) return false;
    const auto [after, fault] = std::from_chars(at + 1, end, line.weight);
    if (fault != std::errc() || end - after < 2 || !std::isfinite(line.weight)) return false;
    at = after;
  }
  if (at[0] == '\r') ++at;
  if (*at != '\n') return false;
  p = at + 1;
  return true;
}

enum class Content { edge, nothing, fault };

// Any line, cell by cell.
class CarefulLine {
 public:
  CarefulLine(std::string_view text, std::size_t begin, std::size_t end, bool weighted)
      : text_(text.substr(begin, end - begin)), weighted_(weighted) {
    if (text_.ends_with('\r')) text_.remove_suffix(1);
    while (!text_.empty() && is_blank(text_.back())) text_.remove_suffix(1);
  }

  Content read(Line& line) {
    skip_blanks();
    if (ended() || text_[at_] == '#' || text_[at_] == '%') return Content::nothing;
    const bool good = read_id(line.source) && separator("target") && read_id(line.target) &&
                      read_weight(line.weight) && nothing_more();
    return good ? Content::edge : Content::fault;
  }

  LineFault fault() && { return std::move(fault_); }

 private:
  [[nodiscard]] bool ended() const { return at_ == text_.size(); }
  void skip_blanks() {
    while (!ended() && is_blank(text_[at_])) ++at_;
  }
  bool refuse(std::size_t at, std::string what, std::string remedy) {
    const auto begins_character = [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    };
    const auto before = std::count_if(
        text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), begins_character);
    fault_ = {0, static_cast<std::size_t>(before) + 1, std::move(what), std::move(remedy)};
    return false;
  }

  [[nodiscard]] std::string_view cell() const {
    const std::size_t end = text_.find_first_of(" \t,;", at_);
    return text_.substr(at_, end == std::string_view::npos ? end : end - at_);
  }
  [[nodiscard]] static std::string shown(std::string_view cell) {
    return in_quotes(clean_text(std::string(cell.substr(0, kShownBytes))).bytes);
  }

  bool read_id(std::uint64_t& id) {
    const std::string_view digits = cell();
    const auto [after, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (fault == std::errc::result_out_of_range) {
      return refuse(at_, "the id " + shown(digits) + " is too large",
                    "write ids up to 18446744073709551615");
    }
    if (fault != std::errc() || after != digits.data() + digits.size()) {
      return refuse(at_, shown(digits) + " is no id",
                    "write whole numbers from 0 on, or load names as an edge list");
    }
    at_ += digits.size();
    return true;
  }

  // Blanks, with at most one comma or semicolon among them, and a cell behind them.
  bool separator(std::string_view wanted) {
    const std::size_t from = at_;
    skip_blanks();
    if (!ended() && !is_blank(text_[at_]) && is_separator(text_[at_])) ++at_;
    skip_blanks();
    if (!ended()) return true;
    return refuse(from, "the line has no " + std::string(wanted),
                  weighted_ ? "write source, target and weight" : "write source and target");
  }

  bool read_weight(double& weight) {
    if (ended() && !weighted_) return true;
    if (!separator("weight")) return false;
    const std::string_view number = cell();
    const auto [after, fault] =
        std::from_chars(number.data(), number.data() + number.size(), weight);
    if (fault != std::errc() || after != number.data() + number.size() || !std::isfinite(weight)) {
      return refuse(at_, "the weight " + shown(number) + " is no number",
                    "write a finite number with a decimal point");
    }
    at_ += number.size();
    return true;
  }

  bool nothing_more() {
    skip_blanks();
    if (ended()) return true;
    return refuse(at_, "more than three cells", "write source, target and, if wanted, weight");
  }

  std::string_view text_;  // the line
  std::size_t at_ = 0;
  bool weighted_;
  LineFault fault_;
};

SUMMITRY_CPU_VERSIONS
std::size_t count_newlines(const char* text, std::size_t size) {
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < size; begin += 128) {  // so that a byte holds each sum
    const std::size_t end = std::min(size, begin + 128);
    std::uint8_t here = 0;
    for (std::size_t i = begin; i < end; ++i) {
      here = static_cast<std::uint8_t>(here + (text[i] == '\n' ? 1 : 0));
    }
    count += here;
  }
  return count;
}

template <class AnyEdge>
class BlockReader {
 public:
  BlockReader(std::string_view text, std::span<AnyEdge> edges, std::span<double> weights)
      : text_(text), edges_(edges), weights_(weights), weighted_(!weights.empty()) {}

  BlockOfEdges read(std::size_t begin, std::size_t end) && {
    const char* p = first_line(begin, end);
    const char* const stop = text_.data() + end;
    counted_ = p;
    while (p < stop && !block_.too_narrow && !block_.grown) {
      Line line;
      if (text_.data() + text_.size() - p > static_cast<std::ptrdiff_t>(kMargin) &&
          quick_line(p, text_.data() + text_.size(), weighted_, line)) {
        keep(line);
      } else {
        p = read_carefully(p);
      }
    }
    return std::move(block_);
  }

 private:
  using Id = decltype(AnyEdge::source);

  // Looks no further than the block, so that a line of many blocks is looked through once.
  const char* first_line(std::size_t begin, std::size_t end) {
    if (begin == 0 || text_[begin - 1] == '\n') return text_.data() + begin;
    const void* found = std::memchr(text_.data() + begin, '\n', end - begin);
    return found == nullptr ? text_.data() + end : static_cast<const char*>(found) + 1;
  }

  void keep(const Line& line) {
    if (block_.edges == edges_.size()) {
      block_.grown = true;
      return;
    }
    const std::uint64_t higher = std::max(line.source, line.target);
    block_.highest = std::max(block_.highest, higher);
    block_.too_narrow |= higher > std::numeric_limits<Id>::max();
    if (weighted_) weights_[block_.edges] = line.weight;
    edges_[block_.edges++] = {static_cast<Id>(line.source), static_cast<Id>(line.target)};
  }

  void note(LineFault fault, const char* line) {
    lines_ += count_newlines(counted_, static_cast<std::size_t>(line - counted_));
    counted_ = line;
    fault.line = lines_;
    block_.faults.push_back(std::move(fault));
  }

  const char* read_carefully(const char* p) {
    const auto begin = static_cast<std::size_t>(p - text_.data());
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    CarefulLine careful(text_, begin, end, weighted_);
    Line line;
    switch (careful.read(line)) {
      case Content::edge:
        keep(line);
        break;
      case Content::nothing:
        break;
      case Content::fault:
        if (block_.fault_count++ < kMostFaults) {
          note(std::move(careful).fault(), p);
        }
        break;
    }
    return text_.data() + std::min(end + 1, text_.size());
  }

  std::string_view text_;
  std::span<AnyEdge> edges_;
  std::span<double> weights_;
  bool weighted_;
  BlockOfEdges block_;
  const char* counted_ = nullptr;  // up to where lines_ counts
  std::size_t lines_ = 0;
};

}  // namespace

std::size_t lines_beginning(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin >= end) return 0;
  const std::size_t from = begin == 0 ? 0 : begin - 1;
  return count_newlines(text.data() + from, end - 1 - from) + (begin == 0 ? 1 : 0);
}

BlockOfEdges read_edges(std::string_view text, std::size_t begin, std::size_t end,
                        std::span<Edge> edges, std::span<double> weights) {
  return BlockReader<Edge>(text, edges, weights).read(begin, end);
}

BlockOfEdges read_edges(std::string_view text, std::size_t begin, std::size_t end,
                        std::span<WideEdge> edges, std::span<double> weights) {
  return BlockReader<WideEdge>(text, edges, weights).read(begin, end);
}

}  // namespace summitry
