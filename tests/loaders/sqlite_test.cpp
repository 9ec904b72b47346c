#include "loaders/database/sqlite/sqlite.hpp"

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "engine/error.hpp"
#include "engine/file.hpp"
#include "exporters/save.hpp"
#include "exporters/tabular/sqlite.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/loaders/round_trip.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

using namespace summitry;

namespace {

using testing::relations;
using Lines = std::vector<std::string>;

// The bytes of a database that a script makes.
std::string database_of(const std::string& sql) {
  sqlite3* database = nullptr;
  sqlite3_open(":memory:", &database);
  char* error = nullptr;
  sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &error);
  INFO((error != nullptr ? error : ""));
  CHECK(error == nullptr);
  sqlite3_free(error);
  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(database, "main", &size, 0);
  std::string copy(bytes, bytes + size);
  sqlite3_free(bytes);
  sqlite3_close(database);
  return copy;
}

LoadOptions queries(const std::string& entities, const std::string& relations) {
  LoadOptions options;
  options.entities_query = entities;
  options.relations_query = relations;
  return options;
}

Network network_of(const std::string& sql, const LoadOptions& options = {}) {
  Built built = read_sqlite(database_of(sql), "x.db", options);
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

Lines faults_of(const std::string& bytes, const LoadOptions& options = {}) {
  Lines lines;
  for (const Finding& finding : read_sqlite(bytes, "x.db", options).findings) {
    lines.push_back(to_string(finding));
  }
  return lines;
}

std::string exported(const Network& network) {
  const Graph graph = select(network, testing::everything());
  return to_sqlite({.network = network, .graph = graph});
}

constexpr const char* kNothing = "CREATE TABLE one (x)";
constexpr const char* kPeople =
    "CREATE TABLE people (key INTEGER, full_name TEXT, born DATE, is_member BOOLEAN, height REAL);"
    "INSERT INTO people VALUES (1, 'Ann', '1970-02-01', 1, 1.7), (2, 'Bo', NULL, 0, NULL),"
    "(3, 'Çem', 1980, NULL, 2);"
    "CREATE TABLE meets (a INTEGER, b INTEGER, hours NUMERIC, since TEXT);"
    "INSERT INTO meets VALUES (1, 2, 0.1, '2023-11'), (2, 3, 5, '2024-01-02'), (1, 2, 3, NULL);";
constexpr const char* kAskPeople =
    "SELECT key AS id, full_name AS name, born, is_member, height FROM people";
constexpr const char* kAskMeets =
    "SELECT a AS source, b AS target, hours AS weight, since FROM meets";

}  // namespace

TEST_CASE("sqlite: what we write comes back whole", "[loaders][sqlite]") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    const Network network = testing::random_network(seed);
    const Built built = read_sqlite(exported(network), "x.sqlite");
    for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
    REQUIRE(built.network);
    CHECK(testing::entities_in_full(*built.network) == testing::entities_in_full(network));
    CHECK(testing::relations_in_full(*built.network) == testing::relations_in_full(network));
    CHECK(built.network->content_hash() == network.content_hash());
    CHECK(built.network->dataset().title == network.dataset().title);
  }
}

TEST_CASE("sqlite: names of columns, their units and the rules of types come back",
          "[loaders][sqlite]") {
  NetworkBuilder builder;
  builder.describe({.name = "rules", .licences = {"CC0", "ODbL"}, .directed = true});
  builder.add_rule({"pays", "pays", "for it", {"a", "b"}, {"b"}, true});
  const std::size_t kind = builder.declare_entity_attribute(
      {"Kind", ColumnType::list, "Its kinds", "of which there are several"});
  const std::size_t relation =
      builder.declare_relation_attribute({"relation", ColumnType::date, "", ""});
  builder.add_entity(
      {.id = "x", .kind = "a", .name = "X", .attributes = {{kind, Cell("one|two")}}});
  builder.add_relation(
      {.source = "x", .type = "knows", .target = "x", .attributes = {{relation, Cell("2023")}}});
  const Network network = std::move(builder).finish();
  const Built built = read_sqlite(exported(network), "x.sqlite");
  REQUIRE(built.network);
  const Network& again = *built.network;
  CHECK(again.content_hash() == network.content_hash());
  CHECK(again.entity_column("Kind").info().title == "Its kinds");
  CHECK(again.entity_column("Kind").info().description == "of which there are several");
  REQUIRE(again.rules().size() == 1);
  CHECK(again.rules()[0].sources == Lines{"a", "b"});
  CHECK(again.rules()[0].during_summit);
  CHECK(again.dataset().licences == Lines{"CC0", "ODbL"});
}

