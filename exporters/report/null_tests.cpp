// Against chance: every statistic beside what null models expect of it.
#include <algorithm>
#include <cmath>
#include <map>

#include "exporters/report/markdown.hpp"
#include "exporters/report/rosters.hpp"
#include "exporters/report/verdict.hpp"
#include "exporters/words.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kListedTests = 12;
constexpr double kLevel = 0.05;

// What the null model asks, in plain words.
std::string question(const std::string& method) {
  if (method == "fixed margins") {
    return "keeps the size of every edition and how often everybody came";
  }
  if (method == "fixed margins within strata") {
    return "keeps these within each group of participants too";
  }
  if (method.starts_with("hypergeometric")) return "keeps sizes alone: two independent draws";
  if (method == "BiCM") {
    return "keeps sizes and attendances on average only, so that a small p is the more to be "
           "trusted and a large one says little";
  }
  if (method == "order permutation") return "puts the editions in another order";
  if (method == "label permutation") return "deals out who came back among the groups";
  return "";
}

using Tests = std::vector<const NullTest*>;

// How many of a method's tests stay small after adjustment, and what cannot be decided.
std::string in_words(const std::string& method, const Tests& tests) {
  std::size_t tested = 0;
  std::size_t found = 0;
  std::size_t undecidable = 0;
  std::size_t samples = 0;
  for (const NullTest* test : tests) {
    if (!test->p_adjusted) continue;
    ++tested;
    found += *test->p_adjusted < kLevel ? 1 : 0;
    undecidable += test->smallest_p > kLevel ? 1 : 0;
    samples = std::max(samples, test->samples);
  }
  const std::string asks = question(method);
  std::string text = "\n**" + md::capitalised(md::escaped(method)) + "**" +
                     (asks.empty() ? "" : " " + asks) + ". ";
  if (tested == 0) return text + "Nothing can be tested.\n";
  if (undecidable == tested) {
    const std::string& note = tests.front()->note;
    return text + md::sentence(md::escaped(note.empty() ? "no p could be below .05" : note)) + "\n";
  }
  return text + md::count(found) + " of " + md::count(tested, "statistic is", "statistics are") +
         " beyond it at a false discovery rate of 5 %" +
         (samples > 0 ? " (what is sampled: " + md::count(samples) + " samples)" : "") + ".\n";
}

// Each statistic in a sentence. The tests ask for more than chance, so of less they only say so.
std::string sentences(const Tests& tests) {
  std::string text;
  std::size_t said = 0;
  for (const NullTest* test : tests) {
    if (!test->observed || !test->mean || !test->p_value || said == kListedTests) continue;
    ++said;
    const bool far_below = test->effect.value_or(0.0) < -2.0;
    text += "- " + md::escaped(test->name) + ", " + md::escaped(test->statistic) + ": " +
            md::figure(test->observed) + " where " + md::figure(test->mean) + " is expected. " +
            (far_below ? "That is less, which the test, asking for more, does not judge."
                       : verdict(*test)) +
            "\n";
  }
  return text.empty() ? "" : "\n" + text;
}

std::string table(const Tests& tests) {
  Rows rows;
  for (const NullTest* test : tests) {
    if (rows.size() == kListedTests) break;
    rows.push_back({md::escaped(test->name), md::escaped(test->statistic),
                    md::figure(test->observed), md::figure(test->mean), md::figure(test->sd),
                    md::figure(test->effect), p_in_words(test->p_value),
                    p_in_words(test->p_adjusted)});
  }
  std::string text = "\n" + md::table({{"Of", false},
                                       {"Statistic", false},
                                       {"Observed", true},
                                       {"Mean", true},
                                       {"SD", true},
                                       {"Effect, in SD", true},
                                       {"At least as much", true},
                                       {"Adjusted", true}},
                                      rows);
  if (tests.size() > kListedTests) {
    text += "\n" + md::count(tests.size() - kListedTests) + " more are in continuity.json.\n";
  }
  return text;
}

std::string mixing(const Continuity& continuity) {
  const Mixing& mixing = continuity.mixing;
  if (mixing.chains == 0) return "";
  std::string text = "\nSampled tables: " + md::count(continuity.samples) + " from " +
                     md::count(mixing.chains, "chain", "chains") + ", seed " +
                     std::to_string(continuity.seed);
  if (mixing.autocorrelation) {
    text += "; from one sample to the next the total shared by neighbours is correlated by " +
            md::figure(*mixing.autocorrelation) + ", so that the samples are worth " +
            md::figure(std::round(*mixing.effective)) + " independent ones";
  }
  if (mixing.moved_first && mixing.moved_last) {
    text += "; " + md::percent(*mixing.moved_first) +
            " of the memberships have moved at a chain's first sample, " +
            md::percent(*mixing.moved_last) + " at its last";
  }
  return text + ".\n";
}

}  // namespace

std::string null_tests(const Context& context) {
  const Continuity& continuity = *context.parts().continuity;
  if (continuity.tests.empty()) return "";
  std::vector<std::string> order;
  std::map<std::string, Tests> by_method;
  for (const NullTest& test : continuity.tests) {
    if (by_method.count(test.method) == 0) order.push_back(test.method);
    by_method[test.method].push_back(&test);
  }
  std::string text =
      "\n### Against chance\n\nEach null model keeps something of the data and leaves the rest to "
      "chance. A small p says that the data have more of the statistic than that would bring; a "
      "large one says that these data cannot tell, not that there is no continuity. Adjusted p are "
      "over the statistics of one model.\n";
  for (const std::string& method : order) {
    text += in_words(method, by_method[method]);
    // The primary test in words; the others answer other questions, and a table will do.
    if (method == "fixed margins") text += sentences(by_method[method]);
    text += table(by_method[method]);
  }
  return text + mixing(continuity);
}

}  // namespace summitry::report
