// The resolver by hand: what it must choose, and what it must leave open.
#include "loaders/resolver/resolver.hpp"

#include <string>
#include <vector>

#include "engine/error.hpp"
#include "engine/network_builder.hpp"
#include "loaders/resolver/fold.hpp"
#include "loaders/resolver/iso_codes.hpp"
#include "loaders/resolver/likeness.hpp"
#include "loaders/resolver/lists.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;
using namespace summitry::resolver;

namespace {

const Resolver& plain() {
  static const Resolver resolver(built_in_gazetteer(), {});
  return resolver;
}

std::string id_of(const Resolver& resolver, const std::string& text) {
  const Resolution resolution = resolver.resolve(text);
  return resolution.chosen == nullptr ? "" : resolution.chosen->id;
}

std::vector<std::string> other_ids(const Resolver& resolver, const std::string& text) {
  std::vector<std::string> ids;
  for (const Guess& guess : resolver.resolve(text).others) {
    ids.push_back(resolver.nameables()[guess.of].id);
  }
  return ids;
}

}  // namespace

TEST_CASE("resolver: names are folded to Latin letters without accents and marks",
          "[loaders][resolver]") {
  CHECK(folded("  CÔTE d’Ivoire* ") == "cote d ivoire");
  CHECK(folded("U.S.A.") == "usa");
  CHECK(folded("St. Kitts & Nevis") == "st kitts and nevis");
  CHECK(folded("Россия") == "rossia");
  CHECK(folded("TÜRKİYE") == folded("Türkiye"));
  CHECK(folded("—?!").empty());
  CHECK(words_of(folded("Korea, Dem. People's Rep. of")).all ==
        std::vector<std::string>{"democratic", "korea", "people", "republic"});
  CHECK(words_of("federal republic of nigeria").core == "nigeria");
  CHECK(words_of("united kingdom").core == "united kingdom");
}

TEST_CASE("resolver: likeness is one less the edits by the longer length", "[loaders][resolver]") {
  CHECK(likeness("germany", "germany") == 1.0);
  CHECK(likeness("germnay", "germany") == Approx(1.0 - 1.0 / 7.0));
  CHECK(likeness("ruritania", "mauritania") == Approx(1.0 - 3.0 / 10.0));
  CHECK(likeness("chad", "mexico") == 0.0);
  CHECK(likeness("", "chad") == 0.0);
}

TEST_CASE("resolver: ambiguous names have alternatives and no choice", "[loaders][resolver]") {
  CHECK(id_of(plain(), "Congo").empty());
  CHECK(other_ids(plain(), "Congo") == std::vector<std::string>{"COD", "COG"});
  CHECK(other_ids(plain(), "Korea") == std::vector<std::string>{"KOR", "PRK"});
  CHECK(plain().resolve("Korea").how == "ambiguous");
  CHECK(other_ids(plain(), "Nigera").size() >= 2);
  CHECK(id_of(plain(), "Niger") == "NER");
  CHECK(id_of(plain(), "Nigeria") == "NGA");
  CHECK(id_of(plain(), "Republic of Nigeria") == "NGA");
}

TEST_CASE("resolver: NA is Namibia, and codes are in capitals", "[loaders][resolver]") {
  CHECK(id_of(plain(), "NA") == "NAM");
  CHECK(id_of(plain(), "na").empty());
  CHECK(id_of(plain(), "N/A").empty());
  CHECK(id_of(plain(), "AND") == "AND");
  CHECK(id_of(plain(), "and").empty());
  CHECK(plain().resolve("").how == "empty");
  CHECK(plain().resolve("Wakanda").chosen == nullptr);
}

TEST_CASE("resolver: adjectives, cities and parts only when asked for", "[loaders][resolver]") {
  const Resolver asked(built_in_gazetteer(), {.adjectives = true, .cities = true, .parts = true});
  for (const auto& [text, id] : std::vector<std::pair<std::string, std::string>>{
           {"Nigerien", "NER"}, {"Brussels", "BEL"}, {"England", "GBR"}}) {
    INFO(text);
    CHECK(id_of(plain(), text).empty());
    CHECK(other_ids(plain(), text) == std::vector<std::string>{id});
    CHECK(id_of(asked, text) == id);
  }
  CHECK(plain().resolve("England").how == "a part of it: not chosen unasked");
  CHECK(id_of(plain(), "Nigerain").empty());
  CHECK(asked.resolve("Dominican").how == "ambiguous");
}

