// A whole network from the sheets that our exporter writes: about, entities, relations, sources, claims,
// series, and where they are there containers, relation_types and attributes.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "loaders/load.hpp"
#include "loaders/tables/table.hpp"

namespace summitry::spreadsheet {

// Reads the sheet of this name; nothing where there is none. Leaves the builder reading it.
using SheetNamed = std::function<std::optional<tables::Table>(std::string_view)>;

// Sheets that a whole network is read from; all others that our exporter writes are made from these.
[[nodiscard]] bool is_of_whole(std::string_view name);

// Whether these are tables of entities and relations as a data package has them.
[[nodiscard]] bool are_whole(const tables::Table& entities, const tables::Table& relations);

void add_whole(NetworkBuilder& builder, tables::Table& entities, tables::Table& relations,
               const SheetNamed& sheet, const LoadOptions& options);

}  // namespace summitry::spreadsheet
