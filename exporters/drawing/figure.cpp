// Items, packs and names of a picture, and what their sizes and colours stand for.
#include "exporters/drawing/figure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"
#include "exporters/palette.hpp"

namespace summitry::drawing {
namespace {

constexpr double kSmallest = 3.2;  // radius in pixels of a score of 0
constexpr double kLargest = 13.0;
constexpr double kFullSize = 300.0;         // items from which marks shrink
constexpr std::size_t kPackFrom = 4;        // fewer items with the same ties stand alone
constexpr std::size_t kNeverPacked = 36;    // so many of the highest scores stand alone in any case
constexpr std::size_t kEditionColours = 4;  // of the palette: those that need no name beside them
constexpr std::size_t kDarkest = 0x18;      // grey of the first group
constexpr std::size_t kPalest = 0xb4;       // and of the last

std::size_t group_of(std::size_t edition, std::size_t editions) {
  return editions <= kEditionColours ? edition : edition * kEditionColours / editions;
}

// With more editions than colours, neighbouring editions share one.
std::vector<Group> edition_groups(const Network& network, const Series& series) {
  const std::size_t n = series.editions.size();
  std::vector<Group> groups(std::min(n, kEditionColours));
  std::vector<std::string> last(groups.size());
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t group = group_of(i, n);
    const std::string name = one_line_name(network.entity(series.editions[i]), 12.0, 250.0);
    if (groups[group].name.empty()) groups[group].name = name;
    last[group] = name;
  }
  for (std::size_t group = 0; group < groups.size(); ++group) {
    groups[group].colour = kEditionPalette[group];
    if (last[group] != groups[group].name) groups[group].name += " to " + last[group];
  }
  return groups;
}

// As many greys as groups, the darkest first.
void make_grey(std::vector<Group>& groups) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::size_t last = std::max<std::size_t>(groups.size() - 1, 1);
    groups[i].colour = grey_colour(kDarkest + (kPalest - kDarkest) * i / last);
  }
}

std::vector<Group> community_groups(const NamedPartition& communities) {
  std::vector<Group> groups(
      std::min<std::size_t>(communities.partition.count, kPalette.size() - 1));
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string name =
        i < communities.descriptions.size()
            ? shorten(clean(communities.descriptions[i].name), 12.0, 250.0, Weight::regular)
            : "Community " + std::to_string(i);
    groups[i] = {name, std::string(group_colour(i)), 0};
  }
  return groups;
}

class Maker {
 public:
  Maker(const Network& network, const Choice& choice, const DrawingOptions& options)
      : network_(network), choice_(choice), options_(options) {
    figure_.network = &network;
    figure_.graph = &choice.subset.graph;
    figure_.series = choice.editions.series;
  }

  Figure make() {
    name_groups();
    for (VertexId v = 0; v < figure_.graph->vertex_count(); ++v) add_item(v);
    set_sizes();
    pack_items();
    return std::move(figure_);
  }

 private:
  void name_groups() {
    figure_.size_title =
        options_.subset.rank == nullptr ? "ties drawn" : options_.subset.rank->title;
    if (options_.communities != nullptr) {
      figure_.groups = community_groups(*options_.communities);
      figure_.colours = Colours::communities;
    } else if (figure_.series != nullptr) {
      figure_.groups = edition_groups(network_, *figure_.series);
      figure_.colours = Colours::editions;
    }
    if (options_.colours == PictureColours::greyscale) make_grey(figure_.groups);
  }

  [[nodiscard]] std::optional<std::size_t> group(VertexId whole) const {
    if (options_.communities != nullptr) {
      const std::size_t community = options_.communities->partition.community[whole];
      return community < figure_.groups.size() ? std::optional(community) : std::nullopt;
    }
    const auto& tied = choice_.editions.of[whole];
    if (figure_.series == nullptr || tied.empty()) return std::nullopt;
    return group_of(tied.front(), choice_.editions.count());
  }

