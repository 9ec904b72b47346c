// Addresses of PostgreSQL servers: postgresql://user@host/database.
#pragma once

#include <string>
#include <string_view>

namespace summitry {

[[nodiscard]] bool is_postgresql_address(std::string_view input);

// The address for people to see: without user, password and settings. Any other input as it is.
[[nodiscard]] std::string shown_address(std::string_view input);

}  // namespace summitry
