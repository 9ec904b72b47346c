#include "loaders/load.hpp"

#include <filesystem>
#include <set>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

using namespace summitry;
using testing::Folder;
namespace fs = std::filesystem;

namespace {

// Relations as text, so that networks of different formats can be compared.
std::multiset<std::string> relations_of(const Network& network) {
  std::multiset<std::string> lines;
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Relation r = network.relation(i);
    lines.insert(network.entity(r.source).id + "|" + std::string(r.type) + "|" +
                 network.entity(r.target).id + "|" + std::to_string(r.weight.value_or(-1)));
  }
  return lines;
}

}  // namespace

TEST_CASE("load: one small graph in every format gives the same relations", "[loaders][load]") {
  const Folder folder("load-formats");
  folder.write("package/entities.csv", "id,kind,name\nnam,entity,nam\nno,entity,no\né,entity,é\n");
  folder.write("package/relations.csv",
               "source,type,target,weight\nnam,knows,no,2\nno,knows,é,0.5\né,helps,nam,\n");
  folder.write("package/datapackage.json",
               R"({"resources": [{"name": "entities", "path": "entities.csv"},
                                 {"name": "relations", "path": "relations.csv"}]})");
  const std::vector<fs::path> inputs = {
      folder.path() / "package",
      folder.path() / "package/datapackage.json",
      folder.write("a.csv",
                   "source,target,type,weight\nnam,no,knows,2\nno,é,knows,0.5\né,nam,helps,\n"),
      folder.write(
          "a.TSV",
          "target\tsource\ttype\tweight\nno\tnam\tknows\t2\né\tno\tknows\t0.5\nnam\té\thelps\t\n"),
      folder.write("a.gv",
                   "graph { nam -- no [type=knows, weight=2]; no -- é [type=knows, weight=0.5]\n"
                   "é -- nam [type=helps, weight=\"\"] }"),
      folder.write("a.graphml",
                   R"(<graphml><key id="t" for="edge" attr.name="type"/><key id="w" for="edge"
        attr.name="weight" attr.type="double"/><graph edgedefault="undirected"><node id="nam"/>
        <node id="no"/><node id="&#233;"/><edge source="nam" target="no"><data key="t">knows</data>
        <data key="w">2</data></edge><edge source="no" target="é"><data key="t">knows</data>
        <data key="w">0.5</data></edge><edge source="é" target="nam"><data key="t">helps</data>
        </edge></graph></graphml>)"),
      folder.write("a.gexf",
                   R"(<gexf><graph><nodes><node id="nam"/><node id="no"/><node id="é"/></nodes>
        <edges><edge source="nam" target="no" kind="knows" weight="2"/><edge source="no" target="é"
        kind="knows" weight="0.5"/><edge source="é" target="nam" kind="helps"/></edges></graph></gexf>)"),
      folder.write("a.net",
                   "*Vertices 3\n1 nam\n2 no\n3 é\n*Edges :1 knows\n1 2 2\n2 3 0.5\n"
                   "*Edges :2 helps\n3 1\n"),
      folder.write("a.gml",
                   "graph [ node [ id 1 label \"nam\" ] node [ id 2 label \"no\" ]\n"
                   "node [ id 3 label \"&eacute;\" ]\n"
                   "edge [ source 1 target 2 type \"knows\" weight 2 ]\n"
                   "edge [ source 2 target 3 type \"knows\" weight 0.5 ]\n"
                   "edge [ source 3 target 1 type \"helps\" ] ]"),
      folder.write("b.json", R"({"nodes": [{"name": "nam"}, {"name": "no"}, {"name": "é"}],
        "links": [{"source": 0, "target": 1, "type": "knows", "weight": 2},
                  {"source": 1, "target": 2, "type": "knows", "weight": 0.5},
                  {"source": 2, "target": 0, "type": "helps"}]})"),
      folder.write("a.json", R"({"summitry": {"format": "network", "version": 1},
        "entities": [{"id": "nam", "kind": "entity", "name": "nam"},
                     {"id": "no", "kind": "entity", "name": "no"},
                     {"id": "é", "kind": "entity", "name": "é"}],
        "relations": [{"source": "nam", "type": "knows", "target": "no", "weight": 2},
                      {"source": "no", "type": "knows", "target": "é", "weight": 0.5},
                      {"source": "é", "type": "helps", "target": "nam"}]})")};
  const Network first = load(inputs[0]);
  REQUIRE(first.relation_count() == 3);
  for (const fs::path& input : inputs) {
    INFO(input.filename().string());
    const Network network = load(input);
    CHECK(relations_of(network) == relations_of(first));
    CHECK(network.entities().size() == first.entities().size());
    CHECK_FALSE(network.dataset().directed);
  }
}

TEST_CASE("load: a format may be named where the extension does not tell", "[loaders][load]") {
  const Folder folder("load-named");
  const fs::path path = folder.write("list.dat", "a b\n");
  CHECK(load(path, {.format = "edge-list"}).relation_count() == 1);
  CHECK(load_checked(path, {.format = "edge-list"}).format == "edge-list");
  CHECK_THROWS_AS(load(path), LoadError);
  CHECK_THROWS_AS(load(path, {.format = "edgelist"}), UnknownName);
}

TEST_CASE("load: what cannot be read throws, what is wrong in the data is a finding",
          "[loaders][load]") {
  const Folder folder("load-wrong");
  CHECK_THROWS_AS(load_checked(folder.path() / "nowhere.csv"), LoadError);
  const fs::path bad = folder.write("bad.csv", "source,target,weight\na,b,x\nb,c,y\n");
  CHECK(load_checked(bad).findings.size() == 2);
  try {
    static_cast<void>(load(bad));
    FAIL("bad data must throw");
  } catch (const LoadError& error) {
    CHECK(error.findings().size() == 2);
    CHECK(std::string(error.what()).ends_with("(and 1 more error)"));
  }
}

TEST_CASE("load: every loader has a name, an extension and a summary of its own",
          "[loaders][load]") {
  std::set<std::string_view> names;
  std::set<std::string_view> extensions;
  for (const Loader& loader : loaders()) {
    CHECK(names.insert(loader.name).second);
    CHECK_FALSE(loader.summary.empty());
    for (const std::string_view extension : loader.extensions) {
      CHECK(extensions.insert(extension).second);
    }
  }
  CHECK(names.size() >= 6);
}

TEST_CASE("load: every loader turns an empty file into findings", "[loaders][load]") {
  const Folder folder("load-empty");
  for (const Loader& loader : loaders()) {
    if (loader.name == "data-package") continue;
    const bool is_named = loader.extensions.empty();  // by the user alone
    const LoadOptions options{.format = std::string(is_named ? loader.name : "")};
    const fs::path path =
        folder.write("empty" + std::string(is_named ? ".csv" : loader.extensions[0]), "");
    INFO(loader.name);
    CHECK_FALSE(load_checked(path, options).network);
    CHECK(load_checked(path, options).findings.size() == 1);
  }
  CHECK_FALSE(load_checked(folder.path()).network);
}
