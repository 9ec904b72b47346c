#include "loaders/text.hpp"

#include <rapidcheck.h>

#include "tests/support/catch.hpp"

using namespace summitry;

TEST_CASE("text: valid UTF-8 stays as it is, without its byte order mark", "[loaders][text]") {
  for (const char* text : {"", "plain", "é 日本 \xF0\x9F\x87\xAB\xF0\x9F\x87\xB7", "12345678é"}) {
    CHECK(clean_text(text).bytes == text);
    CHECK(clean_text(std::string("\xEF\xBB\xBF") + text).bytes == text);
    CHECK(clean_text(text).faults.empty());
  }
}

TEST_CASE("text: the first bad byte is told, and all become U+FFFD", "[loaders][text]") {
  const CleanText clean = clean_text("ab\né\xFFz\xC3(");
  CHECK(clean.readable);
  CHECK(clean.bytes == "ab\né\xEF\xBF\xBDz\xEF\xBF\xBD(");
  REQUIRE(clean.faults.size() == 1);
  CHECK(clean.faults[0].place == Place{2, 2});
  CHECK(clean.faults[0].what == "the byte 0xFF is not UTF-8 (the first of 2 such bytes)");
}

TEST_CASE("text: overlong forms, surrogates and what is beyond U+10FFFF are no UTF-8",
          "[loaders][text]") {
  for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"}) {
    CHECK(clean_text(bad).faults.size() == 1);
  }
  for (const char* good : {"\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF", "\xC2\x80"}) {
    CHECK(clean_text(good).faults.empty());
  }
}

TEST_CASE("text: a NUL byte is told even among eight plain ones", "[loaders][text]") {
  for (std::size_t at = 0; at < 20; ++at) {
    std::string text(20, 'x');
    text[at] = '\0';
    const CleanText clean = clean_text(text);
    REQUIRE(clean.faults.size() == 1);
    CHECK(clean.faults[0].place == Place{1, at + 1});
    CHECK(clean.bytes.find('\0') == std::string::npos);
  }
}

TEST_CASE("text: UTF-16 and archives are another kind of file", "[loaders][text]") {
  for (const std::string& bytes : {std::string("\xFF\xFE"
                                               "a\0",
                                               4),
                                   std::string("\xFE\xFF\0a", 4), std::string("PK\x03\x04rest")}) {
    CHECK_FALSE(clean_text(bytes).readable);
    CHECK(clean_text(bytes).faults.size() == 1);
  }
}

TEST_CASE("text: places count lines by LF, CR LF and CR", "[loaders][text]") {
  const std::string_view text = "a\nb\r\ncé\rd";
  CHECK(place_of(text, 0) == Place{1, 1});
  CHECK(place_of(text, 2) == Place{2, 1});
  CHECK(place_of(text, 5) == Place{3, 1});
  CHECK(place_of(text, 8) == Place{3, 3});
  CHECK(place_of(text, 9) == Place{4, 1});
}

TEST_CASE("text: a message repeats no control characters and no long texts", "[loaders][text]") {
  CHECK(in_quotes("a\nb\x01") == R"("a\nb\x01")");
  CHECK(in_quotes(std::string(60, 'x')) == "\"" + std::string(60, 'x') + "\"");
  CHECK(in_quotes(std::string(61, 'x')) == "\"" + std::string(60, 'x') + "…\"");
}

TEST_CASE("text: whatever the bytes, the cleaned text is clean", "[loaders][text]") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& bytes) {
    const CleanText once = clean_text(std::string(bytes.begin(), bytes.end()));
    const CleanText twice = clean_text("x" + once.bytes);
    RC_ASSERT(twice.faults.empty());
    RC_ASSERT(twice.bytes == "x" + once.bytes);
  }));
}
