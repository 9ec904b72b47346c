#include "exporters/drawing/ink.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace summitry::drawing {

const char* ink_on(const std::string& colour) {
  static constexpr std::array kShare = {0.2126, 0.7152, 0.0722};
  double luminance = 0.0;
  for (std::size_t part = 0; part < 3; ++part) {
    const double level = std::stoi(colour.substr(1 + 2 * part, 2), nullptr, 16) / 255.0;
    luminance +=
        kShare[part] * (level <= 0.04045 ? level / 12.92 : std::pow((level + 0.055) / 1.055, 2.4));
  }
  return luminance < 0.179 ? "#ffffff" : "#000000";
}

}  // namespace summitry::drawing
