// The report as Markdown, for people who decide: findings in sentences, tables, methods, sources,
// and what the data cannot say. Every sentence is computed from what is handed over.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/results.hpp"
#include "engine/transitions.hpp"

namespace summitry {

struct ReportFigure {
  std::string file;  // beside the report, such as network.svg
  std::string title;
  std::string caption;  // what is shown and what is left out
};

struct ReportFile {
  std::string file;
  std::string what;
};

// What was computed. Results are of `graph`; what is not there is left out of the report.
struct ReportParts {
  const Graph& graph;
  std::span<const NamedScores> scores = {};  // in the order of the tables
  const NamedPartition* communities = nullptr;
  const Continuity* continuity = nullptr;
  Provenance provenance = {};
  Parameters definitions = {};  // by name of a measure or method: its definition
  std::vector<ReportFigure> figures = {};
  std::vector<ReportFile> files = {};  // written beside the report
};

[[nodiscard]] std::string report_markdown(const Network& network, const ReportParts& parts);

// The report's key findings, a Markdown sentence or two each: who is most central, which communities,
// what continued between the last two editions, who came each time, the hosts, what was taken up and
// who refused. A finding that the data cannot carry is left out.
[[nodiscard]] std::vector<std::string> key_findings(const Network& network,
                                                    const ReportParts& parts);

}  // namespace summitry