TEST_CASE("resolver: the threshold is the user's", "[loaders][resolver]") {
  const Resolver strict(built_in_gazetteer(), {.threshold = 0.95});
  CHECK(id_of(plain(), "Germnay") == "DEU");
  CHECK(id_of(strict, "Germnay").empty());
  CHECK(strict.resolve("Germnay").how == "below the threshold");
  CHECK(id_of(strict, "Korea, Rep.") == "KOR");
  CHECK_THROWS_AS(Resolver(built_in_gazetteer(), {.threshold = 0.5}), InvalidOption);
  CHECK_THROWS_AS(Resolver(built_in_gazetteer(), {.margin = 1.5}), InvalidOption);
}

TEST_CASE("resolver: kinds narrow what a name may be", "[loaders][resolver]") {
  const Resolver countries(built_in_gazetteer(), {.kinds = {"country"}});
  CHECK(id_of(plain(), "AU").empty());
  CHECK(id_of(countries, "AU") == "AUS");
  CHECK(id_of(countries, "UNESCO").empty());
  CHECK_THROWS_AS(Resolver(built_in_gazetteer(), {.kinds = {"county"}}), UnknownName);
}

TEST_CASE("resolver: entities of a data set keep their ids", "[loaders][resolver]") {
  NetworkBuilder builder;
  builder.add_entity({.id = "deu", .kind = "country", .name = "Germany", .iso3 = "DEU"});
  builder.add_entity({.id = "clean-air",
                      .kind = "initiative",
                      .name = "Clean Air Forum",
                      .aliases = "CAF Forum|Forum for Clean Air"});
  const Network network = std::move(builder).finish();
  const Resolver resolver(with_entities(built_in_gazetteer(), network), {});
  CHECK(id_of(resolver, "Allemagne") == "deu");
  CHECK(id_of(resolver, "clean air forum") == "clean-air");
  CHECK(id_of(resolver, "Forum, Clean Air") == "clean-air");
  CHECK(id_of(resolver, "France") == "FRA");
}

TEST_CASE("resolver: aliases come before all other names", "[loaders][resolver]") {
  const CsvTable list = read_csv_table("id,name\nCOD,Congo\nGBR,Old Blighty\n", "aliases.csv");
  const Resolver resolver(with_aliases(built_in_gazetteer(), list), {});
  CHECK(id_of(resolver, "congo") == "COD");
  CHECK(resolver.resolve("OLD BLIGHTY").how == "an alias");
}

TEST_CASE("resolver: wrong lists are told with their places", "[loaders][resolver]") {
  const auto findings = [](const std::string& text, bool is_mapping) {
    std::vector<std::string> lines;
    try {
      const CsvTable table = read_csv_table(text, "list.csv");
      if (is_mapping) {
        (void)mapping_of(table, built_in_gazetteer());
      } else {
        (void)with_aliases(built_in_gazetteer(), table);
      }
    } catch (const LoadError& error) {
      for (const Finding& finding : error.findings()) lines.push_back(to_string(finding));
    }
    return lines;
  };
  using Lines = std::vector<std::string>;
  CHECK(findings("name,id\nX,FRAU\n,DEU\n", false) ==
        Lines{"list.csv:2:3: error: no country, organisation or entity has the id \"FRAU\"; "
              "perhaps \"FRA\"",
              "list.csv:3:1: error: a row without a name; the name of an id"});
  CHECK(findings("input,id\nX,FRA\nX,DEU\nY\n", true).size() == 1);
  CHECK(findings("input,id\nX,FRA\nX,\n", true) ==
        Lines{"list.csv:3:1: error: the spelling \"X\" stands here again; one row for each "
              "spelling"});
  CHECK(findings("", true) ==
        Lines{"list.csv: error: no header; name the columns in the first line"});
  CHECK_THROWS_AS(with_aliases(built_in_gazetteer(), read_csv_table("nam,id\n", "list.csv")),
                  UnknownName);
}

TEST_CASE("resolver: iso-codes that are not there are an error", "[loaders][resolver]") {
  CHECK_THROWS_AS(with_iso_codes(built_in_gazetteer(), "no-such-folder"), LoadError);
}
