// Data packages: bytes, and that loading what was saved gives the same Network.
#include "exporters/data_package.hpp"

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/file.hpp"
#include "exporters/json.hpp"
#include "loaders/data_package.hpp"
#include "loaders/load.hpp"
#include "tests/exporters/example.hpp"
#include "tests/exporters/golden.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

namespace summitry {
namespace {

Built read_back(const std::vector<PackageFile>& files) {
  std::map<std::string, std::string> by_name;
  for (const PackageFile& file : files) by_name[file.name] = file.bytes;
  const auto read = [&by_name](const std::string& path) -> std::optional<std::string> {
    const auto found = by_name.find(path);
    if (found == by_name.end()) return std::nullopt;
    return found->second;
  };
  return read_data_package(read, "package");
}

void check_comes_back(const Network& network) {
  const Built built = read_back(to_data_package(network));
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  CHECK(built.network->content_hash() == network.content_hash());
  // The hash covers the data; this covers the description, the rules and the schema as well.
  CHECK(network_json(*built.network) == network_json(network));
}

std::vector<std::filesystem::path> shipped_packages() {
  std::vector<std::filesystem::path> folders;
  const std::filesystem::path datasets = testing::source_dir() + "/datasets";
  for (const auto& entry : std::filesystem::directory_iterator(datasets)) {
    if (std::filesystem::exists(entry.path() / "datapackage.json")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

TEST_CASE("data package: the example is written byte for byte", "[exporters][package]") {
  const std::vector<PackageFile> files = to_data_package(example::network());
  std::vector<std::string> names;
  for (const PackageFile& file : files) {
    names.push_back(file.name);
    check_golden("package/" + file.name, file.bytes);
  }
  CHECK(names == std::vector<std::string>{"datapackage.json", "entities.csv", "relations.csv",
                                          "sources.csv", "claims.csv", "series.json"});
}

TEST_CASE("data package: the example comes back, without a finding", "[exporters][package]") {
  const Network network = example::network();
  check_comes_back(network);
  for (const Finding& finding : read_back(to_data_package(network)).findings) {
    FAIL_CHECK(to_string(finding));
  }
}

TEST_CASE("data package: random networks come back", "[exporters][package]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    check_comes_back(testing::random_network(seed));
  }
}

TEST_CASE("data package: the packages that ship come back", "[exporters][package]") {
  const auto folders = shipped_packages();
  REQUIRE(folders.size() >= 5);
  for (const std::filesystem::path& folder : folders) {
    INFO(folder.filename());
    check_comes_back(load(folder));
  }
}

TEST_CASE("data package: a network of nobody comes back", "[exporters][package]") {
  NetworkBuilder builder;
  check_comes_back(std::move(builder).finish());
}

TEST_CASE("data package: the schema names every column of its table", "[exporters][package]") {
  const std::vector<PackageFile> files = to_data_package(example::network());
  const auto descriptor = nlohmann::json::parse(files.front().bytes);
  for (const auto& resource : descriptor["resources"]) {
    if (!resource.contains("schema")) continue;
    std::string header;
    for (const auto& field : resource["schema"]["fields"]) {
      if (!header.empty()) header += ',';
      header += field["name"].get<std::string>();
    }
    const auto file = std::find_if(files.begin(), files.end(), [&resource](const auto& one) {
      return one.name == resource["path"];
    });
    REQUIRE(file != files.end());
    CHECK(file->bytes.substr(0, file->bytes.find('\n')) == header);
  }
}

}  // namespace summitry
