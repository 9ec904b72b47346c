// Bump chart: a line an entity, its rank at each edition.
#include <algorithm>

#include "exporters/charts/sheet.hpp"
#include "exporters/drawing/text.hpp"

namespace summitry::charts {
namespace {

using drawing::Shape;

constexpr double kRow = 26.0;
constexpr double kNames = 190.0;
constexpr double kHead = 40.0;
constexpr double kDisc = 19.0;

class Bump {
 public:
  explicit Bump(const BumpChart& chart) : chart_(chart), sheet_(chart.text) {}

  Scene compose() {
    require(chart_.depth >= 1, "bump chart", "the depth must be at least 1");
    for (const auto& line : chart_.lines) {
      require(line.ranks.size() == chart_.columns.size(), "bump chart",
              "every line must have a rank, or none, for each column");
      require(line.labels.empty() || line.labels.size() == line.ranks.size(), "bump chart",
              "every line must have a label for each rank, or none at all");
    }
    for (std::size_t c = 0; c < chart_.columns.size(); ++c) check_ranks(c);
    for (std::size_t c = 0; c < chart_.columns.size(); ++c) {
      sheet_.heading({column_x(c), sheet_.top() + 20.0}, chart_.columns[c], step() - 10.0);
    }
    for (const auto& line : chart_.lines) add_line(line);
    for (const auto& line : chart_.lines) add_discs(line);
    return sheet_.finish(rank_y(chart_.depth + 1) + 6.0);
  }

 private:
  void check_ranks(std::size_t column) const {
    std::vector<bool> taken(chart_.depth + 1, false);
    for (const auto& line : chart_.lines) {
      const auto& rank = line.ranks[column];
      require(!rank || *rank >= 1, "bump chart", "ranks begin at 1");
      if (!shown(rank)) continue;
      require(!taken[*rank], "bump chart", "no two lines may share a rank");
      taken[*rank] = true;
    }
  }
  [[nodiscard]] double step() const {
    const double gaps = std::max(static_cast<double>(chart_.columns.size()) - 1.0, 1.0);
    return (Sheet::right() - Sheet::left() - 2 * kNames) / gaps;
  }
  [[nodiscard]] double column_x(std::size_t c) const {
    return Sheet::left() + kNames + step() * static_cast<double>(c);
  }
  [[nodiscard]] double rank_y(std::size_t rank) const {
    return sheet_.top() + kHead + kRow * static_cast<double>(std::min(rank, chart_.depth + 1)) -
           8.0;
  }
  // Smaller where columns are many.
  [[nodiscard]] double disc() const { return std::min(kDisc, 0.8 * step()); }
  [[nodiscard]] bool shown(const std::optional<std::size_t>& rank) const {
    return rank && *rank <= chart_.depth;
  }

  // From one edition to the next; what leaves the ranks shown fades to the foot.
  void add_line(const BumpChart::Line& line) {
    for (std::size_t c = 0; c + 1 < line.ranks.size(); ++c) {
      if (!line.ranks[c] || !line.ranks[c + 1]) continue;
      if (!shown(line.ranks[c]) && !shown(line.ranks[c + 1])) continue;
      const bool whole = shown(line.ranks[c]) && shown(line.ranks[c + 1]);
      const Point from{column_x(c), rank_y(*line.ranks[c])};
      const Point to{column_x(c + 1), rank_y(*line.ranks[c + 1])};
      const double middle = (from.x + to.x) / 2;
      sheet_.scene().curves.push_back({from,
                                       {middle, from.y},
                                       {middle, to.y},
                                       to,
                                       paler(colour_of(line.group), whole ? "c8" : "50"),
                                       whole ? 3.0 : 1.5,
                                       drawing::Stroke::solid,
                                       line.name});
    }
  }

  static std::string label(const BumpChart::Line& line, std::size_t column) {
    return line.labels.empty() ? std::to_string(*line.ranks[column]) : line.labels[column];
  }

  void add_discs(const BumpChart::Line& line) {
    std::optional<std::size_t> first;
    std::size_t last = 0;
    for (std::size_t c = 0; c < line.ranks.size(); ++c) {
      if (!shown(line.ranks[c])) continue;
      if (!first) first = c;
      last = c;
      const std::string colour = colour_of(line.group);
      const Point at{column_x(c), rank_y(*line.ranks[c])};
      sheet_.scene().marks.push_back(
          {Shape::circle, at, disc(), disc(), colour, "#ffffff", 1.2,
           line.name + ", " + chart_.columns[c] + ": rank " + label(line, c)});
      sheet_.write(at, label(line, c), Anchor::middle, disc() + 4.0, 10.0, Weight::bold, "#ffffff");
    }
    if (!first) return;
    if (last + 1 == line.ranks.size()) {
      name(line, {column_x(last) + kDisc, rank_y(*line.ranks[last])}, Anchor::left);
    }
    if (*first == 0) {
      name(line, {column_x(0) - kDisc, rank_y(*line.ranks[0])}, Anchor::right);
    }
    if (last + 1 != line.ranks.size() && *first != 0 && step() > 4.0 * kDisc) {
      const Point at{column_x(last) + kDisc, rank_y(*line.ranks[last])};
      sheet_.write_name(at, line.name, line.entity, Anchor::left, step() - 2.5 * kDisc, kSmall);
      sheet_.scene().texts.back().halo = true;
    }
  }

  void name(const BumpChart::Line& line, Point at, Anchor anchor) {
    sheet_.write_name(at, line.name, line.entity, anchor, kNames - kDisc - 4.0);
  }

  const BumpChart& chart_;
  Sheet sheet_;
};

}  // namespace

Scene compose(const BumpChart& chart) {
  return Bump(chart).compose();
}

}  // namespace summitry::charts
