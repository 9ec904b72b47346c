// What users tell the resolver: aliases of their own, and a mapping that was written and edited.
#pragma once

#include <map>
#include <string>

#include "loaders/resolver/csv_table.hpp"
#include "loaders/resolver/gazetteer.hpp"

namespace summitry::resolver {

// As it was, and the names of a table with the columns `name` and `id`. Throws LoadError for ids that
// the gazetteer does not have, each with the nearest that it has.
[[nodiscard]] Gazetteer with_aliases(Gazetteer gazetteer, const CsvTable& table);

// Spellings to ids; "" where the mapping leaves a spelling open.
using Mapping = std::map<std::string, std::string, std::less<>>;

// The mapping of a table with the columns `input` and `id`. Throws LoadError for unknown ids, and for
// a spelling that stands there twice.
[[nodiscard]] Mapping mapping_of(const CsvTable& table, const Gazetteer& gazetteer);

}  // namespace summitry::resolver
