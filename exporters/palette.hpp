// Colours that stay apart for colour-blind readers, shared by every exporter that draws.
// Source: Okabe & Ito 2008, "Color Universal Design"; the hexadecimal values are theirs. Their black
// is left out: it is the ink. Yellow comes last, since it is faint on white.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace summitry {

inline constexpr std::array<std::string_view, 7> kPalette = {
    "#E69F00",  // orange
    "#56B4E9",  // sky blue
    "#009E73",  // bluish green
    "#CC79A7",  // reddish purple
    "#0072B2",  // blue
    "#D55E00",  // vermilion
    "#F0E442",  // yellow
};
inline constexpr std::string_view kOtherColour = "#BBBBBB";  // whatever has no colour of its own
inline constexpr std::string_view kInk = "#17212C";
inline constexpr std::string_view kGround = "#FFFFFF";

// The colour of a group numbered from 0 by falling size; the eighth and later share the grey, since
// a repeated colour would say that two groups are one.
[[nodiscard]] constexpr std::string_view group_colour(std::size_t group) {
  return group < kPalette.size() ? kPalette[group] : kOtherColour;
}

// Editions of a series, in their order, and other groups of charts. Dark enough for lines on white; the
// first four are apart for colour-blind readers (CIE76 distance 17 or more under simulated protanopia,
// deuteranopia and tritanopia), the others stand beside a name wherever they are used.
inline constexpr std::array<std::string_view, 8> kEditionPalette = {
    "#102a5c", "#7d58b8", "#bf4d12", "#13845f", "#2b7bba", "#a3274f", "#7a6200", "#5b4636"};

// Black or white ink, whichever reads better on the fill: white only on the three dark ones.
[[nodiscard]] constexpr std::string_view ink_on(std::string_view fill) {
  return fill == "#009E73" || fill == "#0072B2" || fill == "#D55E00" ? kGround : kInk;
}

}  // namespace summitry
