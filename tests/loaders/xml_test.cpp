// XML as the loaders read it: places, texts, and what is refused.
#include <string>
#include <vector>

#include "loaders/xml/document.hpp"
#include "loaders/xml/places.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

std::string findings_of(const std::string& text) {
  NetworkBuilder builder;
  builder.reading("f");
  static_cast<void>(XmlDocument(builder, text).root("r"));
  std::string lines;
  for (const Finding& finding : builder.findings()) lines += to_string(finding) + "\n";
  return lines;
}

std::string nested(int depth) {
  std::string text = "<r>";
  for (int i = 1; i < depth; ++i) text += "<a>";
  for (int i = 1; i < depth; ++i) text += "</a>";
  return text + "</r>";
}

}  // namespace

TEST_CASE("xml: elements, attributes and texts", "[loaders][xml]") {
  NetworkBuilder builder;
  const XmlDocument document(
      builder,
      "<!DOCTYPE r><p:r a=\"&lt;&#x1F389;\">\n <b>x<!-- & -->y<![CDATA[&z]]></b><c> </c></p:r>");
  const XmlElement root = document.root("r");
  REQUIRE(root);
  CHECK(root.prefix() == "p");
  CHECK(root.attribute("a").text == "<🎉");
  CHECK_FALSE(root.has("b"));
  CHECK(root.child("b").text().text == "xy&z");
  CHECK(root.child("b").place().line == 2);
  CHECK(root.child("b").place().column == 3);
  CHECK(root.child("b").next().text().text == " ");
  CHECK_FALSE(root.child("d"));
  CHECK(builder.findings().empty());
}

TEST_CASE("xml: entities are never expanded", "[loaders][xml]") {
  CHECK(findings_of("<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<r>&b;</r>") ==
        "f:1:1: error: a DOCTYPE that declares something; leave its declarations out\n");
  CHECK(findings_of("<r>&b;\n a & b</r>") ==
        "f:1:4: error: unknown reference \"&b;\"; write the character itself, or & as &amp;\n"
        "f:2:4: error: a single &; write it as &amp;\n");
}

TEST_CASE("xml: references to what is no character are errors", "[loaders][xml]") {
  for (const char* reference :
       {"&#0;", "&#xD800;", "&#xDFFF;", "&#x110000;", "&#99999999;", "&#x;", "&#-1;", "&#1;"}) {
    INFO(reference);
    CHECK(findings_of("<r>" + std::string(reference) + "</r>").find("no character of XML") !=
          std::string::npos);
  }
  CHECK(findings_of("<r>&#x10FFFF;&#10;</r>").empty());
}

TEST_CASE("xml: what is not XML is told with line and column", "[loaders][xml]") {
  CHECK(findings_of("") ==
        "f:1:1: error: not XML: no document element found; mend the text here or "
        "just before\n");
  CHECK(findings_of("<r>\n  <é></r>").starts_with("f:2:"));
  CHECK(findings_of("<r a='1' b='2' a='3'/>") ==
        "f:1:2: error: the attribute \"a\" stands twice; give it once\n");
  CHECK(findings_of("<r/><r/>").find("a second root element <r>") != std::string::npos);
  CHECK(findings_of("<other/>") ==
        "f:1:2: error: the root element is <other>; a file of this format has <r>\n");
}

TEST_CASE("xml: deep nesting is refused, and the depth that formats need is not",
          "[loaders][xml]") {
  CHECK(findings_of(nested(100)).empty());
  CHECK(findings_of(nested(101)).find("elements nested deeper than 100") != std::string::npos);
  CHECK(findings_of(nested(200'000)).find("elements nested deeper than 100") != std::string::npos);
}

TEST_CASE("xml: places of a long text are those counted from its beginning", "[loaders][xml]") {
  std::string text;
  for (int i = 0; i < 700; ++i) text += i % 3 == 0 ? "é\r\n" : i % 3 == 1 ? "日本\r" : "a\n";
  for (int i = 0; i < 200; ++i) text += i % 20 == 0 ? "é\n" : "日本語のとても長い行";
  Places places(text);
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool within = i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
    const bool in_line_end = i > 0 && i < text.size() && text[i - 1] == '\r' && text[i] == '\n';
    if (within || in_line_end) continue;
    REQUIRE(places.at(i) == place_of(text, i));
  }
  for (const std::size_t i : {text.size(), std::size_t{5}, std::size_t{5000}, std::size_t{4000}}) {
    CHECK(places.at(i) == place_of(text, i));  // backwards as well
  }
}

TEST_CASE("xml: places of a text that was put together are where its pieces stood",
          "[loaders][xml]") {
  const std::string text = "ab\ncd" + std::string(1000, 'x') + "e";
  const std::vector<Places::Mark> pieces{{0, {7, 3}}, {3, {20, 1}}, {5, {30, 2}}};
  Places places(text, pieces);
  CHECK(places.at(1) == Place{7, 4});
  CHECK(places.at(4) == Place{20, 2});
  CHECK(places.at(1005) == Place{30, 1002});
  CHECK(places.at(2) == Place{7, 5});
}
