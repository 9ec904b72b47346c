// CSV: RFC 4180 quoting, UTF-8 without BOM, lines ended by a line feed, a header, "" for missing.
//
// Cells are written exactly as they are, so that a file reads back to the same data. A spreadsheet
// may run a cell that starts with = + - or @ as a formula: open data of others as text there.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/resolution_profile.hpp"
#include "engine/results.hpp"
#include "engine/table.hpp"
#include "engine/transitions.hpp"

namespace summitry {

// A field, quoted when it holds a comma, a quote or a line break.
[[nodiscard]] std::string csv_field(std::string_view text);
// A line of fields. A single empty field is written "", since an empty line would be no row.
[[nodiscard]] std::string csv_line(std::span<const std::string> fields);

[[nodiscard]] std::string to_csv(const Table& table);

// Header `id,kind,name,<measure>,…`; a row an entity of the graph, in order of ids. Of measures over
// edges: header `source,target,<measure>,…`; a row an edge, in order of the ends' ids. All of them are
// over the same.
[[nodiscard]] std::string measures_csv(const Network& network, const Graph& graph,
                                       std::span<const NamedScores> measures);
// Header `id,kind,name,community`.
[[nodiscard]] std::string communities_csv(const Network& network, const Graph& graph,
                                          const NamedPartition& communities);
// Header `id_a,id_b,probability`; a row a pair, in order of ids.
[[nodiscard]] std::string co_membership_csv(const Network& network, const Graph& graph,
                                            const CoMembership& together);
// A row a resolution; plateaus are numbered from 0.
[[nodiscard]] std::string resolution_csv(const ResolutionProfile& profile);
// The transitions between neighbouring editions, a row each.
[[nodiscard]] std::string continuity_csv(const Network& network, const Continuity& continuity);
// A row an edge: its ends, the relation it stands for (several: joined by |) and its weight.
[[nodiscard]] std::string edges_csv(const Network& network, const Graph& graph);

}  // namespace summitry
