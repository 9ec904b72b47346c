#include "exporters/charts/series_words.hpp"

#include <utility>

#include "exporters/drawing/figure.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"
#include "exporters/palette.hpp"

namespace summitry::charts {
namespace {

constexpr double kEditionWidth = 170.0;  // of its name, in pixels

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

}  // namespace summitry::charts
