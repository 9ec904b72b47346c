#include "loaders/data_package.hpp"

#include <filesystem>
#include <fstream>
#include <map>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace summitry;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

Built read(const Files& files, const LoadOptions& options = {}) {
  const PackageReader reader = [&files](const std::string& path) -> std::optional<std::string> {
    const auto found = files.find(path);
    if (found == files.end()) return std::nullopt;
    return found->second;
  };
  return read_data_package(reader, "p", options);
}

Network network_of(const Files& files, const LoadOptions& options = {}) {
  Built built = read(files, options);
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

std::string first_finding(const Files& files) {
  const Built built = read(files);
  return built.findings.empty() ? "" : to_string(built.findings.front());
}

const char* const kDescriptor = R"json({
  "name": "small", "title": "A small one", "version": "2.1.0", "description": "For tests.",
  "licenses": [{"name": "CC-BY-4.0"}, {"title": "Another"}],
  "contributors": [{"title": "Ada", "role": "author"}, {"title": "Bo", "roles": ["editor", "author"]}],
  "citation": "Ada and Bo (2025)",
  "resources": [
    {"name": "entities", "path": "entities.csv", "schema": {"fields": [
      {"name": "id", "type": "string"},
      {"name": "seats", "type": "integer", "title": "Seats", "description": "in parliament"},
      {"name": "share", "type": "number", "decimalChar": ",", "groupChar": "."},
      {"name": "member", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
      {"name": "founded", "type": "year"},
      {"name": "tags", "type": "list", "delimiter": ";"},
      {"name": "codes", "type": "array"}
    ], "missingValues": ["", "-"]}},
    {"name": "relations", "path": ["data/relations.csv"], "dialect": {"delimiter": ";"},
     "schema": {"fields": [{"name": "score", "type": "number"}]}},
    {"name": "sources", "path": "sources.csv"},
    {"name": "claims", "path": "claims.csv"},
    {"name": "series", "path": "series.json"}
  ],
  "summitry": {
  "directed" : true, "containers" : [ {"entity" : "eu", "type" : "member-of"} ], "relationTypes" : {
    "attended" : {
      "title" : "attended",
      "description" : "was there",
      "source" : ["country"],
      "target" : ["summit"],
      "duringSummit" : true
    },
                 "member-of" : {
      "source" : ["country"]
    }
  }
}
})json";

Files small_package() {
  return {
      {"datapackage.json", kDescriptor},
      {"entities.csv",
       "\xEF\xBB\xBFid,kind,name,iso3,aliases,from,to,sources,seats,share,member,founded,tags,"
       "codes,"
       "motto\r\n"
       "fra,country,France,FRA,République française|FR,,,src#p. 1,577,\"1.234,5\",oui,1958,a;b,"
       "\"[\"\"x\"\",\"\"y\"\"]\",\"Liberté, \"\"égalité\"\"\"\r\n"
       "nam,country,Namibia,NAM,,,,,-,-,non,-,-,-,NA\r\n"
       "eu,organisation,European Union,,,1993-11,,,,,,,,,\r\n"
       "paris,summit,Paris,,,2025-02-10,2025-02-11,,,,,,,,\r\n"},
      {"data/relations.csv",
       "source;type;target;status;role;summit;from;to;weight;amount;currency;sources;confidence;"
       "note;score\n"
       "fra;attended;paris;;host;paris;2025-02-10;;2.5;1500000;EUR;src#p. 2|src;official;a "
       "note;0.5\n"
       "nam;attended;paris;declined;;;;;;;;;;;\n"
       "fra;member-of;eu;;;;1993;;;;;;;;\n"},
      {"sources.csv",
       "id,title,publisher,date,url,licence\nsrc,A source,Someone,2025,https://x.y,\n"},
      {"claims.csv",
       "entity,attribute,value,source,qualifier,date,note\nparis,attending,100,src#p. "
       "3,nearly,2025-02,"
       "said so\n"},
      {"series.json",
       R"([{"id": "s", "name": "Series", "editions": ["paris"], "participation": ["attended"]}])"},
  };
}

}  // namespace

