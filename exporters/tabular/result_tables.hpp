// Everything as tables that refer to one another, for databases and workbooks: the data, the graph that
// was selected from it, and the results.
#pragma once

#include <vector>

#include "exporters/export_parts.hpp"
#include "exporters/package_table.hpp"

namespace summitry::tabular {

// about, entities, relations, citations, sources, claims, series, edges, measures, methods, communities,
// editions, transitions, participation, containers, relation_types, attributes: those with rows; entities
// and relations in any case. Relations are numbered from 1, and a citation is a row for each source of an
// entity or relation. In a table no two names of columns are equal but for case. Valid as long as the
// parts.
[[nodiscard]] std::vector<PackageTable> result_tables(const ExportParts& parts);

}  // namespace summitry::tabular
