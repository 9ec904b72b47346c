// OWNER.OPTION=VALUE, as --set has it.
#pragma once

#include <string>

namespace summitry::cli {

struct OptionSetting {
  std::string owner;  // a measure or a community method
  std::string name;
  std::string value;
};

// Throws UsageError for a text of another form.
[[nodiscard]] OptionSetting parse_setting(const std::string& text);

}  // namespace summitry::cli
