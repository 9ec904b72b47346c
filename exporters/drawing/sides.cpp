// Placement of two-mode data: the two kinds face one another in columns, ordered so that few ties cross.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exporters/drawing/placement.hpp"

namespace summitry::drawing {
namespace {

constexpr double kRow = 17.0;  // pixels a name needs
constexpr double kInset =
    0.3;  // of the field's width, left of the first column and right of the second
constexpr std::size_t kMost = 60;  // packs of a side that can be read
constexpr int kSweeps = 24;

double radius_of_pack(const Figure& figure, const Pack& pack) {
  double largest = 0.0;
  for (const std::size_t i : pack.items) largest = std::max(largest, figure.items[i].radius);
  return sunflower_radius(pack.items.size(), largest);
}

double height_of(const Figure& figure, const Pack& pack) {
  return std::max(kRow, 2.0 * radius_of_pack(figure, pack) + 4.0);
}

class Sides {
 public:
  explicit Sides(Figure& figure) : figure_(figure), near_(figure.packs.size()) {
    for (const auto& [a, b] : pack_edges(figure)) {
      near_[a].push_back(b);
      near_[b].push_back(a);
    }
    const std::string_view first = figure.items[figure.packs.front().items.front()].kind;
    for (std::size_t p = 0; p < figure.packs.size(); ++p) {
      const bool left = figure.items[figure.packs[p].items.front()].kind == first;
      side_[left ? 0 : 1].push_back(p);
    }
    if (side_[0].size() < side_[1].size()) std::swap(side_[0], side_[1]);
  }

  void place(const Box& field) {
    order();
    for (const std::size_t s : {std::size_t{0}, std::size_t{1}}) {
      double whole = 0.0;
      for (const std::size_t p : side_[s]) whole += height_of(figure_, figure_.packs[p]);
      const double stretch = whole > 0.0 ? field.height() / whole : 1.0;
      const double share = s == 0 ? kInset : 1.0 - kInset;
      double y = field.top;
      for (const std::size_t p : side_[s]) {
        const double height = stretch * height_of(figure_, figure_.packs[p]);
        put(figure_, figure_.packs[p], {field.left + share * field.width(), y + height / 2});
        y += height;
      }
    }
  }

  [[nodiscard]] Label name(std::size_t side, std::size_t p) const {
    const Pack& pack = figure_.packs[p];
    Label label = label_of(figure_, pack);
    if (pack.items.size() == 1) {
      const Entity& entity = figure_.network->entity(figure_.items[pack.items.front()].entity);
      label.lines = {one_line_name(entity, label.size, kLongest, label.weight)};
    }
    const double radius = radius_of_pack(figure_, pack);
    const Box mark{pack.at.x - radius, pack.at.y - radius, pack.at.x + radius, pack.at.y + radius};
    return candidates(label, mark, 5.0)[side == 0 ? 1 : 0];
  }

  [[nodiscard]] const std::vector<std::size_t>& packs(std::size_t side) const {
    return side_[side];
  }

 private:
  static constexpr double kLongest = 300.0;  // of a name, in pixels

  // Each side in turn by the mean place of its neighbours, until nothing moves any more.
  void order() {
    std::vector<double> place(near_.size(), 0.0);
    const auto number = [&](const std::vector<std::size_t>& side) {
      for (std::size_t k = 0; k < side.size(); ++k) place[side[k]] = static_cast<double>(k);
    };
    number(side_[0]);
    number(side_[1]);
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      std::vector<std::size_t>& side = side_[sweep % 2 == 0 ? 1 : 0];
      const std::vector<std::size_t> before = side;
      std::vector<double> mean(near_.size(), 1e9);  // without ties: at the foot
      for (const std::size_t p : side) {
        if (near_[p].empty()) continue;
        double sum = 0.0;
        for (const std::size_t q : near_[p]) sum += place[q];
        mean[p] = sum / static_cast<double>(near_[p].size());
      }
      std::stable_sort(side.begin(), side.end(),
                       [&](std::size_t a, std::size_t b) { return mean[a] < mean[b]; });
      number(side);
      if (sweep > 1 && side == before) break;
    }
  }

  Figure& figure_;
  std::vector<std::vector<std::size_t>> near_;  // by pack
  std::array<std::vector<std::size_t>, 2> side_;
};

}  // namespace

bool is_two_mode(const Figure& figure) {
  std::set<std::string_view> kinds;
  for (const Item& item : figure.items) kinds.insert(item.kind);
  const std::vector<Edge> edges = figure.graph->edges();
  return kinds.size() == 2 && !edges.empty() &&
         std::all_of(edges.begin(), edges.end(), [&](const Edge& edge) {
           return figure.items[edge.source].kind != figure.items[edge.target].kind;
         });
}

bool fits_in_sides(const Figure& figure) {
  if (!is_two_mode(figure)) return false;
  const std::string_view first = figure.items.front().kind;
  const auto here = static_cast<std::size_t>(std::count_if(
      figure.packs.begin(), figure.packs.end(),
      [&](const Pack& pack) { return figure.items[pack.items.front()].kind == first; }));
  return here <= kMost && figure.packs.size() - here <= kMost;
}

double height_of_sides(const Figure& figure) {
  double first = 0.0;
  double second = 0.0;
  for (const Pack& pack : figure.packs) {
    const bool left =
        figure.items[pack.items.front()].kind == figure.items[figure.packs[0].items[0]].kind;
    (left ? first : second) += height_of(figure, pack);
  }
  return std::max(first, second);
}

Placement place_in_sides(Figure& figure, const Box& field, Occupancy& taken) {
  Sides sides(figure);
  sides.place(field);
  Placement placement;
  for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
    for (const std::size_t p : sides.packs(side)) {
      Label label = sides.name(side, p);
      if (!taken.is_free(label.box)) {
        ++placement.dropped;
        continue;
      }
      taken.take(label.box);
      placement.labels.push_back(std::move(label));
    }
  }
  return placement;
}

}  // namespace summitry::drawing
