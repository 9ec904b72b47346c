// Ctrl-C during a long computation, and the progress bar that is watched meanwhile.
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;

namespace {

// A ring with chords: large enough for minutes of betweenness.
std::string large_edge_list() {
  std::string text = "source,target\n";
  constexpr unsigned kVertices = 60000;
  for (unsigned v = 0; v < kVertices; ++v) {
    for (const unsigned step : {1U, 7U, 211U, 4001U}) {
      text += std::to_string(v) + "," + std::to_string((v + step) % kVertices) + "\n";
    }
  }
  return text;
}

// What comes from `file` until `part` is in it, or until nothing more comes.
std::string read_until(int file, const std::string& part) {
  std::string text;
  std::array<char, 4096> buffer{};
  while (!has(text, part)) {
    pollfd waiting{file, POLLIN, 0};
    if (poll(&waiting, 1, 120000) <= 0) break;
    const ssize_t count = read(file, buffer.data(), buffer.size());
    if (count <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return text;
}

int stop(pid_t child) {
  kill(child, SIGINT);
  int status = 0;
  waitpid(child, &status, 0);
  return exit_code(status);
}

std::vector<std::string> names_in(const Workshop& shop) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(shop.path("."))) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("interrupt: Ctrl-C stops a long run, exits with 130 and leaves no file", "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", large_edge_list());
  const auto before = names_in(shop);
  const std::vector<std::vector<std::string>> commands = {
      {"measure", "ties.csv", "--measures", "betweenness", "-o", "out.csv"},
      {"report", "ties.csv", "-o", "report"}};
  for (const auto& words : commands) {
    std::array<int, 2> ends{};
    REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
    const pid_t child = shop.start(words, ends[1], ends[1]);
    close(ends[1]);
    // This line is told once the data is read, so what follows is the computation.
    CHECK(has(read_until(ends[0], "selected"), "240000 relations read"));
    CHECK(stop(child) == 130);
    CHECK(
        has(read_until(ends[0], "nothing was written"), "summitry: stopped; nothing was written"));
    close(ends[0]);
    CHECK(names_in(shop) == before);
  }
}

TEST_CASE("interrupt: a progress bar is drawn on a terminal only", "[cli]") {
  const Workshop shop;
  shop.write("ties.csv", large_edge_list());
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  REQUIRE(terminal >= 0);
  REQUIRE(grantpt(terminal) == 0);
  REQUIRE(unlockpt(terminal) == 0);
  const int other = open(ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
  const int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
  const pid_t child =
      shop.start({"measure", "ties.csv", "--measures", "betweenness"}, nothing, other);
  CHECK(has(read_until(terminal, " %"), "["));
  CHECK(stop(child) == 130);
  close(other);
  close(nothing);
  close(terminal);
  const Outcome unwatched = shop.run({"measure", "datasets/karate"});
  CHECK_FALSE(has(unwatched.err, "%"));
}
