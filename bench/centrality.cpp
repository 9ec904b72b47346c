// bench_centrality: ours and the peers side by side on one graph, in one process.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>

#include "bench/contender.hpp"
#include "bench/match.hpp"
#include "bench/memory.hpp"
#include "bench/table.hpp"
#include "engine/error.hpp"

namespace summitry::bench {
namespace {

struct Request {
  Subject subject;
  bool directed = false;
  bool quick = false;
  bool only_ours = false;
  bool memory = false;
  std::string read_as;
  double largest = 3e10;
  std::vector<std::string> kernels;
  std::vector<std::string> without;
  std::vector<std::string> beside;
  std::string script = SUMMITRY_BENCH_DIR "/peers.py";
  std::string output;
  Effort effort;
};

void add_options(CLI::App& app, Request& request) {
  app.add_option("--graph", request.subject.path, "an edge list, two numbers a line")->required();
  app.add_option("--name", request.subject.name, "of the graph, by which targets are known");
  app.add_flag("--directed", request.directed);
  app.add_option("--kernels", request.kernels, "all unless given")->delimiter(',');
  app.add_option("--without", request.without, "peers whose names begin so")->delimiter(',');
  app.add_option("--beside", request.beside, "programs of bench/beside")->delimiter(',');
  app.add_option("--repeats", request.effort.repeats)->check(CLI::Range(1, 1000));
  app.add_option("--long-run", request.effort.long_run, "seconds; what takes longer runs once");
  app.add_option("--all-sources", request.largest,
                 "vertices times edges up to which every vertex is searched from");
  app.add_flag("--quick", request.quick, "one run of each");
  app.add_flag("--ours", request.only_ours, "no peers");
  app.add_flag("--memory", request.memory, "also the peak memory of reading, a process each");
  app.add_option("--read-as", request.read_as, "what such a process does");
  app.add_option("--output", request.output, "also FILE.md and FILE.json");
}

std::vector<Contender> contenders_of(const Request& request) {
  std::vector<Contender> found;
  found.push_back(ours(request.subject));
  if (request.only_ours) return found;
  const auto& without = request.without;
  if (!left_out(without, "igraph")) found.push_back(igraph_library(request.subject));
  if (!left_out(without, "Boost.Graph")) found.push_back(boost_graph(request.subject));
  for (Contender& one :
       python_libraries(request.subject, request.script, {"graph-tool", "NetworkX"}, without)) {
    found.push_back(std::move(one));
  }
  for (Contender& one : programs_beside(request.subject, request.beside)) {
    found.push_back(std::move(one));
  }
  return found;
}

bool wanted(const Request& request, const KernelInfo& kernel) {
  const double size = static_cast<double>(request.subject.list.vertices) *
                      static_cast<double>(request.subject.list.edges.size());
  if (kernel.all_sources && size > request.largest) return false;
  // Of a directed graph the peers' core numbers count opposite arcs twice: another figure than ours.
  if (request.directed && kernel.name == "core") return false;
  return request.kernels.empty() || std::find(request.kernels.begin(), request.kernels.end(),
                                              kernel.name) != request.kernels.end();
}

void write(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) throw SaveError("cannot write " + path);
}

int run(Request& request) {
  request.subject.direction = request.directed ? Direction::directed : Direction::undirected;
  if (!request.read_as.empty()) {
    read_as(request.read_as, request.subject.path, request.subject.direction);
    return 0;
  }
  std::vector<Peak> peaks;
  if (request.memory) peaks = reading_peaks("/proc/self/exe", request.subject, request.beside);
  request.subject.list = read_edges(request.subject.path);
  if (request.quick) request.effort.repeats = 1;
  const std::vector<Contender> contenders = contenders_of(request);
  std::vector<Row> rows;
  bool agreed = true;
  for (const KernelInfo& kernel : kernels()) {
    if (!wanted(request, kernel)) continue;
    Row row = run_match(kernel, contenders, request.effort);
    if (row.times.empty() || row.times.front().contender != "ours") continue;
    for (const Time& time : row.times) agreed = agreed && time.trouble.empty();
    rows.push_back(std::move(row));
    std::fprintf(stderr, "%s %s\n", request.subject.name.c_str(), std::string(kernel.name).c_str());
  }
  const std::string table = markdown(request.subject, rows, peaks);
  std::fputs(table.c_str(), stdout);
  if (!request.output.empty()) {
    write(request.output + ".md", table);
    write(request.output + ".json", json(request.subject, rows, peaks));
  }
  return agreed ? 0 : 1;
}

}  // namespace
}  // namespace summitry::bench

int main(int argc, char** argv) {
  CLI::App app{"Ours and the peers side by side on one graph; exit 1 when an answer differs"};
  summitry::bench::Request request;
  summitry::bench::add_options(app, request);
  CLI11_PARSE(app, argc, argv);
  try {
    return summitry::bench::run(request);
  } catch (const std::exception& trouble) {
    std::fprintf(stderr, "bench_centrality: %s\n", trouble.what());
    return 2;
  }
}
