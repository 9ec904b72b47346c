// Names to ids: which country or organisation a spelling stands for, how sure that is, and what else
// it might be. Nothing is chosen where a name is ambiguous or no name is near enough.
//
//   score  1     the letters are those of a known name or code
//          0.98  its words are, in another order, or two names of the same (Myanmar, Burma)
//          0.95  its words are, but for the form of state (Republic of Chad, Chad)
//          else  1 - d / L    d  edits between the two, a first letter that differs counted twice
//                             L  letters of the longer one
//
// Cost    a look-up for the first two; O(names * letters^2) for the others
// Method  optimal string alignment distance (Damerau 1964, doi:10.1145/363958.363994), divided by the
//         longer length; the first letter counts more since slips seldom touch it (Pollock & Zamora
//         1984, doi:10.1145/358027.358048). Countries are compared without their form of state, which
//         says little and is long; the whole names decide between those that are equal then.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "loaders/resolver/gazetteer.hpp"

namespace summitry::resolver {

struct ResolverOptions {
  double threshold = 0.81;  // in [0.6, 1]; the least score that is chosen
  double margin = 0.05;     // in [0, 1]; how far behind the next id must be
  bool adjectives = false;
  bool cities = false;
  bool parts = false;
  std::vector<std::string> kinds;  // none: all
};

struct Guess {
  std::size_t of = 0;  // which nameable
  double score = 0.0;
};

struct Resolution {
  const Nameable* chosen = nullptr;  // null: none
  double score = 0.0;                // of the best, whether chosen or not
  std::string how;                   // in words: a translation, ambiguous, below the threshold, …
  std::vector<Guess> others;         // at most five, the best first
};

class Resolver {
 public:
  // Throws InvalidOption for an option outside its range and UnknownName for a kind that there is not.
  Resolver(Gazetteer gazetteer, ResolverOptions options);

  [[nodiscard]] Resolution resolve(std::string_view text) const;

  [[nodiscard]] const std::vector<Nameable>& nameables() const { return gazetteer_.nameables; }

 private:
  struct Comparable {
    std::string key;
    std::string core;
    std::size_t name = 0;  // its number in the gazetteer
  };
  struct Near {
    std::size_t of = 0;
    double core = 0.0;   // likeness without forms of state
    double whole = 0.0;  // and with them
    bool is_asked_for = true;
    NameForm form = NameForm::name;
  };
  using Index = std::unordered_map<std::string, std::vector<std::size_t>>;

  void add(std::size_t name);
  [[nodiscard]] bool is_asked_for(NameForm form) const;
  [[nodiscard]] Resolution decide(std::vector<Guess> guesses, std::string how) const;
  [[nodiscard]] Resolution by_letters(std::string_view text, const std::string& key) const;
  [[nodiscard]] Resolution unless_nearer(Resolution resolution, const std::string& key) const;
  [[nodiscard]] Resolution by_words(const std::string& key) const;
  [[nodiscard]] Resolution by_halves(std::string_view text) const;
  [[nodiscard]] Resolution by_likeness(const std::string& key) const;
  [[nodiscard]] std::vector<Near> nearest_names(const std::string& key) const;
  [[nodiscard]] std::vector<Guess> weighed(const std::vector<Near>& near) const;

  Gazetteer gazetteer_;
  ResolverOptions options_;
  Index codes_;    // as they are written
  Index letters_;  // folded, without blanks
  Index words_;    // sorted
  std::vector<Comparable> comparables_;
};

}  // namespace summitry::resolver
