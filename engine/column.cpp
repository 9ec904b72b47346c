#include "engine/column.hpp"

#include <array>
#include <type_traits>
#include <utility>

#include "engine/error.hpp"
#include "engine/number.hpp"

namespace summitry {
namespace {

constexpr std::array<std::pair<std::string_view, ColumnType>, 6> kTypes{{
    {"text", ColumnType::text},
    {"integer", ColumnType::integer},
    {"number", ColumnType::number},
    {"boolean", ColumnType::boolean},
    {"date", ColumnType::date},
    {"list", ColumnType::list},
}};

template <class T>
std::string text_of(const T& value) {
  if constexpr (std::is_same_v<T, std::monostate>) {
    return "";
  } else if constexpr (std::is_same_v<T, std::string>) {
    return value;
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return std::to_string(value);
  } else if constexpr (std::is_same_v<T, double>) {
    return shortest(value);
  } else if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_same_v<T, Date>) {
    return to_string(value);
  } else {
    std::string joined;
    for (const std::string& item : value) joined += (joined.empty() ? "" : "|") + item;
    return joined;
  }
}

List split(std::string_view text) {
  List items;
  while (true) {
    const std::size_t bar = text.find('|');
    items.emplace_back(text.substr(0, bar));
    if (bar == std::string_view::npos) return items;
    text.remove_prefix(bar + 1);
  }
}

template <class T>
std::optional<Value> as_value(const std::optional<T>& parsed) {
  if (!parsed) return std::nullopt;
  return Value(*parsed);
}

std::optional<bool> parse_boolean(std::string_view text) {
  if (text == "true" || text == "1" || text == "yes") return true;
  if (text == "false" || text == "0" || text == "no") return false;
  return std::nullopt;
}

}  // namespace

std::string_view to_string(ColumnType type) {
  return kTypes[static_cast<std::size_t>(type)].first;
}

std::optional<ColumnType> parse_column_type(std::string_view name) {
  for (const auto& [known, type] : kTypes) {
    if (known == name) return type;
  }
  return std::nullopt;
}

std::string to_string(const Value& value) {
  return std::visit([](const auto& held) { return text_of(held); }, value);
}

std::optional<Value> parse_value(std::string_view text, ColumnType type) {
  if (text.empty()) return Value{};
  switch (type) {
    case ColumnType::text:
      return Value(std::string(text));
    case ColumnType::integer:
      return as_value(parse_integer(text));
    case ColumnType::number:
      return as_value(parse_number(text));
    case ColumnType::boolean:
      return as_value(parse_boolean(text));
    case ColumnType::date:
      return as_value(parse_date(text));
    case ColumnType::list:
      return Value(split(text));
  }
  return std::nullopt;
}

Column::Column(ColumnInfo info) : info_(std::move(info)) {
  switch (info_.type) {
    case ColumnType::text:
      data_ = std::vector<std::string>();
      break;
    case ColumnType::integer:
      data_ = std::vector<std::int64_t>();
      break;
    case ColumnType::number:
      data_ = std::vector<double>();
      break;
    case ColumnType::boolean:
      data_ = std::vector<bool>();
      break;
    case ColumnType::date:
      data_ = std::vector<Date>();
      break;
    case ColumnType::list:
      data_ = std::vector<List>();
      break;
  }
}

Value Column::value(std::size_t row) const {
  if (missing(row)) return {};
  return std::visit(
      [row](const auto& data) {
        using Item = typename std::decay_t<decltype(data)>::value_type;
        return Value(std::in_place_type<Item>, data[row]);
      },
      data_);
}

std::optional<double> Column::number(std::size_t row) const {
  if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&data_)) {
    if (missing(row)) return std::nullopt;
    return static_cast<double>((*integers)[row]);
  }
  if (const auto* numbers = std::get_if<std::vector<double>>(&data_)) {
    if (missing(row)) return std::nullopt;
    return (*numbers)[row];
  }
  throw Error("column \"" + info_.name + "\" holds " + std::string(to_string(info_.type)) +
              ", not numbers");
}

void Column::push_back(const Value& value) {
  std::visit(
      [&value](auto& data) {
        using Item = typename std::decay_t<decltype(data)>::value_type;
        const auto* item = std::get_if<Item>(&value);
        data.push_back(item == nullptr ? Item{} : *item);
      },
      data_);
  present_.push_back(!std::holds_alternative<std::monostate>(value));
}

void Column::reorder(const std::vector<std::uint32_t>& order) {
  std::visit(
      [&order](auto& data) {
        std::decay_t<decltype(data)> moved;
        moved.reserve(order.size());
        for (const std::uint32_t row : order) moved.push_back(data[row]);
        data = std::move(moved);
      },
      data_);
  std::vector<bool> moved;
  moved.reserve(order.size());
  for (const std::uint32_t row : order) moved.push_back(present_[row]);
  present_ = std::move(moved);
}

}  // namespace summitry
