#include "exporters/words.hpp"

#include "engine/number.hpp"

namespace summitry {

std::string plural(std::string_view kind) {
  if (kind == "person") return "people";
  std::string word(kind);
  const auto ends = [kind](std::string_view tail) { return kind.ends_with(tail); };
  const bool vowel = ends("ay") || ends("ey") || ends("iy") || ends("oy") || ends("uy");
  if (kind.size() > 1 && ends("y") && !vowel) return word.replace(word.size() - 1, 1, "ies");
  const bool hisses = ends("s") || ends("x") || ends("ch") || ends("sh");
  return word + (hisses ? "es" : "s");
}

std::string p_figure(double p) {
  return p < 0.001 ? "< 0.001" : rounded(p, 3);
}

std::string p_in_words(double p) {
  return (p < 0.001 ? "p " : "p = ") + p_figure(p);
}

std::string p_in_words(const std::optional<double>& p) {
  return p ? p_in_words(*p) : "";
}

}  // namespace summitry