  void add_item(VertexId v) {
    const VertexId whole = choice_.subset.vertices[v];
    Item item;
    item.entity = figure_.graph->entity(v);
    item.kind = network_.entity(item.entity).kind;
    item.shape = shape_of(item.kind);
    item.ties = figure_.graph->degree(v);
    item.score = static_cast<double>(item.ties);
    if (options_.subset.rank != nullptr) {
      const double value = options_.subset.rank->scores.values[whole];
      item.score = std::isfinite(value) ? std::max(value, 0.0) : 0.0;
    }
    item.group = group(whole);
    item.mean = choice_.editions.mean(whole);
    if (choice_.editions.is_edition[whole]) {
      item.edition = choice_.editions.of[whole].front();
    } else if (item.group) {
      ++figure_.groups[*item.group].count;
    }
    figure_.items.push_back(item);
  }

  void set_sizes() {
    for (const Item& item : figure_.items) {
      if (!item.edition) figure_.largest_score = std::max(figure_.largest_score, item.score);
    }
    const auto n = static_cast<double>(std::max<std::size_t>(figure_.items.size(), 1));
    figure_.scale = std::clamp(std::sqrt(kFullSize / n), 0.15, 1.0);
    for (Item& item : figure_.items) item.radius = radius_of(figure_, item.score);
  }

  [[nodiscard]] std::vector<std::size_t> by_score() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < figure_.items.size(); ++i) {
      if (!figure_.items[i].edition) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return figure_.items[a].score > figure_.items[b].score;
    });
    return order;
  }

  // Same kind, colour, place and neighbours.
  [[nodiscard]] auto signature(std::size_t i) const {
    const Item& item = figure_.items[i];
    const auto v = static_cast<VertexId>(i);
    std::vector<VertexId> out(figure_.graph->out(v).begin(), figure_.graph->out(v).end());
    std::vector<VertexId> in;
    if (figure_.graph->directed()) {
      in.assign(figure_.graph->in(v).begin(), figure_.graph->in(v).end());
    }
    return std::tuple(item.kind, item.group, item.mean, std::move(out), std::move(in));
  }

  // Packs come by their best item.
  void pack_items() {
    const std::vector<std::size_t> order = by_score();
    std::map<decltype(signature(0)), std::vector<std::size_t>> alike;
    for (std::size_t k = kNeverPacked; k < order.size(); ++k) {
      if (figure_.items[order[k]].ties > 0) alike[signature(order[k])].push_back(order[k]);
    }
    std::vector<bool> done(figure_.items.size(), false);
    for (std::size_t k = 0; k < order.size(); ++k) {
      const std::size_t i = order[k];
      if (done[i]) continue;
      Pack pack{{i}, figure_.items[i].radius, {}};
      const auto found = k < kNeverPacked ? alike.end() : alike.find(signature(i));
      if (found != alike.end() && found->second.size() >= kPackFrom) pack.items = found->second;
      for (const std::size_t member : pack.items) done[member] = true;
      figure_.packs.push_back(std::move(pack));
    }
  }

  const Network& network_;
  const Choice& choice_;
  const DrawingOptions& options_;
  Figure figure_;
};

// The longest alias that still fits says most.
std::string_view fitting_alias(const Entity& entity, double size, double width, Weight weight) {
  std::string_view best;
  double widest = 0.0;
  for (const std::string& alias : entity.aliases) {
    const double wide = text_width(alias, size, weight);
    if (alias.size() < 3 || wide > width || wide <= widest) continue;
    widest = wide;
    best = alias;
  }
  return best;
}

std::string name_of(const Entity& entity) {
  return clean(entity.name.empty() ? entity.id : entity.name);
}

// A line cut short should not end in "for the".
std::string without_loose_end(std::string line) {
  for (std::size_t space = line.rfind(' '); space != std::string::npos; space = line.rfind(' ')) {
    const char first = line[space + 1];
    if (first < 'a' || first > 'z') break;
    line.resize(space);
  }
  return line;
}

}  // namespace

