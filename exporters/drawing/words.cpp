#include "exporters/drawing/words.hpp"

#include "exporters/drawing/text.hpp"

namespace summitry::drawing {
namespace {

std::string plural(std::string_view singular) {
  std::string word = clean(singular);
  const auto ends = [&](std::string_view tail) { return word.ends_with(tail); };
  const bool vowel = ends("ay") || ends("ey") || ends("oy") || ends("uy");
  if (ends("y") && !vowel) return word.substr(0, word.size() - 1) + "ies";
  if (ends("s") || ends("x") || ends("ch") || ends("sh")) return word + "es";
  return word + 's';
}

}  // namespace

std::string counted(std::size_t count, std::string_view singular) {
  return grouped(count) + ' ' + (count == 1 ? clean(singular) : plural(singular));
}

std::string listed(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  return out;
}

std::string heading(std::string_view singular) {
  std::string word = plural(singular);
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
  return word;
}

}  // namespace summitry::drawing
