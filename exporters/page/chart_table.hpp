// What a chart shows as a table in Markdown, for readers who cannot see it or want the figures.
#pragma once

#include <string>

#include "engine/network.hpp"
#include "exporters/charts.hpp"

namespace summitry::page {

// "" when there is nothing in it.
[[nodiscard]] std::string chart_table(const Network& network, const Chart& chart);

}  // namespace summitry::page
