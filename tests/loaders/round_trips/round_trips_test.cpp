// What is written and read again, format by format and feature by feature: docs/formats.md says it in
// a table, which is made and held here.
#include <rapidcheck.h>

#include <cstdlib>
#include <map>

#include "engine/file.hpp"
#include "tests/loaders/round_trips/formats.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace summitry;
using namespace summitry::testing;

namespace {

constexpr std::string_view kBegin = "<!-- round trips -->\n";
constexpr std::string_view kEnd = "<!-- end of round trips -->";

std::string document() {
  return source_dir() + "/docs/formats.md";
}

std::string table_of(const std::string& text) {
  const std::size_t begin = text.find(kBegin) + kBegin.size();
  return text.substr(begin, text.find(kEnd) - begin);
}

std::string made_table() {
  const Folder folder("round-trips");
  std::string table = "| |";
  std::string rule = "|---|";
  for (const Format& format : kFormats) {
    table.append(" ").append(format.exporter).append(" |");
    rule += "---|";
  }
  table.append("\n").append(rule).append("\n");
  for (const FeatureText& row : kFeatures) {
    table.append("| ").append(row.title).append(" |");
    for (const Format& format : kFormats) {
      table.append(" ").append(to_string(kept(row.feature, format, folder))).append(" |");
    }
    table += '\n';
  }
  return table;
}

// The cells of a line of the table.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  std::size_t at = line.find("| ");
  while (at != std::string_view::npos) {
    const std::size_t end = line.find(" |", at + 2);
    if (end == std::string_view::npos) break;
    cells.emplace_back(line.substr(at + 2, end - at - 2));
    at = line.find("| ", end);
  }
  return cells;
}

// What the document says of each feature: a word for each format.
std::map<Feature, std::vector<std::string>> documented() {
  std::map<Feature, std::vector<std::string>> all;
  const std::string table = table_of(read_file(document()));
  for (const FeatureText& row : kFeatures) {
    const std::size_t begin = table.find("| " + std::string(row.title) + " |");
    REQUIRE(begin != std::string::npos);
    std::vector<std::string> cells = cells_of(table.substr(begin, table.find('\n', begin) - begin));
    REQUIRE(cells.size() == kFormats.size() + 1);
    all[row.feature].assign(cells.begin() + 1, cells.end());
  }
  return all;
}

// Whether the words stand in the limits, not as a part of others.
bool has_words(std::string_view limits, std::string_view words) {
  for (std::size_t at = limits.find(words); at != std::string_view::npos;
       at = limits.find(words, at + 1)) {
    const bool begins = at == 0 || limits[at - 1] == ' ';
    const std::string_view rest = limits.substr(at + words.size());
    if (begins && (rest.empty() || rest.find_first_of(" ,;:)") == 0)) return true;
  }
  return false;
}

bool has_any(std::string_view limits, std::string_view words) {
  const std::size_t bar = words.find('|');
  if (has_words(limits, words.substr(0, bar))) return true;
  return bar != std::string_view::npos && has_any(limits, words.substr(bar + 1));
}

}  // namespace

TEST_CASE("round trips: docs/formats.md has the table", "[loaders][round-trips]") {
  const std::string table = made_table();
  std::string text = read_file(document());
  if (std::getenv("SUMMITRY_WRITE_DOCS") != nullptr) {  // as script/round-trips does
    text.replace(text.find(kBegin) + kBegin.size(), table_of(text).size(), table);
    write_file(document(), text);
  }
  INFO("script/round-trips writes it anew");
  CHECK(table_of(text) == table);
}

TEST_CASE("round trips: a network that is said to hold a feature does", "[loaders][round-trips]") {
  for (const FeatureText& row : kFeatures) {
    INFO(row.title);
    bool differs = false;
    for (std::uint64_t seed = 0; seed < 16; ++seed) {
      const Network with = FeaturedNetwork(seed, {row.feature}).make();
      const Network without = FeaturedNetwork(seed, {}).make();
      differs = differs || !is_same(without, with, row.feature, true);
    }
    CHECK(differs);
  }
}

TEST_CASE("round trips: whatever the table says yes to holds, and together",
          "[loaders][round-trips]") {
  const Folder folder("round-trips-together");
  const auto table = documented();
  for (std::size_t f = 0; f < kFormats.size(); ++f) {
    std::vector<Feature> held;
    for (const auto& [feature, cells] : table) {
      if (cells[f] == "yes") held.push_back(feature);
    }
    INFO(kFormats[f].exporter);
    CHECK(rc::check([&] {
      const auto chosen = *rc::gen::container<Features>(rc::gen::elementOf(held));
      const auto seed = *rc::gen::arbitrary<std::uint64_t>();
      const Network network = FeaturedNetwork(seed, chosen).make();
      const Loaded loaded = again(network, kFormats[f], folder);
      for (const Feature feature : chosen) {
        RC_LOG() << kFeatures[static_cast<std::size_t>(feature)].title << '\n';
        RC_ASSERT(kept(network, loaded, feature) == Kept::yes);
      }
    }));
  }
}

TEST_CASE("round trips: what a format does not hold is said when it is written, and nothing else",
          "[loaders][round-trips]") {
  for (const auto& [feature, cells] : documented()) {
    const FeatureText& row = kFeatures[static_cast<std::size_t>(feature)];
    REQUIRE(row.feature == feature);
    for (std::size_t f = 0; f < kFormats.size(); ++f) {
      INFO(kFormats[f].exporter << ": " << row.title << " (" << row.words << ")");
      CHECK(has_any(exporter(kFormats[f].exporter).limits, row.words) == (cells[f] != "yes"));
    }
  }
}
