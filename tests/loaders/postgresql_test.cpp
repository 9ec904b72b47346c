// What needs no server; tests/oracle/postgresql_test.py asks a real one.
#include "loaders/database/postgresql/postgresql.hpp"

#include "engine/error.hpp"
#include "loaders/database/postgresql/address.hpp"
#include "loaders/database/postgresql/array.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

using Items = std::vector<std::optional<std::string>>;

LoadOptions query(const std::string& format = "") {
  LoadOptions options;
  options.format = format;
  options.relations_query = "SELECT 1";
  return options;
}

}  // namespace

TEST_CASE("postgresql: arrays are read as the server writes them", "[loaders][postgresql]") {
  using database::parse_array;
  CHECK(parse_array("{}") == Items{});
  CHECK(parse_array("{a,NULL,\"NULL\",\"b, \\\"c\\\\\",\"\"}") ==
        Items{"a", std::nullopt, "NULL", "b, \"c\\", ""});
  for (const char* bad : {"", "{", "a", "{a,}", "{,a}", "{{1,2},{3,4}}", "{\"a}", "{\"a\"b}",
                          "{a\"b}", "[0:1]={1,2}", "{\"a\\}"}) {
    INFO(bad);
    CHECK_FALSE(parse_array(bad));
  }
}

TEST_CASE("postgresql: an address is shown without user, password and settings",
          "[loaders][postgresql]") {
  CHECK(shown_address("postgresql://ann:s3cret@host:5432/db?sslmode=require") ==
        "postgresql://host:5432/db");
  CHECK(shown_address("postgres://ann:p@ss/w?rd@host/db") == "postgres://host/db");
  CHECK(shown_address("postgresql:///db?host=/tmp&password=s3cret") == "postgresql:///db");
  CHECK(shown_address("some/file?@x.csv") == "some/file?@x.csv");
}

TEST_CASE("postgresql: no message has the password, whatever the address",
          "[loaders][postgresql]") {
  for (const char* address :
       {"postgresql://ann:s3cret@[::1/db", "postgresql://ann:s3cret@127.0.0.1:1/db",
        "postgresql://ann:s3cret%zz@h/db", "postgresql://ann:s3cret@h/db?nonsense=1",
        "postgresql://127.0.0.1:1/db?password=s3cret"}) {
    INFO(address);
    const Loaded loaded = load_checked(address, query());
    CHECK_FALSE(loaded.network);
    REQUIRE(loaded.findings.size() == 1);
    CHECK(to_string(loaded.findings[0]).find("s3cret") == std::string::npos);
    CHECK(loaded.format == "postgresql");
  }
}

TEST_CASE("postgresql: a server is no file, and a file no server", "[loaders][postgresql]") {
  CHECK_THROWS_WITH(load_checked("postgresql://ann:s3cret@h/db", query("dot")),
                    Catch::Contains("postgresql://h/db: error: a server cannot be read as dot"));
  CHECK_THROWS_WITH(load_checked("some.csv", query("postgresql")),
                    Catch::Contains("no address of a server"));
}
