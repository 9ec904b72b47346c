// What came of a list, for tests that read it in two ways.
#pragma once

#include <string>
#include <vector>

#include "engine/finding.hpp"
#include "loaders/load.hpp"

namespace summitry {

using Lines = std::vector<std::string>;

// All that a list came to: its findings, and its content.
inline Lines outcome(const Built& built) {
  Lines lines;
  for (const Finding& finding : built.findings) lines.push_back(to_string(finding));
  if (built.network) {
    lines.push_back(built.network->content_hash());
    lines.push_back(std::to_string(built.network->relation_count()));
  }
  return lines;
}

inline std::string joined(const Lines& parts) {
  std::string text;
  for (const std::string& part : parts) text += part;
  return text;
}

}  // namespace summitry
