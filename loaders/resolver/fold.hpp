// Names made comparable: without case, accents, scripts and punctuation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace summitry::resolver {

// `text` in lower-case Latin letters and digits, with one blank between words. ICU takes other scripts
// into Latin ones, then the accents, then the case; whatever is no letter or digit parts words, but for
// points between single letters ("U.K." is "uk") and `&`, which is "and".
[[nodiscard]] std::string folded(std::string_view text);

// What tells a name from others, out of a folded one.
struct Words {
  std::vector<std::string> all;  // sorted, abbreviations written out, without articles and the like
  std::string core;  // in their order, without the form of state: republic, kingdom, …
};

[[nodiscard]] Words words_of(std::string_view folded_name);

}  // namespace summitry::resolver
