// Funding flows: who pays for what, as a Sankey diagram.
#pragma once

#include <cstdint>
#include <span>

#include "engine/network.hpp"
#include "exporters/charts.hpp"

namespace summitry {

enum class FundingWidth : std::uint8_t { relations, amounts };

// Funders at the left, what they fund at the right; whoever does both stands at both sides. Colours are
// kinds of funders. Bands are as wide as there are relations, or as
// the amounts stated: of the currency that most of them have, what is in others or not stated is
// counted in the caption and never added up.
[[nodiscard]] AlluvialChart funding_flows(const Network& network,
                                          std::span<const RelationIndex> relations,
                                          FundingWidth width = FundingWidth::relations);

}  // namespace summitry
