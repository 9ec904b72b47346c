// A table of entities or edges for people: ranked by the first measure.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/results.hpp"

namespace summitry::cli {

// The first `top` entities or edges (0: all) by the first measure, equal values sharing a rank, then by id;
// a last line says how many there are.
[[nodiscard]] std::string ranking(const Network& network, const Graph& graph,
                                  std::span<const NamedScores> scores, std::size_t top);

// A figure as people read it: whole numbers whole, else four significant digits; "-" for none.
[[nodiscard]] std::string readable(double value);
[[nodiscard]] std::string readable(const std::optional<double>& value);
// "41.8 %"; "-" for none.
[[nodiscard]] std::string readable_share(const std::optional<double>& share);

}  // namespace summitry::cli