TEST_CASE("sqlite: two queries make a network of any database", "[loaders][sqlite]") {
  const Network network = network_of(kPeople, queries(kAskPeople, kAskMeets));
  CHECK(relations(network) == Lines{"1 related 2 0.1", "1 related 2 3", "2 related 3 5"});
  CHECK_FALSE(network.dataset().directed);
  CHECK(network.entity(2).name == "Çem");
  CHECK(network.entity(2).kind == "entity");
  CHECK(network.entity_column("born").value(0) == Value(*parse_date("1970-02-01")));
  CHECK(network.entity_column("born").value(2) == Value(*parse_date("1980")));
  CHECK(network.entity_column("born").missing(1));
  CHECK(network.entity_column("is_member").value(1) == Value(false));
  CHECK(network.entity_column("height").value(2) == Value(2.0));
  CHECK(network.relation_column("since").info().type == ColumnType::date);
  LoadOptions directed = queries(kAskPeople, kAskMeets);
  directed.direction = Direction::directed;
  CHECK(network_of(kPeople, directed).dataset().directed);
}

TEST_CASE("sqlite: without a query for entities they are the ends of relations",
          "[loaders][sqlite]") {
  const Network network = network_of(
      kNothing, queries("",
                        "SELECT 'a' AS Source, 'b' AS TARGET, 'UN' AS summit, 'signed' AS type, "
                        "'treaty#7|press' AS sources"));
  CHECK(relations(network) == Lines{"a signed b"});
  CHECK(network.entity(network.index_of("UN")).kind == "summit");
  REQUIRE(network.sources().size() == 2);
  CHECK(network.sources()[1].title == "treaty");
  CHECK(network.relation(0).citations[0].locator == "7");
}

TEST_CASE("sqlite: integers and numbers keep every bit", "[loaders][sqlite]") {
  const Network network = network_of(
      kNothing,
      queries("SELECT 'a' AS id, 9007199254740993 AS big, 0.1 + 0.2 AS sum, 1 AS mixed UNION "
              "ALL SELECT 'b', -9223372036854775808, 1e300, 0.5",
              "SELECT 'a' AS source, 'b' AS target"));
  CHECK(network.entity_column("big").value(0) == Value(std::int64_t{9007199254740993}));
  CHECK(network.entity_column("sum").value(0) == Value(0.1 + 0.2));
  CHECK(network.entity_column("mixed").value(0) == Value(1.0));
}

TEST_CASE("sqlite: a query without end stops when asked", "[loaders][sqlite]") {
  std::atomic<bool> cancel = false;
  LoadOptions options = queries("",
                                "WITH RECURSIVE more(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                                "more) SELECT i AS source, i AS target FROM more WHERE i < 0");
  options.cancel = &cancel;
  std::thread interrupting([&cancel] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    cancel = true;
  });
  CHECK_THROWS_AS(read_sqlite(database_of(kNothing), "x.db", options), Cancelled);
  interrupting.join();
}

TEST_CASE("sqlite: findings name the query, the row and the column", "[loaders][sqlite]") {
  const LoadOptions asked = queries(
      "SELECT 'a' AS id, '2023' AS \"from\" UNION ALL SELECT 'b', 'soon' UNION ALL SELECT NULL, ''",
      "SELECT 'a' AS source, 'c' AS target, x'00ff' AS note");
  std::string all;
  for (const std::string& fault : faults_of(database_of(kNothing), asked)) all += fault + '\n';
  CHECK(all ==
        "x.db (--entities-query):2:2: error: bad date \"soon\"; write YYYY, YYYY-MM or YYYY-MM-DD "
        "of a day that exists\n"
        "x.db (--entities-query):3:1: error: no id; every row needs an id\n"
        "x.db (--entities-query):3:1: error: no name; every row needs a name\n"
        "x.db (--relations-query):1:2: error: unknown entity \"c\" as target; did you mean "
        "\"a\"?\n"
        "x.db (--relations-query):1:3: error: bytes (a BLOB) in column \"note\"; leave the column "
        "out, or ask for text: hex(x) AS x\n");
}

