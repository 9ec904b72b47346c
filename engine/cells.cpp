#include "engine/cells.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "engine/items.hpp"
#include "engine/number.hpp"

namespace summitry::cells {
namespace {

constexpr const char* kDateRemedy = "write YYYY, YYYY-MM or YYYY-MM-DD of a day that exists";

std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

template <class Items>
std::string suggestion(BuilderState& state, const Items& items, std::string_view id,
                       const char* otherwise) {
  if (state.findings.suggestions++ < FindingList::kMostSuggestions) {
    std::vector<std::string_view> known;
    known.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) known.push_back(items[i].id);
    if (const auto guess = nearest(id, known)) return "did you mean " + quoted(*guess) + "?";
  }
  return otherwise;
}

// One of a few words; empty is the default.
template <class Enum>
Enum word(BuilderState& state, const Cell& cell, Enum otherwise,
          std::optional<Enum> (*parse)(std::string_view),
          std::vector<std::string_view> (*all_names)(), const char* field) {
  if (cell.text.empty()) return otherwise;
  if (const auto parsed = parse(cell.text)) return *parsed;
  const std::vector<std::string_view> names = all_names();
  const auto guess = nearest(cell.text, names);
  state.error(cell, std::string("unknown ") + field + " " + quoted(cell.text),
              guess ? "did you mean " + quoted(*guess) + "?" : "write " + listed(names));
  return otherwise;
}

}  // namespace

std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest = 80;  // a cell can hold a megabyte
  std::size_t end = std::min(text.size(), kLongest);
  const auto inside = [text](std::size_t i) {  // of a character of several bytes
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
  };
  while (end > 0 && inside(end)) --end;
  std::string shown = "\"";
  for (const char c : text.substr(0, end)) {
    // A finding is one line, whatever the cell holds.
    if (c == '\n') {
      shown += "\\n";
    } else if (static_cast<unsigned char>(c) < 32 || c == 127) {
      shown += ' ';
    } else {
      shown += c;
    }
  }
  return shown + (end < text.size() ? "…\"" : "\"");
}

std::string listed(const std::vector<std::string>& words) {
  return listed(std::vector<std::string_view>(words.begin(), words.end()));
}

bool required(BuilderState& state, const Cell& cell, const char* field) {
  if (!cell.text.empty()) return true;
  const bool vowel = std::string_view("aeio").find(field[0]) != std::string_view::npos;
  state.error(cell, std::string("no ") + field,
              std::string("every row needs ") + (vowel ? "an " : "a ") + field);
  return false;
}

std::optional<Date> date(BuilderState& state, const Cell& cell) {
  if (cell.text.empty()) return std::nullopt;
  const auto parsed = parse_date(cell.text);
  if (!parsed) state.error(cell, "bad date " + quoted(cell.text), kDateRemedy);
  return parsed;
}

Interval interval(BuilderState& state, const Cell& from, const Cell& to) {
  const Interval read{date(state, from), date(state, to)};
  if (read.from && read.to && first_day(*read.from) > last_day(*read.to)) {
    state.error(to, "ends " + quoted(to.text) + " before it begins " + quoted(from.text),
                "exchange from and to, or mend one of them");
    return {};
  }
  return read;
}

std::optional<double> number(BuilderState& state, const Cell& cell, const char* field) {
  if (cell.text.empty()) return std::nullopt;
  const auto parsed = parse_number(cell.text);
  if (!parsed) {
    state.error(cell, std::string("bad number ") + quoted(cell.text) + " as " + field,
                "write digits with a point as decimal separator, such as 1500000 or 2.5");
  }
  return parsed;
}

Status status(BuilderState& state, const Cell& cell) {
  return word(state, cell, Status::realised, parse_status, status_names, "status");
}

Confidence confidence(BuilderState& state, const Cell& cell) {
  return word(state, cell, Confidence::secondary, parse_confidence, confidence_names, "confidence");
}

Qualifier qualifier(BuilderState& state, const Cell& cell) {
  return word(state, cell, Qualifier::exact, parse_qualifier, qualifier_names, "qualifier");
}

std::vector<Citation> citations(BuilderState& state, const Cell& cell) {
  std::vector<Citation> found;
  for (const Cell& item : items(cell)) {
    const std::size_t hash = item.text.find('#');
    const std::string id(item.text.substr(0, hash));
    const auto known = state.source_index.find(id);
    if (known == state.source_index.end()) {
      state.error(item, "unknown source " + quoted(id),
                  suggestion(state, state.sources, id, "add it to the sources"));
      continue;
    }
    const bool located = hash != std::string_view::npos;
    found.push_back({known->second, located ? std::string(item.text.substr(hash + 1)) : ""});
  }
  return found;
}

std::optional<EntityIndex> entity(BuilderState& state, const Cell& cell, const char* field) {
  if (!required(state, cell, field)) return std::nullopt;
  if (const auto known = state.find_entity(cell.text)) return known;
  const std::string_view as = field;
  state.error(cell,
              "unknown entity " + quoted(cell.text) +
                  (as == "entity" ? std::string() : " as " + std::string(as)),
              suggestion(state, state.entities, cell.text, "add it to the entities"));
  return std::nullopt;
}

void attributes(BuilderState& state, std::vector<Column>& columns,
                const std::vector<AttributeCell>& given) {
  std::vector<Value> values(columns.size());
  for (const AttributeCell& attribute : given) {
    const ColumnInfo& info = columns[attribute.attribute].info();
    if (auto value = parse_value(attribute.cell.text, info.type)) {
      values[attribute.attribute] = std::move(*value);
    } else {
      state.error(attribute.cell,
                  "bad " + std::string(to_string(info.type)) + " " + quoted(attribute.cell.text) +
                      " in column " + quoted(info.name),
                  "write a value of that type, or declare the column as text");
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push_back(values[i]);
}

}  // namespace summitry::cells
