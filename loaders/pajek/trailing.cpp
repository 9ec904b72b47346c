#include "loaders/pajek/trailing.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "engine/lower.hpp"
#include "engine/number.hpp"

namespace summitry::pajek {
namespace {

using interchange::ForeignGraph;
using interchange::Word;

// Parameters that only say how to draw, in bytewise order.
constexpr auto kDrawing = std::to_array<std::string_view>(
    {"a",  "a1",    "a2", "ap", "bc", "bw",     "c",    "font", "fos",    "h1",
     "h2", "hooks", "ic", "k1", "k2", "la",     "lc",   "lp",   "lphi",   "lr",
     "p",  "phi",   "q",  "r",  "s",  "s_size", "size", "w",    "x_fact", "y_fact"});
static_assert(std::is_sorted(kDrawing.begin(), kDrawing.end()));

bool is_drawing(std::string_view word) {
  return std::binary_search(kDrawing.begin(), kDrawing.end(), lower(word));
}

bool is_year(std::string_view text) {
  const auto year = parse_integer(text);
  return text.size() == 4 && year && *year >= 1000;
}

// [from-to] in years, to may be *; one year alone is both.
void add_time(std::string_view inside, const Word& whole, ForeignGraph& graph, const AddFact& add) {
  const std::size_t dash = inside.find('-');
  const std::string_view from = inside.substr(0, dash);
  const std::string_view to = dash == std::string_view::npos ? from : inside.substr(dash + 1);
  const auto at = [&whole](std::string_view text) { return Cell(text, whole.line, whole.column); };
  if (is_year(from) && (to == "*" || is_year(to))) {
    add("from", ColumnType::text, at(from));
    if (to != "*") add("to", ColumnType::text, at(to));
    return;
  }
  add("time", ColumnType::text, graph.keep('[' + std::string(inside) + ']', whole));
}

}  // namespace

bool is_parameter(std::string_view word) {
  return is_drawing(word) || lower(word) == "l";
}

void read_trailing(std::span<const Word> words, ForeignGraph& graph, const AddFact& add) {
  while (!words.empty()) {
    const Word& name = words.front();
    if (!name.quoted && name.text.front() == '[') {
      std::string_view inside = name.text.substr(1);
      if (inside.ends_with(']')) inside.remove_suffix(1);
      add_time(inside, name, graph, add);
      words = words.subspan(1);
      continue;
    }
    if (words.size() == 1) {  // a shape, or what cannot be a pair
      add("mark", ColumnType::text, name);
      return;
    }
    const Word& value = words[1];
    const bool is_number = !value.quoted && parse_number(value.text);
    if (!name.quoted && lower(name.text) == "l") {
      add("label", ColumnType::text, value);
    } else if (!is_drawing(name.text) && !name.text.empty()) {
      add(name.text, is_number ? interchange::type_of_number(value.text) : ColumnType::text, value);
    }
    words = words.subspan(2);
  }
}

}  // namespace summitry::pajek
