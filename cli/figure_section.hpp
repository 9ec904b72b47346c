// A section of figures: item, value, note, meaning and reference.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cli/tables.hpp"

namespace summitry::cli {

template <class Number>
TableCell cell(Number count) {
  return static_cast<std::int64_t>(count);
}
inline TableCell cell(double value) {
  return value;
}
template <class Number>
TableCell cell(const std::optional<Number>& value) {
  return value ? cell(*value) : TableCell();
}

struct FigureText {
  std::string item;
  std::string meaning;
  std::string_view reference = "";
};

// A section that figures are added to.
class Figures {
 public:
  explicit Figures(std::string name)
      : section_{std::move(name), {{"item", "value", "note", "meaning", "reference"}, {}}} {}

  void add(FigureText text, TableCell value, std::string note = "") {
    section_.table.rows.push_back({std::move(text.item), std::move(value),
                                   optional_text(std::move(note)), std::move(text.meaning),
                                   optional_text(std::string(text.reference))});
  }
  // With a note for where there is no figure.
  template <class Number>
  void add(FigureText text, const std::optional<Number>& value, std::string why_not) {
    add(std::move(text), cell(value), value ? std::string() : std::move(why_not));
  }
  Section done() && { return std::move(section_); }

 private:
  static TableCell optional_text(std::string text) {
    return text.empty() ? TableCell() : TableCell(std::move(text));
  }

  Section section_;
};

}  // namespace summitry::cli
