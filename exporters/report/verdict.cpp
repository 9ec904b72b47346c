#include "exporters/report/verdict.hpp"

#include "exporters/report/markdown.hpp"
#include "exporters/words.hpp"

namespace summitry::report {
namespace {

constexpr double kLevel = 0.05;

std::string with_adjusted(const NullTest& test) {
  std::string text = "(" + p_in_words(*test.p_value);
  if (test.p_adjusted) {
    text += ", adjusted " + p_figure(*test.p_adjusted);
  }
  return text + ")";
}

}  // namespace

std::string verdict(const NullTest& test) {
  if (!test.p_value) {
    return test.note.empty() ? "Not tested." : markdown::sentence(markdown::escaped(test.note));
  }
  if (test.smallest_p > kLevel) {
    return "This cannot be decided: the smallest p that these data allow is " +
           markdown::figure(test.smallest_p) + ".";
  }
  const bool less = test.observed && test.mean && *test.observed < *test.mean;
  const double adjusted = test.p_adjusted.value_or(*test.p_value);
  if (adjusted <= kLevel) {
    return std::string("This is ") + (less ? "less" : "more") + " than chance alone would bring " +
           with_adjusted(test) + ".";
  }
  if (*test.p_value <= kLevel) {
    return "Taken alone this would be unlikely by chance, but not among all the tests made " +
           with_adjusted(test) + ".";
  }
  return "This cannot be told from chance " + with_adjusted(test) + ".";
}

}  // namespace summitry::report
