// The page from top to bottom: title, field, legend, caption, source.
#include "exporters/drawing/page.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "exporters/drawing/columns.hpp"
#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/legend.hpp"
#include "exporters/drawing/marks.hpp"
#include "exporters/drawing/placement.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry::drawing {
namespace {

constexpr double kPage = 1200.0;  // width in pixels
constexpr double kMargin = 32.0;

class Page {
 public:
  Page(const Network& network, const Choice& choice, const DrawingOptions& options)
      : network_(network),
        choice_(choice),
        options_(options),
        figure_(make_figure(network, choice, options)) {
    scene_.width = kPage;
  }

  Scene compose() {
    double y = add_title();
    const Box field = place(y);
    if (figure_.series != nullptr) add_columns(scene_, figure_, y, field);
    const Lines lines = add_edges(scene_, figure_, choice_.editions);
    add_marks(scene_, figure_);
    for (const Label& label : placement_.labels) add_label(scene_, label);
    y = add_legend(scene_, figure_, lines, kMargin, kPage - kMargin, field.bottom + 14.0);
    scene_.height = std::ceil(add_foot(y + 14.0) + kMargin - 8.0);
    scene_.description = caption_;
    if (options_.colours == PictureColours::greyscale) make_grey(scene_);
    return std::move(scene_);
  }

  PlacedFigure placed() {
    const Box field = place(add_title());
    for (Item& item : figure_.items) {
      if (!item.edition) continue;
      item.at = {column_x(figure_, field, static_cast<double>(*item.edition)),
                 field.top - kColumnHead / 2};
    }
    return {std::move(figure_), field.bottom};
  }

  [[nodiscard]] const std::string& caption() const { return caption_; }
  [[nodiscard]] const Placement& placement() const { return placement_; }

 private:
  void add_text(Point at, const std::string& text, double size, Weight weight, const char* colour,
                Anchor anchor = Anchor::left) {
    if (!text.empty()) scene_.texts.push_back({at, anchor, text, size, weight, colour, false});
  }

  [[nodiscard]] std::string title() const {
    if (!options_.title.empty()) return clean(options_.title);
    const Dataset& dataset = network_.dataset();
    const std::string title = clean(dataset.title.empty() ? dataset.name : dataset.title);
    return title.empty() ? "Network" : title;
  }

  [[nodiscard]] std::string reading() const {
    if (figure_.items.empty()) return "";
    if (figure_.series == nullptr) return "Entities that share ties stand close together.";
    return std::string(
               "Read from left to right: who or what has ties to several summits stands at ") +
           (options_.communities == nullptr ? "their mean, in the colour of the first."
                                            : "their mean. Colour tells the community.");
  }

  double add_title() {
    double y = kMargin + 8.0;
    scene_.title = title();
    for (const std::string& line : wrap(scene_.title, 21.0, kPage - 2 * kMargin, Weight::bold)) {
      add_text({kMargin, y}, shorten(line, 21.0, kPage - 2 * kMargin, Weight::bold), 21.0,
               Weight::bold, kInk1);
      y += 26.0;
    }
    add_text({kMargin, y}, reading(), 13.0, Weight::regular, kInk2);
    return y + 20.0;
  }

  // Columns grow a little while names find no room; then those names are dropped.
  [[nodiscard]] Box place(double top) {
    for (const double growth : {1.0, 1.12, 1.25}) {
      const Box field = make_field(top, growth);
      Occupancy taken(field);
      if (figure_.series == nullptr) {
        placement_ = place_by_stress(figure_, field, taken);
        return field;
      }
      placement_ = place_in_bands(figure_, field, taken);
      if (placement_.dropped == 0) return field;
    }
    return make_field(top, 1.25);
  }

  // About as high as the marks and labels need.
  [[nodiscard]] Box make_field(double top, double growth) const {
    double area = 0.0;
    for (const Pack& pack : figure_.packs) {
      const double r = 16.0 * std::sqrt(static_cast<double>(pack.items.size()));
      area += 110.0 * 20.0 + r * r;
    }
    const double width = kPage - 2 * kMargin;
    const double least = figure_.series != nullptr ? 460.0 : figure_.items.empty() ? 60.0 : 560.0;
    const double height =
        growth * std::clamp(area / 0.38 / width, least, figure_.series != nullptr ? 2000.0 : 900.0);
    const double head = figure_.series != nullptr ? kColumnHead : 4.0;
    return {kMargin, top + head, kPage - kMargin, top + head + height};
  }

  double add_foot(double y) {
    caption_ = choice_.subset.caption;
    if (placement_.dropped > 0) {
      caption_ += ' ' + counted(placement_.dropped, "name") + " found no room.";
    }
    for (const std::string& line : wrap(caption_, 12.5, kPage - 2 * kMargin)) {
      add_text({kMargin, y}, line, 12.5, Weight::regular, kInk2);
      y += 18.0;
    }
    for (const std::string& line : wrap(data_line(network_.dataset()), 11.0, kPage - 2 * kMargin)) {
      add_text({kMargin, y + 2.0}, line, 11.0, Weight::regular, kInk3);
      y += 16.0;
    }
    return y;
  }

  const Network& network_;
  const Choice& choice_;
  const DrawingOptions& options_;
  Figure figure_;
  Scene scene_;
  Placement placement_;
  std::string caption_;
};

}  // namespace

ComposedPage compose(const Network& network, const Choice& choice, const DrawingOptions& options) {
  Page page(network, choice, options);
  ComposedPage composed;
  composed.scene = page.compose();
  composed.caption = page.caption();
  composed.dropped = page.placement().dropped;
  return composed;
}

PlacedFigure place(const Network& network, const Choice& choice, const DrawingOptions& options) {
  return Page(network, choice, options).placed();
}

}  // namespace summitry::drawing
