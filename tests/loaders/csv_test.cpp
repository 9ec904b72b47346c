#include "loaders/csv.hpp"

#include <rapidcheck.h>

#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Read {
  Rows rows;
  std::vector<std::string> problems;  // "line:column what"
};

Read read(std::string_view text, CsvDialect dialect = {}) {
  Read result;
  CsvReader reader(text, dialect);
  while (reader.next()) {
    std::vector<std::string>& row = result.rows.emplace_back();
    for (const Cell& cell : reader.row()) row.emplace_back(cell.text);
    for (const CsvProblem& problem : reader.problems()) {
      result.problems.push_back(std::to_string(problem.cell.line) + ":" +
                                std::to_string(problem.cell.column) + " " + problem.what);
    }
  }
  return result;
}

// RFC 4180, written as slowly as it is defined.
std::string written(const Rows& rows, bool quote_all, const std::string& line_end) {
  std::string text;
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      const bool needs = row[i].find_first_of(",\"\r\n") != std::string::npos;
      if (!needs && !quote_all && !(row.size() == 1 && row[i].empty())) {
        text += row[i];
        continue;
      }
      text += '"';
      for (const char c : row[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += line_end;
  }
  return text;
}

}  // namespace

TEST_CASE("csv: plain rows", "[loaders][csv]") {
  CHECK(read("a,b\nc,d\n").rows == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(read("a,b\nc,d").rows == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(read("a,,\n").rows == Rows{{"a", "", ""}});
  CHECK(read(",").rows == Rows{{"", ""}});
  CHECK(read("").rows.empty());
  CHECK(read(" a , b ").rows == Rows{{" a ", " b "}});
}

TEST_CASE("csv: lines end at LF, CR LF or CR, also mixed", "[loaders][csv]") {
  CHECK(read("a\r\nb\rc\nd").rows == Rows{{"a"}, {"b"}, {"c"}, {"d"}});
  CHECK(read("a,b\r\n\r\n\n\rc,d\r\n").rows == Rows{{"a", "b"}, {"c", "d"}});
}

TEST_CASE("csv: quotes hold delimiters, line ends and doubled quotes", "[loaders][csv]") {
  CHECK(read("\"a,b\",c\n").rows == Rows{{"a,b", "c"}});
  CHECK(read("\"a\nb\r\nc\",d\n").rows == Rows{{"a\nb\r\nc", "d"}});
  CHECK(read("\"say \"\"yes\"\"\",\"\"\"\"\n").rows == Rows{{"say \"yes\"", "\""}});
  CHECK(read("\"\"\n").rows == Rows{{""}});
  CHECK(read("\"\",\"\"").rows == Rows{{"", ""}});
}

TEST_CASE("csv: another delimiter, and comments", "[loaders][csv]") {
  CHECK(read("a;b,c\n", {.delimiter = ';'}).rows == Rows{{"a", "b,c"}});
  CHECK(read("a\t\"b\tc\"\n", {.delimiter = '\t'}).rows == Rows{{"a", "b\tc"}});
  CHECK(read("# one\na,b\n% two\n\"#\",c\n", {.comments = "#%"}).rows ==
        Rows{{"a", "b"}, {"#", "c"}});
  CHECK(read("#a,b\n").rows == Rows{{"#a", "b"}});
}

TEST_CASE("csv: a cell knows the line and column where it starts, counted in characters",
          "[loaders][csv]") {
  CsvReader reader("é,日本,\"x\r\ny\",z\n\n\"q\",r");
  std::vector<Place> places;
  while (reader.next()) {
    for (const Cell& cell : reader.row()) places.push_back({cell.line, cell.column});
  }
  CHECK(places == std::vector<Place>{{1, 1}, {1, 3}, {1, 6}, {2, 4}, {4, 1}, {4, 5}});
}

TEST_CASE("csv: a quote that is never closed is told where it opens", "[loaders][csv]") {
  const Read result = read("a,b\nc,\"d\ne,f\n");
  CHECK(result.problems == std::vector<std::string>{"2:3 a quote that is never closed"});
  CHECK(result.rows.size() == 2);
}

TEST_CASE("csv: text after a closing quote is told, and the row goes on", "[loaders][csv]") {
  const Read result = read("\"a\" b,c\nd,e\n");
  CHECK(result.problems == std::vector<std::string>{"1:4 the text \" b\" after a closing quote"});
  CHECK(result.rows == Rows{{"a", "c"}, {"d", "e"}});
}

TEST_CASE("csv: a quote inside a plain cell is kept, with a warning", "[loaders][csv]") {
  CsvReader reader("5\" pipe,b\n");
  REQUIRE(reader.next());
  CHECK(reader.row()[0].text == "5\" pipe");
  REQUIRE(reader.problems().size() == 1);
  CHECK(reader.problems()[0].severity == Severity::warning);
  CHECK_FALSE(reader.next());
}

TEST_CASE("csv: problems are those of the row in hand", "[loaders][csv]") {
  CsvReader reader("\"a\"x\nb\n");
  REQUIRE(reader.next());
  CHECK(reader.problems().size() == 1);
  REQUIRE(reader.next());
  CHECK(reader.problems().empty());
}

TEST_CASE("csv: a cell beyond 1 MiB ends the reading", "[loaders][csv]") {
  const std::string longest(kLongestCell, 'x');
  CHECK(read(longest + "\nb").problems.empty());
  CHECK(read(longest + "\nb").rows.size() == 2);
  for (const std::string& text : {longest + "x\nb", "\"" + longest + "x\"\nb"}) {
    const Read result = read(text);
    CHECK(result.problems == std::vector<std::string>{"1:1 a cell of more than 1 MiB"});
    CHECK(result.rows == Rows{{""}});
  }
}

TEST_CASE("csv: more than 10,000 cells in a row end the reading", "[loaders][csv]") {
  CHECK(read(std::string(kMostColumns - 1, ',')).rows[0].size() == kMostColumns);
  const Read result = read(std::string(kMostColumns, ',') + "\nb");
  CHECK(result.rows.size() == 1);
  CHECK(result.problems == std::vector<std::string>{"1:10001 more than 10000 cells in a row"});
}

TEST_CASE("csv: any table written by RFC 4180 reads back", "[loaders][csv]") {
  CHECK(rc::check([](bool quote_all) {
    const auto letter = rc::gen::element<std::string>("a", "b", ",", "\"", "\n", "\r", " ", "é",
                                                      "\r\n", "#", "\xF0\x9F\x87\xAB");
    const auto cell = rc::gen::map(rc::gen::container<std::vector<std::string>>(letter),
                                   [](const std::vector<std::string>& letters) {
                                     std::string text;
                                     for (const std::string& one : letters) text += one;
                                     return text;
                                   });
    const Rows rows = *rc::gen::container<Rows>(
        rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(cell)));
    for (const char* line_end : {"\n", "\r\n", "\r"}) {
      const Read result = read(written(rows, quote_all, line_end));
      RC_ASSERT(result.problems.empty());
      RC_ASSERT(result.rows == rows);
    }
  }));
}

TEST_CASE("csv: any bytes end, with every cell inside the text or unescaped from it",
          "[loaders][csv]") {
  CHECK(rc::check([] {
    const std::string text = *rc::gen::container<std::string>(
        rc::gen::element('a', '"', ',', '\n', '\r', '#', ';', '\0'));
    CsvReader reader(text, {.comments = "#"});
    std::size_t bytes = 0;
    while (reader.next()) {
      RC_ASSERT(!reader.row().empty());
      for (const Cell& cell : reader.row()) bytes += cell.text.size();
    }
    RC_ASSERT(bytes <= text.size());
  }));
}
