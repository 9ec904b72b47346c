// bench_communities: community methods of ours and of the peers on one graph, over several seeds.
#include "bench/communities.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>

#include "bench/planted.hpp"
#include "engine/error.hpp"

namespace summitry::bench {
namespace {

struct Request {
  Subject subject;
  std::string truth_path;
  std::vector<std::uint32_t> truth;
  std::vector<std::string> labels;  // NAME=FILE: partitions that another program has written
  std::vector<std::string> methods;
  std::vector<int> threads = {1, 2};
  int runs = 10;
  double long_run = 20.0;
  bool only_ours = false;
  std::vector<std::string> without;
  std::vector<std::string> beside;
  std::string script = SUMMITRY_BENCH_DIR "/community_peers.py";
  std::string output;
};

void add_options(CLI::App& app, Request& request) {
  app.add_option("--graph", request.subject.path, "an edge list, two numbers a line")->required();
  app.add_option("--name", request.subject.name, "of the graph");
  app.add_option("--truth", request.truth_path, "the planted communities, a label a line");
  app.add_option("--runs", request.runs, "seeds")->check(CLI::Range(1, 1000));
  app.add_option(
         "--methods", request.methods,
         "all unless given; leiden-auto and block-model of more than 300,000 edges only then")
      ->delimiter(',');
  app.add_option("--threads", request.threads, "1, 2 or both")->delimiter(',');
  app.add_option("--without", request.without, "peers whose names begin so")->delimiter(',');
  app.add_option("--beside", request.beside, "programs of bench/beside")->delimiter(',');
  app.add_option("--long-run", request.long_run, "seconds; what takes longer runs once");
  app.add_option("--labels", request.labels, "NAME=FILE: score a partition, a label a line");
  app.add_flag("--ours", request.only_ours, "no peers");
  app.add_option("--output", request.output, "also FILE.md");
}

bool wanted(const Request& request, const std::string& method) {
  const auto& asked = request.methods;
  if (!asked.empty()) return std::find(asked.begin(), asked.end(), method) != asked.end();
  const bool dear = std::find(std::begin(kDear), std::end(kDear), method) != std::end(kDear);
  return !dear || request.subject.list.edges.size() <= kDearEdges;
}

std::string figure(const std::optional<double>& value) {
  return value ? fmt::format("{:.3f}", *value) : "";
}

std::string line(const std::string& method, const std::string& contender, int threads,
                 const Score& score) {
  return fmt::format(
      "| {} | {} | {} | {:.3g} | {:.5f} | {:.4f} | {:.1f} | {} | {} | {} | {:.0f} | {} |\n", method,
      contender, threads, score.seconds, score.modularity, score.bits, score.communities,
      figure(score.rand), figure(score.mutual), figure(score.nats), score.memory, score.runs);
}

struct Place {
  const Contender* contender;
  int threads;
  std::vector<Answer> answers;
  double memory = 0.0;  // most that the first call held beside the graph, MiB
};

std::vector<Place> places_of(const Request& request, const std::vector<Contender>& contenders,
                             const std::string& method) {
  const auto& asked = request.threads;
  std::vector<Place> places;
  for (const Contender& contender : contenders) {
    if (!contender.kernels.contains(method)) continue;
    for (const int threads : contender.threads) {
      if (std::find(asked.begin(), asked.end(), threads) == asked.end()) continue;
      places.push_back({&contender, threads, {}});
    }
  }
  return places;
}

// Freed memory goes back before a method's first call, or it would hide what that call needs.
void give_back(const Contender& contender) {
  if (contender.process == "self") malloc_trim(0);
  const auto trim = contender.kernels.find("trim");
  if (trim != contender.kernels.end()) trim->second(1);
}

void take_turn(const std::string& method, Place& place) {
  const Contender& contender = *place.contender;
  const bool first = place.answers.empty();
  if (first) give_back(contender);
  const double before = resident(contender.process);
  if (first) forget_peak(contender.process);
  place.answers.push_back(ask(contender, method, place.threads));
  if (first) place.memory = std::max(0.0, peak(contender.process) - before);
}

// The contenders take turns, so that all meet the same disturbances.
std::string rows_of(const Request& request, const Graph& graph, const std::string& method,
                    const std::vector<Contender>& contenders) {
  std::vector<Place> places = places_of(request, contenders, method);
  for (int round = 0; round < request.runs; ++round) {
    for (Place& place : places) {
      const bool again = place.answers.empty() || place.answers[0].seconds <= request.long_run;
      if (again) take_turn(method, place);
    }
  }
  std::string rows;
  for (const Place& place : places) {
    Score result = score(graph, place.answers, request.truth);
    result.memory = place.memory;
    if (method == "block-model") result.nats = description_nats(graph, place.answers);
    rows += line(method, place.contender->name, place.threads, result);
  }
  std::fprintf(stderr, "%s %s\n", request.subject.name.c_str(), method.c_str());
  return rows;
}

std::string rows_of_labels(const Request& request, const Graph& graph) {
  std::string rows;
  for (const std::string& named : request.labels) {
    const std::size_t at = named.find('=');
    if (at == std::string::npos) throw Error("--labels needs NAME=FILE");
    const auto labels = read_labels(named.substr(at + 1));
    const Answer answer{0.0, {labels.begin(), labels.end()}};
    rows += line("labels", named.substr(0, at), 1, score(graph, {answer}, request.truth));
  }
  if (!request.truth.empty()) {
    const Answer answer{0.0, {request.truth.begin(), request.truth.end()}};
    rows += line("truth", "", 1, score(graph, {answer}, request.truth));
  }
  return rows;
}

std::vector<Contender> contenders_of(const Request& request) {
  std::vector<Contender> found;
  found.push_back(our_communities(request.subject));
  if (request.only_ours || !request.labels.empty()) return found;
  const auto& without = request.without;
  if (!left_out(without, "igraph")) found.push_back(igraph_communities(request.subject));
  for (Contender& one : python_libraries(request.subject, request.script,
                                         {"graph-tool", "NetworkX", "python-louvain"}, without)) {
    found.push_back(std::move(one));
  }
  for (Contender& one : programs_beside(request.subject, request.beside)) {
    found.push_back(std::move(one));
  }
  return found;
}

void run(Request& request) {
  request.subject.list = read_edges(request.subject.path);
  if (!request.truth_path.empty()) request.truth = read_labels(request.truth_path);
  if (!request.truth.empty()) {
    request.subject.list.vertices = static_cast<VertexId>(request.truth.size());
  }
  const Graph graph = graph_of(request.subject);
  std::string table = fmt::format(
      "{}: {} vertices, {} edges; seconds are medians, the other figures means over the runs\n\n"
      "| method | program | threads | seconds | modularity | bits | communities | ARI | AMI | nats "
      "| MiB | runs |\n"
      "|---|---|---|---|---|---|---|---|---|---|---|---|\n",
      request.subject.name, graph.vertex_count(), graph.edge_count());
  if (request.labels.empty()) {
    const std::vector<Contender> contenders = contenders_of(request);
    for (const std::string method : kMethods) {
      if (wanted(request, method)) table += rows_of(request, graph, method, contenders);
    }
  }
  table += rows_of_labels(request, graph);
  std::fputs(table.c_str(), stdout);
  if (request.output.empty()) return;
  std::ofstream out(request.output + ".md", std::ios::binary);
  out << table;
  if (!out.flush()) throw SaveError("cannot write " + request.output + ".md");
}

}  // namespace
}  // namespace summitry::bench

int main(int argc, char** argv) {
  CLI::App app{"Community methods side by side on one graph"};
  summitry::bench::Request request;
  summitry::bench::add_options(app, request);
  CLI11_PARSE(app, argc, argv);
  try {
    summitry::bench::run(request);
  } catch (const std::exception& trouble) {
    std::fprintf(stderr, "bench_communities: %s\n", trouble.what());
    return 2;
  }
  return 0;
}
