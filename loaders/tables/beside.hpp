// Nodes and edges in two files of one folder: `x.nodes.csv` beside `x.edges.csv` or `x.csv`, `x.edges.csv`
// beside `x.csv`, or names that differ in the word alone, such as `nodes.csv` and `edges.csv`.
#pragma once

#include <filesystem>
#include <optional>

namespace summitry::tables {

// Of the table at `path`; a file that is not there is nothing.
[[nodiscard]] std::optional<std::filesystem::path> nodes_beside(const std::filesystem::path& path);
[[nodiscard]] std::optional<std::filesystem::path> edges_beside(const std::filesystem::path& path);

}  // namespace summitry::tables
