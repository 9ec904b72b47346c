// How good partitions are, and what finding them took.
#include <fstream>

#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/blocks/description_length.hpp"
#include "algorithms/communities/flows/map_equation.hpp"
#include "algorithms/communities/quality/modularity.hpp"
#include "bench/communities.hpp"
#include "engine/partition.hpp"

namespace summitry::bench {
namespace {

// A figure of a process' status in MiB; 0 where there is none.
double status(const std::string& process, const std::string& name) {
  std::ifstream in("/proc/" + process + "/status");
  std::string word;
  double kibibytes = 0.0;
  while (in >> word) {
    if (word == name) in >> kibibytes;
  }
  return kibibytes / 1024.0;
}

std::vector<std::uint32_t> labels_of(const Answer& answer) {
  std::vector<std::uint32_t> labels;
  for (const double label : answer.values) labels.push_back(static_cast<std::uint32_t>(label));
  return labels;
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
    const Partition partition = canonical(labels_of(answer));
    seconds.push_back(answer.seconds);
    result.modularity += share * modularity(graph, partition);
    result.communities += share * partition.count;
    result.bits += share * map_equation(graph, partition.community);
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

double description_nats(const Graph& graph, const std::vector<Answer>& answers) {
  double sum = 0.0;
  for (const Answer& answer : answers) {
    sum += description_length(graph, canonical(labels_of(answer)).community).total();
  }
  return sum / static_cast<double>(answers.size());
}

double resident(const std::string& process) {
  return status(process, "VmRSS:");
}

double peak(const std::string& process) {
  return status(process, "VmHWM:");
}

void forget_peak(const std::string& process) {
  std::ofstream("/proc/" + process + "/clear_refs") << "5";
}

}  // namespace summitry::bench
