#include "engine/file.hpp"

#include <filesystem>

#include "engine/error.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

std::filesystem::path fresh_folder(const char* name) {
  const auto folder = std::filesystem::temp_directory_path() / "summitry-file-test" / name;
  std::filesystem::remove_all(folder);
  return folder;
}

}  // namespace

TEST_CASE("file: what is written is read back, and no other file stays", "[engine][file]") {
  const auto folder = fresh_folder("whole");
  const std::string bytes("a\0b\r\n\xff", 6);
  write_file(folder / "deep" / "x.bin", bytes);
  write_file(folder / "deep" / "x.bin", bytes);
  CHECK(read_file(folder / "deep" / "x.bin") == bytes);
  CHECK(std::distance(std::filesystem::directory_iterator(folder / "deep"), {}) == 1);
  write_file(folder / "empty", "");
  CHECK(read_file(folder / "empty").empty());
}

TEST_CASE("file: a failed write leaves nothing behind", "[engine][file]") {
  const auto folder = fresh_folder("failed");
  std::filesystem::create_directories(folder / "taken");
  CHECK_THROWS_AS(write_file(folder / "taken", "x"), SaveError);
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
  write_file(folder / "plain", "x");
  CHECK_THROWS_AS(write_file(folder / "plain" / "below", "x"), SaveError);
}

TEST_CASE("file: what cannot be read is named", "[engine][file]") {
  const auto folder = fresh_folder("missing");
  try {
    static_cast<void>(read_file(folder / "nobody.csv"));
    FAIL("read a file that is not there");
  } catch (const LoadError& error) {
    REQUIRE(error.findings().size() == 1);
    CHECK(error.findings()[0].file == (folder / "nobody.csv").string());
  }
  std::filesystem::create_directories(folder);
  CHECK_THROWS_AS(read_file(folder), LoadError);
}
