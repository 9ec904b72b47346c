// The report's Markdown on the page.
#include "exporters/page/prose/prose.hpp"

#include "tests/exporters/example.hpp"
#include "tests/support/catch.hpp"

namespace summitry::page {
namespace {

using Catch::Contains;

const Network& network() {
  static const Network example = example::network();
  return example;
}

std::string sentence(const std::string& markdown) {
  return Prose(network()).sentence(markdown);
}

}  // namespace

TEST_CASE("prose: tables are named, numbered and typed", "[exporters][page]") {
  Prose prose(network());
  const std::string html = prose.section(
      "## Measures\n\n### Degree\n\n| Name | Value |\n| --- | --: |\n| France | 3 |\n", {});
  CHECK_THAT(html, Contains("<table class=\"data\" id=\"table-1\"><caption>Degree</caption>"));
  CHECK_THAT(html, Contains("<th scope=\"col\" data-type=\"text\">Name</th>"));
  CHECK_THAT(html, Contains("<th scope=\"col\" data-type=\"number\" class=\"num\">Value</th>"));
  CHECK_THAT(html, Contains("<td><span data-entity=\"fra\">France</span></td>"));
  CHECK_THAT(html, Contains("<td class=\"num\">3</td>"));
  CHECK_THAT(html, Contains("data-table=\"table-1\""));
  CHECK(prose.table("| A |\n| --- |\n| b |\n", "T").id == "table-2");
}

TEST_CASE("prose: headings go down, and the first can be left to the page", "[exporters][page]") {
  Prose prose(network());
  CHECK(prose.section("## A\n\n### B\n", {.deeper = 1}) == "<h3>A</h3>\n<h4>B</h4>\n");
  CHECK(prose.section("## A\n\n### B\n", {.first = Prose::First::dropped}) == "<h3>B</h3>\n");
}

TEST_CASE("prose: DOIs become links, without the full stop after them", "[exporters][page]") {
  CHECK(sentence("Brin 1998, doi:10.1016/S0169-7552(98)00110-X.") ==
        "Brin 1998, <a href=\"https://doi.org/10.1016/S0169-7552(98)00110-X\">"
        "doi:10.1016/S0169-7552(98)00110-X</a>.");
  CHECK_THAT(sentence("(see doi:10.1/a)"), Contains("doi:10.1/a</a>)"));
}

TEST_CASE("prose: numbers of sources lead to them, other brackets stay", "[exporters][page]") {
  CHECK(sentence("\\[1, 2\\]") == "[<a href=\"#source-1\">1</a>, <a href=\"#source-2\">2</a>]");
  CHECK(sentence("\\[3\\] \\[a\\]") == "[3] [a]");
  const std::string list = Prose(network()).section("1. A\n2. B\n", {.sources = true});
  CHECK_THAT(list, Contains("<span id=\"source-2\"></span>B"));
}

TEST_CASE("prose: a name is linked where it stands alone or in a list", "[exporters][page]") {
  const std::string france = "<span data-entity=\"fra\">France</span>";
  CHECK(sentence("**France** leads") == "<strong>" + france + "</strong> leads");
  CHECK(sentence("Named: Ada, France and 2 more") ==
        "Named: <span data-entity=\"ada\">Ada</span>, " + france + " and 2 more");
  CHECK(sentence("hosted by France (3)") == "hosted by " + france + " (3)");
}

TEST_CASE("prose: a word is no name, nor is a part of a longer one", "[exporters][page]") {
  CHECK(sentence("many in France") == "many in France");
  CHECK(sentence("one, Francesco and Ada Smith") == "one, Francesco and Ada Smith");
  CHECK_THAT(sentence("First Summit → Second Summit"),
             Contains("<span data-entity=\"s1\">First Summit</span> → <span data-entity=\"s2\">"));
}

TEST_CASE("prose: raw HTML and other schemes are dropped", "[exporters][page]") {
  CHECK_THAT(sentence("<b>x</b> [y](javascript:alert)"),
             !Contains("<b>") && !Contains("javascript"));
}

}  // namespace summitry::page
