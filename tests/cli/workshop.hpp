// A fresh folder in which the real program is run, as a person would; gone at the end of the test.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace summitry::cli {

struct Outcome {
  int code = -1;  // of a process that was killed: 128 + signal
  std::string out;
  std::string err;
};

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

inline int exit_code(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

class Workshop {
 public:
  Workshop() {
    std::string name = (std::filesystem::temp_directory_path() / "summitry-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    folder_ = name;
    std::filesystem::create_directory_symlink(
        std::filesystem::path(SUMMITRY_SOURCE_DIR) / "datasets", folder_ / "datasets");
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  ~Workshop() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }
  [[nodiscard]] bool exists(const std::string& name) const {
    return std::filesystem::exists(path(name));
  }
  [[nodiscard]] std::string read(const std::string& name) const { return text_of(path(name)); }
  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
  }

  // Starts the program with the words after its name; output goes to these file descriptors.
  [[nodiscard]] pid_t start(std::vector<std::string> words, int out, int err) const {
    words.insert(words.begin(), SUMMITRY_PROGRAM);
    return spawn(words, out, err);
  }

  // Runs it to its end.
  [[nodiscard]] Outcome run(const std::vector<std::string>& words) const {
    std::vector<std::string> all = words;
    all.insert(all.begin(), SUMMITRY_PROGRAM);
    return finish(all);
  }

  // Runs a shell script in which `summitry` is the program.
  [[nodiscard]] Outcome shell(const std::string& script) const {
    const std::string folder = std::filesystem::path(SUMMITRY_PROGRAM).parent_path().string();
    return finish({"/bin/sh", "-e", "-c", "PATH='" + folder + "':$PATH\n" + script});
  }

 private:
  [[nodiscard]] pid_t spawn(std::vector<std::string>& words, int out, int err) const {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string folder = folder_.string();
    const pid_t child = fork();
    if (child != 0) return child;
    if (chdir(folder.c_str()) != 0 || dup2(out, STDOUT_FILENO) < 0 ||
        dup2(err, STDERR_FILENO) < 0) {
      _exit(127);
    }
    execv(arguments.front(), arguments.data());
    _exit(127);
  }

  [[nodiscard]] Outcome finish(std::vector<std::string> words) const {
    const auto out = path("stdout.txt");
    const auto err = path("stderr.txt");
    const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
    const int out_file = open(out.c_str(), flags, 0600);
    const int err_file = open(err.c_str(), flags, 0600);
    const pid_t child = spawn(words, out_file, err_file);
    int status = 0;
    waitpid(child, &status, 0);
    close(out_file);
    close(err_file);
    Outcome outcome{exit_code(status), text_of(out), text_of(err)};
    std::filesystem::remove(out);
    std::filesystem::remove(err);
    return outcome;
  }

  std::filesystem::path folder_;
};

}  // namespace summitry::cli
