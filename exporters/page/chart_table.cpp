// A table for each kind of chart, in the order in which the chart shows it.
#include "exporters/page/chart_table.hpp"

#include <utility>
#include <variant>
#include <vector>

#include "exporters/charts/sheet.hpp"
#include "exporters/report/markdown.hpp"

namespace summitry::page {
namespace {

namespace md = markdown;

using Columns = std::vector<md::TableColumn>;
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

// The whole name where the chart knows whom it shows: its own may be cut.
std::string name_of(const Network& network, const std::string& entity, const std::string& name) {
  const auto index = network.find(entity);
  return md::escaped(index ? network.entity(*index).name : name);
}

Columns with_columns(Columns columns, const std::vector<std::string>& names, bool number) {
  columns.reserve(columns.size() + names.size());
  for (const std::string& name : names) columns.push_back({md::escaped(name), number});
  return columns;
}

struct TableOf {
  const Network& network;

  std::string operator()(const AlluvialChart& chart) const {
    Rows rows;
    for (const AlluvialChart::Column& column : chart.columns) {
      for (const AlluvialChart::Block& block : column.blocks) {
        const bool own = block.group && *block.group < chart.groups.size();
        rows.push_back({md::escaped(column.name), md::escaped(block.name),
                        own ? md::escaped(chart.groups[*block.group]) : "",
                        md::figure(block.size)});
      }
    }
    return md::table({{"Edition", false}, {"Block", false}, {"Colour", false}, {"Size", true}},
                     rows);
  }

  std::string operator()(const ParticipationChart& chart) const {
    Rows rows;
    for (const ParticipationChart::Row& one : chart.rows) {
      Row row = {name_of(network, one.entity, one.name)};
      for (const ParticipationChart::Cell cell : one.cells) row.emplace_back(charts::words(cell));
      rows.push_back(std::move(row));
    }
    return md::table(with_columns({{"Name", false}}, chart.columns, false), rows);
  }

  std::string operator()(const BumpChart& chart) const {
    Rows rows;
    for (const BumpChart::Line& line : chart.lines) {
      Row row = {name_of(network, line.entity, line.name)};
      for (std::size_t c = 0; c < line.ranks.size(); ++c) {
        const bool labelled = c < line.labels.size() && !line.labels[c].empty();
        row.push_back(labelled        ? md::escaped(line.labels[c])
                      : line.ranks[c] ? md::count(*line.ranks[c])
                                      : "");
      }
      rows.push_back(std::move(row));
    }
    return md::table(with_columns({{"Name", false}}, chart.columns, true), rows);
  }

  std::string operator()(const HeatMapChart& chart) const {
    Rows rows;
    for (std::size_t r = 0; r < chart.rows.size(); ++r) {
      Row row = {md::escaped(chart.rows[r])};
      for (const auto& value : chart.values[r]) row.push_back(md::figure(value));
      rows.push_back(std::move(row));
    }
    return md::table(with_columns({{"", false}}, chart.columns, true), rows);
  }

  std::string operator()(const SurvivalChart& chart) const {
    Rows rows;
    for (const SurvivalChart::Curve& curve : chart.curves) {
      for (const SurvivalChart::Step& step : curve.steps) {
        rows.push_back({md::escaped(curve.name), md::figure(step.time), md::count(step.at_risk),
                        md::percent(step.share), md::percent(step.low), md::percent(step.high)});
      }
    }
    return md::table({{"Who", false},
                      {md::capitalised(md::escaped(chart.unit)), true},
                      {"Under observation", true},
                      {"Still there", true},
                      {"95 % from", true},
                      {"to", true}},
                     rows);
  }

  std::string operator()(const ForestChart& chart) const {
    Rows rows;
    for (const ForestChart::Row& row : chart.rows) {
      rows.push_back({md::escaped(row.name), md::figure(row.estimate), md::figure(row.low),
                      md::figure(row.high), md::figure(row.expected), md::escaped(row.note)});
    }
    return md::table({{"Of", false},
                      {md::capitalised(md::escaped(chart.unit)), true},
                      {"From", true},
                      {"to", true},
                      {"By chance", true},
                      {"Test", false}},
                     rows);
  }

  std::string operator()(const LineageChart& chart) const {
    const auto name = [&](std::size_t item) {
      return name_of(network, chart.items[item].entity, chart.items[item].name);
    };
    Rows rows;
    for (const LineageChart::Arc& arc : chart.arcs) {
      rows.push_back(
          {name(arc.from), name(arc.to), md::escaped(arc.type), arc.main_path ? "yes" : "no"});
    }
    return md::table({{"From", false}, {"To", false}, {"Relation", false}, {"Main path", false}},
                     rows);
  }

  std::string operator()(const DegreeChart& chart) const {
    Rows rows;
    for (const DegreeChart::Point& point : chart.points) {
      rows.push_back({md::figure(point.degree), md::figure(point.share)});
    }
    return md::table({{"Degree", true}, {"Share with at least this", true}}, rows);
  }
};

}  // namespace

std::string chart_table(const Network& network, const Chart& chart) {
  return std::visit(TableOf{network}, chart);
}

}  // namespace summitry::page
