// CSV: bytes, RFC 4180 quoting, and that a reader gets back what was written.
#include "exporters/csv.hpp"

#include <rapidcheck.h>

#include "loaders/csv.hpp"
#include "tests/exporters/example.hpp"
#include "tests/exporters/golden.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read_rows(const std::string& csv) {
  CsvReader reader(csv);
  Rows rows;
  while (reader.next()) {
    rows.emplace_back();
    for (const Cell& cell : reader.row()) rows.back().emplace_back(cell.text);
  }
  return rows;
}

}  // namespace

TEST_CASE("csv: a field is quoted when it holds a comma, a quote or a line break",
          "[exporters][csv]") {
  CHECK(csv_field("plain") == "plain");
  CHECK(csv_field("") == "");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("say \"x\"") == "\"say \"\"x\"\"\"");
  CHECK(csv_field("two\nlines") == "\"two\nlines\"");
  CHECK(csv_field("cr\r") == "\"cr\r\"");
  CHECK(csv_field(" spaces ") == " spaces ");
}

TEST_CASE("csv: text that a spreadsheet would run stays as it is", "[exporters][csv]") {
  CHECK(csv_field("=SUM(A1)") == "=SUM(A1)");
  CHECK(csv_field("@x") == "@x");
}

TEST_CASE("csv: a table is written with its header, missing cells empty", "[exporters][csv]") {
  const Table table{{"name", "value"},
                    {{std::string("a,b"), 0.1}, {std::monostate{}, std::int64_t{-3}}}};
  CHECK(to_csv(table) == "name,value\n\"a,b\",0.1\n,-3\n");
}

TEST_CASE("csv: a lone empty cell is a row, not a blank line", "[exporters][csv]") {
  CHECK(to_csv(Table{{"x"}, {{std::monostate{}}}}) == "x\n\"\"\n");
}

TEST_CASE("csv: whatever is written is read back", "[exporters][csv]") {
  CHECK(rc::check([](const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) RC_PRE(cell.find('\0') == std::string::npos);
    RC_PRE(!cells.empty());
    RC_ASSERT(read_rows(csv_line(cells)) == Rows{cells});
  }));
}

TEST_CASE("csv: measures, communities, continuity and edges byte for byte", "[exporters][csv]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  check_golden("measures.csv", measures_csv(network, graph, example::scores(graph)));
  check_golden("communities.csv", communities_csv(network, graph, example::communities(graph)));
  check_golden("co_membership.csv",
               co_membership_csv(network, graph, *example::communities(graph).together));
  check_golden("resolution.csv", resolution_csv(example::resolution_profile()));
  check_golden("continuity.csv", continuity_csv(network, example::continuity(network)));
  check_golden("edges.csv", edges_csv(network, graph));
}

TEST_CASE("csv: rows stand in bytewise order of ids", "[exporters][csv]") {
  const Network network = example::network();
  const Graph graph = example::graph(network);
  const Rows rows = read_rows(measures_csv(network, graph, {}));
  REQUIRE(rows.size() == graph.vertex_count() + 1);
  CHECK(rows.front() == std::vector<std::string>{"id", "kind", "name"});
  for (std::size_t i = 2; i < rows.size(); ++i) CHECK(rows[i - 1][0] < rows[i][0]);
}

}  // namespace summitry
