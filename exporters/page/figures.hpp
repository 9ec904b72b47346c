// The figures of a page: numbered in its order, each with a title, how to read it, the picture, a
// caption and its data.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/charts.hpp"
#include "exporters/drawing/page.hpp"
#include "exporters/page/prose/prose.hpp"
#include "exporters/report/context.hpp"

namespace summitry::page {

class Figures {
 public:
  // The network as it is drawn, then a chart for each thing that was computed.
  Figures(const report::Context& context, const drawing::ComposedPage& network);

  // The figure as HTML; "" when it is not there. Its table is numbered when it is asked for.
  [[nodiscard]] std::string html(std::string_view name, Prose& prose) const;
  // "Figure 2" as a link; "" when it is not there.
  [[nodiscard]] std::string reference(std::string_view name) const;

 private:
  struct Figure {
    std::string name;
    ChartText text;
    drawing::Scene scene;
    std::string table;  // in Markdown
  };

  void add(std::string name, Chart chart);
  void add_funding();
  void add_rosters(const Continuity& continuity);
  void add_persistence(const Continuity& continuity, const Persistence& persistence);
  void add_ranks(const Continuity& continuity);
  [[nodiscard]] const Figure* find(std::string_view name) const;
  [[nodiscard]] std::size_t number(const Figure& figure) const;

  const report::Context& context_;
  std::vector<Figure> figures_;
};

}  // namespace summitry::page
