#include "loaders/database/postgresql/address.hpp"

namespace summitry {

bool is_postgresql_address(std::string_view input) {
  return input.starts_with("postgresql://") || input.starts_with("postgres://");
}

// A password may have any character, if it should not: so what stands before the last @ is left out,
// wherever that is.
std::string shown_address(std::string_view input) {
  if (!is_postgresql_address(input)) return std::string(input);
  const std::size_t begin = input.find("//") + 2;
  const std::size_t at = input.rfind('@');
  const std::string_view place = input.substr(at == std::string_view::npos ? begin : at + 1);
  return std::string(input.substr(0, begin)).append(place.substr(0, place.find('?')));
}

}  // namespace summitry
