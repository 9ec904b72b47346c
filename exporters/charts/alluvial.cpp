// Alluvial diagram: blocks stacked in columns, flows between neighbours in the order of the blocks.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/number.hpp"
#include "exporters/charts/sheet.hpp"
#include "exporters/drawing/text.hpp"

namespace summitry::charts {
namespace {

constexpr double kHeight = 380.0;    // of the fullest column, gaps included
constexpr double kTallest = 1000.0;  // where there are many blocks
constexpr double kBlockRoom = 22.0;  // that a block wants for its name, gap included
constexpr double kGap = 7.0;         // between blocks
constexpr double kBlock = 15.0;      // width
constexpr double kNames = 185.0;     // room for names at the right
constexpr double kHead = 54.0;
constexpr double kRoom = 50.0;  // below it names of blocks and notes are left out

using Column = AlluvialChart::Column;

double height_of(const AlluvialChart& chart) {
  std::size_t most = 0;
  for (const Column& column : chart.columns) most = std::max(most, column.blocks.size());
  return std::clamp(kBlockRoom * static_cast<double>(most), kHeight, kTallest);
}

std::string figure_of(double size) {
  return rounded(size, size == std::floor(size) ? 0 : 1);
}

double total(const Column& column) {
  double sum = 0.0;
  for (const auto& block : column.blocks) sum += block.size;
  return sum;
}

void check(const AlluvialChart& chart) {
  const auto need = [](bool holds, std::string_view rule) {
    require(holds, "alluvial chart", rule);
  };
  for (const Column& column : chart.columns) {
    for (const auto& block : column.blocks) need(block.size > 0.0, "a block's size must be > 0");
  }
  for (const auto& flow : chart.flows) {
    need(flow.column + 1 < chart.columns.size(), "a flow must lead to a column");
    need(flow.from < chart.columns[flow.column].blocks.size() &&
             flow.to < chart.columns[flow.column + 1].blocks.size(),
         "a flow must join two blocks");
    need(flow.size > 0.0, "a flow's size must be > 0");
  }
}

class Alluvial {
 public:
  explicit Alluvial(const AlluvialChart& chart) : chart_(chart), sheet_(chart.text) {}

  Scene compose() {
    check(chart_);
    place();
    add_flows();
    for (std::size_t c = 0; c < chart_.columns.size(); ++c) add_column(c);
    return sheet_.finish(sheet_.key(foot_ + 14.0, chart_.groups));
  }

 private:
  // One scale for all columns: sizes can be compared across them.
  void place() {
    double scale = 1e300;
    const double height = height_of(chart_);
    for (const Column& column : chart_.columns) {
      if (column.blocks.empty()) continue;
      const double gaps = kGap * static_cast<double>(column.blocks.size() - 1);
      scale = std::min(scale, std::max(height - gaps, height / 4) / total(column));
    }
    scale_ = scale;
    foot_ = sheet_.top() + kHead + height;
    for (const Column& column : chart_.columns) {
      std::vector<Box> boxes;
      const double x = column_x(tops_.size());
      double y = sheet_.top() + kHead;
      for (const auto& block : column.blocks) {
        boxes.push_back({x, y, x + kBlock, y + scale * block.size});
        y = boxes.back().bottom + kGap;
      }
      foot_ = std::max(foot_, y - kGap);  // many gaps need more than the height
      tops_.push_back(std::move(boxes));
    }
  }

  [[nodiscard]] double column_x(std::size_t column) const {
    const double width = Sheet::right() - Sheet::left() - kNames - kBlock;
    const double gaps = std::max(static_cast<double>(chart_.columns.size()) - 1.0, 1.0);
    return Sheet::left() + width * static_cast<double>(column) / gaps;
  }

  // Flows leave a block in the order of where they go and arrive in the order of where they come
  // from, so that they cross as little as the order of blocks allows.
  void add_flows() {
    std::vector<std::size_t> order(chart_.flows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t f) {
      const auto& flow = chart_.flows[f];
      return std::tuple(flow.column, flow.from, flow.to);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    std::vector<std::vector<double>> left(tops_.size());
    std::vector<std::vector<double>> arrived(tops_.size());
    for (std::size_t c = 0; c < tops_.size(); ++c) {
      left[c].resize(tops_[c].size());
      arrived[c].resize(tops_[c].size());
    }
    for (const std::size_t f : order) {
      const auto& flow = chart_.flows[f];
      const Box& from = tops_[flow.column][flow.from];
      const Box& to = tops_[flow.column + 1][flow.to];
      double& out = left[flow.column][flow.from];
      double& in = arrived[flow.column + 1][flow.to];
      const double height = scale_ * flow.size;
      add_flow(flow, {from.right, from.top + out}, {to.left, to.top + in}, height);
      out += height;
      in += height;
    }
  }

  void add_flow(const AlluvialChart::Flow& flow, Point from, Point to, double height) {
    Outline outline(from);
    outline.flow_to(to)
        .line_to({to.x, to.y + height})
        .flow_to({from.x, from.y + height})
        .line_to(from);
    const auto& source = chart_.columns[flow.column].blocks[flow.from];
    const auto& target = chart_.columns[flow.column + 1].blocks[flow.to];
    const bool seen = source.group && target.group;
    sheet_.scene().areas.push_back(
        {outline.take(),
         paler(colour_of(source.group ? source.group : target.group), seen ? "66" : "2e"),
         chart_.columns[flow.column].name + ", " + source.name + " to " +
             chart_.columns[flow.column + 1].name + ", " + target.name + ": " +
             figure_of(flow.size) + ' ' + chart_.unit});
  }

  void add_column(std::size_t c) {
    const Column& column = chart_.columns[c];
    const bool last = c + 1 == chart_.columns.size();
    const double room = last ? kNames + kBlock : column_x(1) - column_x(0) - 8.0;
    sheet_.heading({column_x(c), sheet_.top() + 20.0}, column.name, room, Anchor::left);
    if (room >= kRoom) {
      sheet_.write({column_x(c), sheet_.top() + 36.0}, column.note, Anchor::left, room, kSmall,
                   Weight::regular, drawing::kInk2);
    }
    for (std::size_t b = 0; b < column.blocks.size(); ++b) add_block(c, b, room);
  }

  void add_block(std::size_t c, std::size_t b, double room) {
    const auto& block = chart_.columns[c].blocks[b];
    const Box& box = tops_[c][b];
    const std::string count = figure_of(block.size);
    sheet_.box(box, block.group ? colour_of(block.group) : paler(colour_of({}), "70"),
               chart_.columns[c].name + ", " + block.name + ": " + count + ' ' + chart_.unit);
    const double width = room - kBlock - 6.0;
    if (box.height() < kSmall || width < kRoom) return;
    sheet_.write({box.right + 5.0, (box.top + box.bottom) / 2}, count + "  " + block.name,
                 Anchor::left, width, kSmall);
    sheet_.scene().texts.back().halo = true;
  }

  const AlluvialChart& chart_;
  Sheet sheet_;
  double scale_ = 1.0;
  double foot_ = 0.0;                   // of the fullest column
  std::vector<std::vector<Box>> tops_;  // by column and block
};

}  // namespace

Scene compose(const AlluvialChart& chart) {
  return Alluvial(chart).compose();
}

}  // namespace summitry::charts
