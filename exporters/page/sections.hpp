// The sections of the page, in its order.
#pragma once

#include <string>
#include <vector>

#include "exporters/page.hpp"
#include "exporters/page/figures.hpp"
#include "exporters/page/prose/prose.hpp"
#include "exporters/report/context.hpp"

namespace summitry::page {

struct Section {
  std::string id;
  std::string short_title;  // of the bar at the top
  std::string title;
  std::string html;
};

// Those that have anything to say.
[[nodiscard]] std::vector<Section> sections(const report::Context& context,
                                            const PageOptions& options, const Figures& figures);

}  // namespace summitry::page
