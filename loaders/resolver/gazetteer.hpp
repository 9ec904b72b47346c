// A gazetteer: what names may stand for (countries, states that are no more, organisations, entities of
// a data set), and every name of each with what kind of name it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network.hpp"

namespace summitry::resolver {

enum class NameForm : std::uint8_t {
  code,         // ISO 3166-1, in capitals alone
  name,         // short, official and common names in English, and those of a data set
  acronym,      // USA, UNESCO
  former,       // of what has another name today: Burma
  translation,  // in French, Spanish, Russian, Arabic and Chinese, as the United Nations write it
  language,     // in further languages, from ICU
  adjective,    // French: only when asked for
  city,         // Paris: only when asked for
  part,         // England: only when asked for
  alias,        // of the user's own list, before all others
};

[[nodiscard]] std::string_view to_string(NameForm form);

struct Nameable {
  std::string id;  // ISO 3166-1 alpha-3, ISO 3166-3 alpha-4, or a word
  std::string kind;
  std::string name;  // the one that is shown
};

struct KnownName {
  std::string text;
  NameForm form = NameForm::name;
  std::size_t of = 0;  // which nameable
};

struct Gazetteer {
  std::vector<Nameable> nameables;
  std::vector<KnownName> names;
};

// The tables that come with the program: loaders/resolver/data.
[[nodiscard]] Gazetteer built_in_gazetteer();

// As it was, and the entities of a data set by id, name and aliases. A country that the data set has
// too, by its iso3, takes the id that it has there.
[[nodiscard]] Gazetteer with_entities(Gazetteer gazetteer, const Network& network);

}  // namespace summitry::resolver
