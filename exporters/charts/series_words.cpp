#include "exporters/charts/series_words.hpp"

#include <algorithm>
#include <utility>

#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"
#include "exporters/palette.hpp"

namespace summitry::charts {
namespace {

constexpr double kEditionWidth = 170.0;  // of its name, in pixels

SurvivalChart::Curve curve_of(const SurvivalCurve& curve, std::string name) {
  SurvivalChart::Curve out;
  out.name = std::move(name);
  for (const LifeTableRow& row : curve.rows) {
    if (row.events == 0) continue;
    out.steps.push_back({row.time, row.survival, row.lower.value_or(row.survival),
                         row.upper.value_or(row.survival), row.at_risk});
  }
  return out;
}

}  // namespace

std::vector<std::string> edition_names(const Network& network, const Continuity& continuity) {
  std::vector<std::string> names;
  for (const Edition& edition : continuity.editions) {
    names.push_back(drawing::one_line_name(network.entity(edition.summit), 11.5, kEditionWidth));
  }
  return names;
}

std::size_t group_of(std::size_t edition, std::size_t editions) {
  constexpr std::size_t kColours = kEditionPalette.size();
  return editions <= kColours ? edition : edition * kColours / editions;
}

std::vector<std::string> group_names(const std::vector<std::string>& editions) {
  std::vector<std::string> names;
  std::vector<std::string> last;
  for (std::size_t t = 0; t < editions.size(); ++t) {
    if (group_of(t, editions.size()) == names.size()) {
      names.push_back("came first to " + editions[t]);
      last.emplace_back();
    } else {
      last.back() = " to " + editions[t];
    }
  }
  for (std::size_t g = 0; g < names.size(); ++g) names[g] += last[g];
  return names;
}

std::string series_name(const Network& network, const Continuity& continuity) {
  for (const Series& series : network.series()) {
    if (series.id == continuity.series) return drawing::clean(series.name);
  }
  return continuity.series;
}

std::string counted_participants(const Continuity& continuity) {
  std::vector<std::string> kinds;
  for (const std::string& kind : continuity.kinds) kinds.push_back(drawing::heading(kind));
  std::vector<std::string> types;
  for (const std::string& type : continuity.participation) types.push_back(drawing::clean(type));
  return (kinds.empty() ? "Participants" : drawing::listed(kinds)) + " named in the data by " +
         drawing::listed(types) + "; rosters may be incomplete.";
}

ChartText series_text(const Network& network, const Continuity& continuity,
                      const std::string& finding, std::string reading) {
  ChartText text;
  text.title = series_name(network, continuity) + ": " + finding;
  text.reading = std::move(reading);
  text.caption = counted_participants(continuity);
  text.source = drawing::data_line(network.dataset());
  return text;
}

std::vector<SurvivalChart::Curve> survival_curves(const SurvivalCurve& all,
                                                  const std::vector<SurvivalCurve>& by_kind) {
  std::vector<SurvivalChart::Curve> curves = {curve_of(all, "all")};
  for (const SurvivalCurve& kind : by_kind) {
    if (kind.subjects >= kFewest) curves.push_back(curve_of(kind, drawing::heading(kind.name)));
  }
  return curves;
}

double end_of_stays(const Continuity& continuity) {
  return static_cast<double>(std::max<std::size_t>(continuity.editions.size(), 2)) - 0.7;
}

}  // namespace summitry::charts
