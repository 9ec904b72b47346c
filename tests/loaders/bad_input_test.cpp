// Malformed inputs, each in a folder named by its fault, with the findings expected word for word.
#include <filesystem>
#include <set>

#include "engine/file.hpp"
#include "loaders/load.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace summitry;
namespace fs = std::filesystem;

namespace {

std::set<fs::path> bad_folders() {
  std::set<fs::path> folders;
  for (const auto& entry :
       fs::directory_iterator(fs::path(testing::source_dir()) / "tests/data/bad")) {
    if (entry.is_directory()) folders.insert(entry.path());
  }
  return folders;
}

// The folder itself is a package, unless it holds a file `input.*` of another format.
fs::path input_in(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().stem() == "input") return entry.path();
  }
  return folder;
}

// The findings a line each, with paths from the folder on.
std::string shown(const std::vector<Finding>& findings, const fs::path& folder) {
  std::string text;
  for (Finding finding : findings) {
    const std::string prefix = folder.generic_string() + "/";
    if (finding.file.starts_with(prefix)) finding.file.erase(0, prefix.size());
    text += to_string(finding) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("bad input: every fault is told in the words expected", "[loaders][bad]") {
  const std::set<fs::path> folders = bad_folders();
  REQUIRE(folders.size() >= 40);
  for (const fs::path& folder : folders) {
    INFO(folder.filename().string());
    const Loaded loaded = load_checked(input_in(folder));
    CHECK(shown(loaded.findings, folder) == read_file(folder / "expected.txt"));
    CHECK_FALSE(loaded.findings.empty());
    CHECK(loaded.network.has_value() == (count(loaded.findings, Severity::error) == 0));
  }
}

TEST_CASE("bad input: no finding names the machine's folders beyond the path that was given",
          "[loaders][bad]") {
  for (const fs::path& folder : bad_folders()) {
    for (const Finding& finding : load_checked(input_in(folder)).findings) {
      INFO(folder.filename().string());
      CHECK(finding.what.find(folder.parent_path().string()) == std::string::npos);
      CHECK(finding.remedy.find(folder.parent_path().string()) == std::string::npos);
      CHECK_FALSE(finding.what.empty());
      CHECK_FALSE(finding.remedy.empty());
    }
  }
}
