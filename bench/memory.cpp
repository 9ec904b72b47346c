#include "bench/memory.hpp"

#include <array>

#include "bench/process.hpp"
#include "engine/error.hpp"

namespace summitry::bench {
namespace {

using Read = Answer (*)(const std::string& path, Direction direction, int threads);

struct Reader {
  std::string_view name;
  Read read;
};

Answer nothing(const std::string&, Direction, int) {
  return {};
}

constexpr std::array kReaders = {
    Reader{"nobody", nothing},
    Reader{"ours", read_by_ours},
    Reader{"igraph", read_by_igraph},
    Reader{"boost", read_by_boost},
};

// The largest that a process of these words became, in megabytes.
double peak_of(const std::vector<std::string>& words) {
  const Ended ended = run_process(words);
  if (!ended.succeeded) throw Error("reading failed: " + words[0]);
  return ended.peak_bytes / 1e6;
}

std::string name_of(const std::string& program) {
  return program.substr(program.rfind('/') + 1);
}

}  // namespace

std::vector<Peak> reading_peaks(const std::string& program, const Subject& subject,
                                const std::vector<std::string>& beside) {
  const bool directed = subject.direction == Direction::directed;
  std::vector<Peak> peaks;
  for (const Reader& reader : kReaders) {
    std::vector<std::string> words = {program, "--graph", subject.path, "--read-as",
                                      std::string(reader.name)};
    if (subject.direction == Direction::directed) words.emplace_back("--directed");
    peaks.push_back({std::string(reader.name), peak_of(words)});
  }
  for (const std::string& one : beside) {
    peaks.push_back({name_of(one), peak_of({one, subject.path, directed ? "directed" : "undirected",
                                            "reading"})});
  }
  return peaks;
}

void read_as(std::string_view reader, const std::string& path, Direction direction) {
  for (const Reader& one : kReaders) {
    if (one.name != reader) continue;
    (void)one.read(path, direction, 1);
    return;
  }
  throw Error("no such reader: " + std::string(reader));
}

}  // namespace summitry::bench
