// Files read a stretch at a time: what is found must be what the whole tree has, where it stands.
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "loaders/xml/stream/file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

using namespace summitry;

namespace {

constexpr XmlShape kShape{3, "graph", "graph", "directed"};

// Line, column, and what an element says.
using Seen = std::tuple<std::size_t, std::size_t, std::string>;

void see(const XmlElement& element, std::vector<Seen>& seen) {
  const Cell place = element.place();
  std::string said(element.place().text);
  said.append(" ").append(element.attribute("id").text);
  // Nobody reads the text around records.
  if (element.name() != "graph") said.append(" ").append(element.text().text);
  seen.emplace_back(place.line, place.column, said);
}

// The element and all within it.
void see_all(const XmlElement& top, std::vector<Seen>& seen) {
  if (!top) return;
  see(top, seen);
  for (XmlElement child = top.first(); child; child = child.next()) see_all(child, seen);
}

struct Reading {
  std::vector<Seen> elements;  // by place
  std::string findings;
};

std::string findings_of(const NetworkBuilder& builder) {
  std::string lines;
  for (const Finding& finding : builder.findings()) lines += to_string(finding) + "\n";
  return lines;
}

Reading read_whole(const std::string& text) {
  NetworkBuilder builder;
  Reading reading;
  const XmlDocument document(builder, text);
  see_all(document.root("r"), reading.elements);
  reading.findings = findings_of(builder);
  return reading;
}

Reading read_in_stretches(XmlBytes bytes) {
  NetworkBuilder builder;
  Reading reading;
  XmlFile file(builder, std::move(bytes), kShape);
  const XmlElement root = file.root("r");
  see_all(root, reading.elements);
  if (root) {
    file.each_record([&reading](const XmlElement& one) { see_all(one, reading.elements); });
  }
  std::sort(reading.elements.begin(), reading.elements.end());
  reading.findings = findings_of(builder);
  return reading;
}

std::size_t records_of(const std::string& text) {
  NetworkBuilder builder;
  XmlFile file(builder, XmlBytes(text), kShape);
  std::size_t records = 0;
  file.each_record([&records](const XmlElement& /*one*/) { ++records; });
  return records;
}

std::string large_graph(int nodes) {
  std::string text = "<?xml version=\"1.0\"?>\n<r><key id=\"é\"/><graph id=\"日本\">\r\n";
  for (int i = 0; i < nodes; ++i) {
    text += "<node id=\"" + std::to_string(i) + ">\"><data>" + std::string(i % 90, 'x') +
            "é</data><!-- </node> --></node>";
    text += i % 7 == 0 ? "\r\n" : i % 7 == 1 ? "\n" : i % 7 == 2 ? "\r" : " ";
    if (i % 3 == 0) text += "<edge id='a' source=\"0\"/>";
    if (i % 1000 == 0) text += "<desc>" + std::to_string(i) + "<![CDATA[<edge>]]></desc>";
    if (i % 5000 == 1) text += "<node id=\"" + std::string(200'000, 'y') + "\"/>";
  }
  return text + "</graph>\n<late/></r>";
}

// Parts of XML in no order, most of them well-formed.
std::string shuffled_parts(std::mt19937& random) {
  constexpr std::array<const char*, 30> kParts{"<graph>",
                                               "</graph>",
                                               "<node id='a'>",
                                               "</node>",
                                               "<edge id=\"b\"/>",
                                               "<node/>",
                                               "<edge>",
                                               "</edge>",
                                               "<data id='1>2'>",
                                               "</data>",
                                               "<!-- <edge/> -->",
                                               "<![CDATA[</graph>]]>",
                                               "<?pi <node> ?>",
                                               "&amp;",
                                               "&lt;x",
                                               "&unknown;",
                                               "é",
                                               "\r\n",
                                               "\n",
                                               "text",
                                               "<p:node id=\"c\"/>",
                                               "<desc>d</desc>",
                                               "<graph/>",
                                               "<a b='1' b='2'/>",
                                               "<nodes>",
                                               "</nodes>",
                                               "\xFF",
                                               "\"",
                                               "<",
                                               "<node id=''>x</node>"};
  std::string text = "<r>";
  const std::size_t count = random() % 14;
  const bool begins = random() % 4 != 0;
  if (begins) text += "<graph>";
  for (std::size_t i = 0; i < count; ++i) text += kParts[random() % kParts.size()];
  if (begins) text += "</graph>";
  return text + (random() % 8 == 0 ? "" : "</r>");
}

}  // namespace

TEST_CASE("xml file: a large file in stretches is what it is as a whole", "[loaders][xml]") {
  const std::string text = large_graph(20'000);
  const Reading whole = read_whole(text);
  REQUIRE(whole.findings.empty());
  CHECK(read_in_stretches(XmlBytes(text)).elements == whole.elements);
  const testing::Folder folder("xml-file-test");
  const auto path = folder.write("large.xml", "\xEF\xBB\xBF" + text);
  const Reading reading = read_in_stretches(XmlBytes(path));
  CHECK(reading.findings.empty());
  CHECK(reading.elements == whole.elements);
}

TEST_CASE("xml file: whatever the parts, elements and findings are those of the whole",
          "[loaders][xml]") {
  std::mt19937 random(11);
  int sound = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = shuffled_parts(random);
    INFO(text);
    const Reading whole = read_whole(text);
    const Reading reading = read_in_stretches(XmlBytes(text));
    REQUIRE(reading.findings == whole.findings);
    REQUIRE(reading.elements == whole.elements);
    sound += whole.findings.empty() ? 1 : 0;
  }
  CHECK(sound > 1000);
}

TEST_CASE("xml file: records are those of the first graph", "[loaders][xml]") {
  CHECK(records_of("<r><graph><node/><edge/><a><node/></a></graph><graph><node/></graph></r>") ==
        2);
  CHECK(records_of("<r><node/><graph/><graph><node/></graph></r>") == 0);
  CHECK(records_of("<r><graph><node><graph><node/></graph></node></graph></r>") == 1);
}

TEST_CASE("xml file: what is wrong in a late record is told with its place", "[loaders][xml]") {
  std::string text = "<r><graph>\n";
  for (int i = 0; i < 10'000; ++i) text += "<node id=\"" + std::to_string(i) + "\"/>\n";
  CHECK(read_in_stretches(XmlBytes(text + "<edge a='1' a='2'/></graph></r>")).findings ==
        ":10002:2: error: the attribute \"a\" stands twice; give it once\n");
  CHECK(read_in_stretches(XmlBytes(text + "<edge>&b;</edge></graph></r>")).findings ==
        ":10002:7: error: unknown reference \"&b;\"; write the character itself, or & as &amp;\n");
  CHECK(read_in_stretches(XmlBytes(text + "<edge></graph></r>")).findings ==
        read_whole(text + "<edge></graph></r>").findings);
}
