#include "cli/option_setting.hpp"

#include <fmt/format.h>

#include "cli/usage_error.hpp"

namespace summitry::cli {

OptionSetting parse_setting(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::size_t dot = text.find('.');
  if (equals == std::string::npos || dot == std::string::npos || dot > equals) {
    throw UsageError(fmt::format(
        "--set must be MEASURE.OPTION=VALUE, as in pagerank.damping=0.9, got \"{}\"", text));
  }
  return {text.substr(0, dot), text.substr(dot + 1, equals - dot - 1), text.substr(equals + 1)};
}

}  // namespace summitry::cli