TEST_CASE("data package: what the package says of itself", "[loaders][data_package]") {
  const Network network = network_of(small_package());
  const Dataset& dataset = network.dataset();
  CHECK(dataset.name == "small");
  CHECK(dataset.title == "A small one");
  CHECK(dataset.version == "2.1.0");
  CHECK(dataset.description == "For tests.");
  CHECK(dataset.licences == std::vector<std::string>{"CC-BY-4.0", "Another"});
  REQUIRE(dataset.contributors.size() == 2);
  CHECK(dataset.contributors[1].title == "Bo");
  CHECK(dataset.contributors[1].role == "editor, author");
  CHECK(dataset.citation == "Ada and Bo (2025)");
  CHECK(dataset.directed);
  CHECK_FALSE(network_of(small_package(), {.direction = Direction::undirected}).dataset().directed);
}

TEST_CASE("data package: entities with their attributes, typed by the schema",
          "[loaders][data_package]") {
  const Network network = network_of(small_package());
  const EntityIndex fra = network.index_of("fra");
  const EntityIndex nam = network.index_of("nam");
  const Entity& france = network.entity(fra);
  CHECK(france.name == "France");
  CHECK(france.iso3 == "FRA");
  CHECK(france.aliases == std::vector<std::string>{"République française", "FR"});
  REQUIRE(france.citations.size() == 1);
  CHECK(france.citations[0].locator == "p. 1");
  CHECK(network.entity(network.index_of("eu")).active.from == parse_date("1993-11"));

  CHECK(network.entity_column("seats").value(fra) == Value(std::int64_t{577}));
  CHECK(network.entity_column("seats").info().title == "Seats");
  CHECK(network.entity_column("seats").info().description == "in parliament");
  CHECK(network.entity_column("share").value(fra) == Value(1234.5));
  CHECK(network.entity_column("member").value(fra) == Value(true));
  CHECK(network.entity_column("member").value(nam) == Value(false));
  CHECK(network.entity_column("founded").value(fra) == Value(*parse_date("1958")));
  CHECK(network.entity_column("tags").value(fra) == Value(List{"a", "b"}));
  CHECK(network.entity_column("codes").value(fra) == Value(List{"x", "y"}));
  CHECK(network.entity_column("motto").value(fra) == Value("Liberté, \"égalité\""));
}

TEST_CASE("data package: missing is what the schema says, and NA is Namibia",
          "[loaders][data_package]") {
  const Network network = network_of(small_package());
  const EntityIndex nam = network.index_of("nam");
  for (const char* name : {"seats", "share", "founded", "tags", "codes"}) {
    CHECK(network.entity_column(name).missing(nam));
  }
  CHECK(network.entity_column("motto").value(nam) == Value("NA"));
}

TEST_CASE("data package: relations, with every column", "[loaders][data_package]") {
  const Network network = network_of(small_package());
  REQUIRE(network.relation_count() == 3);
  const Relation attended = network.relation(0);
  CHECK(network.entity(attended.source).id == "fra");
  CHECK(attended.type == "attended");
  CHECK(attended.status == Status::realised);
  CHECK(attended.role == "host");
  CHECK(network.entity(attended.summit).id == "paris");
  CHECK(attended.when.from == parse_date("2025-02-10"));
  CHECK(attended.weight == 2.5);
  CHECK(attended.amount == 1500000);
  CHECK(attended.currency == "EUR");
  CHECK(attended.citations.size() == 2);
  CHECK(attended.confidence == Confidence::official);
  CHECK(attended.note == "a note");
  CHECK(network.relation_column("score").value(0) == Value(0.5));
  CHECK(network.relation(2).status == Status::declined);
}

TEST_CASE("data package: rules, claims, series and containers", "[loaders][data_package]") {
  const Network network = network_of(small_package());
  REQUIRE(network.rules().size() == 2);
  CHECK(network.rules()[0].type == "attended");
  CHECK(network.rules()[0].sources == std::vector<std::string>{"country"});
  CHECK(network.rules()[0].during_summit);
  REQUIRE(network.claims().size() == 1);
  CHECK(network.claims()[0].qualifier == Qualifier::nearly);
  CHECK(network.claims()[0].citation.locator == "p. 3");
  REQUIRE(network.series().size() == 1);
  CHECK(network.series("s").editions == std::vector<EntityIndex>{network.index_of("paris")});
  REQUIRE(network.containers().size() == 1);
  CHECK(network.containers()[0].type == "member-of");
}

