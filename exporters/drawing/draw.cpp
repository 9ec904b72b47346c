// The page: title, columns, marks, labels, legend, caption and source.
#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/number.hpp"
#include "exporters/drawing.hpp"
#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/legend.hpp"
#include "exporters/drawing/placement.hpp"
#include "exporters/drawing/render.hpp"
#include "exporters/drawing/subset.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry {
namespace drawing {
namespace {

constexpr double kPage = 1200.0;  // width in pixels
constexpr double kMargin = 32.0;
constexpr double kPill = 28.0;  // height of an edition's pill
constexpr double kBend = 0.09;  // of an edge's length

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
    const Box field = make_field(y);
    Occupancy taken(field);
    placement_ = figure_.series != nullptr ? place_in_bands(figure_, field, taken)
                                           : place_by_stress(figure_, field, taken);
    if (figure_.series != nullptr) add_columns(y, field);
    add_edges();
    add_marks();
    for (const Label& label : placement_.labels) add_label(label);
    y = add_legend(scene_, figure_, lines_, kMargin, kPage - kMargin, field.bottom + 14.0);
    scene_.height = std::ceil(add_foot(y + 14.0) + kMargin - 8.0);
    scene_.description = caption_;
    if (options_.colours == PictureColours::greyscale) make_grey();
    return std::move(scene_);
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
    return "Read from left to right: who or what has ties to several summits stands at their mean, "
           "in the colour of the first.";
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

  // As high as the marks and labels need.
  [[nodiscard]] Box make_field(double top) const {
    double area = 0.0;
    for (const Pack& pack : figure_.packs) {
      const double r = 16.0 * std::sqrt(static_cast<double>(pack.items.size()));
      area += 110.0 * 20.0 + r * r;
    }
    const double width = kPage - 2 * kMargin;
    const double least = figure_.series != nullptr ? 460.0 : figure_.items.empty() ? 60.0 : 560.0;
    const double height = std::clamp(area / 0.38 / width, least, 900.0);
    const double head = figure_.series != nullptr ? kPill + 36.0 : 4.0;
    return {kMargin, top + head, kPage - kMargin, top + head + height};
  }

  void add_columns(double top, const Box& field) {
    const auto n = static_cast<double>(figure_.series->editions.size());
    const double width = field.width() / n;
    for (std::size_t i = 0; i < figure_.series->editions.size(); ++i) {
      const double left = field.left + width * static_cast<double>(i);
      if (i % 2 == 0) {
        scene_.bands.push_back({{left, top, left + width, field.bottom}, kPanel});
      }
      add_pill(i, {left + width / 2, top + 8.0 + kPill / 2},
               width > 100.0 ? width - 10.0 : width - 4.0);
    }
  }

  // The largest size at which every edition's whole name fits its pill, if there is one.
  [[nodiscard]] double pill_size(double room) const {
    for (const double size : {13.0, 12.5, 12.0, 11.5}) {
      const auto fits = [&](EntityIndex e) {
        return text_width(clean(network_.entity(e).name), size, Weight::bold) <= room;
      };
      const auto& editions = figure_.series->editions;
      if (std::all_of(editions.begin(), editions.end(), fits)) return size;
    }
    return room > 100.0 ? 11.5 : 9.5;
  }

  void add_pill(std::size_t edition, Point at, double room) {
    const Entity& summit = network_.entity(figure_.series->editions[edition]);
    const double padding = room > 100.0 ? 16.0 : 4.0;
    const double size = pill_size(room - padding);
    const std::string name = one_line_name(summit, size, room - padding, Weight::bold);
    const double width = std::min(room, text_width(name, size, Weight::bold) + 28.0);
    const std::size_t groups = std::max<std::size_t>(figure_.groups.size(), 1);
    const bool coloured = options_.communities == nullptr;
    const std::string colour =
        coloured ? figure_.groups[edition * groups / figure_.series->editions.size()].colour
                 : kInk2;
    scene_.marks.push_back(
        {Shape::pill, at, width, kPill, colour, colour, 1.0, clean(summit.name)});
    add_text(at, name, size, Weight::bold, "#ffffff", Anchor::middle);
    add_text({at.x, at.y + kPill / 2 + 11.0}, when_and_where(edition, room), 11.0, Weight::regular,
             kInk3, Anchor::middle);
  }

  [[nodiscard]] std::string hosts(EntityIndex summit) const {
    std::set<std::string> names;
    for (RelationIndex r = 0; r < network_.relation_count(); ++r) {
      const Relation relation = network_.relation(r);
      if (relation.target == summit && relation.type == "hosted" &&
          relation.status == Status::realised && relation.confidence != Confidence::unverified &&
          network_.entity(relation.source).kind == "country") {
        names.insert(clean(network_.entity(relation.source).name));
      }
    }
    return names.empty() ? "" : "host: " + listed({names.begin(), names.end()});
  }

  // As much as there is room for.
  [[nodiscard]] std::string when_and_where(std::size_t edition, double room) const {
    const EntityIndex summit = figure_.series->editions[edition];
    const Interval& active = network_.entity(summit).active;
    const std::string when = days(active);
    const std::string where = hosts(summit);
    const std::string both = when + (when.empty() || where.empty() ? "" : " · ") + where;
    for (const std::string& text : {both, when}) {
      if (text_width(text, 11.0) <= room - 4.0) return text;
    }
    return active.from ? std::to_string(active.from->year) : "";
  }

  [[nodiscard]] std::string name(VertexId v) const {
    const Entity& entity = network_.entity(figure_.items[v].entity);
    return clean(entity.name.empty() ? entity.id : entity.name);
  }

