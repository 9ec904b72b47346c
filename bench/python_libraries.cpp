// Peers in another process: a child that holds the graph and answers through a pipe.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <sstream>
#include <string>

#include "bench/contender.hpp"
#include "engine/error.hpp"

namespace summitry::bench {
namespace {

class Child {
 public:
  explicit Child(std::vector<std::string> words) {
    std::array<int, 2> to{};
    std::array<int, 2> from{};
    // Closed in children, or the next child would keep the input of this one open.
    if (pipe2(to.data(), O_CLOEXEC) != 0 || pipe2(from.data(), O_CLOEXEC) != 0) {
      throw Error("no pipe for a peer");
    }
    process_ = fork();
    if (process_ == 0) run(words, to, from);
    close(to[0]);
    close(from[1]);
    to_ = fdopen(to[1], "w");
    from_ = fdopen(from[0], "r");
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    std::fclose(to_);  // the end of its input ends the child
    std::fclose(from_);
    waitpid(process_, nullptr, 0);
  }

  [[nodiscard]] std::string process() const { return std::to_string(process_); }

  // Empty when the child has ended.
  std::string line() {
    std::string text;
    for (int c = std::fgetc(from_); c != EOF && c != '\n'; c = std::fgetc(from_)) {
      text += static_cast<char>(c);
    }
    return text;
  }

  Answer ask(const std::string& kernel, int threads) {
    std::fprintf(to_, "%s %d\n", kernel.c_str(), threads);
    std::fflush(to_);
    const std::string head = line();
    Answer answer;
    std::size_t count = 0;
    std::istringstream words(head);
    if (!(words >> answer.seconds >> count)) throw Error(head.empty() ? "it ended" : head);
    answer.values.resize(count);
    if (std::fread(answer.values.data(), sizeof(double), count, from_) != count) {
      throw Error("its answer is cut off");
    }
    return answer;
  }

 private:
  [[noreturn]] static void run(std::vector<std::string>& words, const std::array<int, 2>& to,
                               const std::array<int, 2>& from) {
    dup2(to[0], STDIN_FILENO);
    dup2(from[1], STDOUT_FILENO);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    std::_Exit(127);
  }

  pid_t process_ = 0;
  std::FILE* to_ = nullptr;
  std::FILE* from_ = nullptr;
};

}  // namespace

std::vector<Contender> python_libraries(const Subject& subject, const std::string& script) {
  std::vector<Contender> found;
  const std::string way = subject.direction == Direction::directed ? "directed" : "undirected";
  for (const std::string kind : {"graph-tool", "networkx"}) {
    const bool parallel = kind == "graph-tool";
    if (!parallel && subject.list.edges.size() > 300000) continue;
    const auto child = std::make_shared<Child>(std::vector<std::string>{
        "/usr/bin/python3", "-W", "ignore", script, kind, subject.path, way});
    std::istringstream head(child->line());
    Contender contender;
    std::getline(head, contender.name, ':');
    if (contender.name.empty()) continue;  // it is not installed, and has said so itself
    contender.process = child->process();
    if (parallel) contender.threads = {1, 2};
    for (std::string kernel; head >> kernel;) {
      contender.kernels[kernel] = [=](int threads) { return child->ask(kernel, threads); };
    }
    found.push_back(std::move(contender));
  }
  return found;
}

}  // namespace summitry::bench
