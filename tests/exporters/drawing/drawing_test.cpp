// Whole pictures: their bytes are valid, the same each time, and say what the network says.
#include "exporters/drawing.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/selection.hpp"
#include "tests/exporters/drawing/pictures.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/networks.hpp"

namespace summitry {
namespace {

// The first fault in the nesting, quoting or escaping of an XML text; "" when it is well formed.
// Slow and obvious: no comments, CDATA or declarations of types are expected after the first line.
std::string xml_fault(std::string_view xml) {
  std::vector<std::string> open;
  if (xml.starts_with("<?xml")) xml.remove_prefix(xml.find("?>") + 2);
  while (!xml.empty()) {
    const std::size_t tag = std::min(xml.find('<'), xml.size());
    std::string_view text = xml.substr(0, tag);
    for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
      const std::string_view entity =
          text.substr(at, std::min(text.find(';', at), text.size()) - at);
      if (entity != "&amp" && entity != "&lt" && entity != "&gt" && entity != "&quot") {
        return "bare ampersand: " + std::string(text);
      }
    }
    for (const char c : text) {
      if (c >= 0 && c < ' ' && c != '\n') return "control character";
    }
    if (tag == xml.size()) break;
    const std::size_t end = xml.find('>', tag);
    if (end == xml.npos) return "a tag is not closed";
    const std::string_view body = xml.substr(tag + 1, end - tag - 1);
    if (std::count(body.begin(), body.end(), '"') % 2 != 0)
      return "odd quotes: " + std::string(body);
    if (body.find('<') != body.npos) return "a tag in a tag: " + std::string(body);
    const std::string name(body.substr(0, body.find_first_of(" \n/", 1)));
    if (body.starts_with("/")) {
      if (open.empty() || "/" + open.back() != body) return "closes nothing: " + std::string(body);
      open.pop_back();
    } else if (!body.ends_with("/")) {
      open.push_back(name);
    }
    xml.remove_prefix(end + 1);
  }
  return open.empty() ? "" : "left open: " + open.back();
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

Picture draw_all(const Network& network, PictureFormat format) {
  return draw(network, select(network), format);
}

Network one_named(const std::string& name) {
  NetworkBuilder builder;
  builder.add_entity({.id = "a", .kind = "country", .name = name});
  builder.add_entity({.id = "b", .kind = "organisation", .name = "B"});
  builder.add_relation({.source = "a", .type = "knows", .target = "b"});
  return std::move(builder).finish();
}

// Reads a number of four bytes, the highest first, as PNG writes them.
std::size_t big_endian(std::string_view bytes, std::size_t at) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// The names of the chunks of a PNG.
std::vector<std::string> chunks(std::string_view png) {
  std::vector<std::string> names;
  for (std::size_t at = 8; at + 8 <= png.size(); at += 12 + big_endian(png, at)) {
    names.emplace_back(png.substr(at + 4, 4));
  }
  return names;
}

TEST_CASE("drawing: the check of XML finds faults", "[exporters][drawing]") {
  CHECK(xml_fault("<a><b/>x &amp; y</a>").empty());
  CHECK_FALSE(xml_fault("<a><b></a></b>").empty());
  CHECK_FALSE(xml_fault("<a>x & y</a>").empty());
  CHECK_FALSE(xml_fault("<a b=\"c\"\"></a>").empty());
  CHECK_FALSE(xml_fault("<a>").empty());
}

TEST_CASE("drawing: an SVG is well formed and tells who is who", "[exporters][drawing]") {
  const Picture picture = draw_all(testing::summit_network(), PictureFormat::svg);
  CHECK(xml_fault(picture.bytes).empty());
  CHECK(holds(picture.bytes, "role=\"img\""));
  CHECK(holds(picture.bytes, "<title id=\"network-title\">Two small summits</title>"));
  CHECK(holds(picture.bytes, "<title>Angola, country: 1 tie drawn; Summit One</title>"));
  CHECK(holds(picture.bytes, "<title>Angola, Declaration One: signed</title>"));
  CHECK(holds(picture.bytes, ">Angola</text>"));
  CHECK(holds(picture.bytes, ">1–2 Nov 2023</text>"));
  CHECK(holds(picture.bytes, "host: Angola</text>"));
  CHECK(holds(picture.bytes, "Data: Two small summits, version 1.0.0, CC-BY-4.0.</text>"));
  CHECK_FALSE(holds(picture.bytes, "raphviz"));
  CHECK_FALSE(holds(picture.bytes, "<!--"));
  CHECK(picture.entities == 7);
  CHECK(picture.edges == 3);
}

TEST_CASE("drawing: PNG and PDF are what they say, and hold no date", "[exporters][drawing]") {
  const Picture png = draw_all(testing::summit_network(), PictureFormat::png);
  REQUIRE(png.bytes.starts_with("\x89PNG\r\n\x1A\n"));
  CHECK(big_endian(png.bytes, 16) == 2400);  // the width: two dots a pixel
  const std::vector<std::string> names = chunks(png.bytes);
  CHECK(names.front() == "IHDR");
  CHECK(names.back() == "IEND");
  CHECK(std::count(names.begin(), names.end(), "tIME") == 0);
  const Picture pdf = draw_all(testing::summit_network(), PictureFormat::pdf);
  CHECK(pdf.bytes.starts_with("%PDF-1."));
  CHECK(holds(pdf.bytes.substr(pdf.bytes.size() - 10), "%%EOF"));
  CHECK_FALSE(holds(pdf.bytes, "Date ("));
}

TEST_CASE("drawing: the same network gives the same bytes", "[exporters][drawing]") {
  const Network series = testing::random_series(4, 3, 60);
  const Network small = testing::random_ties(4, 40, 80);
  const Network large = testing::random_ties(4, 500, 900);
  DrawingOptions all;
  all.subset.limit = 0;
  for (const Network* network : {&series, &small, &large}) {
    const Graph graph = select(*network);
    for (const PictureFormat format :
         {PictureFormat::svg, PictureFormat::png, PictureFormat::pdf}) {
      const std::string first = draw(*network, graph, format, all).bytes;
      CHECK(first == draw(*network, graph, format, all).bytes);
    }
  }
}

TEST_CASE("drawing: names are drawn as they are", "[exporters][drawing]") {
  const auto drawn = [](const std::string& name) {
    const std::string svg = draw_all(one_named(name), PictureFormat::svg).bytes;
    INFO(name);
    CHECK(xml_fault(svg).empty());
    CHECK(draw_all(one_named(name), PictureFormat::pdf).bytes.starts_with("%PDF"));
    return svg;
  };
  CHECK(holds(drawn("<b>bold</b>"), ">&lt;b&gt;bold&lt;/b&gt;</text>"));
  CHECK(holds(drawn("a & b"), ">a &amp; b</text>"));
  CHECK(holds(drawn("a &amp; b"), ">a &amp;amp; b</text>"));
  CHECK(holds(drawn("say \"no\""), ">say &quot;no&quot;</text>"));
  CHECK(holds(drawn("back\\slash \\N \\"), ">back\\slash \\N \\</text>"));
  CHECK(holds(drawn("two\nlines"), ">two lines</text>"));
  CHECK(holds(drawn("Côte d'Ivoire"), ">Côte d'Ivoire</text>"));
  CHECK(holds(drawn("日本"), ">日本</text>"));
  CHECK(holds(drawn("]]> --"), ">]]&gt; --</text>"));
  CHECK(holds(drawn("node"), ">node</text>"));
}

TEST_CASE("drawing: nobody, one and very many give a picture with its caption",
          "[exporters][drawing]") {
  const auto check = [](const Network& network, std::size_t limit, const std::string& caption) {
    DrawingOptions options;
    options.subset.limit = limit;
    const Picture picture = draw(network, select(network), PictureFormat::svg, options);
    CHECK(xml_fault(picture.bytes).empty());
    CHECK(holds(picture.bytes, "<desc id=\"network-description\">" + caption));
    CHECK(holds(picture.caption, caption));
  };
  check(testing::random_ties(1, 0, 0), 220, "There is nothing to show.");
  check(testing::random_ties(1, 1, 0), 220, "Shows 1 organisation. Nothing is left out.");
  check(testing::random_ties(1, 5000, 0), 0, "Shows 5,000 organisations. Nothing is left out.");
  check(testing::random_ties(1, 2000, 4000), 0, "Shows 2,000 organisations. Nothing is left out.");
}

TEST_CASE("drawing: loops and directed edges are no trouble", "[exporters][drawing]") {
  NetworkBuilder builder;
  Dataset dataset;
  dataset.directed = true;
  builder.describe(dataset);
  builder.add_entity({.id = "a", .kind = "other", .name = "A"});
  builder.add_entity({.id = "b", .kind = "other", .name = "B"});
  builder.add_relation({.source = "a", .type = "to", .target = "b"});
  builder.add_relation({.source = "b", .type = "to", .target = "a"});
  const Network network = std::move(builder).finish();
  const Graph graph(GraphParts{.vertices = 2,
                               .direction = Direction::directed,
                               .edges = {{0, 0}, {0, 1}, {1, 0}},
                               .entities = {0, 1}});
  const Picture picture = draw(network, graph, PictureFormat::svg);
  CHECK(xml_fault(picture.bytes).empty());
  CHECK(picture.edges == 2);
  CHECK(holds(picture.caption, "1 of 3 ties"));
}

}  // namespace
}  // namespace summitry
