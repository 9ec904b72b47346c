// The pieces that make output readable: widths, wrapping, quoting, tables.
#include <limits>
#include <sstream>

#include "cli/console.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"
#include "cli/ranking.hpp"
#include "cli/tables.hpp"
#include "cli/text_width.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;
using namespace summitry::cli;

TEST_CASE("progress: what is left is told after a second, in a unit that one can feel", "[cli]") {
  CHECK(time_left(0.9, 0.5).empty());
  CHECK(time_left(10.0, 0.0).empty());
  CHECK(time_left(10.0, 1.0).empty());
  CHECK(time_left(10.0, 0.25) == "about 30 s left");
  CHECK(time_left(2.0, 0.9) == "about 1 s left");
  CHECK(time_left(100.0, 0.25) == "about 5 min left");
  CHECK(time_left(3600.0, 0.25) == "about 3 h left");
}

TEST_CASE("progress: what cannot tell how far it is shows on a terminal and is wiped", "[cli]") {
  std::ostringstream out;
  std::ostringstream err;
  Console console{out, err, nullptr, true};
  {
    const Doing doing(console, "drawing");
    CHECK(err.str() == "\r\033[Kdrawing …");
  }
  CHECK(err.str() == "\r\033[Kdrawing …\r\033[K");
  CHECK(out.str().empty());
  err.str("");
  for (Console silent : {Console{out, err, nullptr, false}, Console{out, err, nullptr, true, true},
                         Console{out, err, nullptr, true, false, false}}) {
    const Doing doing(silent, "drawing");
  }
  CHECK(err.str().empty());
}

TEST_CASE("text: width counts columns, not bytes", "[cli]") {
  CHECK(text_width("") == 0);
  CHECK(text_width("Paris") == 5);
  CHECK(text_width("São Tomé") == 8);
  CHECK(text_width("Vučić") == 5);
  CHECK(text_width("e\u0301") == 1);  // e and a combining accent
  CHECK(text_width("东京") == 4);
  CHECK(text_width("\xFF\xFE") == 2);  // bytes that are no UTF-8 count one each
}

TEST_CASE("text: what is too wide ends in an ellipsis, whole characters kept", "[cli]") {
  CHECK(fitted("Paris", 5) == "Paris");
  CHECK(fitted("Paris", 4) == "Par…");
  CHECK(fitted("东京都", 4) == "东…");
  CHECK(fitted("São Tomé", 3) == "Sã…");
  CHECK(fitted("a\nb\x1b[2J", 20) == "a b [2J");
}

TEST_CASE("text: tables line up and leave no trailing blanks", "[cli]") {
  const AlignedTable table = {
      {"name", "n"}, {Align::left, Align::right}, {{"é", "7"}, {"ab", "12"}}};
  CHECK(aligned(table) == "name   n\né      7\nab    12\n");
}

TEST_CASE("text: lines break at blanks and keep their margin", "[cli]") {
  CHECK(wrapped("aa bb cc", 2, 7) == "  aa bb\n  cc\n");
  CHECK(wrapped("averylongword b", 0, 5) == "averylongword\nb\n");
}

TEST_CASE("text: words of a shell are quoted where they must be", "[cli]") {
  CHECK(shell_word("datasets/karate") == "datasets/karate");
  CHECK(shell_word("my network") == "'my network'");
  CHECK(shell_word("it's") == R"('it'\''s')");
  CHECK(shell_word("").size() == 2);
}

TEST_CASE("text: figures are rounded for reading only", "[cli]") {
  CHECK(readable(17.0) == "17");
  CHECK(readable(231.0714) == "231.1");
  CHECK(readable(0.10091918) == "0.1009");
  CHECK(readable(87702.1608) == "87702.2");
  CHECK(readable(std::numeric_limits<double>::quiet_NaN()) == "-");
}

TEST_CASE("text: sections become CSV, JSON and Markdown without loss", "[cli]") {
  const Section one{"people",
                    {{"name", "score"}, {{std::string("a|b"), 0.5}, {std::string("c"), {}}}}};
  const Section two{"places", {{"name"}, {{std::string("x")}}}};
  CHECK(csv_tables(std::vector{one}) == "name,score\na|b,0.5\nc,\n");
  CHECK(csv_tables(std::vector{one, two}) ==
        "section,item,field,value\npeople,a|b,score,0.5\npeople,c,score,\nplaces,x,,\n");
  CHECK(markdown_tables(std::vector{one}) ==
        "| name | score |\n|---|---|\n| `a\\|b` | 0.5 |\n| `c` |  |\n");
  CHECK(json_tables(std::vector{two}) ==
        "{\n  \"places\": [\n    {\n      \"name\": \"x\"\n    }\n  ]\n}\n");
}

TEST_CASE("text: parts between separators, empty ones too", "[cli]") {
  CHECK(split("a,b", ',') == std::vector<std::string>{"a", "b"});
  CHECK(split("", ',') == std::vector<std::string>{""});
  CHECK(split("a,,", ',') == std::vector<std::string>{"a", "", ""});
}
