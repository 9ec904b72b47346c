// Peers in another process: a child that holds the graph and answers through a pipe.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
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
    std::signal(SIGPIPE, SIG_IGN);  // one that has ended is said so in the table
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

std::string way(const Subject& subject) {
  return subject.direction == Direction::directed ? "directed" : "undirected";
}

// What the child says of itself: "NAME: THREADS KERNEL…". Without a name it could not begin.
Contender contender_of(std::vector<std::string> words) {
  const auto child = std::make_shared<Child>(std::move(words));
  std::istringstream head(child->line());
  Contender contender;
  std::getline(head, contender.name, ':');
  contender.process = child->process();
  int most = 1;
  if (head >> most && most > 1) contender.threads = {1, 2};
  for (std::string kernel; head >> kernel;) {
    contender.kernels[kernel] = [=](int threads) { return child->ask(kernel, threads); };
  }
  return contender;
}

}  // namespace

std::vector<Contender> python_libraries(const Subject& subject, const std::string& script,
                                        const std::vector<std::string>& names,
                                        const std::vector<std::string>& without) {
  std::vector<Contender> found;
  for (const std::string& name : names) {
    const bool slow = name != "graph-tool";
    if (left_out(without, name) || (slow && subject.list.edges.size() > 300000)) continue;
    Contender one = contender_of(
        {"/usr/bin/python3", "-W", "ignore", script, name, subject.path, way(subject)});
    // one that is not installed has said so itself
    if (!one.name.empty()) found.push_back(std::move(one));
  }
  return found;
}

std::vector<Contender> programs_beside(const Subject& subject,
                                       const std::vector<std::string>& programs) {
  std::vector<Contender> found;
  for (const std::string& program : programs) {
    Contender one = contender_of({program, subject.path, way(subject)});
    if (one.name.empty()) throw Error(program + " does not answer");
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace summitry::bench
