// What algorithms hand to exporters: figures with their name, parameters and method, aligned with a
// Graph. Exporters need to know no algorithm.
#pragma once

#include <string>
#include <vector>

#include "engine/graph.hpp"
#include "engine/named_partition.hpp"
#include "engine/network.hpp"
#include "engine/partition.hpp"
#include "engine/scores.hpp"
#include "engine/selection.hpp"

namespace summitry {

// What figures are about: a value for each vertex or for each edge, by id.
enum class Over { vertices, edges };

// How far figures are concentrated on one vertex, of what is compared with.
struct Centralisation {
  std::optional<double> value;
  std::string note;  // what it is a share of, or why there is none
};

struct NamedScores {
  std::string name;       // the catalogue's name, as on the command line and in JSON
  std::string title;      // for people
  std::string reference;  // author, year, DOI
  Parameters parameters;
  Scores scores;
  Over over = Over::vertices;
  std::optional<Centralisation> centralisation = {};  // where it was asked for
};

// The command's own account of what was done, printed in every result.
struct Provenance {
  Parameters selection;  // describe(network, selection)
  Parameters options;    // seed, projection, …
  std::string command;   // the command line that reproduces it
};

}  // namespace summitry