TEST_CASE("sqlite: queries that cannot be read are refused, and nothing is written",
          "[loaders][sqlite]") {
  const std::string bytes = database_of(kPeople);
  const testing::Folder folder("sqlite-refused");
  const auto path = folder.write("x.db", bytes);
  for (const char* sql :
       {"DELETE FROM people", "INSERT INTO people (key) VALUES (9) RETURNING key",
        "SELECT 1 AS source, 2 AS target; DROP TABLE people", "", " ; ", "SELEC",
        "SELECT key AS id FROM nowhere", "ATTACH 'other.db' AS other",
        "SELECT key AS source FROM people",
        "SELECT key AS target, key AS source, 3 AS Source FROM people", "VACUUM INTO 'other.db'"}) {
    INFO(sql);
    const LoadOptions asked = queries("", *sql == '\0' ? "-- nothing" : sql);
    CHECK_FALSE(load_checked(path, asked).network);
  }
  CHECK(read_file(path) == bytes);
  CHECK(
      faults_of(bytes, queries("", "DELETE FROM people")) ==
      Lines{"x.db (--relations-query): error: the query does not read: it would change something, "
            "or gives no rows; write a SELECT"});
  CHECK(faults_of(bytes, queries(kAskPeople, "")).front().find("no query for relations") !=
        std::string::npos);
}

TEST_CASE("sqlite: what is no database of ours names its tables, others are refused queries",
          "[loaders][sqlite]") {
  CHECK(faults_of(database_of(kPeople)) ==
        Lines{"x.db: error: no tables entities and relations as Summitry writes them; say what to "
              "read by --entities-query and --relations-query; its tables: people, meets"});
  CHECK(
      faults_of("This is no database, however long the text may be that it is made of.") ==
      Lines{"x.db: error: the file is no SQLite database; name a database, or another format with "
            "--input-format"});
  CHECK(faults_of("").front() ==
        "x.db: error: the file is empty; name a database, or another format with --input-format");
  const testing::Folder folder("sqlite-queries");
  const auto path = folder.write("x.csv", "source,target\na,b\n");
  CHECK_THROWS_WITH(load_checked(path, queries("", "SELECT 1")),
                    Catch::Contains("edge-list answers no queries"));
}

TEST_CASE("sqlite: text must be UTF-8 without NUL", "[loaders][sqlite]") {
  const LoadOptions asked =
      queries("",
              "SELECT 'a' AS source, CAST(x'62ff' AS TEXT) AS target UNION ALL "
              "SELECT 'a', CAST(x'620063' AS TEXT)");
  const Lines faults = faults_of(database_of(kNothing), asked);
  REQUIRE(faults.size() >= 2);
  CHECK(faults[0].starts_with("x.db (--relations-query):1:2: error: a text that is not UTF-8"));
}

TEST_CASE("sqlite: a database that is being written to is not read", "[loaders][sqlite]") {
  const testing::Folder folder("sqlite-wal");
  const auto path = folder.write("a?b%20#.db", database_of(kPeople));
  CHECK(load_checked(path, queries(kAskPeople, kAskMeets)).network);
  folder.write("a?b%20#.db-wal", "something");
  const Loaded loaded = load_checked(path, queries(kAskPeople, kAskMeets));
  REQUIRE(loaded.findings.size() == 1);
  CHECK(loaded.findings[0].what == "a program is still writing: a?b%20#.db-wal is beside it");
}

TEST_CASE("sqlite: a network's tables hold what is in them, and make nothing up",
          "[loaders][sqlite]") {
  const std::string relations = "CREATE TABLE relations (source, type, target);";
  // A view that never ends, a column that is worked out, and rows that no byte pays for.
  CHECK_FALSE(read_sqlite(database_of("CREATE VIEW entities AS WITH RECURSIVE n(id) AS (SELECT 1 "
                                      "UNION ALL SELECT id + 1 FROM n) SELECT id, 'k' AS kind, 'n' "
                                      "AS name FROM n;" +
                                      relations),
                          "x.db")
                  .network);
  CHECK_FALSE(read_sqlite(database_of("CREATE TABLE entities (id, kind, name AS "
                                      "(hex(zeroblob(400000))));" +
                                      relations),
                          "x.db")
                  .network);
  std::string sql = "CREATE TABLE entities (id, kind, name);" + relations +
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) "
                    "INSERT INTO entities SELECT i, 'k', 'n' FROM n;"
                    "ALTER TABLE entities ADD COLUMN long DEFAULT '" +
                    std::string(5000, 'x') + "';";
  const Lines faults = faults_of(database_of(sql));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].find("more content than the file has bytes") != std::string::npos);
}

TEST_CASE("sqlite: damage anywhere is an error or leaves a network, and never more",
          "[loaders][sqlite]") {
  const std::string bytes = exported(testing::random_network(7));
  for (std::size_t at = 0; at < bytes.size(); at += 97) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
    const Built built = read_sqlite(damaged, "x.db");
    CHECK((built.network.has_value() || count(built.findings, Severity::error) > 0));
  }
  for (std::size_t size = 1; size < bytes.size(); size += 509) {
    const Built built = read_sqlite(bytes.substr(0, size), "x.db");
    CHECK((built.network.has_value() || count(built.findings, Severity::error) > 0));
  }
}
