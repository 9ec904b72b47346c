// Delimited text: delimiters, encodings, types of columns.
#include "loaders/delimited/read_table.hpp"

#include <string>
#include <vector>

#include "loaders/delimited/dialect.hpp"
#include "loaders/edge_list.hpp"
#include "loaders/tables/types.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;
using tables::Table;

namespace {

std::string utf16(const std::u16string& text, bool little) {
  std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char16_t unit : text) {
    const auto low = static_cast<char>(unit & 0xFFU);
    const auto high = static_cast<char>(unit >> 8U);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

struct Read {
  std::vector<std::vector<std::string>> rows;
  std::vector<ColumnType> types;
  std::string findings;
};

Read read(const std::string& text) {
  Read out;
  NetworkBuilder builder;
  builder.reading("t");
  auto table = delimited::read_table(builder, text, "t");
  if (table) {
    const std::vector<bool> all(table->columns(), true);
    out.types = tables::type_columns(builder, *table, all);
    for (std::size_t row = 0; row < table->rows(); ++row) {
      out.rows.emplace_back(table->columns());
      for (const tables::Filled& filled : std::as_const(*table).row(row)) {
        out.rows.back()[filled.column] = filled.cell.text;
      }
    }
  }
  for (const Finding& finding : std::move(builder).build().findings) {
    out.findings += to_string(finding) + "\n";
  }
  return out;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("delimited: the delimiter is that which divides all lines alike",
          "[loaders][delimited]") {
  CHECK(delimited::dialect_of("a,b\n1;2,3\n").delimiter == ',');
  CHECK(delimited::dialect_of("a;b;c\n1,5;2;3\n2,5;3;4\n").delimiter == ';');
  CHECK(delimited::dialect_of("a\tb\n1\t2\n").delimiter == '\t');
  CHECK(delimited::dialect_of("a|b\n1|2\n").delimiter == '|');
  CHECK(delimited::dialect_of("\"a;b\",c\n1,2\n").delimiter == ',');
  CHECK(delimited::dialect_of("a, b;c\n1;2\n3;4\n").delimiter == ';');
  CHECK(delimited::dialect_of("alone\n").delimiter == ',');
}

TEST_CASE("delimited: spaces after delimiters, and Excel's first line", "[loaders][delimited]") {
  const Read spaced = read("a, b\n1, two words \n");
  CHECK(spaced.rows == Rows{{"a", "b"}, {"1", "two words"}});
  CHECK(spaced.findings.empty());
  const Read excel = read("sep=;\na;b\n1;2\n");
  CHECK(excel.rows == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(excel.findings ==
        "t:2:1: warning: cells are read as standing between semicolons; write commas if they are "
        "not\n");
}

TEST_CASE("delimited: quotes, blank rows, delimiters at the end, rows of another width",
          "[loaders][delimited]") {
  const Read table = read("a,b\n\"x \"\"y\"\"\n\",2\n,,\n3,4,,\n5\n6,7,8\n");
  CHECK(table.rows == Rows{{"a", "b"}, {"x \"y\"\n", "2"}, {"3", "4"}});
  CHECK(table.findings ==
        "t:6:1: error: 1 cell where the first row has 2; check the delimiters, and put quotes "
        "around a cell that holds one\n"
        "t:7:1: error: 3 cells where the first row has 2; check the delimiters, and put quotes "
        "around a cell that holds one\n");
}

TEST_CASE("delimited: UTF-8, UTF-16 and Windows-1252", "[loaders][delimited]") {
  const Rows wanted{{"Id", "Label"}, {"ö", "日🎉"}};
  CHECK(read("\xEF\xBB\xBFId,Label\nö,日🎉\n").rows == wanted);
  CHECK(read("\xEF\xBB\xBFId,Label\nö,日🎉\n").findings.empty());
  for (const bool little : {true, false}) {
    const Read table = read(utf16(u"Id,Label\nö,日🎉\n", little));
    CHECK(table.rows == wanted);
    CHECK(table.findings ==
          "t:1:1: warning: the file is UTF-16 text, and is read as that; save it as UTF-8\n");
  }
  const Read windows = read("Id,Label\nK\xF6ln,\x80 5\n");
  CHECK(windows.rows == Rows{{"Id", "Label"}, {"Köln", "€ 5"}});
  CHECK(windows.findings ==
        "t:2:2: warning: the file is no UTF-8, and is read as Windows-1252: the first letter that "
        "shows it is \"ö\"; save it as UTF-8 if names look wrong\n");
}

TEST_CASE("delimited: damaged text is no other encoding", "[loaders][delimited]") {
  CHECK(read("é\xE9\n").findings.find("the byte 0xE9 is not UTF-8") != std::string::npos);
  CHECK(read("a\x81\n").findings.find("the byte 0x81 is not UTF-8") != std::string::npos);
  CHECK(read(std::string("a\xE9\0\n", 4)).findings.find("a NUL byte") != std::string::npos);
  std::string half = utf16(u"ab\n", true);
  half.insert(4, "\x3D\xD8");
  CHECK(read(half).findings.find("t:1:2: error: half a character of UTF-16") != std::string::npos);
  CHECK(read(utf16(u"ab", false) + "x").findings.find("half a character") != std::string::npos);
}

TEST_CASE("delimited: edge lists are read in all these encodings", "[loaders][delimited][edges]") {
  const Built built = read_edge_list("source,target\nK\xF6ln,Paris\n", "e.csv");
  REQUIRE(built.network);
  CHECK(built.network->find("Köln"));
  CHECK(built.findings.size() == 1);
  CHECK(read_edge_list(utf16(u"source\ttarget\nKöln\tParis\n", true), "e").network->find("Köln"));
}

TEST_CASE("delimited: types of columns", "[loaders][delimited]") {
  const Read table = read(
      "i,n,b,d,t,code,na,y\n"
      "1,2.5,TRUE,2023,x,007,NA,2023\n"
      "-20,1e3,false,2023-05-01,1,8,FR,2024\n");
  using enum ColumnType;
  CHECK(table.types ==
        std::vector<ColumnType>{integer, number, boolean, date, text, text, text, integer});
  CHECK(table.findings.empty());
  CHECK(read("a\n99999999999999999999\n").types[0] == text);
  CHECK(read("a\n1e400\n").types[0] == text);
  CHECK(read("a\ninf\n").types[0] == text);
  CHECK(read("a\n'-5\n").types[0] == text);
  CHECK(read("a\n'-5\n").rows[1][0] == "-5");
  CHECK(read("a\n''=x\n").rows[1][0] == "'=x");
  CHECK(read("a\n'tis\n").rows[1][0] == "'tis");
}

TEST_CASE("delimited: NA among numbers is said", "[loaders][delimited]") {
  const Read table = read("a\n1\nNA\n");
  CHECK(table.types[0] == ColumnType::text);
  CHECK(table.findings ==
        "t:3:1: warning: the column \"a\" is text, for it has \"NA\" among its numbers; leave the "
        "cell empty where a number is missing\n");
}

TEST_CASE("delimited: decimal commas where they can be nothing else", "[loaders][delimited]") {
  const Read decimal = read("a;b\n1,25;x\n3;y\n");
  CHECK(decimal.types[0] == ColumnType::number);
  CHECK(decimal.rows[1][0] == "1.25");
  CHECK(decimal.findings ==
        "t:1:1: warning: cells are read as standing between semicolons; write commas if they are "
        "not\n"
        "t:2:1: warning: the numbers of \"a\" are read with a decimal comma: \"1,25\"; write a "
        "point if they are not\n");
  const Read either = read("a;b\n1,250;x\n12,500;y\n");
  CHECK(either.types[0] == ColumnType::text);
  CHECK(either.findings.find("t:2:1: warning: the column \"a\" is text: whether the comma in "
                             "\"1,250\" stands before decimals or between thousands") !=
        std::string::npos);
  CHECK(read("a,b\n\"1,25\",x\n").types[0] == ColumnType::text);
  CHECK(read("a;b\n1,25;x\n1.5;x\n").types[0] == ColumnType::text);
}
