// The columns of a data package's tables, and how a row of each is handed to the builder.
#pragma once

#include <span>

#include "loaders/package/table.hpp"

namespace summitry::package {

[[nodiscard]] std::span<const KnownColumn> source_columns();
[[nodiscard]] std::span<const KnownColumn> entity_columns();
[[nodiscard]] std::span<const KnownColumn> relation_columns();
[[nodiscard]] std::span<const KnownColumn> claim_columns();

// The row in hand of a table with these columns. Of a row that does not match its header, which is
// reported already, no more than its id is kept, so that references to it are no errors of their own.
void add_source(NetworkBuilder& builder, const Table& table);
void add_entity(NetworkBuilder& builder, const Table& table);
void add_relation(NetworkBuilder& builder, const Table& table);
void add_claim(NetworkBuilder& builder, const Table& table);

}  // namespace summitry::package
