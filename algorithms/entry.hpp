// How an algorithm's source closes with its catalogue entry. Included only from such sources.
#pragma once

#include <cstdint>
#include <span>
#include <utility>

#include "algorithms/catalogue.hpp"

namespace summitry {

// Fills in `options`, `complete` and `compute` from an algorithm and its options aggregate.
template <class Options>
Measure entry_of(Measure text, Scores (*function)(const Graph&, const Options&, const Run&)) {
  const std::string_view name = text.name;
  text.options = option_list<Options>();
  text.complete = [name](const Parameters& given) {
    return option_values(read_options<Options>(name, given));
  };
  text.compute = [name, function](const Graph& graph, const Parameters& given, const Run& run) {
    return function(graph, read_options<Options>(name, given), run);
  };
  return text;
}

// The same for an algorithm without options.
Measure entry_of(Measure text, Scores (*function)(const Graph&, const Run&));

// The same for a community method.
template <class Options>
CommunityMethod entry_of(CommunityMethod text,
                         Partition (*function)(const Graph&, const Options&, const Run&)) {
  const std::string_view name = text.name;
  text.options = option_list<Options>();
  text.complete = [name](const Parameters& given) {
    return option_values(read_options<Options>(name, given));
  };
  text.compute = [name, function](const Graph& graph, const Parameters& given, const Run& run) {
    return function(graph, read_options<Options>(name, given), run);
  };
  return text;
}

// The same, with the quality of a partition that another found.
template <class Options>
CommunityMethod entry_of(CommunityMethod text,
                         Partition (*function)(const Graph&, const Options&, const Run&),
                         double (*quality)(const Graph&, const Options&,
                                           std::span<const std::uint32_t>)) {
  const std::string_view name = text.name;
  text.quality_of = [name, quality](const Graph& graph, const Parameters& given,
                                    std::span<const std::uint32_t> community) {
    return quality(graph, read_options<Options>(name, given), community);
  };
  return entry_of<Options>(std::move(text), function);
}

}  // namespace summitry
