// What charts of a series say alike: names of editions, who is counted, whose data.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/network.hpp"
#include "engine/transitions.hpp"
#include "exporters/charts.hpp"

namespace summitry::charts {

[[nodiscard]] std::vector<std::string> edition_names(const Network& network,
                                                     const Continuity& continuity);
// The colour of those who came first to an edition: with more editions than colours, neighbours share
// one. And what each colour stands for.
[[nodiscard]] std::size_t group_of(std::size_t edition, std::size_t editions);
[[nodiscard]] std::vector<std::string> group_names(const std::vector<std::string>& editions);
[[nodiscard]] std::string series_name(const Network& network, const Continuity& continuity);
// "Countries named in the data by attended and signed; rosters may be incomplete."
[[nodiscard]] std::string counted_participants(const Continuity& continuity);
// Title "<series>: <finding>", the reading line, who is counted, whose data.
[[nodiscard]] ChartText series_text(const Network& network, const Continuity& continuity,
                                    const std::string& finding, std::string reading);

}  // namespace summitry::charts
