#include "exporters/report.hpp"

#include "exporters/report/context.hpp"

namespace summitry {

std::string report_markdown(const Network& network, const ReportParts& parts) {
  const report::Context context(network, parts);
  std::string text = report::head(context);
  for (const std::string& section :
       {report::findings(context), report::figures(context), report::centrality(context),
        report::communities(context), report::continuity(context), report::persistence(context),
        report::refusals(context), report::coverage(context), report::contradictions(context),
        report::unverified(context), report::methods(context), report::sources(context),
        report::closing(context)}) {
    if (!section.empty()) text += "\n" + section;
  }
  return text;
}

}  // namespace summitry
