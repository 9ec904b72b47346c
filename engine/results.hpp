// What algorithms hand to exporters: figures with their name, parameters and method, aligned with a
// Graph. Exporters need to know no algorithm.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/partition.hpp"
#include "engine/scores.hpp"
#include "engine/selection.hpp"

namespace summitry {

// Parameters in words, in a fixed order: ("damping", "0.85"), …
using Parameters = std::vector<std::pair<std::string, std::string>>;

// What figures are about: a value for each vertex or for each edge, by id.
enum class Over { vertices, edges };

struct NamedScores {
  std::string name;       // the catalogue's name, as on the command line and in JSON
  std::string title;      // for people
  std::string reference;  // author, year, DOI
  Parameters parameters;
  Scores scores;
  Over over = Over::vertices;
};

struct Community {
  std::vector<VertexId> members;  // ascending
  double internal = 0.0;          // edges (or weight) inside
  double conductance = 0.0;       // share of the edge ends that leave; 0 when nothing leaves
};

struct NamedPartition {
  std::string name;  // leiden, louvain, …
  std::string title;
  std::string reference;
  Parameters parameters;
  std::string quality_name;  // modularity, cpm, …
  bool random = true;        // whether the method depends on chance; one run tells all where not
  Partition partition;
  double modularity = 0.0;
  std::vector<Community> communities;
  // Over several runs with different seeds; nothing for one run.
  struct Stability {
    std::size_t runs = 0;
    double mean_agreement = 0.0;  // mean adjusted Rand index over pairs of runs
    double quality_min = 0.0;
    double quality_max = 0.0;
    std::size_t distinct = 0;  // how many different partitions
    std::vector<double>
        confidence;       // by vertex: mean share of runs that keep it with its community
    bool stable = false;  // mean_agreement >= 0.9
  };
  std::optional<Stability> stability;
};

// The command's own account of what was done, printed in every result.
struct Provenance {
  Parameters selection;  // describe(network, selection)
  Parameters options;    // seed, projection, …
  std::string command;   // the command line that reproduces it
};

}  // namespace summitry
