// bench_load: how long reading a file takes, and how much memory, for ours and the peers.
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "bench/load_readers.hpp"
#include "bench/process.hpp"
#include "engine/error.hpp"
#include "engine/file.hpp"

namespace {

using namespace summitry::bench;

constexpr double kMebibyte = 1024.0 * 1024.0;

struct Given {
  std::string program;
  std::map<std::string, std::string> files;  // by kind
  std::string reader;                        // the number of one, in such a process
  std::string output;
  int runs = 1;
};

double held_bytes() {
  malloc_trim(0);  // what was let go of is not held
  std::ifstream file("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  file >> all >> resident;
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

void read_here(const LoadReader& reader, const std::string& path) {
  const auto begin = std::chrono::steady_clock::now();
  reader.read(path, reader.threads, [begin](Counts counts) {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
    std::printf("%.6f %zu %zu %.0f\n", passed.count(), counts.vertices, counts.edges, held_bytes());
  });
}

struct Measured {
  double seconds = 0.0;
  std::size_t vertices = 0;
  std::size_t edges = 0;
  double held = 0.0;
  double peak = 0.0;
  bool succeeded = false;
};

Measured measure(const Given& given, std::size_t number, const LoadReader& reader,
                 const std::string& path) {
  std::vector<std::string> words = {given.program, "--read", std::to_string(number),
                                    "--" + std::string(reader.kind), path};
  if (reader.read == nullptr) {
    words = {"/usr/bin/python3", SUMMITRY_BENCH_DIR "/load_peers.py", std::string(reader.peer),
             std::string(reader.kind), path};
  }
  Measured best;
  for (int run = 0; run < given.runs; ++run) {
    const Ended ended = run_process(words);
    Measured one;
    std::istringstream said(ended.said);
    said >> one.seconds >> one.vertices >> one.edges >> one.held;
    one.succeeded = ended.succeeded && !said.fail();
    one.peak = ended.peak_bytes;
    if (run == 0 || one.seconds < best.seconds) best = one;
  }
  return best;
}

std::string row_text(const LoadReader& reader, const Measured& result) {
  if (!result.succeeded)
    return fmt::format("| {} | {} | failed | | | | |\n", reader.name, reader.threads);
  return fmt::format("| {} | {} | {:.3g} | {:.0f} | {:.0f} | {} | {} |\n", reader.name,
                     reader.threads, result.seconds, result.peak / kMebibyte,
                     result.held / kMebibyte, result.vertices, result.edges);
}

std::string table(const Given& given) {
  const std::vector<LoadReader> readers = load_readers();
  std::string text;
  for (const auto& [kind, path] : given.files) {
    text += fmt::format(
        "{}\n\n| reader | threads | seconds | peak, MiB | held, MiB | vertices | edges |\n"
        "|---|---|---|---|---|---|---|\n",
        kind);
    for (std::size_t i = 0; i < readers.size(); ++i) {
      if (readers[i].kind != kind) continue;
      text += row_text(readers[i], measure(given, i, readers[i], path));
    }
    text += '\n';
  }
  return text;
}

Given parse(int argc, char** argv) {
  Given given;
  given.program = argv[0];
  CLI::App app("Reads files by ours and by other software, each in a process of its own.");
  std::map<std::string, std::string> files;
  for (const char* kind : {"edges", "names", "graphml", "gexf", "small"}) {
    app.add_option("--" + std::string(kind), files[kind], "A file of this kind");
  }
  app.add_option("--read", given.reader, "Read by this one alone, here");
  app.add_option("--runs", given.runs, "The fastest of so many")->check(CLI::PositiveNumber);
  app.add_option("--output", given.output, "Write the tables into this file as well");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    std::exit(app.exit(wrong));
  }
  std::erase_if(files, [](const auto& file) { return file.second.empty(); });
  given.files = std::move(files);
  return given;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Given given = parse(argc, argv);
    if (!given.reader.empty()) {
      const LoadReader reader = load_readers().at(std::stoul(given.reader));
      read_here(reader, given.files.at(std::string(reader.kind)));
      return 0;
    }
    const std::string text = table(given);
    std::fputs(text.c_str(), stdout);
    if (!given.output.empty()) summitry::write_file(given.output, text);
  } catch (const std::exception& trouble) {
    std::fprintf(stderr, "%s\n", trouble.what());
    return 1;
  }
  return 0;
}
