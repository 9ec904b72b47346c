// Tests of measuring and cutting text.
#include "exporters/drawing/text.hpp"

#include <rapidcheck.h>

#include <string>

#include "tests/support/catch.hpp"

namespace summitry::drawing {
namespace {

// Widths of the font's own table: a digit 1303, a capital A 1401, a space 651 of 2048 a letter.
TEST_CASE("text width: is the sum of the font's advance widths", "[exporters][drawing]") {
  CHECK(text_width("", 2048.0) == 0.0);
  CHECK(text_width("2026", 2048.0) == Approx(4 * 1303.0));
  CHECK(text_width("A 1", 2048.0) == Approx(1401.0 + 651.0 + 1303.0));
  CHECK(text_width("A", 1024.0) == Approx(1401.0 / 2));
  CHECK(text_width("A", 2048.0, Weight::bold) == Approx(1585.0));
}

TEST_CASE("text width: counts characters, not bytes", "[exporters][drawing]") {
  CHECK(text_width("é", 10.0) == Approx(text_width("e", 10.0)));
  CHECK(text_width("e\u0301", 10.0) == Approx(text_width("e", 10.0)));  // combining acute
  CHECK(text_width("日本", 10.0) == Approx(2 * text_width("日", 10.0)));
  CHECK(text_width("日", 10.0) >= 10.0);
  CHECK(exact_width("Côte d'Ivoire"));
  CHECK_FALSE(exact_width("日本"));
}

TEST_CASE("clean text: is one line that XML can hold", "[exporters][drawing]") {
  CHECK(clean("a\n\tb") == "a b");
  CHECK(clean("  a  ") == "a");
  CHECK(clean(std::string("a\x01") + "b\x7F") == "ab");
  CHECK(clean("a\xFF"
              "b") == "a\uFFFDb");
  CHECK(clean("\xE6\x97") == "\uFFFD\uFFFD");            // a sequence cut short
  CHECK(clean("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // half a surrogate pair
  CHECK(clean("<b> & \"c\"") == "<b> & \"c\"");
  CHECK(clean("") == "");
}

TEST_CASE("wrapped text: no line but one of a single word is too wide", "[exporters][drawing]") {
  CHECK(wrap("one two three", 10.0, 1000.0) == std::vector<std::string>{"one two three"});
  CHECK(wrap("one two", 10.0, 30.0) == std::vector<std::string>{"one", "two"});
  CHECK(wrap("", 10.0, 30.0).empty());
  CHECK(rc::check("wrap keeps the words and the width", [](std::vector<std::string> words) {
    std::string text;
    for (const std::string& word : words) text += clean(word) + ' ';
    std::string joined;
    for (const std::string& line : wrap(clean(text), 12.0, 90.0)) {
      RC_ASSERT(text_width(line, 12.0) <= 90.0 || line.find(' ') == std::string::npos);
      joined += (joined.empty() ? "" : " ") + line;
    }
    RC_ASSERT(joined == clean(text));
  }));
}

TEST_CASE("shortened text: fits, ends in an ellipsis and is cut between characters",
          "[exporters][drawing]") {
  CHECK(shorten("short", 10.0, 100.0) == "short");
  const std::string cut = shorten("éééééééééééééééééééé", 10.0, 50.0);
  CHECK(cut.ends_with("…"));
  CHECK(text_width(cut, 10.0) <= 50.0);
  CHECK(clean(cut) == cut);
  CHECK(shorten("a word", 10.0, text_width("a …", 10.0)) == "a…");
}

TEST_CASE("grouped counts: thousands are set apart", "[exporters][drawing]") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567) == "1,234,567");
}

}  // namespace
}  // namespace summitry::drawing
