// Who takes part in the benchmark: ours and the peers, each with the kernels that it has.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bench/edges.hpp"

namespace summitry::bench {

struct Subject {
  std::string name;
  std::string path;
  Direction direction = Direction::undirected;
  EdgeList list;
};

// The seconds of the call alone; the values in the form that kernels.hpp states.
struct Answer {
  double seconds = 0.0;
  std::vector<double> values;
};

struct Contender {
  std::string name;
  std::vector<int> threads = {1};  // that it can be asked to use
  std::map<std::string, std::function<Answer(int threads)>, std::less<>> kernels;
  std::string process = "self";  // that does the work, by its folder in /proc
};

[[nodiscard]] inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

// Asks for one answer, and then waits until threads that look for more work have gone to sleep: they keep
// a core busy for some milliseconds, which would be those of whoever comes next.
[[nodiscard]] inline Answer ask(const Contender& contender, const std::string& kernel,
                                int threads) {
  constexpr std::chrono::milliseconds kCalm{20};
  Answer answer = contender.kernels.at(kernel)(threads);
  std::this_thread::sleep_for(kCalm);
  return answer;
}

// Times `call`; `convert` brings what it returns to values, after the clock has stopped.
template <class Call, class Convert>
[[nodiscard]] Answer timed(Call&& call, Convert&& convert) {
  const auto begin = std::chrono::steady_clock::now();
  const auto result = call();
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
  return {passed.count(), convert(result)};
}

[[nodiscard]] Contender ours(const Subject& subject);
[[nodiscard]] Contender igraph_library(const Subject& subject);
[[nodiscard]] Contender boost_graph(const Subject& subject);
// Libraries of these names by bench/peers.py or a script like it, which answers through a pipe until it is
// told to end. Those all in Python not for graphs of more than 300,000 edges: they would take hours.
[[nodiscard]] std::vector<Contender> python_libraries(const Subject& subject,
                                                      const std::string& script,
                                                      const std::vector<std::string>& names,
                                                      const std::vector<std::string>& without);
// Programs of bench/beside, which answer in the same way.
[[nodiscard]] std::vector<Contender> programs_beside(const Subject& subject,
                                                     const std::vector<std::string>& programs);

// Whether one of the names begins that of a contender.
[[nodiscard]] bool left_out(const std::vector<std::string>& without, const std::string& name);

// Reads an edge list as each does by itself: a graph with sorted rows, igraph's own, rows unsorted.
[[nodiscard]] Answer read_by_ours(const std::string& path, Direction direction, int threads);
[[nodiscard]] Answer read_by_igraph(const std::string& path, Direction direction, int threads);
[[nodiscard]] Answer read_by_boost(const std::string& path, Direction direction, int threads);

// For each vertex the smallest vertex of its component.
[[nodiscard]] std::vector<double> smallest_members(const std::vector<std::size_t>& component);

}  // namespace summitry::bench
