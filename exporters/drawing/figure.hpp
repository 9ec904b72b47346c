// Figure: what a picture is about, before anything has a place: items with shape, size and colour,
// packs of items with the same ties, and the names to print.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "exporters/drawing.hpp"
#include "exporters/drawing/scene.hpp"
#include "exporters/drawing/subset.hpp"

namespace summitry::drawing {

// One entity.
struct Item {
  EntityIndex entity = kNone;
  std::string_view kind;
  Shape shape = Shape::circle;
  double radius = 4.0;                 // of the circle that has the mark's area
  double score = 0.0;                  // what its size shows
  std::size_t ties = 0;                // edges drawn at it
  std::optional<std::size_t> group;    // index into Figure::groups; nothing: none of them
  std::optional<std::size_t> edition;  // it is an edition of the series
  std::optional<double> mean;          // mean edition
  Point at;
};

// Items that are placed together: one, or several with exactly the same ties.
struct Pack {
  std::vector<std::size_t> items;
  double radius = 0.0;
  Point at;
};

// What a colour stands for.
struct Group {
  std::string name;
  std::string colour;
  std::size_t count = 0;
};

// What colours tell.
enum class Colours : std::uint8_t { nothing, editions, communities };

struct Label {
  std::size_t item = 0;  // the one it names; of a pack, its first
  std::vector<std::string> lines;
  double size = 11.5;
  Weight weight = Weight::regular;
  std::string colour;
  Box box;  // where it stands
  Anchor anchor = Anchor::left;
};

struct Figure {
  const Network* network = nullptr;
  const Graph* graph = nullptr;    // of what is drawn
  const Series* series = nullptr;  // nothing: none
  std::vector<Item> items;         // by vertex
  std::vector<Pack> packs;         // editions are in none
  std::vector<Group> groups;
  Colours colours = Colours::nothing;
  std::string size_title;  // "Ties", or the title of a score
  double largest_score = 0.0;
  double scale = 1.0;  // of marks, in pictures of very many
};

[[nodiscard]] Figure make_figure(const Network& network, const Choice& choice,
                                 const DrawingOptions& options);

// The group that colours an edition: with more editions than colours, neighbours share one.
[[nodiscard]] std::size_t group_of_edition(const Figure& figure, std::size_t edition);
// "#808080" for 0x80.
[[nodiscard]] std::string grey_colour(std::size_t level);
// The radius that a score gets.
[[nodiscard]] double radius_of(const Figure& figure, double score);
[[nodiscard]] Shape shape_of(std::string_view kind);
// A mark's width and height: shapes of the same radius have about the same area.
[[nodiscard]] Box extent(const Item& item);
// Name of the entity as short as its aliases allow, on one or two lines of at most `width` pixels.
[[nodiscard]] std::vector<std::string> short_name(const Entity& entity, double size, double width,
                                                  Weight weight = Weight::regular);
// The name on one line of at most `width` pixels: whole, up to its first comma
// or bracket, an alias, or cut.
[[nodiscard]] std::string one_line_name(const Entity& entity, double size, double width,
                                        Weight weight = Weight::regular);
// The name of a pack ("31 countries"), or of its only item.
[[nodiscard]] Label label_of(const Figure& figure, const Pack& pack);

}  // namespace summitry::drawing
