// The workshop of the other tests, and that it can fail.
#include "tests/cli/workshop.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

namespace summitry::cli {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> with_program(const std::vector<std::string>& words) {
  std::vector<std::string> all = {testing::program_path()};
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

}  // namespace

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

int exit_code(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Workshop::Workshop() {
  std::string name = (fs::temp_directory_path() / "summitry-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
  folder_ = name;
  fs::create_directory_symlink(fs::path(testing::source_dir()) / "datasets", folder_ / "datasets");
}

Workshop::~Workshop() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

fs::path Workshop::path(const std::string& name) const {
  return folder_ / name;
}

bool Workshop::exists(const std::string& name) const {
  return fs::exists(path(name));
}

std::string Workshop::read(const std::string& name) const {
  return text_of(path(name));
}

void Workshop::write(const std::string& name, const std::string& text) const {
  fs::create_directories(path(name).parent_path());
  std::ofstream(path(name), std::ios::binary) << text;
}

pid_t Workshop::start(const std::vector<std::string>& words, int out, int err) const {
  std::vector<std::string> all = with_program(words);
  return spawn(all, out, err);
}

Outcome Workshop::run(const std::vector<std::string>& words) const {
  return finish(with_program(words));
}

Outcome Workshop::shell(const std::string& script) const {
  std::ostringstream whole;
  whole << "PATH='" << fs::path(testing::program_path()).parent_path().string() << "':$PATH\n"
        << script;
  return finish({"/bin/sh", "-e", "-c", whole.str()});
}

pid_t Workshop::spawn(std::vector<std::string>& words, int out, int err) const {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const std::string folder = folder_.string();
  const pid_t child = fork();
  if (child != 0) return child;
  const bool ready =
      chdir(folder.c_str()) == 0 && dup2(out, STDOUT_FILENO) >= 0 && dup2(err, STDERR_FILENO) >= 0;
  if (ready) execv(arguments.front(), arguments.data());
  _exit(127);
}

Outcome Workshop::finish(std::vector<std::string> words) const {
  const auto out = path("stdout.txt");
  const auto err = path("stderr.txt");
  constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
  const int out_file = open(out.c_str(), kFlags, 0600);
  const int err_file = open(err.c_str(), kFlags, 0600);
  const pid_t child = spawn(words, out_file, err_file);
  int status = 0;
  waitpid(child, &status, 0);
  close(out_file);
  close(err_file);
  Outcome outcome{exit_code(status), text_of(out), text_of(err)};
  fs::remove(out);
  fs::remove(err);
  return outcome;
}

}  // namespace summitry::cli

using namespace summitry::cli;

TEST_CASE("workshop: tells output, errors and exit code apart", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.shell("echo one; echo two >&2; exit 3");
  CHECK(outcome.code == 3);
  CHECK(outcome.out == "one\n");
  CHECK(outcome.err == "two\n");
  CHECK(shop.shell("false; echo not reached").code == 1);
  CHECK(shop.shell("kill -9 $$").code == 137);
}

TEST_CASE("workshop: every one is a fresh folder", "[cli]") {
  const Workshop one;
  const Workshop two;
  one.write("a/b", "text");
  CHECK(one.read("a/b") == "text");
  CHECK_FALSE(two.exists("a/b"));
  CHECK(one.exists("datasets/karate/entities.csv"));
}
