#include "loaders/resolver/resolver.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/error.hpp"
#include "engine/names.hpp"
#include "engine/number.hpp"
#include "loaders/resolver/fold.hpp"
#include "loaders/resolver/likeness.hpp"

namespace summitry::resolver {
namespace {

constexpr double kOtherOrder = 0.98;
constexpr double kOtherForm = 0.95;
constexpr double kWholeMargin = 0.1;  // between whole names whose cores are equally near
constexpr std::size_t kShortest = 5;  // letters of a name that may hold a slip
constexpr std::size_t kMostOthers = 5;
constexpr const char* kUnasked = ": not chosen unasked";

std::string without_blanks(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

// Names of a lower rank are looked at only where none of a higher one is equal.
int rank_of(NameForm form) {
  switch (form) {
    case NameForm::alias:
      return 0;
    case NameForm::code:
    case NameForm::name:
    case NameForm::acronym:
    case NameForm::former:
      return 1;
    case NameForm::translation:
      return 2;
    case NameForm::language:
      return 3;
    case NameForm::adjective:
    case NameForm::city:
    case NameForm::part:
      return 4;
  }
  return 4;
}

std::string_view sort_of(NameForm form) {
  switch (form) {
    case NameForm::code:
      return "a code";
    case NameForm::name:
      return "a name";
    case NameForm::acronym:
      return "an acronym";
    case NameForm::former:
      return "a former name";
    case NameForm::translation:
    case NameForm::language:
      return "a name in another language";
    case NameForm::adjective:
      return "an adjective";
    case NameForm::city:
      return "a city";
    case NameForm::part:
      return "a part of it";
    case NameForm::alias:
      return "an alias";
  }
  return "";
}

void check(const ResolverOptions& options) {
  const auto within = [](const char* name, double value, double least) {
    if (value >= least && value <= 1.0) return;
    throw InvalidOption(std::string("resolve: ") + name + " must be in [" + shortest(least) +
                        ", 1], got " + shortest(value));
  };
  within("threshold", options.threshold, kLeastLikeness);
  within("margin", options.margin, 0.0);
}

// Only those of the wished kinds; a kind that none has is a slip.
Gazetteer of_kinds(Gazetteer gazetteer, const std::vector<std::string>& kinds) {
  if (kinds.empty()) return gazetteer;
  std::vector<std::string_view> known;
  for (const Nameable& one : gazetteer.nameables) {
    if (std::find(known.begin(), known.end(), one.kind) == known.end()) known.push_back(one.kind);
  }
  for (const std::string& kind : kinds) {
    if (std::find(known.begin(), known.end(), kind) == known.end()) {
      throw UnknownName(unknown_name("kind", kind, known));
    }
  }
  const auto unwanted = [&](const KnownName& name) {
    const std::string& kind = gazetteer.nameables[name.of].kind;
    return std::find(kinds.begin(), kinds.end(), kind) == kinds.end();
  };
  std::erase_if(gazetteer.names, unwanted);
  return gazetteer;
}

}  // namespace

Resolver::Resolver(Gazetteer gazetteer, ResolverOptions options)
    : gazetteer_(of_kinds(std::move(gazetteer), options.kinds)), options_(std::move(options)) {
  check(options_);
  for (std::size_t name = 0; name < gazetteer_.names.size(); ++name) add(name);
}

void Resolver::add(std::size_t name) {
  const KnownName& known = gazetteer_.names[name];
  if (known.form == NameForm::code) {
    codes_[known.text].push_back(name);
    return;
  }
  std::string key = folded(known.text);
  if (key.empty()) return;
  letters_[without_blanks(key)].push_back(name);
  if (known.form == NameForm::acronym || known.form == NameForm::language) return;
  Words words = words_of(key);
  if (!words.all.empty() && is_asked_for(known.form)) words_[joined(words.all)].push_back(name);
  const bool is_country = gazetteer_.nameables[known.of].kind == "country";
  if (!is_country || words.core.empty()) words.core = key;
  comparables_.push_back({std::move(key), std::move(words.core), name});
}

bool Resolver::is_asked_for(NameForm form) const {
  if (form == NameForm::adjective) return options_.adjectives;
  if (form == NameForm::city) return options_.cities;
  return form != NameForm::part || options_.parts;
}

// The best of each id; chosen where it stands alone.
Resolution Resolver::decide(std::vector<Guess> guesses, std::string how) const {
  std::sort(guesses.begin(), guesses.end(), [&](const Guess& a, const Guess& b) {
    if (a.score != b.score) return a.score > b.score;
    return gazetteer_.nameables[a.of].id < gazetteer_.nameables[b.of].id;
  });
  std::vector<Guess> best;
  for (const Guess& guess : guesses) {
    const bool seen = std::any_of(best.begin(), best.end(),
                                  [&](const Guess& other) { return other.of == guess.of; });
    if (!seen) best.push_back(guess);
  }
  Resolution resolution;
  resolution.how = std::move(how);
  if (best.empty()) return resolution;
  resolution.score = best.front().score;
  if (best.size() > 1 && best[0].score - best[1].score < options_.margin) {
    resolution.how = "ambiguous";
  } else if (best.front().score < options_.threshold) {
    resolution.how = "below the threshold";
  } else {
    resolution.chosen = &gazetteer_.nameables[best.front().of];
    best.erase(best.begin());
  }
  best.resize(std::min(best.size(), kMostOthers));
  resolution.others = std::move(best);
  return resolution;
}

Resolution Resolver::by_letters(std::string_view text, const std::string& key) const {
  std::vector<std::size_t> equal;
  if (const auto found = codes_.find(std::string(text)); found != codes_.end()) {
    equal = found->second;
  }
  if (const auto found = letters_.find(without_blanks(key)); found != letters_.end()) {
    equal.insert(equal.end(), found->second.begin(), found->second.end());
  }
  if (equal.empty()) return {};
  const auto rank = [&](std::size_t name) { return rank_of(gazetteer_.names[name].form); };
  const std::size_t first = *std::min_element(
      equal.begin(), equal.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  const NameForm form = gazetteer_.names[first].form;
  std::vector<Guess> guesses;
  for (const std::size_t name : equal) {
    if (rank(name) == rank(first)) guesses.push_back({gazetteer_.names[name].of, 1.0});
  }
  Resolution resolution = decide(std::move(guesses), std::string(sort_of(form)));
  if (resolution.chosen != nullptr && !is_asked_for(form)) {
    resolution.chosen = nullptr;
    resolution.others = {{gazetteer_.names[first].of, 1.0}};
    resolution.how += kUnasked;
  }
  return form == NameForm::language ? unless_nearer(std::move(resolution), key) : resolution;
}

// Nigera is Niger in Latvian, and more often a slip for Nigeria: what one of many languages says
// stands only where no other country is as near.
Resolution Resolver::unless_nearer(Resolution resolution, const std::string& key) const {
  Resolution near = by_likeness(key);
  const bool agree = near.chosen == resolution.chosen || near.score < options_.threshold;
  return agree ? std::move(resolution) : decide(std::move(near.others), "ambiguous");
}

Resolution Resolver::by_words(const std::string& key) const {
  const auto found = words_.find(joined(words_of(key).all));
  if (found == words_.end()) return {};
  std::vector<Guess> guesses;
  guesses.reserve(found->second.size());
  for (const std::size_t name : found->second) {
    guesses.push_back({gazetteer_.names[name].of, kOtherOrder});
  }
  return decide(std::move(guesses), "the same words");
}

// "Myanmar (Burma)", "Suisse / Schweiz": two names, if they are of the same.
Resolution Resolver::by_halves(std::string_view text) const {
  const std::size_t cut = text.find_first_of("(/");
  if (cut == std::string_view::npos) return {};
  const auto half = [this](const std::string& part) {
    const std::string key = folded(part);
    Resolution resolution = by_letters(part, key);
    return resolution.how.empty() ? by_words(key) : resolution;
  };
  const Resolution first = half(trimmed(text.substr(0, cut)));
  const Resolution second = half(trimmed(text.substr(cut + 1)));
  if (first.chosen == nullptr || first.chosen != second.chosen) return {};
  return {.chosen = first.chosen, .score = kOtherOrder, .how = "two names of the same"};
}

// The nearest name of each nameable. What is not asked for counts only where no name that counts is
// near enough to be chosen.
std::vector<Resolver::Near> Resolver::nearest_names(const std::string& key) const {
  const std::string core = words_of(key).core;
  std::vector<Near> nearest_of(gazetteer_.nameables.size());
  const auto strength = [&](const Near& near) {
    const bool counts = near.is_asked_for && near.core >= options_.threshold;
    return std::tuple(counts, near.core, near.whole);
  };
  for (const Comparable& other : comparables_) {
    const KnownName& name = gazetteer_.names[other.name];
    const bool is_country = gazetteer_.nameables[name.of].kind == "country";
    const double alike = likeness(is_country && !core.empty() ? core : key, other.core);
    if (alike == 0.0) continue;
    const Near now{name.of, alike, likeness(key, other.key), is_asked_for(name.form), name.form};
    Near& near = nearest_of[name.of];
    if (strength(now) > strength(near)) near = now;
  }
  std::erase_if(nearest_of, [](const Near& near) { return near.core == 0.0; });
  return nearest_of;
}

// Where several are equally near without their forms of state, the whole names choose if they clearly
// can: the others fall behind by the margin.
std::vector<Guess> Resolver::weighed(const std::vector<Near>& near) const {
  double best = 0.0;
  for (const Near& one : near) best = std::max(best, one.core);
  double best_whole = 0.0;
  for (const Near& one : near) {
    if (best - one.core < options_.margin) best_whole = std::max(best_whole, one.whole);
  }
  std::vector<Guess> guesses;
  guesses.reserve(near.size());
  for (const Near& one : near) {
    double score = one.core == 1.0 ? kOtherForm : one.core;
    const bool is_level = best - one.core < options_.margin;
    if (is_level && best_whole - one.whole >= kWholeMargin) score -= options_.margin;
    guesses.push_back({one.of, score});
  }
  return guesses;
}

Resolution Resolver::by_likeness(const std::string& key) const {
  const std::vector<Near> near = nearest_names(key);
  Resolution resolution = decide(weighed(near), "similar");
  if (resolution.chosen == nullptr) return resolution;
  const auto of = static_cast<std::size_t>(resolution.chosen - gazetteer_.nameables.data());
  const auto chosen =
      std::find_if(near.begin(), near.end(), [of](const Near& one) { return one.of == of; });
  if (chosen->core == 1.0) resolution.how = "the same but for the form of state";
  const bool too_short = chosen->core < 1.0 && key.size() < kShortest;
  if (chosen->is_asked_for && !too_short) return resolution;
  resolution.others.insert(resolution.others.begin(), {of, resolution.score});
  resolution.chosen = nullptr;
  resolution.how = too_short ? "similar, but too short to tell"
                             : "similar to " + std::string(sort_of(chosen->form)) + kUnasked;
  return resolution;
}

Resolution Resolver::resolve(std::string_view text) const {
  const std::string input = trimmed(text);
  if (input.empty()) return {.how = "empty"};
  const std::string key = folded(input);
  Resolution resolution = by_letters(input, key);
  if (resolution.how.empty()) resolution = by_words(key);
  if (resolution.how.empty()) resolution = by_halves(input);
  if (resolution.how.empty()) resolution = by_likeness(key);
  if (resolution.others.empty() && resolution.chosen == nullptr) resolution.how = "nothing is near";
  return resolution;
}

}  // namespace summitry::resolver
