#include "engine/finding.hpp"

#include <algorithm>

namespace summitry {

std::string to_string(const Finding& finding) {
  std::string text = finding.file;
  if (finding.line > 0) text += ":" + std::to_string(finding.line);
  if (finding.line > 0 && finding.column > 0) text += ":" + std::to_string(finding.column);
  if (!text.empty()) text += ": ";
  text += finding.severity == Severity::error ? "error: " : "warning: ";
  text += finding.what;
  if (!finding.remedy.empty()) text += "; " + finding.remedy;
  return text;
}

std::size_t count(std::span<const Finding> findings, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [severity](const Finding& finding) { return finding.severity == severity; }));
}

}  // namespace summitry
