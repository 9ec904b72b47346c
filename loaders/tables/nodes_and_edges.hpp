// A graph as two tables, with the columns that Gephi knows: nodes with Id and Label, edges with Source,
// Target, Type (Directed, Undirected) and Weight; in both Start, End, Timeset or Interval. Names of
// columns count without their capitals.
//
// Attributes by the names that our exporters write become what they were (loaders/xml/typed_fields.hpp);
// all other columns are attributes of the type that their cells have. Where the first cell under Type is no
// direction, the column is the type of relations. Ids of edges are not kept.
#pragma once

#include "loaders/load.hpp"
#include "loaders/tables/table.hpp"

namespace summitry::tables {

// Without a table of nodes an end of an edge is an entity; with one, an end that is not in it is one too,
// with a warning. Without edges there are nodes alone.
void add_nodes_and_edges(NetworkBuilder& builder, Table* nodes, Table* edges,
                         const LoadOptions& options);

}  // namespace summitry::tables
