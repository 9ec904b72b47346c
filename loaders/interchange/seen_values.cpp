#include "loaders/interchange/seen_values.hpp"

#include "engine/date.hpp"

namespace summitry::interchange {
namespace {

bool is_count(ColumnType type) {
  return type == ColumnType::integer || type == ColumnType::number;
}

ColumnType wider(ColumnType a, ColumnType b) {
  if (a == b) return a;
  return is_count(a) && is_count(b) ? ColumnType::number : ColumnType::text;
}

}  // namespace

void SeenValues::see(ColumnType type, std::string_view text) {
  type_ = type_ ? wider(*type_, type) : type;
  if (!all_dates_) return;
  const std::optional<Date> date = parse_date(text);
  all_dates_ = date.has_value() && to_string(*date) == text;
  any_month_ = any_month_ || text.size() > 4;
}

ColumnType SeenValues::type() const {
  const bool is_date = type_ == ColumnType::text && all_dates_ && any_month_;
  return is_date ? ColumnType::date : type_.value_or(ColumnType::text);
}

}  // namespace summitry::interchange
