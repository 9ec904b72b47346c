// What a community method optimises, and the word for it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace summitry {

enum class Quality : std::uint8_t {
  modularity,  // Newman & Girvan 2004; directed: Leicht & Newman 2008
  cpm,         // constant Potts model: weight inside, minus the resolution for every pair inside
};

[[nodiscard]] std::string option_text(Quality quality);
[[nodiscard]] bool read_option(std::string_view text, Quality& quality);

}  // namespace summitry
