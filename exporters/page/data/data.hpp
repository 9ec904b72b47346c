// What the page's script knows: the whole network, its figures and where everything is drawn.
#pragma once

#include <span>
#include <string>

#include "engine/results.hpp"
#include "exporters/drawing/page.hpp"
#include "exporters/drawing/subset.hpp"
#include "exporters/report/context.hpp"

namespace summitry::page {

struct Drawn {
  const SubsetOptions& options;
  const drawing::Choice& choice;
  const drawing::ComposedPage& composed;
};

// As JSON that may stand within a script element. Empty texts and lists are left out. Entities,
// relations and sources are named by their position.
[[nodiscard]] std::string data_json(const report::Context& context,
                                    std::span<const NamedScores> scores, const Drawn& drawn);

}  // namespace summitry::page
