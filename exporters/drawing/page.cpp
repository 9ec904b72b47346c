// The page from top to bottom: title, field, legend, caption, source.
#include "exporters/drawing/page.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "engine/error.hpp"
#include "exporters/drawing/columns.hpp"
#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/legend.hpp"
#include "exporters/drawing/marks.hpp"
#include "exporters/drawing/placement.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/theme.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry::drawing {
namespace {

constexpr double kPage = 1200.0;  // width in pixels
constexpr double kMargin = 32.0;
constexpr double kBare = 10.0;  // above a picture without a title

PictureLayout layout_of(const Figure& figure, PictureLayout wanted) {
  if (figure.items.empty()) return PictureLayout::stress;
  if (wanted == PictureLayout::sides && !is_two_mode(figure)) {
    throw InvalidOption(
        "draw: the layout sides needs ties between two kinds alone, such as persons "
        "and events; choose others with --kinds, or the layout stress");
  }
  if (wanted == PictureLayout::bands && figure.series == nullptr) {
    throw InvalidOption(
        "draw: the layout bands needs a series of editions with ties other than to "
        "the editions; choose the layout stress");
  }
  if (wanted != PictureLayout::automatic) return wanted;
  if (figure.series != nullptr) return PictureLayout::bands;
  return fits_in_sides(figure) ? PictureLayout::sides : PictureLayout::automatic;
}

class Page {
 public:
  Page(const Network& network, const Choice& choice, const DrawingOptions& options)
      : network_(network),
        choice_(choice),
        options_(options),
        figure_(make_figure(network, choice, options)),
        layout_(layout_of(figure_, options.layout)) {
    scene_.width = kPage;
  }

  ComposedPage compose() {
    double y = bare() ? kBare : add_title();
    const Box field = place(y);
    if (figure_.series != nullptr) place_editions(field);
    if (figure_.series != nullptr) add_columns(scene_, figure_, field);
    const Lines lines = add_edges(scene_, figure_, choice_.editions, options_.lines);
    add_marks(scene_, figure_);
    for (const Label& label : placement_.labels) add_label(scene_, label);
    y = add_legend(scene_, figure_, lines, kMargin, kPage - kMargin, field.bottom + 14.0);
    scene_.height = std::ceil(add_foot(y + 14.0) + kMargin - 8.0);
    scene_.description = caption_;
    apply(options_.colours, scene_);
    std::string words = reading();  // of the figure, which goes
    std::vector<EntityIndex> nameless = unnamed();
    return {std::move(scene_),  std::move(figure_), field, std::move(words), std::move(caption_),
            placement_.dropped, std::move(nameless)};
  }

 private:
  [[nodiscard]] bool bare() const { return options_.frame == PictureFrame::bare; }

  [[nodiscard]] std::vector<EntityIndex> unnamed() const {
    std::vector<bool> named(figure_.items.size(), false);
    for (const Label& label : placement_.labels) named[label.item] = true;
    std::vector<EntityIndex> out;
    for (const Pack& pack : figure_.packs) {
      if (pack.items.size() == 1 && named[pack.items.front()]) continue;
      for (const std::size_t i : pack.items) out.push_back(figure_.items[i].entity);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  void place_editions(const Box& field) {
    for (Item& item : figure_.items) {
      if (item.edition) item.at = pill_at(figure_, field, *item.edition);
    }
  }

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
    if (layout_ == PictureLayout::sides) {
      return "The two kinds face one another, ordered so that few ties cross.";
    }
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
      if (layout_ == PictureLayout::sides) {
        placement_ = place_in_sides(figure_, field, taken);
        return field;
      }
      if (layout_ != PictureLayout::bands) {
        placement_ = place_by_stress(figure_, field, taken, layout_);
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
    if (layout_ == PictureLayout::sides) {
      return {kMargin, top + 4.0, kPage - kMargin, top + 4.0 + height_of_sides(figure_)};
    }
    const double least = figure_.series != nullptr ? 460.0 : figure_.items.empty() ? 60.0 : 560.0;
    const double height =
        growth * std::clamp(area / 0.38 / width, least, figure_.series != nullptr ? 2000.0 : 900.0);
    const double head = figure_.series != nullptr ? kColumnHead : 4.0;
    return {kMargin, top + head, kPage - kMargin, top + head + height};
  }

  double add_foot(double y) {
    caption_ = options_.about + (options_.about.empty() ? "" : " ") + choice_.subset.caption;
    if (placement_.dropped > 0) {
      caption_ += ' ' + counted(placement_.dropped, "name") + " found no room.";
    }
    if (bare()) return y;
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
  PictureLayout layout_;
  Scene scene_;
  Placement placement_;
  std::string caption_;
};

}  // namespace

ComposedPage compose(const Network& network, const Choice& choice, const DrawingOptions& options) {
  return Page(network, choice, options).compose();
}

}  // namespace summitry::drawing
