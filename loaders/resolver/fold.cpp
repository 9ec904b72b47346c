#include "loaders/resolver/fold.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

#include "engine/lower.hpp"
#include "loaders/resolver/likeness.hpp"

namespace summitry::resolver {
namespace {

const icu::Transliterator& to_latin() {
  static const std::unique_ptr<icu::Transliterator> rule = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        "NFKC; Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (U_FAILURE(status) || made == nullptr) {
      throw std::runtime_error("ICU has no transliteration to Latin: its data are missing");
    }
    return made;
  }();
  return *rule;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

std::string lower_latin(std::string_view text) {
  if (is_ascii(text)) return lower(text);
  std::string out;
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  to_latin().transliterate(wide);
  wide.foldCase();
  wide.toUTF8String(out);
  return out;
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (is_word_character(c)) {
      word += c;
      continue;
    }
    if (!word.empty()) words.push_back(std::exchange(word, ""));
    if (c == '&') words.emplace_back("and");
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// Points that follow single letters go, so that "u.s.a." is one word.
std::string without_initials(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool initial = text[i] == '.' && i > 0 && is_word_character(text[i - 1]) &&
                         (i == 1 || !is_word_character(text[i - 2]));
    if (!initial) out += text[i];
  }
  return out;
}

using WordPair = std::pair<std::string_view, std::string_view>;

constexpr std::array kWrittenOut = {
    WordPair{"st", "saint"},         WordPair{"ste", "saint"},
    WordPair{"rep", "republic"},     WordPair{"repub", "republic"},
    WordPair{"dem", "democratic"},   WordPair{"fed", "federated"},
    WordPair{"is", "islands"},       WordPair{"isl", "islands"},
    WordPair{"isls", "islands"},     WordPair{"island", "islands"},
    WordPair{"peop", "people"},      WordPair{"peoples", "people"},
    WordPair{"ppl", "people"},       WordPair{"govt", "government"},
    WordPair{"terr", "territory"},   WordPair{"intl", "international"},
    WordPair{"org", "organization"}, WordPair{"organisation", "organization"},
    WordPair{"n", "north"},          WordPair{"afr", "african"},
    WordPair{"eq", "equatorial"},    WordPair{"utd", "united"},
};

constexpr std::array<std::string_view, 33> kSmallWords = {
    "the", "of",  "and", "a",   "an", "s",  "for", "in",  "de",         "la",           "le",
    "les", "l",   "du",  "des", "d",  "el", "los", "las", "del",        "do",           "da",
    "der", "die", "das", "von", "y",  "et", "und", "dos", "government", "gouvernement", "gobierno"};

constexpr std::array<std::string_view, 46> kFormsOfState = {
    "republic",    "republique",    "republica",      "repubblica",   "republik",    "republiek",
    "federal",     "federale",      "federative",     "federation",   "democratic",  "democratique",
    "democratica", "demokratische", "socialist",      "kingdom",      "royaume",     "reino",
    "regno",       "konigreich",    "koninkrijk",     "state",        "etat",        "estado",
    "staat",       "stato",         "islamic",        "islamique",    "islamica",    "people",
    "popular",     "populaire",     "commonwealth",   "principality", "principaute", "principado",
    "sultanate",   "bolivarian",    "plurinational",  "independent",  "hashemite",   "grand",
    "duchy",       "confederation", "bundesrepublik", "federated"};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The words that are misspelt the most often in names of states.
constexpr std::array<std::string_view, 7> kMisspelt = {
    "united", "republic", "kingdom", "democratic", "federation", "islamic", "socialist"};
constexpr double kLikelySlip = 0.8;

std::string written_out(std::string word) {
  for (const auto& [brief, whole] : kWrittenOut) {
    if (word == brief) return std::string(whole);
  }
  for (const std::string_view right : kMisspelt) {
    if (likeness(word, right) >= kLikelySlip) return std::string(right);
  }
  return word;
}

}  // namespace

std::string folded(std::string_view text) {
  std::string key;
  for (const std::string& word : split_words(without_initials(lower_latin(text)))) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

Words words_of(std::string_view folded_name) {
  Words words;
  for (std::string& raw : split_words(folded_name)) {
    // Elsewhere a lone s is what an apostrophe has left.
    const bool is_south = raw == "s" && words.all.empty();
    std::string word = is_south ? "south" : written_out(std::move(raw));
    if (!holds(kSmallWords, word)) words.all.push_back(std::move(word));
  }
  // The united ones (Kingdom, States, Republic, Emirates) are told apart by nothing else.
  const bool is_united = holds(words.all, "united");
  for (const std::string& word : words.all) {
    if (!is_united && holds(kFormsOfState, word)) continue;
    if (!words.core.empty()) words.core += ' ';
    words.core += word;
  }
  std::sort(words.all.begin(), words.all.end());
  return words;
}

}  // namespace summitry::resolver
