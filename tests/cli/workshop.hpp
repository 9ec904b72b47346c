// A fresh folder in which the real program is run, as a person would; gone at the end of the test.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace summitry::cli {

struct Outcome {
  int code = -1;  // of a process that was killed: 128 + signal
  std::string out;
  std::string err;
};

[[nodiscard]] std::string text_of(const std::filesystem::path& path);
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);
[[nodiscard]] bool has(const std::string& text, const std::string& part);
// The exit code from what waitpid() tells.
[[nodiscard]] int exit_code(int status);

class Workshop {
 public:
  Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  ~Workshop();

  [[nodiscard]] std::filesystem::path path(const std::string& name) const;
  [[nodiscard]] bool exists(const std::string& name) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  void write(const std::string& name, const std::string& text) const;

  // Starts the program with the words after its name; output goes to these file descriptors.
  [[nodiscard]] pid_t start(const std::vector<std::string>& words, int out, int err) const;
  // Runs it to its end.
  [[nodiscard]] Outcome run(const std::vector<std::string>& words) const;
  // Runs a shell script in which `summitry` is the program.
  [[nodiscard]] Outcome shell(const std::string& script) const;

 private:
  [[nodiscard]] pid_t spawn(std::vector<std::string>& words, int out, int err) const;
  [[nodiscard]] Outcome finish(std::vector<std::string> words) const;

  std::filesystem::path folder_;
};

}  // namespace summitry::cli
