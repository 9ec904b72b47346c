// The columns of a list of participants and events.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "loaders/edge_rows.hpp"
#include "loaders/load.hpp"
#include "loaders/tables/table.hpp"

namespace summitry::two_mode {

struct ListColumns {
  std::size_t participant = 0;
  std::size_t event = 0;
  std::optional<std::size_t> date;
  std::string_view participants;  // their kind
  std::string_view events;
};

// By the names of the table; nothing, with what is wrong reported, where a mode has no column. Says what
// was taken for what unless the options name the format.
[[nodiscard]] std::optional<ListColumns> find_list_columns(NetworkBuilder& builder,
                                                           const tables::Table& table,
                                                           const LoadOptions& options);

// Whether columns of both modes are named.
[[nodiscard]] bool names_both_modes(const tables::Table& table);

// Whether a row has both; else that is reported at its beginning.
[[nodiscard]] bool has_both(NetworkBuilder& builder, std::size_t line, const EdgeRow& row);

// What a row is where it does not say so.
void complete(EdgeRow& row, const ListColumns& columns);

}  // namespace summitry::two_mode
