// SQLite databases: those that we wrote come back as the network that they were, and any other gives
// what two queries ask it for. Read row by row, by the columns of a data package; see rows.hpp and
// network_tables.hpp.
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_sqlite(const std::filesystem::path& path, const LoadOptions& options = {});

// The bytes of a database; findings name it as `file`.
[[nodiscard]] Built read_sqlite(std::string bytes, const std::string& file,
                                const LoadOptions& options = {});

}  // namespace summitry
