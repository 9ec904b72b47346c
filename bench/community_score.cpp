// How good partitions are, and what finding them took.
#include <algorithm>
#include <fstream>

#include "algorithms/communities/agreement.hpp"
#include "algorithms/communities/modularity.hpp"
#include "bench/communities.hpp"
#include "engine/partition.hpp"

namespace summitry::bench {
namespace {

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

// A figure of /proc/self/status in MiB; 0 where there is none.
double status(const std::string& name) {
  std::ifstream in("/proc/self/status");
  std::string word;
  double kibibytes = 0.0;
  while (in >> word) {
    if (word == name) in >> kibibytes;
  }
  return kibibytes / 1024.0;
}

}  // namespace

Score score(const Graph& graph, const std::vector<Answer>& answers,
            const std::vector<std::uint32_t>& truth) {
  Score result;
  result.runs = static_cast<int>(answers.size());
  const double share = 1.0 / static_cast<double>(answers.size());
  std::vector<double> seconds;
  double rand = 0.0;
  double mutual = 0.0;
  for (const Answer& answer : answers) {
    std::vector<std::uint32_t> labels;
    for (const double label : answer.values) labels.push_back(static_cast<std::uint32_t>(label));
    const Partition partition = canonical(labels);
    seconds.push_back(answer.seconds);
    result.modularity += share * modularity(graph, partition);
    result.communities += share * partition.count;
    if (truth.empty()) continue;
    rand += share * adjusted_rand_index(partition.community, truth);
    mutual += share * adjusted_mutual_information(partition.community, truth);
  }
  result.seconds = median(seconds);
  if (!truth.empty()) {
    result.rand = rand;
    result.mutual = mutual;
  }
  return result;
}

double resident() {
  return status("VmRSS:");
}

double peak() {
  return status("VmHWM:");
}

void forget_peak() {
  std::ofstream("/proc/self/clear_refs") << "5";
}

}  // namespace summitry::bench
