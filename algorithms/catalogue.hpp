// The catalogue: every measure and every community method once. Command line, JSON, the report's
// methods section and the documentation read it and nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/cost.hpp"
#include "algorithms/options.hpp"
#include "engine/graph.hpp"
#include "engine/partition.hpp"
#include "engine/results.hpp"
#include "engine/run.hpp"
#include "engine/scores.hpp"

namespace summitry {

// How a measure reads the weights of a Graph that has them. `none`: it does not look at them.
enum class WeightUse { none, strength, distance };

[[nodiscard]] std::string_view to_string(WeightUse use);

struct Measure {
  std::string_view name;        // on the command line, in CSV headers and JSON
  std::string_view title;       // for people: a short noun phrase
  std::string_view family;      // degree, paths, spectral, cohesion, brokerage, flow, …
  std::string_view definition;  // one or two sentences, with the convention that was chosen
  std::string_view cost;        // in n, m and iterations
  std::string_view reference;   // authors, year, DOI
  WeightUse weights = WeightUse::none;
  Over over = Over::vertices;
  Work work = {};
  std::string_view estimate = "";  // the measure that estimates it with a stated error; "" for none
  std::vector<OptionInfo> options = {};
  // Every option with its value in use. Throws InvalidOption for an unknown name or unreadable text.
  std::function<Parameters(const Parameters&)> complete = {};
  std::function<Scores(const Graph&, const Parameters&, const Run&)> compute = {};
};

struct CommunityMethod {
  std::string_view name;
  std::string_view title;
  std::string_view definition;
  std::string_view cost;
  std::string_view reference;
  // What its partitions' quality is (higher is better): modularity, map-equation, … A method with the
  // option "quality" names it by that option's value.
  std::string_view quality_name = "modularity";
  bool random = true;   // whether it depends on the seed; one run tells all where it does not
  double effort = 1.0;  // > 0; what a run costs, in runs of leiden: fewer are made unasked
  std::vector<OptionInfo> options = {};
  std::function<Parameters(const Parameters&)> complete = {};
  std::function<Partition(const Graph&, const Parameters&, const Run&)> compute = {};
  // The quality of any partition, labels by vertex; unset where it is modularity or cpm.
  std::function<double(const Graph&, const Parameters&, std::span<const std::uint32_t>)>
      quality_of = {};
};

// In the order in which people read them: families together.
[[nodiscard]] std::span<const Measure* const> measures();
[[nodiscard]] std::span<const CommunityMethod* const> community_methods();

// Throw UnknownName with the nearest known name.
[[nodiscard]] const Measure& measure(std::string_view name);
[[nodiscard]] const CommunityMethod& community_method(std::string_view name);

// Whether the measure can read the Graph's weights: false for strengths where it needs distances and
// for distances where it needs strengths.
[[nodiscard]] bool reads_weights_of(const Measure& measure, const Graph& graph);

// The measure with its parameters filled in. Throws InvalidOption for an unknown option or a value
// outside its range, and InvalidWeight when reads_weights_of() is false or a weight is out of range.
[[nodiscard]] NamedScores compute(const Measure& measure, const Graph& graph,
                                  const Parameters& given = {}, const Run& run = {});

}  // namespace summitry
