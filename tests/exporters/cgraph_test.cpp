// The one wrapper of cgraph: what is written is read back, whatever the text.
#include "exporters/cgraph.hpp"

#include <rapidcheck.h>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

// Names that DOT or cgraph treat specially.
const std::vector<std::string>& names_that_bite() {
  static const std::vector<std::string> kNames = {
      "",           "node",  "graph",  "Strict",
      "<b>x</b>",   "a\"b",  "back\\", "\\N",
      "\\",         "\\\"",  "%5",     "%",
      "\\%",        "é",     "日本",   "🎉",
      "two\nlines", "-.",    "-1.5",   "01",
      "3abc",       "a b",   "//c",    "/*",
      "#c",         "\ttab", "a\\nb",  "&eacute;",
      "a;b",        "[x]",   "{}",     std::string(5000, 'x')};
  return kNames;
}

bool comes_back(const std::string& name) {
  CGraph made(Direction::undirected, "g");
  made.set(made.vertex(dot_text(name)), "label", dot_text(name));
  const CGraph read = CGraph::read(made.write());
  if (read.vertices().size() != 1) return false;
  CGraph::Vertex const vertex = read.vertices().front();
  return dot_plain(CGraph::name(vertex)) == name && dot_plain(CGraph::get(vertex, "label")) == name;
}

}  // namespace

TEST_CASE("cgraph: a backslash is doubled, a line break is \\n, a leading % is escaped",
          "[exporters][dot]") {
  CHECK(dot_text("a\\b\nc") == "a\\\\b\\nc");
  CHECK(dot_text("%5") == "\\%5");
  CHECK(dot_plain("\\N \\\\N \\n") == "\\N \\N \n");
  CHECK(dot_label("R&D \\") == "R&amp;D \\\\");
}

TEST_CASE("cgraph: names that bite come back as they were", "[exporters][dot]") {
  for (const std::string& name : names_that_bite()) {
    INFO("name: " << name.substr(0, 40));
    CHECK(comes_back(name));
  }
}

TEST_CASE("cgraph: any text without a zero byte comes back as it was", "[exporters][dot]") {
  CHECK(rc::check([](const std::string& text) {
    RC_PRE(text.find('\0') == std::string::npos);
    RC_ASSERT(comes_back(text));
  }));
}

TEST_CASE("cgraph: parallel edges, loops and attributes are kept", "[exporters][dot]") {
  CGraph made(Direction::directed);
  auto* const a = made.vertex("a");
  auto* const b = made.vertex("b");
  made.set(made.add_edge(a, b), "type", "first");
  made.set(made.add_edge(a, b), "type", "second");
  made.set(made.add_edge(b, b), "in-degree", "3");
  made.set("label", "title");
  made.set_vertex_default("shape", "box");

  const CGraph read = CGraph::read(made.write());

  REQUIRE(read.directed());
  REQUIRE(read.edges().size() == 3);
  CHECK(CGraph::get(read.edges()[0], "type") == "first");
  CHECK(CGraph::get(read.edges()[1], "type") == "second");
  CHECK(CGraph::get(read.edges()[2], "in-degree") == "3");
  CHECK(CGraph::get(read.edges()[2], "type").empty());
  CHECK(CGraph::name(CGraph::source(read.edges()[2])) == "b");
  CHECK(read.get("label") == "title");
  CHECK(CGraph::get(read.vertices()[0], "shape") == "box");
  CHECK(CGraph::get(read.vertices()[0], "no such attribute").empty());
}

TEST_CASE("cgraph: what is not DOT is refused with Graphviz' own words", "[exporters][dot]") {
  CHECK_THROWS_WITH(CGraph::read("graph {"), Catch::Contains("syntax error"));
  CHECK_THROWS_AS(CGraph::read(""), Error);
}

}  // namespace summitry
