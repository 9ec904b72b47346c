#include "engine/table.hpp"

#include "engine/number.hpp"

namespace summitry {

std::string to_string(const TableCell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&cell)) return shortest(*number);
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return "";
}

}  // namespace summitry
