#include "loaders/json.hpp"

#include <rapidcheck.h>

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

nlohmann::json as_nlohmann(const JsonValue& value) {
  switch (value.kind) {
    case JsonValue::Kind::null:
      return nullptr;
    case JsonValue::Kind::boolean:
      return value.text == "true";
    case JsonValue::Kind::number:
      return nlohmann::json::parse(value.text);
    case JsonValue::Kind::string:
      return value.text;
    case JsonValue::Kind::array: {
      nlohmann::json array = nlohmann::json::array();
      for (const JsonValue& item : value.items) array.push_back(as_nlohmann(item));
      return array;
    }
    case JsonValue::Kind::object: {
      nlohmann::json object = nlohmann::json::object();
      for (std::size_t i = 0; i < value.keys.size(); ++i) {
        object[value.keys[i]] = as_nlohmann(value.items[i]);
      }
      return object;
    }
  }
  return nullptr;
}

std::string place_of_fault(const std::string& text) {
  const JsonDocument document = parse_json(text);
  if (document.faults.size() != 1) return std::to_string(document.faults.size()) + " faults";
  const TextFault& fault = document.faults[0];
  return std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " +
         fault.what;
}

rc::Gen<nlohmann::json> any_json(int depth) {
  const auto letter = rc::gen::element<std::string>("a", "\"", "\\", "\n", "é", "[", "}", ",", ":");
  const auto text = rc::gen::map(rc::gen::container<std::vector<std::string>>(letter),
                                 [](const std::vector<std::string>& letters) {
                                   std::string joined;
                                   for (const std::string& one : letters) joined += one;
                                   return joined;
                                 });
  const auto string =
      rc::gen::map(text, [](const std::string& one) { return nlohmann::json(one); });
  const auto number =
      rc::gen::map(rc::gen::arbitrary<int>(), [](int one) { return nlohmann::json(one / 8.0); });
  const auto word = rc::gen::element<nlohmann::json>(nullptr, true, false, 12);
  if (depth == 0) return rc::gen::oneOf(string, number, word);
  const auto array =
      rc::gen::map(rc::gen::container<std::vector<nlohmann::json>>(any_json(depth - 1)),
                   [](const auto& items) { return nlohmann::json(items); });
  const auto object = rc::gen::map(
      rc::gen::container<std::map<std::string, nlohmann::json>>(text, any_json(depth - 1)),
      [](const auto& items) { return nlohmann::json(items); });
  return rc::gen::oneOf(string, number, word, array, object);
}

}  // namespace

TEST_CASE("json: values know their places", "[loaders][json]") {
  const JsonDocument document =
      parse_json("{\n  \"é\": [1,  \"two\" ],\r\n\t\"b\": {\"c\": null}}");
  REQUIRE(document.root);
  REQUIRE(document.faults.empty());
  const JsonValue& list = *document.root->find("é");
  CHECK(document.root->place == Place{1, 1});
  CHECK(list.place == Place{2, 8});
  CHECK(list.items[0].place == Place{2, 9});
  CHECK(list.items[1].place == Place{2, 13});
  CHECK(document.root->find("b")->place == Place{3, 7});
  CHECK(document.root->find("b")->find("c")->place == Place{3, 13});
  CHECK(document.root->find("z") == nullptr);
}

TEST_CASE("json: numbers keep the text they were written in", "[loaders][json]") {
  const JsonDocument document = parse_json("[1500000000.10, 1e3, -0, 12345678901234567890123]");
  REQUIRE(document.root);
  CHECK(document.root->items[0].text == "1500000000.10");
  CHECK(document.root->items[1].text == "1e3");
  CHECK(document.root->items[2].text == "-0");
  CHECK(document.root->items[3].text == "12345678901234567890123");
}

TEST_CASE("json: strings are unescaped", "[loaders][json]") {
  const JsonDocument document = parse_json(R"(["a\"b\\", "\u00e9\ud83c\uddeb", "\n"])");
  REQUIRE(document.root);
  CHECK(document.root->items[0].text == "a\"b\\");
  CHECK(document.root->items[1].text == "é\xF0\x9F\x87\xAB");
  CHECK(document.root->items[2].text == "\n");
}

TEST_CASE("json: a syntax error is told at its line and column", "[loaders][json]") {
  CHECK(place_of_fault("{\"a\": 1,\n \"b\" 2}") == "2:6 not JSON: unexpected number literal");
  CHECK(place_of_fault("[1, 2") == "1:6 not JSON: unexpected end of input");
  CHECK(place_of_fault("") == "1:1 not JSON: unexpected end of input");
  CHECK(place_of_fault("[1]\n x") == "2:2 not JSON: invalid literal");
  CHECK(place_of_fault("[1e999]") == "1:2 not JSON: number overflow parsing '1e999'");
  CHECK(place_of_fault("[\"a\\u0000b\"]") == "1:2 a NUL character within a string");
  CHECK(place_of_fault("{\"a\": 1, \"a\": 2}") == "1:10 the key \"a\" stands twice in one object");
}

TEST_CASE("json: one byte order mark is no part of the text, a second is no JSON",
          "[loaders][json]") {
  CHECK(parse_json("\xEF\xBB\xBF[1]").faults.empty());
  const JsonDocument twice = parse_json("\xEF\xBB\xBF\xEF\xBB\xBF[1]");
  CHECK_FALSE(twice.root);
  REQUIRE(twice.faults.size() == 1);
  CHECK(twice.faults.front().what == "not JSON: a second byte order mark");
}

TEST_CASE("json: deep nesting is refused before it costs a stack", "[loaders][json]") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(parse_json(nested(kDeepestJson)).root.has_value());
  CHECK(place_of_fault(nested(kDeepestJson + 1)) == "1:101 values nested more than 100 deep");
  CHECK_FALSE(parse_json(std::string(1'000'000, '[')).root.has_value());
  CHECK_FALSE(parse_json(std::string(1'000'000, '{')).root.has_value());
}

TEST_CASE("json: the first of two equal keys counts", "[loaders][json]") {
  const JsonDocument document = parse_json(R"({"a": 1, "a": {"a": [2]}, "b": 3})");
  REQUIRE(document.root);
  CHECK(document.root->find("a")->text == "1");
  CHECK(document.root->find("b")->text == "3");
}

TEST_CASE("json: the same values as nlohmann's own parser, compact or indented",
          "[loaders][json]") {
  CHECK(rc::check([] {
    const nlohmann::json expected = *any_json(2);
    for (const int indent : {-1, 0, 3}) {
      const JsonDocument document = parse_json(expected.dump(indent));
      RC_ASSERT(document.faults.empty());
      RC_ASSERT(document.root.has_value());
      RC_ASSERT(as_nlohmann(*document.root) == expected);
    }
  }));
}
