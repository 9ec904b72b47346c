#include "exporters/charts/funding.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry {
namespace {

using drawing::counted;

constexpr double kMillion = 1e6;
constexpr double kNameWidth = 240.0;  // the sheet cuts what has less room

using Flows = std::map<std::pair<EntityIndex, EntityIndex>, double>;

// How often each currency is stated, the most frequent first; of equals by code.
std::vector<std::pair<std::string, std::size_t>> currencies(
    const Network& network, std::span<const RelationIndex> relations) {
  std::map<std::string, std::size_t> counts;
  for (const RelationIndex r : relations) {
    const Relation relation = network.relation(r);
    if (relation.amount && *relation.amount > 0.0) ++counts[std::string(relation.currency)];
  }
  std::vector<std::pair<std::string, std::size_t>> order(counts.begin(), counts.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return order;
}

class Funding {
 public:
  Funding(const Network& network, std::span<const RelationIndex> relations, FundingWidth width)
      : network_(network), relations_(relations), width_(width) {
    const auto stated = currencies(network, relations_);
    if (!stated.empty()) currency_ = stated.front().first;
    for (const auto& [code, count] : stated) amounts_ += count;
    if (!stated.empty()) in_currency_ = stated.front().second;
  }

  AlluvialChart make() {
    Flows flows;
    for (const RelationIndex r : relations_) {
      const Relation relation = network_.relation(r);
      const double size = size_of(relation);
      if (size > 0.0) flows[{relation.source, relation.target}] += size;
    }
    AlluvialChart chart;
    chart.unit = width_ == FundingWidth::relations
                     ? "relations"
                     : "million" + (currency_.empty() ? "" : " " + currency_);
    add_side(flows, true, chart);
    add_side(flows, false, chart);
    for (const auto& [ends, size] : flows) {
      chart.flows.push_back({0, place_[0].at(ends.first), place_[1].at(ends.second), size});
    }
    tell(chart);
    return chart;
  }

 private:
  [[nodiscard]] double size_of(const Relation& relation) const {
    if (width_ == FundingWidth::relations) return 1.0;
    if (!relation.amount || relation.currency != currency_) return 0.0;
    return *relation.amount / kMillion;
  }

  // The largest first; of equals by id.
  void add_side(const Flows& flows, bool funders, AlluvialChart& chart) {
    std::map<EntityIndex, double> sizes;
    for (const auto& [ends, size] : flows) sizes[funders ? ends.first : ends.second] += size;
    std::vector<std::pair<EntityIndex, double>> order(sizes.begin(), sizes.end());
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
      return std::tuple(-a.second, network_.entity(a.first).id) <
             std::tuple(-b.second, network_.entity(b.first).id);
    });
    AlluvialChart::Column column;
    column.name = funders ? "Who funds" : "What is funded";
    column.note = drawing::grouped(order.size());
    std::map<EntityIndex, std::size_t>& place = place_[funders ? 0 : 1];
    for (const auto& [entity, size] : order) {
      place[entity] = column.blocks.size();
      column.blocks.push_back({drawing::one_line_name(network_.entity(entity), 11.5, kNameWidth),
                               size, funders ? group(entity, chart) : std::nullopt});
    }
    chart.columns.push_back(std::move(column));
  }

  std::optional<std::size_t> group(EntityIndex entity, AlluvialChart& chart) const {
    const std::string name = drawing::heading(network_.entity(entity).kind);
    const auto found = std::find(chart.groups.begin(), chart.groups.end(), name);
    const auto position = static_cast<std::size_t>(found - chart.groups.begin());
    if (found == chart.groups.end()) chart.groups.push_back(name);
    return position;
  }

  void tell(AlluvialChart& chart) const {
    const bool counts = width_ == FundingWidth::relations;
    const Dataset& dataset = network_.dataset();
    chart.text.title = dataset.title.empty() ? dataset.name : drawing::clean(dataset.title);
    chart.text.title += (chart.text.title.empty() ? "" : ": ") +
                        counted(chart.columns[0].blocks.size(), "funder") + ", " +
                        counted(chart.columns[1].blocks.size(), "recipient");
    chart.text.reading =
        counts ? "A band is as wide as there are funding relations, not as the money."
               : "A band is as wide as the amount stated; the colour is the funder's kind.";
    chart.text.caption = counted(relations_.size(), "funding relation") + ", " +
                         drawing::grouped(amounts_) + " with an amount.";
    if (!counts) {
      chart.text.caption += " Shown: " + drawing::grouped(in_currency_) + " in " +
                            (currency_.empty() ? "no currency" : currency_) +
                            "; amounts of other currencies are left out, not converted. Amounts of "
                            "several sources or stages are added up and may overlap.";
    }
    chart.text.source = drawing::data_line(dataset);
  }

  const Network& network_;
  std::span<const RelationIndex> relations_;
  FundingWidth width_;
  std::string currency_;
  std::size_t amounts_ = 0;                                  // relations that state one
  std::size_t in_currency_ = 0;                              // of these, in currency_
  std::array<std::map<EntityIndex, std::size_t>, 2> place_;  // of funders, of the funded
};

}  // namespace

AlluvialChart funding_flows(const Network& network, std::span<const RelationIndex> relations,
                            FundingWidth width) {
  return Funding(network, relations, width).make();
}

}  // namespace summitry
