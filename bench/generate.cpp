// bench_generate: writes a graph of the benchmark as an edge list.
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <vector>

#include "bench/generators.hpp"
#include "bench/planted.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"

namespace {

using namespace summitry::bench;
using summitry::VertexId;

constexpr const char* kUsage =
    "usage: bench_generate rmat SCALE FILE\n"
    "       bench_generate barabasi-albert VERTICES EDGES-EACH FILE\n"
    "       bench_generate lfr VERTICES MIXING FILE       the communities into FILE.truth\n"
    "       bench_generate planted GROUPS SIZE INSIDE OUTSIDE FILE            the same\n"
    "       bench_generate from-metis METIS-FILE FILE\n"
    "       bench_generate attendance PARTICIPANTS EVENTS ROWS FILE   the same for igraph in "
    "FILE.ncol\n";
constexpr std::uint64_t kSeed = 20260101;

VertexId count(const std::string& text) {
  return static_cast<VertexId>(std::stoul(text));
}

// Who came to which event, by name: some come far more often than others, to some events most.
void write_attendance(VertexId participants, VertexId events, VertexId rows,
                      const std::string& path) {
  summitry::Random random(kSeed);
  const auto one_of = [&random](VertexId many) {
    const double share = random.unit();
    return static_cast<VertexId>(share * std::sqrt(share) * many);
  };
  std::ofstream table(path);
  std::ofstream twin(path + ".ncol");
  table << "source,target\n";
  for (VertexId row = 0; row < rows; ++row) {
    const std::string who = "participant-" + std::to_string(one_of(participants));
    const std::string what = "event-" + std::to_string(one_of(events));
    table << who << ',' << what << '\n';
    twin << who << ' ' << what << '\n';
  }
  if (!table.flush() || !twin.flush()) throw summitry::SaveError("cannot write " + path);
}

EdgeList told(const Planted& planted, const std::string& path) {
  write_labels(planted.community, path + ".truth");
  return planted.list;
}

EdgeList made(const std::vector<std::string>& words) {
  const std::string& kind = words[0];
  if (kind == "rmat" && words.size() == 3) return rmat(count(words[1]), kSeed);
  if (kind == "from-metis" && words.size() == 3) return read_metis(words[1]);
  if (kind == "barabasi-albert" && words.size() == 4) {
    return barabasi_albert(count(words[1]), count(words[2]), kSeed);
  }
  if (kind == "lfr" && words.size() == 4) {
    return told(lfr(count(words[1]), std::stod(words[2]), kSeed), words.back());
  }
  if (kind == "planted" && words.size() == 6) {
    return told(planted_partition(count(words[1]), count(words[2]), std::stod(words[3]),
                                  std::stod(words[4]), kSeed),
                words.back());
  }
  throw summitry::Error(kUsage);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.empty()) throw summitry::Error(kUsage);
    if (words[0] == "attendance" && words.size() == 5) {
      write_attendance(count(words[1]), count(words[2]), count(words[3]), words[4]);
      return 0;
    }
    const EdgeList list = made(words);
    write_edges(list, words.back());
    std::printf("%s: %u vertices, %zu edges\n", words.back().c_str(), list.vertices,
                list.edges.size());
  } catch (const std::exception& trouble) {
    std::fprintf(stderr, "%s\n", trouble.what());
    return 1;
  }
  return 0;
}