  void add_edges() {
    const std::vector<Edge> edges = figure_.graph->edges();
    for (EdgeId e = 0; e < edges.size(); ++e) add_edge(e, edges[e]);
  }

  void add_edge(EdgeId e, Edge edge) {
    const Point from = figure_.items[edge.source].at;
    const Point to = figure_.items[edge.target].at;
    const Point side{(to.y - from.y) * kBend, (from.x - to.x) * kBend};
    const auto between = [&](double share) {
      return Point{from.x + (to.x - from.x) * share + side.x,
                   from.y + (to.y - from.y) * share + side.y};
    };
    Curve curve{from, between(1.0 / 3), between(2.0 / 3), to, kInk2, 0.8, false, ""};
    std::set<std::string> types;
    bool amount = false;
    for (const RelationIndex r : figure_.graph->relations(e)) {
      const Relation relation = network_.relation(r);
      types.insert(clean(relation.type));
      amount = amount || relation.amount.has_value();
      curve.dashed = curve.dashed || relation.status == Status::declined ||
                     relation.status == Status::withdrawn;
    }
    curve.colour = edge_colour(e) + (curve.dashed ? "e6" : amount ? "90" : opacity());
    curve.width = curve.dashed ? 1.0 : amount ? kAmountWidth : 0.8;
    (curve.dashed ? lines_.declined : amount ? lines_.amount : lines_.plain) = true;
    curve.title = name(edge.source) + ", " + name(edge.target);
    if (!types.empty()) curve.title += ": " + listed({types.begin(), types.end()});
    scene_.curves.push_back(std::move(curve));
  }

  // Few edges can be seen plainly; many must not hide what they join.
  [[nodiscard]] const char* opacity() const {
    const EdgeId m = figure_.graph->edge_count();
    return m < 150 ? "73" : m < 1000 ? "3d" : "1f";
  }

  [[nodiscard]] std::string edge_colour(EdgeId e) const {
    if (figure_.series == nullptr || options_.communities != nullptr) return kInk2;
    const auto edition = first_edition(network_, *figure_.graph, choice_.editions, e);
    if (!edition) return kNoGroup;
    return figure_.groups[*edition * figure_.groups.size() / choice_.editions.count()].colour;
  }

  // Large ones first, so that none is hidden.
  void add_marks() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < figure_.items.size(); ++i) {
      if (!figure_.items[i].edition) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return figure_.items[a].radius > figure_.items[b].radius;
    });
    for (const std::size_t i : order) {
      const Item& item = figure_.items[i];
      Mark mark = mark_of(item, colour_of(figure_, item));
      mark.title = name(static_cast<VertexId>(i)) + ", " + clean(item.kind) + ": " +
                   counted(item.ties, "tie") + " drawn";
      if (item.group) mark.title += "; " + figure_.groups[*item.group].name;
      scene_.marks.push_back(std::move(mark));
    }
  }

  void add_label(const Label& label) {
    const double height = label.box.height() / static_cast<double>(label.lines.size());
    const double x = label.anchor == Anchor::left    ? label.box.left
                     : label.anchor == Anchor::right ? label.box.right
                                                     : (label.box.left + label.box.right) / 2;
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
      const double y = label.box.top + height * (static_cast<double>(i) + 0.5);
      scene_.texts.push_back(
          {{x, y}, label.anchor, label.lines[i], label.size, label.weight, label.colour, true});
    }
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
    for (const std::string& line : wrap(source(), 11.0, kPage - 2 * kMargin)) {
      add_text({kMargin, y + 2.0}, line, 11.0, Weight::regular, kInk3);
      y += 16.0;
    }
    return y;
  }

  [[nodiscard]] std::string source() const {
    const Dataset& dataset = network_.dataset();
    std::string out = "Data: " + clean(dataset.title.empty() ? dataset.name : dataset.title);
    if (!dataset.version.empty()) out += ", version " + clean(dataset.version);
    for (const std::string& licence : dataset.licences) out += ", " + clean(licence);
    return out == "Data: " ? "" : out + '.';
  }

  // The same lightness without the hue.
  static void make_grey(std::string& colour) {
    const auto part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
    if (colour.size() < 7) return;
    const auto grey = static_cast<std::size_t>(
        std::lround(0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)));
    static constexpr std::string_view kDigits = "0123456789abcdef";
    const std::string two{kDigits[grey / 16], kDigits[grey % 16]};
    colour = '#' + two + two + two + colour.substr(7);
  }

  void make_grey() {
    for (Band& band : scene_.bands) make_grey(band.colour);
    for (Curve& curve : scene_.curves) make_grey(curve.colour);
    for (Text& text : scene_.texts) make_grey(text.colour);
    for (Mark& mark : scene_.marks) {
      make_grey(mark.fill);
      make_grey(mark.stroke);
    }
  }

  const Network& network_;
  const Choice& choice_;
  const DrawingOptions& options_;
  Figure figure_;
  Scene scene_;
  Placement placement_;
  Lines lines_;
  std::string caption_;
};

}  // namespace
}  // namespace drawing

Picture draw(const Network& network, const Graph& graph, PictureFormat format,
             const DrawingOptions& options) {
  const drawing::Choice choice = drawing::choose(network, graph, options.subset);
  drawing::Page page(network, choice, options);
  const drawing::Scene scene = page.compose();
  Picture picture;
  picture.bytes = drawing::render(scene, format);
  picture.caption = page.caption();
  picture.entities = choice.subset.graph.vertex_count();
  picture.edges = choice.subset.graph.edge_count();
  picture.labels_dropped = page.placement().dropped;
  return picture;
}

}  // namespace summitry
