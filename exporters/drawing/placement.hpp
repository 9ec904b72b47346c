// Where everything stands: items and packs of a Figure, and the labels that find room.
#pragma once

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/occupancy.hpp"
#include "exporters/drawing/scene.hpp"

namespace summitry::drawing {

struct Placement {
  std::vector<Label> labels;
  std::size_t dropped = 0;  // labels that found no room
};

// Editions as columns of `field`, left to right: x is the mean of the editions, y keeps neighbours
// near. Marks and their labels take their room together, so that few labels are lost. `taken` holds
// what stands there already.
[[nodiscard]] Placement place_in_bands(Figure& figure, const Box& field, Occupancy& taken);

// By Graphviz: stress, or sfdp, by itself from 300 entities on; labels go where there is room.
[[nodiscard]] Placement place_by_stress(Figure& figure, const Box& field, Occupancy& taken,
                                        PictureLayout layout = PictureLayout::automatic);

// Whether every tie joins two kinds, of two in all; and whether both kinds are few enough to be read
// in columns.
[[nodiscard]] bool is_two_mode(const Figure& figure);
[[nodiscard]] bool fits_in_sides(const Figure& figure);

// Two-mode data: the more numerous kind in a column at the left, the other at the right, ordered so
// that few ties cross (each side in turn by the mean place of its neighbours: Sugiyama, Tagawa & Toda
// 1981, doi:10.1109/TSMC.1981.4308636). Names stand outside.
[[nodiscard]] Placement place_in_sides(Figure& figure, const Box& field, Occupancy& taken);
// What its names need.
[[nodiscard]] double height_of_sides(const Figure& figure);

// x of the middle of a column, and of a mean between columns.
[[nodiscard]] double column_x(const Figure& figure, const Box& field, double mean);

// Whether any edge leads there.
[[nodiscard]] bool is_tied(const Figure& figure, const Pack& pack);

// Positions of packs in the plane by Graphviz (stress; sfdp from 300 on, unless told), in no particular
// unit; packs without edges stay at the origin.
[[nodiscard]] std::vector<Point> positions(const Figure& figure,
                                           PictureLayout layout = PictureLayout::automatic);

// Packs, the lower first, between whose items there are edges.
[[nodiscard]] std::set<std::pair<std::size_t, std::size_t>> pack_edges(const Figure& figure);

// The radius of `count` marks in sunflower order, and the place of the k-th from the middle.
[[nodiscard]] double sunflower_radius(std::size_t count, double radius);
[[nodiscard]] Point sunflower(std::size_t k, double radius);

// Stands the pack there, its items around the place in sunflower order.
void put(Figure& figure, Pack& pack, Point at);

// Boxes that a label may take beside a mark: right, left, below, above.
[[nodiscard]] std::vector<Label> candidates(const Label& label, const Box& mark, double gap);

}  // namespace summitry::drawing
