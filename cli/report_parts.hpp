// All that a report is made of, computed before the first file is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/figures.hpp"
#include "cli/input.hpp"
#include "engine/results.hpp"
#include "engine/transitions.hpp"

namespace summitry::cli {

struct ReportFileBytes {
  std::string name;
  std::string what;  // for the list of files
  std::string bytes;
};

struct ReportResults {
  std::vector<NamedScores> scores;
  std::optional<NamedPartition> communities;
  std::optional<Continuity> continuity;
};

// A report is about who acts: unless told otherwise it leaves out memberships of standing bodies,
// relations that only say that a text mentions somebody, and entities without a relation.
[[nodiscard]] Arguments with_report_defaults(Arguments arguments, const Network& network);

// The measures of a report unless others are asked for: every one that takes seconds, not minutes.
[[nodiscard]] MeasureChoice report_measures(const Arguments& arguments);

[[nodiscard]] ReportResults compute_results(const Arguments& arguments, const MeasureChoice& choice,
                                            const Subject& subject, Console& console);

// Every file of the report, report.html first.
[[nodiscard]] std::vector<ReportFileBytes> report_files(const Arguments& arguments,
                                                        const Subject& subject,
                                                        const ReportResults& results,
                                                        Console& console);

}  // namespace summitry::cli
