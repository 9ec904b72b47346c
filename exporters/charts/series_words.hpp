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
[[nodiscard]] std::string series_name(const Network& network, const Continuity& continuity);
// "Countries named in the data by attended and signed; rosters may be incomplete."
[[nodiscard]] std::string counted_participants(const Continuity& continuity);
// Title "<series>: <finding>", the reading line, who is counted, whose data.
[[nodiscard]] ChartText series_text(const Network& network, const Continuity& continuity,
                                    const std::string& finding, std::string reading);

}  // namespace summitry::charts