Figure make_figure(const Network& network, const Choice& choice, const DrawingOptions& options) {
  return Maker(network, choice, options).make();
}

std::size_t group_of_edition(const Figure& figure, std::size_t edition) {
  return group_of(edition, figure.series->editions.size());
}

std::string grey_colour(std::size_t level) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  const std::string two{kDigits[level / 16], kDigits[level % 16]};
  return '#' + two + two + two;
}

double radius_of(const Figure& figure, double score) {
  if (figure.largest_score <= 0.0) return figure.scale * (kSmallest + 1.0);
  const double share = std::sqrt(score / figure.largest_score);
  return figure.scale * (kSmallest + (kLargest - kSmallest) * share);
}

Shape shape_of(std::string_view kind) {
  static constexpr std::array<std::pair<std::string_view, Shape>, 6> kShapes = {
      {{"country", Shape::circle},
       {"organisation", Shape::square},
       {"document", Shape::triangle},
       {"initiative", Shape::diamond},
       {"summit", Shape::pill},
       {"person", Shape::ring}}};
  for (const auto& [name, shape] : kShapes) {
    if (name == kind) return shape;
  }
  return Shape::hexagon;
}

Box extent(const Item& item) {
  const double r = item.radius;
  switch (item.shape) {
    case Shape::circle:
    case Shape::ring:
      return {-r, -r, r, r};
    case Shape::square:
      return {-0.89 * r, -0.89 * r, 0.89 * r, 0.89 * r};
    case Shape::triangle:
      return {-1.2 * r, -1.1 * r, 1.2 * r, 1.1 * r};
    case Shape::diamond:
      return {-1.25 * r, -1.25 * r, 1.25 * r, 1.25 * r};
    case Shape::hexagon:
      return {-1.1 * r, -0.95 * r, 1.1 * r, 0.95 * r};
    case Shape::pill:
      return {-1.4 * r, -0.8 * r, 1.4 * r, 0.8 * r};
  }
  return {-r, -r, r, r};
}

std::vector<std::string> short_name(const Entity& entity, double size, double width,
                                    Weight weight) {
  const std::string name = name_of(entity);
  if (text_width(name, size, weight) <= width) return {name};
  std::vector<std::string> lines = wrap(name, size, width, weight);
  if (lines.size() > 2) {
    const std::string_view alias = fitting_alias(entity, size, width, weight);
    if (!alias.empty()) return {clean(alias)};
    std::string rest = without_loose_end(lines[1]) + " …";
    lines = {lines[0], std::move(rest)};
  }
  for (std::string& line : lines) line = shorten(line, size, width, weight);
  return lines;
}

std::string one_line_name(const Entity& entity, double size, double width, Weight weight) {
  std::string name = name_of(entity);
  if (text_width(name, size, weight) <= width) return name;
  const std::string head = name.substr(0, std::min(name.find_first_of(",(:;"), name.size()));
  if (head != name && !head.empty() && text_width(head, size, weight) <= width) return clean(head);
  const std::string_view alias = fitting_alias(entity, size, width, weight);
  return alias.empty() ? shorten(name, size, width, weight) : clean(alias);
}

Label label_of(const Figure& figure, const Pack& pack) {
  Label label;
  label.item = pack.items.front();
  const Item& item = figure.items[label.item];
  if (pack.items.size() > 1) {
    label.lines = {counted(pack.items.size(), item.kind)};
    label.size = 11.0;
    label.colour = "#5d6a79";
    return label;
  }
  const bool strong = item.ties > 0 && (item.kind == "document" || item.kind == "initiative");
  label.weight = strong ? Weight::bold : Weight::regular;
  label.size = strong ? 12.0 : 11.5;
  label.colour = "#17212c";
  label.lines = short_name(figure.network->entity(item.entity), label.size, 165.0, label.weight);
  return label;
}

}  // namespace summitry::drawing
