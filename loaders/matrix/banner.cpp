#include "loaders/matrix/banner.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string>

#include "engine/lower.hpp"
#include "engine/names.hpp"
#include "engine/number.hpp"
#include "loaders/interchange/foreign_graph.hpp"
#include "loaders/text.hpp"

namespace summitry::matrix {
namespace {

using interchange::Word;
using interchange::WordLines;

constexpr std::array<std::string_view, 2> kForms{"coordinate", "array"};
constexpr std::array<std::string_view, 3> kFields{"real", "integer", "pattern"};
constexpr std::array<std::string_view, 3> kSymmetries{"general", "symmetric", "skew-symmetric"};

// Which of the words a word of the banner is; an error where it is none.
template <std::size_t n>
std::optional<std::size_t> one_of(NetworkBuilder& builder, const Cell& cell,
                                  const std::array<std::string_view, n>& words) {
  const std::string text = lower(cell.text);
  const auto* const found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string all;
  for (const std::string_view word : words) {
    all.append(all.empty() ? "" : ", ").append(word);
  }
  const auto guess = nearest(text, words);
  builder.error(cell, "the banner says " + in_quotes(cell.text),
                guess ? "did you mean " + in_quotes(*guess) + "?" : "these are read: " + all);
  return std::nullopt;
}

std::optional<Banner> read_words(NetworkBuilder& builder, std::string_view text) {
  std::deque<std::string> texts;
  WordLines first(text.substr(0, text.find_first_of("\r\n")), '\0', texts);
  const bool any = first.next();
  const auto words = first.words();
  if (!any || lower(words[0].text) != "%%matrixmarket" || words.size() != 5 ||
      lower(words[1].text) != "matrix") {
    builder.error({{}, 1, 1}, "no banner of a matrix",
                  "begin with %%MatrixMarket matrix coordinate real general, or the like");
    return std::nullopt;
  }
  const auto form = one_of(builder, words[2], kForms);
  const auto field = one_of(builder, words[3], kFields);
  const auto symmetry = one_of(builder, words[4], kSymmetries);
  if (!form || !field || !symmetry) return std::nullopt;
  Banner banner;
  banner.form = static_cast<Form>(*form);
  banner.is_pattern = *field == 2;
  banner.symmetry = static_cast<Symmetry>(*symmetry);
  if (banner.is_pattern && (banner.form == Form::array || banner.symmetry == Symmetry::skew)) {
    builder.error(words[3],
                  "a pattern has no values, but " +
                      std::string(banner.form == Form::array ? "an array" : "the symmetry") +
                      " needs some",
                  "write real or integer, and values");
    return std::nullopt;
  }
  return banner;
}

// Of the entries that an array holds: all, or those below the diagonal, with or without it.
std::size_t entries_of_array(const Banner& banner) {
  const std::size_t n = banner.rows;
  if (banner.symmetry == Symmetry::general) return n * banner.columns;
  if (banner.symmetry == Symmetry::symmetric) return n * (n + 1) / 2;
  return n == 0 ? 0 : n * (n - 1) / 2;
}

bool read_sizes(NetworkBuilder& builder, std::size_t bytes, WordLines& lines, Banner& banner) {
  const std::size_t wanted = banner.form == Form::array ? 2 : 3;
  const bool any = lines.next();
  const auto words = lines.words();
  banner.sizes = any ? Cell({}, words[0].line, words[0].column) : lines.end_of_line();
  if (words.size() != wanted) {
    builder.error(banner.sizes, "no sizes",
                  wanted == 2 ? "write the numbers of rows and of columns"
                              : "write the numbers of rows, of columns and of entries");
    return false;
  }
  std::array<std::size_t, 3> sizes{};
  for (std::size_t i = 0; i < wanted; ++i) {
    const auto size = parse_integer(words[i].text);
    const bool fits = size && *size >= 0 &&
                      (i == 2 || interchange::can_hold(bytes, static_cast<std::size_t>(*size)));
    if (!fits) {
      builder.error(words[i], "bad size " + in_quotes(words[i].text),
                    size && *size >= 0
                        ? "the file has no room for so many: write how many there are"
                        : "write a whole number");
      return false;
    }
    sizes[i] = static_cast<std::size_t>(*size);
  }
  banner.rows = sizes[0];
  banner.columns = sizes[1];
  banner.entries = banner.form == Form::array ? entries_of_array(banner) : sizes[2];
  if (banner.symmetry == Symmetry::general || banner.is_square()) return true;
  builder.error(banner.sizes, "a symmetric matrix that is not square",
                "write as many rows as columns, or general");
  return false;
}

}  // namespace

std::optional<Banner> read_banner(NetworkBuilder& builder, std::string_view text,
                                  WordLines& lines) {
  std::optional<Banner> banner = read_words(builder, text);
  if (!banner || !read_sizes(builder, text.size(), lines, *banner)) return std::nullopt;
  return banner;
}

}  // namespace summitry::matrix
