// The report as one page of HTML that needs no other file: readable without scripts, and with them a
// network to explore, cards of entities, tables to sort and filter.
#pragma once

#include <span>
#include <string>

#include "engine/network.hpp"
#include "engine/results.hpp"
#include "exporters/drawing.hpp"
#include "exporters/report.hpp"

namespace summitry {

struct PageOptions {
  // Of the cards and of the table of entities; results of the report's Graph.
  std::span<const NamedScores> scores = {};
  DrawingOptions drawing = {};  // of the network
};

// The sentences and tables are those of report_markdown(), the figures those of draw() and
// draw_chart(). Nothing in it is loaded from elsewhere.
[[nodiscard]] std::string page_html(const Network& network, const ReportParts& parts,
                                    const PageOptions& options = {});

}  // namespace summitry
