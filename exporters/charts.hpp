// Charts: what a series or a network shows that is not a picture of its ties. Plain data in, a picture
// out; an exporter knows no algorithm, so whoever has the figures fills in the chart.
//
// All share one frame: title, a line that says how to read it, the plot, a key of its colours, a
// caption and the source; texts that are empty take no room. Long texts are cut or wrapped to fit; none overlaps another. Groups are
// numbered from 0 and coloured in that order; the ninth and later share a grey.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "exporters/drawing.hpp"

namespace summitry {

struct ChartText {
  std::string title;
  std::string reading;  // how to read it
  std::string caption;  // what is counted, what is left out
  std::string source;
};

// How groups keep or lose their members from column to column: a block for each group in each column,
// as high as its size, and flows between neighbouring columns.
struct AlluvialChart {
  struct Block {
    std::string name;
    double size = 0.0;                 // > 0
    std::optional<std::size_t> group;  // its colour; nothing: grey, for those who are not there
  };
  struct Column {
    std::string name;
    std::string note;  // under the name
    std::vector<Block> blocks;
  };
  struct Flow {
    std::size_t column = 0;  // from this one to the next
    std::size_t from = 0;    // a block there
    std::size_t to = 0;      // a block of the next
    double size = 0.0;       // > 0; all flows at a block together no more than the block
  };
  ChartText text;
  std::vector<Column> columns;
  std::vector<Flow> flows;
  std::vector<std::string> groups;  // names for the key, by group; none: no key
  std::string unit;                 // "participants"
};

// Who was where: a row for each, a column for each edition.
struct ParticipationChart {
  // The fourth: there, but not willing to sign.
  enum class Cell : std::uint8_t { nothing, declined, took_part, took_part_declined, signed_text };
  struct Row {
    std::string name;
    std::optional<std::size_t> group;
    std::vector<Cell> cells;  // one a column
    std::string entity = {};  // the id of whom it shows; "": none
  };
  ChartText text;
  std::vector<std::string> columns;
  std::vector<Row> rows;
  std::vector<std::string> groups;
};

// Ranks over columns, 1 the highest; missing where there is none.
struct BumpChart {
  struct Line {
    std::string name;
    std::size_t group = 0;
    std::vector<std::optional<std::size_t>> ranks;  // one a column, >= 1, no two alike in one
    std::vector<std::string> labels = {};           // what to print for each; none: the rank
    std::string entity = {};                        // the id of whom it shows; "": none
  };
  ChartText text;
  std::vector<std::string> columns;
  std::vector<Line> lines;
  std::size_t depth = 10;  // ranks that the chart shows, >= 1; deeper ones leave at its foot
};

// A quantity between two editions, coloured by its size.
struct HeatMapChart {
  ChartText text;
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  std::vector<std::vector<std::optional<double>>> values;  // by row and column, in [0, 1]
};

// The share still there against time, with its interval.
struct SurvivalChart {
  struct Step {
    double time = 0.0;
    double share = 0.0;  // from this time on, in [0, 1]
    double low = 0.0;
    double high = 0.0;
    std::size_t at_risk = 0;  // just before
  };
  struct Curve {
    std::string name;
    std::vector<Step> steps;  // by time; before the first all are there
  };
  ChartText text;
  std::string unit;    // "editions after the first"
  double until = 0.0;  // where the axis ends
  std::vector<Curve> curves;
};

// An estimate a row, with its interval and what chance alone would give.
struct ForestChart {
  struct Row {
    std::string name;
    double estimate = 0.0;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> expected;  // under the null model
    std::string note;                // printed at the right: "p = 0.03"
  };
  ChartText text;
  std::string unit;  // under the axis
  std::vector<Row> rows;
};

// Who descends from whom, a column for each edition.
struct LineageChart {
  struct Item {
    std::string name;
    std::size_t column = 0;
    std::string kind;  // its shape
    std::optional<std::size_t> group;
    std::string entity = {};  // the id of what it shows; "": none
  };
  struct Arc {
    std::size_t from = 0;  // an item
    std::size_t to = 0;
    std::string type;  // for the title
    bool main_path = false;
  };
  ChartText text;
  std::vector<std::string> columns;
  std::vector<Item> items;
  std::vector<Arc> arcs;
};

// How many have at least a degree, on logarithmic axes, with a fitted tail.
struct DegreeChart {
  struct Point {
    double degree = 0.0;  // > 0
    double share = 0.0;   // with at least this degree, in (0, 1]
  };
  ChartText text;
  std::vector<Point> points;  // by degree
  std::vector<Point> fit;     // a curve of its own; may be empty
};

using Chart = std::variant<AlluvialChart, ParticipationChart, BumpChart, HeatMapChart,
                           SurvivalChart, ForestChart, LineageChart, DegreeChart>;

// Throws InvalidOption for a chart whose parts do not fit one another (a flow to a block that is not
// there, a row with too few cells) and Error when Graphviz cannot render the format.
[[nodiscard]] std::string draw_chart(const Chart& chart, PictureFormat format,
                                     PictureColours colours = PictureColours::full);

}  // namespace summitry
