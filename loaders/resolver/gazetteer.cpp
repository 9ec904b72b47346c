#include "loaders/resolver/gazetteer.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <utility>

#include "engine/items.hpp"
#include "loaders/csv.hpp"
#include "loaders/resolver/tables.hpp"

namespace summitry::resolver {
namespace {

constexpr std::array<std::pair<std::string_view, NameForm>, 10> kForms = {{
    {"code", NameForm::code},
    {"name", NameForm::name},
    {"acronym", NameForm::acronym},
    {"former", NameForm::former},
    {"translation", NameForm::translation},
    {"language", NameForm::language},
    {"adjective", NameForm::adjective},
    {"city", NameForm::city},
    {"part", NameForm::part},
    {"alias", NameForm::alias},
}};

// Languages of many speakers, and those of Europe, whose names the tables do not have.
constexpr std::array kLanguages = {
    "de", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "pl", "cs", "sk",
    "sl", "hr", "sr", "hu", "ro", "bg", "el", "tr", "uk", "et", "lv", "lt",
    "sq", "ca", "eu", "he", "fa", "ur", "hi", "bn", "ta", "ja", "ko", "zh_Hant",
    "vi", "th", "id", "ms", "sw", "am", "es", "fr", "ru", "ar", "zh",
};

NameForm form_of(std::string_view word) {
  const auto* const found = std::find_if(kForms.begin(), kForms.end(),
                                         [word](const auto& entry) { return entry.first == word; });
  assert(found != kForms.end());
  return found->second;
}

using Places = std::map<std::string, std::size_t, std::less<>>;  // ids to nameables

// A row is an id, its kind, the form of its names, and the names.
void add_table(Gazetteer& gazetteer, Places& places, std::string_view table) {
  CsvReader reader(table);
  bool header = true;
  while (reader.next()) {
    if (std::exchange(header, false)) continue;
    const std::span<const Cell> row = reader.row();
    const std::vector<std::string_view> names = items(row[3].text);
    const auto [place, is_new] =
        places.emplace(std::string(row[0].text), gazetteer.nameables.size());
    if (is_new) {
      gazetteer.nameables.push_back(
          {std::string(row[0].text), std::string(row[1].text), std::string(names.front())});
    }
    for (const std::string_view name : names) {
      gazetteer.names.push_back({std::string(name), form_of(row[2].text), place->second});
    }
  }
}

// ICU has no word of a country that it does not know in a language: it gives the code back.
void add_languages(Gazetteer& gazetteer) {
  std::vector<KnownName> further;
  for (const KnownName& code : gazetteer.names) {
    if (code.form != NameForm::code || code.text.size() != 2) continue;
    const icu::Locale country("und", code.text.c_str());
    for (const char* language : kLanguages) {
      icu::UnicodeString wide;
      std::string name;
      country.getDisplayCountry(icu::Locale(language), wide).toUTF8String(name);
      if (name != code.text) further.push_back({std::move(name), NameForm::language, code.of});
    }
  }
  gazetteer.names.insert(gazetteer.names.end(), further.begin(), further.end());
}

}  // namespace

std::string_view to_string(NameForm form) {
  return kForms[static_cast<std::size_t>(form)].first;
}

Gazetteer built_in_gazetteer() {
  Gazetteer gazetteer;
  Places places;
  add_table(gazetteer, places, countries_table());
  add_table(gazetteer, places, further_table());
  add_languages(gazetteer);
  return gazetteer;
}

Gazetteer with_entities(Gazetteer gazetteer, const Network& network) {
  Places places;
  for (std::size_t i = 0; i < gazetteer.nameables.size(); ++i) {
    places.emplace(gazetteer.nameables[i].id, i);
  }
  for (const Entity& entity : network.entities()) {
    // What both have is one, under the id that the data set gives it.
    const auto shared = places.find(entity.iso3.empty() ? entity.id : entity.iso3);
    const std::size_t of = shared == places.end() ? gazetteer.nameables.size() : shared->second;
    if (of == gazetteer.nameables.size()) gazetteer.nameables.emplace_back();
    gazetteer.nameables[of] = {entity.id, entity.kind, entity.name};
    gazetteer.names.push_back({entity.id, NameForm::name, of});
    gazetteer.names.push_back({entity.name, NameForm::name, of});
    for (const std::string& alias : entity.aliases) {
      gazetteer.names.push_back({alias, NameForm::name, of});
    }
  }
  return gazetteer;
}

}  // namespace summitry::resolver
