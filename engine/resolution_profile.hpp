// ResolutionProfile: what communities become of a graph as the resolution grows, and over which
// ranges they stay. Aligned with a Graph only by the partitions that made it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/named_partition.hpp"
#include "engine/partition.hpp"

namespace summitry {

struct ResolutionProfile {
  // One resolution at which runs were made.
  struct Point {
    double resolution = 1.0;
    std::uint32_t communities = 0;  // of the best partition known there
    double quality = 0.0;           // at this resolution
    double stability = 0.0;         // mean adjusted Rand index over pairs of the runs made there
    double distance = 0.0;          // variation of information / log n, from the point before
    double from = 0.0;              // the best partition is the best known from here …
    double to = 0.0;                // … to here
    std::optional<std::size_t> plateau;  // index into plateaus
  };
  // A range over which the communities stay nearly the same.
  struct Plateau {
    double resolution = 1.0;  // that to use, see algorithms/communities/resolutions/
    double from = 1.0;
    double to = 1.0;
    std::uint32_t communities = 0;  // at `resolution`
    double stability = 0.0;         // mean over its points
    bool chosen = false;            // by --resolution auto
  };
  // A partition and the exact range over which none of those found is better.
  struct Range {
    double from = 0.0;
    double to = 0.0;
    std::uint32_t communities = 0;
    double modularity = 0.0;  // at resolution 1, whatever the quality
  };

  std::string name;  // of the method
  std::string title;
  std::string reference;
  Parameters parameters;
  std::string quality_name;
  std::size_t distinct = 0;  // different partitions that were found at all
  std::vector<Point> points;
  std::vector<Plateau> plateaus;
  std::vector<Range> ranges;
};

}  // namespace summitry
