// Networks to draw, shared by the tests of pictures.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/network_builder.hpp"
#include "engine/random.hpp"

namespace summitry::testing {

inline std::string numbered(std::string name, std::size_t number) {
  name += std::to_string(number);
  return name;
}

// Countries that sign texts at the editions of a series, some of them sharing all their ties, and
// initiatives with funders. Names are long and short.
inline Network random_series(std::uint64_t seed, std::size_t editions, std::size_t countries) {
  Random random(seed);
  NetworkBuilder builder;
  SeriesRow series;
  series.id = "series";
  series.name = "Series";
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < editions; ++i) ids.push_back(numbered("s", 100 + i));
  for (const std::string& id : ids) {
    builder.add_entity({.id = id, .kind = "summit", .name = "Summit of the year " + id});
    builder.add_entity({.id = "text-" + id, .kind = "document", .name = "Declaration of " + id});
    series.editions.emplace_back(id);
  }
  builder.add_entity({.id = "fund",
                      .kind = "initiative",
                      .name = "A Fund With a Name Too Long for "
                              "One Line of Any Picture at All"});
  for (std::size_t i = 0; i < countries; ++i) {
    const std::string id = numbered("c", 1000 + i);
    const std::string name = i % 3 == 0 ? id : "Country of " + std::string(random.below(20), 'n');
    builder.add_entity({.id = id, .kind = i % 4 == 0 ? "organisation" : "country", .name = name});
    for (const std::string& summit : ids) {
      const std::string text = "text-" + summit;
      if (random.below(2) == 0) continue;
      builder.add_relation({.source = id, .type = "signed", .target = text, .summit = summit});
    }
    if (random.below(9) > 0) continue;
    builder.add_relation({.source = id,
                          .type = "funds",
                          .target = "fund",
                          .summit = ids.front(),
                          .amount = "5",
                          .currency = "EUR"});
  }
  builder.add_series(series);
  return std::move(builder).finish();
}

// `vertices` organisations, about `edges` ties, no series.
inline Network random_ties(std::uint64_t seed, std::size_t vertices, std::size_t edges) {
  Random random(seed);
  NetworkBuilder builder;
  const auto id = [](std::uint64_t i) { return numbered("v", 10000 + i); };
  for (std::size_t i = 0; i < vertices; ++i) {
    builder.add_entity({.id = id(i), .kind = "organisation", .name = numbered("Body ", i)});
  }
  for (std::size_t i = 0; i < edges && vertices > 1; ++i) {
    const std::uint64_t source = random.below(vertices);
    const std::uint64_t target = random.below(vertices);
    if (source == target) continue;
    builder.add_relation({.source = id(source), .type = "knows", .target = id(target)});
  }
  return std::move(builder).finish();
}

}  // namespace summitry::testing
