// A page of the example, and its data read back.
#pragma once

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "exporters/page.hpp"
#include "tests/exporters/example.hpp"

namespace summitry::testing {

// What was computed of the example.
struct PageExample {
  Network network = example::network();
  Graph graph = example::graph(network);
  std::vector<NamedScores> scores = example::scores(graph);
  NamedPartition communities = example::communities(graph);
  Continuity continuity = example::continuity(network);

  [[nodiscard]] std::string html() const {
    const ReportParts parts{.graph = graph,
                            .scores = scores,
                            .communities = &communities,
                            .continuity = &continuity,
                            .provenance = example::provenance(),
                            .files = {{"metrics.csv", "every measure"}}};
    return page_html(network, parts, {.scores = scores});
  }
};

// A Network alone, nothing computed.
[[nodiscard]] inline std::string plain_page(const Network& network) {
  const Graph graph = select(network);
  return page_html(network, {.graph = graph});
}

[[nodiscard]] inline nlohmann::json data_of(const std::string& html) {
  const std::string start = "<script type=\"application/json\" id=\"data\">";
  const std::size_t begin = html.find(start) + start.size();
  return nlohmann::json::parse(html.substr(begin, html.find("</script>", begin) - begin));
}

// The page without its data and script.
[[nodiscard]] inline std::string markup_of(const std::string& html) {
  return html.substr(0, html.find("<script type=\"application/json\""));
}

// What the group catches, in order.
[[nodiscard]] inline std::vector<std::string> all_matches(const std::string& text,
                                                          const std::string& pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (auto one = std::sregex_iterator(text.begin(), text.end(), expression);
       one != std::sregex_iterator(); ++one) {
    found.push_back((*one)[1]);
  }
  return found;
}

}  // namespace summitry::testing
