#include "bench/beside/serve.hpp"

#include <malloc.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <iostream>

#include "engine/error.hpp"

namespace summitry::bench {
namespace {

// Where answers go: the standard output, which whatever a peer prints shall not reach.
std::FILE* take_output() {
  std::FILE* const answers = fdopen(dup(STDOUT_FILENO), "w");
  dup2(STDERR_FILENO, STDOUT_FILENO);
  return answers;
}

Subject subject_of(const std::string& path, const std::string& way) {
  if (way != "directed" && way != "undirected") throw Error("neither directed nor undirected");
  return {path, path, way == "directed" ? Direction::directed : Direction::undirected, {}};
}

void give(std::FILE* out, const Answer& answer) {
  std::fprintf(out, "%.9g %zu\n", answer.seconds, answer.values.size());
  std::fwrite(answer.values.data(), sizeof(double), answer.values.size(), out);
}

void answer_all(std::FILE* out, const Contender& contender) {
  std::fprintf(out, "%s: %d", contender.name.c_str(), contender.threads.back());
  for (const auto& [kernel, call] : contender.kernels) std::fprintf(out, " %s", kernel.c_str());
  std::fprintf(out, "\n");
  std::fflush(out);
  std::string kernel;
  for (int threads = 0; std::cin >> kernel >> threads;) {
    try {
      give(out, contender.kernels.at(kernel)(threads));
    } catch (const std::exception& trouble) {
      std::fprintf(out, "error %s\n", trouble.what());
    }
    std::fflush(out);
  }
}

void run(const std::vector<std::string>& words, const Peer& peer) {
  if (words.size() < 2) throw Error("usage: PROGRAM FILE directed|undirected [reading]");
  std::FILE* const out = take_output();
  Subject subject = subject_of(words[0], words[1]);
  if (words.size() > 2) {
    if (peer.read == nullptr) throw Error("it has no reader");
    (void)peer.read(subject.path, subject.direction, 1);
    return;
  }
  subject.list = read_edges(subject.path);
  Contender contender = peer.contender(subject);
  if (peer.read != nullptr) {
    contender.kernels["reading"] = [&](int threads) {
      return peer.read(subject.path, subject.direction, threads);
    };
  }
  // no kernel, but asked for like one before memory is measured
  contender.kernels["trim"] = [](int) { return malloc_trim(0), Answer{}; };
  answer_all(out, contender);
}

}  // namespace

int serve(int argc, char** argv, const Peer& peer) {
  try {
    run({argv + 1, argv + argc}, peer);
  } catch (const std::exception& trouble) {
    std::fprintf(stderr, "%s: %s\n", argv[0], trouble.what());
    return 2;
  }
  return 0;
}

}  // namespace summitry::bench
