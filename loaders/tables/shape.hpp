// What a table is by its header, and for a matrix by its cells.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/tables/table.hpp"

namespace summitry::tables {

enum class Shape : std::uint8_t { unknown, nodes, edges, two_mode_list, two_mode_matrix };

// Only what is certain; nodes have an Id, and a Label, name or kind.
[[nodiscard]] Shape shape_of(const Table& table);

// The format that a file of delimited text has for certain, other than an edge list: by its first
// 64 KiB, and by the tables beside it. Nothing where that is not so.
[[nodiscard]] std::optional<std::string_view> format_of(const std::filesystem::path& path,
                                                        const DecodedLimit& limit = {});

}  // namespace summitry::tables
