// The list of formats: found by name and by extension, and each says what it cannot hold.
#include "exporters/save.hpp"

#include <filesystem>
#include <set>

#include "engine/error.hpp"
#include "engine/file.hpp"
#include "exporters/json.hpp"
#include "loaders/load.hpp"
#include "tests/exporters/example.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() /
              ("summitry-" + name + "-" + std::to_string(std::hash<const void*>()(this)))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("save: names and extensions are unique, and summaries are given", "[exporters][save]") {
  std::set<std::string_view> names;
  std::set<std::string_view> extensions;
  for (const Exporter& one : exporters()) {
    CHECK(names.insert(one.name).second);
    CHECK(extensions.insert(one.extension).second);
    CHECK_FALSE(one.summary.empty());
    CHECK(&exporter(one.name) == &one);
  }
  CHECK(names.size() >= 5);
}

TEST_CASE("save: only formats of the whole network lose nothing", "[exporters][save]") {
  for (const Exporter& one : exporters()) {
    INFO(one.name);
    CHECK(one.limits.empty() == (one.scope == ExportScope::network));
  }
}

TEST_CASE("save: the extension chooses the format", "[exporters][save]") {
  CHECK(exporter_for("out/x.dot").name == "dot");
  CHECK(exporter_for("x.gv").name == "dot");
  CHECK(exporter_for("x.json").name == "network-json");
  CHECK(exporter_for("x.node-link.json").name == "node-link");
  CHECK(exporter_for("x.csv").name == "edge-list");
  CHECK(exporter_for("x.nodes.csv").name == "gephi-csv");
  CHECK(exporter_for("x.gexf").name == "gexf");
  CHECK(exporter_for("x.1.3.gexf").name == "gexf-1.3");
  CHECK(exporter_for("some/folder").name == "data-package");
  CHECK_THROWS_AS(exporter_for("x.docx"), UnknownName);
  CHECK_THROWS_WITH(exporter("dott"), Catch::Contains("dot"));
}

TEST_CASE("save: a network is written and loaded again", "[exporters][save]") {
  const Folder folder("save");
  const Network network = example::network();
  const Graph graph = select(network);
  for (const char* name : {"package", "network.json"}) {
    INFO(name);
    save(folder / name, exporter_for(name), {.network = network, .graph = graph});
    CHECK(load(folder / name).content_hash() == network.content_hash());
  }
  const Graph unmerged = select(network, {.parallel = Parallel::keep});
  save(folder / "x.csv", exporter("edge-list"), {.network = network, .graph = unmerged});
  CHECK(load(folder / "x.csv").relation_count() == unmerged.edge_count());
}

TEST_CASE("save: files that belong together stand beside one another", "[exporters][save]") {
  const Folder folder("beside");
  const Network network = example::network();
  const Graph graph = select(network);
  const ExportParts parts{.network = network, .graph = graph};
  const auto names = [](const std::vector<std::filesystem::path>& paths) {
    std::vector<std::string> all;
    for (const auto& path : paths) {
      CHECK(std::filesystem::exists(path));
      all.push_back(path.filename().string());
    }
    return all;
  };
  CHECK(names(save(folder / "a.b.net", exporter("pajek"), parts)) ==
        std::vector<std::string>{"a.b.net", "a.b.kind.clu"});
  CHECK(names(save(folder / "x.nodes.csv", exporter("gephi-csv"), parts)) ==
        std::vector<std::string>{"x.nodes.csv", "x.edges.csv"});
  CHECK(names(save(folder / "x.txt", exporter("gephi-csv"), parts)) ==
        std::vector<std::string>{"x.txt", "x.edges.csv"});
}

}  // namespace summitry
