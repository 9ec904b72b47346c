// Tables of nodes and edges as CSV, with the columns that Gephi knows (nodes_and_edges.hpp). The table
// beside the one that is named is read as well (beside.hpp).
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_gephi_csv(const std::filesystem::path& path,
                                   const LoadOptions& options = {});

// The bytes of one table, of nodes or of edges; findings name it as `file`.
[[nodiscard]] Built read_gephi_csv(std::string bytes, const std::string& file,
                                   const LoadOptions& options = {});

// The bytes of both.
[[nodiscard]] Built read_gephi_csv(std::string nodes, const std::string& nodes_file,
                                   std::string edges, const std::string& edges_file,
                                   const LoadOptions& options = {});

}  // namespace summitry
