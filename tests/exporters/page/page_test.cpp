// The page as a whole: its structure, what it links to, and that no name becomes markup.
#include "exporters/page.hpp"

#include <algorithm>
#include <sstream>

#include "tests/exporters/drawing/pictures.hpp"
#include "tests/exporters/page/page_parts.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Catch::Contains;
using testing::all_matches;
using testing::data_of;
using testing::markup_of;

const std::string kHostile = "</script><script>alert(1)</script>";

Network hostile_network() {
  const std::string image = "\"><img src=x onerror=alert(1)>";
  const std::string link = "[x](javascript:alert(1))";
  NetworkBuilder builder;
  builder.describe({.name = kHostile, .title = kHostile, .description = image, .citation = link});
  builder.add_source({.id = "s", .title = kHostile, .url = "javascript:alert(1)"});
  builder.add_entity({.id = kHostile, .kind = "country", .name = kHostile, .description = image});
  builder.add_entity({.id = image, .kind = kHostile, .name = image, .aliases = link});
  builder.add_relation({.source = kHostile,
                        .type = kHostile,
                        .target = image,
                        .role = image,
                        .sources = "s",
                        .note = kHostile});
  builder.add_claim({.entity = image, .attribute = kHostile, .value = image, .source = "s"});
  return std::move(builder).finish();
}

// Every id once, and every link within the page leads to one of them.
void check_links(const std::string& html) {
  const std::string markup = markup_of(html);
  std::vector<std::string> ids = all_matches(html, " id=\"([^\"]*)\"");
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  std::vector<std::string> wanted = all_matches(markup, "href=\"#([^\"]*)\"");
  for (const std::string& list : all_matches(markup, "aria-labelledby=\"([^\"]*)\"")) {
    std::istringstream words(list);
    for (std::string word; words >> word;) wanted.push_back(word);
  }
  CHECK_FALSE(wanted.empty());
  for (const std::string& id : wanted) {
    INFO(id);
    CHECK(std::binary_search(ids.begin(), ids.end(), id));
  }
}

}  // namespace

TEST_CASE("page: sections stand in their order, and the bar leads to each", "[exporters][page]") {
  const std::string html = testing::PageExample().html();
  const auto sections = all_matches(html, "<section id=\"([^\"]*)\"");
  CHECK(sections == std::vector<std::string>{"findings", "network", "continuity", "participation",
                                             "ranks", "tables", "contradictions", "methods",
                                             "cite"});
  CHECK(all_matches(html, "<li><a href=\"#([^\"]*)\">[A-Z]") == sections);
  check_links(html);
}

TEST_CASE("page: the same input gives the same bytes", "[exporters][page]") {
  CHECK(testing::PageExample().html() == testing::PageExample().html());
}

TEST_CASE("page: loads nothing from elsewhere", "[exporters][page]") {
  const std::string html = testing::PageExample().html();
  CHECK_THAT(html, Contains("default-src 'none'"));
  const std::string markup = markup_of(html);
  CHECK_THAT(markup, !Contains(" src="));
  CHECK_THAT(markup, !Contains("<link"));
  CHECK_THAT(markup, !Contains("@import"));
  CHECK_THAT(markup, !Contains("url("));
}

TEST_CASE("page: a name that is a script stays a name", "[exporters][page]") {
  const std::string html = testing::plain_page(hostile_network());
  CHECK_THAT(html, !Contains("<script>alert"));
  CHECK_THAT(html, !Contains("<img"));
  CHECK_THAT(html, !Contains("href=\"javascript"));
  CHECK_THAT(markup_of(html), Contains("&lt;/script&gt;&lt;script&gt;alert(1)"));
  check_links(html);
  const auto data = data_of(html);
  CHECK(data["title"] == kHostile);
  CHECK(data["relations"][0]["note"] == kHostile);
}

TEST_CASE("page: texts that break formats break nothing", "[exporters][page]") {
  for (std::uint64_t seed = 0; seed < 25; ++seed) {
    INFO("seed " << seed);
    const Network network = testing::RandomNetwork(seed).make();
    const std::string html = testing::plain_page(network);
    CHECK(data_of(html)["entities"].size() == network.entities().size());
    check_links(html);
  }
}

TEST_CASE("page: its sentences and tables are those of the report", "[exporters][page]") {
  const std::string html = testing::PageExample().html();
  CHECK_THAT(html, Contains("<strong><span data-entity=\"fra\">France</span></strong> is the most "
                            "central by degree (3)"));
  CHECK_THAT(html, Contains("1 of the 1 participants named at the earlier edition"));
  CHECK_THAT(html, Contains("<caption>From edition to edition</caption>"));
  CHECK_THAT(html, Contains("<td><span data-entity=\"eu\">European Union</span></td>"));
  CHECK_THAT(html, Contains("summitry report example -o out"));
  CHECK_THAT(html, Contains("<span>Latest source 2024-05</span>"));
}

TEST_CASE("page: figures are numbered in their order and findings refer to them",
          "[exporters][page]") {
  const std::string html = testing::PageExample().html();
  const auto numbers = all_matches(html, "<p class=\"number\">Figure ([0-9]+)</p>");
  CHECK(numbers.size() >= 4);
  for (std::size_t i = 0; i < numbers.size(); ++i) CHECK(numbers[i] == std::to_string(i + 1));
  CHECK_THAT(html,
             Contains("<span class=\"ref\"><a href=\"#figure-alluvial\">Figure 3</a></span>"));
}

TEST_CASE("page: pictures follow the theme and name whom they show", "[exporters][page]") {
  const std::string html = testing::PageExample().html();
  CHECK_THAT(html, Contains("fill=\"var(--edition1,#102a5c)\""));
  CHECK_THAT(html, Contains("<g data-entity=\"fra\">"));
  CHECK_THAT(html, !Contains("fill=\"#ffffff\""));
}

TEST_CASE("page: five thousand entities with twenty thousand relations fit a page",
          "[exporters][page]") {
  const Network network = testing::random_ties(1, 5000, 20000);
  const std::string html = testing::plain_page(network);
  CHECK(html.size() < 15'000'000);
  const auto data = data_of(html);
  CHECK(data["entities"].size() == network.entities().size());
  CHECK(data["relations"].size() == network.relation_count());
}

TEST_CASE("page: nobody and nothing make a page", "[exporters][page]") {
  NetworkBuilder builder;
  const std::string html = testing::plain_page(std::move(builder).finish());
  CHECK_THAT(html, Contains("<h1>Untitled data set</h1>"));
  CHECK(data_of(html)["entities"].empty());
  check_links(html);
}

}  // namespace summitry
