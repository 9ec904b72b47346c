// What charts of a series have alike: names of editions, who is counted, whose data, curves.
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

inline constexpr std::size_t kFewest = 10;  // of a kind that has a survival curve of its own

// All, then each kind that is not too small. Times at which nothing happens are left out; without an
// interval the share itself stands for it.
[[nodiscard]] std::vector<SurvivalChart::Curve> survival_curves(
    const SurvivalCurve& all, const std::vector<SurvivalCurve>& by_kind);
// Where the axis of such a chart ends: a little beyond the last step, so that it shows.
[[nodiscard]] double end_of_stays(const Continuity& continuity);

}  // namespace summitry::charts
