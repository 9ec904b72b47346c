// A PostgreSQL server, whose answers to two queries are a network; see queries.hpp and rows.hpp. Nothing is
// written there, and the password is in no finding.
#pragma once

#include <filesystem>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

// `address` is postgresql://user@host/database.
[[nodiscard]] Built load_postgresql(const std::filesystem::path& address,
                                    const LoadOptions& options = {});

}  // namespace summitry
