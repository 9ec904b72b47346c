// Participation matrix: a row an entity, a column an edition, a sign for what is recorded.
#include <algorithm>

#include "exporters/charts/sheet.hpp"
#include "exporters/drawing/text.hpp"

namespace summitry::charts {
namespace {

using Cell = ParticipationChart::Cell;
using drawing::Shape;

constexpr double kRow = 16.0;
constexpr double kNames = 230.0;
constexpr double kColumn = 118.0;  // at most
constexpr double kHead = 54.0;
constexpr double kGutter = 24.0;  // between halves

class Participation {
 public:
  explicit Participation(const ParticipationChart& chart) : chart_(chart), sheet_(chart.text) {}

  Scene compose() {
    for (const auto& row : chart_.rows) {
      require(row.cells.size() == chart_.columns.size(), "participation chart",
              "every row must have a cell for each column");
    }
    // Long lists of few columns stand in two halves beside one another.
    const bool halves = chart_.rows.size() > 24 && chart_.columns.size() <= 5;
    const std::size_t first = halves ? (chart_.rows.size() + 1) / 2 : chart_.rows.size();
    const double whole = Sheet::right() - Sheet::left();
    width_ = halves ? (whole - kGutter) / 2 : whole;
    names_ = std::min(kNames, width_ / 2);
    add(0, first, Sheet::left());
    if (halves) add(first, chart_.rows.size(), Sheet::left() + width_ + kGutter);
    const double bottom = sheet_.top() + kHead + kRow * static_cast<double>(first) + 12.0;
    return sheet_.finish(sheet_.key(add_signs(bottom), chart_.groups));
  }

 private:
  [[nodiscard]] double step() const {
    const double columns = std::max(static_cast<double>(chart_.columns.size()), 1.0);
    return std::min(kColumn, (width_ - names_) / columns);
  }
  [[nodiscard]] double cell_x(double left, std::size_t column) const {
    return left + names_ + step() * (static_cast<double>(column) + 0.5);
  }

  void add(std::size_t begin, std::size_t end, double left) {
    for (std::size_t c = 0; c < chart_.columns.size(); ++c) {
      sheet_.heading({cell_x(left, c), sheet_.top() + kHead - 16.0}, chart_.columns[c],
                     step() - 4.0);
    }
    double y = sheet_.top() + kHead;
    const double right = left + names_ + step() * static_cast<double>(chart_.columns.size());
    for (std::size_t r = begin; r < end; ++r, y += kRow) {
      if ((r - begin) % 2 == 1) {
        sheet_.scene().bands.push_back(
            {{left, y - kRow / 2, right, y + kRow / 2}, drawing::kPanel});
      }
      const auto& row = chart_.rows[r];
      sheet_.write_name({left, y}, row.name, row.entity, Anchor::left, names_ - 8.0, kSmall);
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        add_sign({cell_x(left, c), y}, row.cells[c], colour_of(row.group),
                 row.name + ", " + chart_.columns[c] + ": " + words(row.cells[c]));
      }
    }
  }

  void add_sign(Point at, Cell cell, const std::string& colour, const std::string& title) {
    if (cell == Cell::declined) {
      sheet_.write(at, "×", Anchor::middle, kRow, 15.0, Weight::bold);
      return;
    }
    if (cell == Cell::nothing) {
      sheet_.scene().marks.push_back(
          {Shape::circle, at, 2.0, 2.0, drawing::kNoGroup, drawing::kNoGroup, 0.0, title});
      return;
    }
    const bool full = cell == Cell::signed_text;
    const bool crossed = cell == Cell::took_part_declined;
    const double size = crossed ? 13.0 : 9.0;
    sheet_.scene().marks.push_back(
        {Shape::circle, at, size, size, full ? colour : "#ffffff", colour, 1.6, title});
    if (crossed) sheet_.write(at, "×", Anchor::middle, kRow, 11.0, Weight::bold);
  }

  // What the signs mean, in one line.
  double add_signs(double y) {
    double x = Sheet::left() + 6.0;
    for (const Cell cell : {Cell::signed_text, Cell::took_part, Cell::took_part_declined,
                            Cell::declined, Cell::nothing}) {
      add_sign({x, y}, cell, drawing::kInk2, words(cell));
      sheet_.write({x + 11.0, y}, words(cell), Anchor::left, 220.0, kSmall, Weight::regular,
                   drawing::kInk2);
      x += 40.0 + drawing::text_width(words(cell), kSmall);
    }
    return y + 12.0;
  }

  const ParticipationChart& chart_;
  Sheet sheet_;
  double width_ = 0.0;
  double names_ = 0.0;
};

}  // namespace

const char* words(ParticipationChart::Cell cell) {
  switch (cell) {
    case Cell::signed_text:
      return "signed";
    case Cell::took_part:
      return "took part";
    case Cell::declined:
      return "declined";
    case Cell::took_part_declined:
      return "took part, declined to sign";
    case Cell::nothing:
      break;
  }
  return "nothing recorded";
}

Scene compose(const ParticipationChart& chart) {
  return Participation(chart).compose();
}

}  // namespace summitry::charts