TEST_CASE("data package: series may be named by the property, or stand in it",
          "[loaders][data_package]") {
  Files files = {{"entities.csv", "id,kind,name\na,summit,A\n"},
                 {"relations.csv", "source,type,target\n"},
                 {"other.json", R"([{"id": "t", "name": "T", "editions": ["a"]}])"}};
  const std::string resources =
      R"("resources": [{"name": "entities", "path": "entities.csv"},
                       {"name": "relations", "path": "relations.csv"}], )";
  files["datapackage.json"] = "{" + resources + R"("summitry": {"series": "other.json"}})";
  CHECK(network_of(files).series("t").editions.size() == 1);
  files["datapackage.json"] =
      "{" + resources + R"("summitry": {"series": [{"id": "u", "name": "U", "editions": ["a"]}]}})";
  CHECK(network_of(files).series("u").editions.size() == 1);
}

TEST_CASE("data package: without a descriptor the usual names are read, with a warning",
          "[loaders][data_package]") {
  const Files files = {{"entities.csv", "id,kind,name,seats\na,country,A,5\nb,country,B,\n"},
                       {"relations.csv", "source,type,target\na,knows,b\n"}};
  const Network network = network_of(files);
  CHECK(network.relation_count() == 1);
  CHECK(network.entity_column("seats").value(0) == Value("5"));
  CHECK(first_finding(files).starts_with("p/datapackage.json: warning: there is no"));
}

TEST_CASE("data package: tables without rows make an empty network", "[loaders][data_package]") {
  const Files files = {{"entities.csv", "id,kind,name\n"}, {"relations.csv", "source,type,target"}};
  CHECK(network_of(files).entities().empty());
  CHECK(network_of(files).relation_count() == 0);
}

TEST_CASE("data package: a hundred thousand faults cost no more than the first thousands",
          "[loaders][data_package]") {
  Files files = {{"entities.csv", "id,kind,name\na,country,A\n"},
                 {"relations.csv", "source,type,target\n"}};
  for (int i = 0; i < 100'000; ++i) files["relations.csv"] += "a,knows,nobody\n";
  const Built built = read(files);
  CHECK_FALSE(built.network);
  CHECK(built.findings.size() < 25'000);
}

TEST_CASE("data package: a link that leads out of the folder is not followed",
          "[loaders][data_package]") {
  const fs::path folder = fs::temp_directory_path() / "summitry-package-link-test";
  fs::remove_all(folder);
  fs::create_directories(folder / "package");
  std::ofstream(folder / "entities.csv") << "id,kind,name\n";
  std::ofstream(folder / "package/relations.csv") << "source,type,target\n";
  fs::create_symlink("../entities.csv", folder / "package/entities.csv");
  std::ofstream(folder / "package/datapackage.json")
      << R"({"resources": [{"name": "entities", "path": "entities.csv"},
                           {"name": "relations", "path": "relations.csv"}]})";
  const Built built = load_data_package(folder / "package");
  CHECK_FALSE(built.network);
  REQUIRE_FALSE(built.findings.empty());
  CHECK(built.findings[0].what == "the file \"entities.csv\" is not there");
  fs::remove_all(folder);
}

TEST_CASE("data package: those that ship load without a finding, by folder or descriptor",
          "[loaders][data_package]") {
  std::size_t packages = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(testing::source_dir()) / "datasets")) {
    if (!fs::exists(entry.path() / "datapackage.json")) continue;
    ++packages;
    INFO(entry.path().filename().string());
    const Built by_folder = load_data_package(entry.path());
    for (const Finding& finding : by_folder.findings) UNSCOPED_INFO(to_string(finding));
    REQUIRE(by_folder.network);
    CHECK(by_folder.findings.empty());
    CHECK_FALSE(by_folder.network->dataset().title.empty());
    CHECK_FALSE(by_folder.network->dataset().licences.empty());
    const Built by_file = load_data_package(entry.path() / "datapackage.json");
    REQUIRE(by_file.network);
    CHECK(by_file.network->content_hash() == by_folder.network->content_hash());
  }
  CHECK(packages >= 5);
}
