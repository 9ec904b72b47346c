#include "bench/process.hpp"

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "engine/error.hpp"

extern char** environ;

namespace summitry::bench {
namespace {

std::string all_of(int file) {
  std::string text;
  std::array<char, 4096> piece{};
  for (ssize_t got = 0; (got = ::read(file, piece.data(), piece.size())) > 0;) {
    text.append(piece.data(), static_cast<std::size_t>(got));
  }
  return text;
}

}  // namespace

Ended run_process(std::vector<std::string> words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw Error("no pipe for " + words[0]);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  posix_spawn_file_actions_addclose(&actions, ends[1]);
  pid_t process = 0;
  const int failure =
      posix_spawnp(&process, pointers[0], &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  Ended ended;
  if (failure == 0) ended.said = all_of(ends[0]);
  ::close(ends[0]);
  if (failure != 0) throw Error("cannot start " + words[0]);
  int status = 0;
  rusage used{};
  ended.succeeded = ::wait4(process, &status, 0, &used) == process && status == 0;
  ended.peak_bytes = static_cast<double>(used.ru_maxrss) * 1024.0;
  return ended;
}

}  // namespace summitry::bench
