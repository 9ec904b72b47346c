// Peak memory while reading an edge list, a process each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bench/contender.hpp"

namespace summitry::bench {

struct Peak {
  std::string reader;
  double megabytes = 0.0;  // the process at its largest, the program itself included
};

// Starts `program` once for each reader, with --read-as READER and the graph; and each of `beside`.
[[nodiscard]] std::vector<Peak> reading_peaks(const std::string& program, const Subject& subject,
                                              const std::vector<std::string>& beside);

// What such a process does: reads the graph, and nothing else. "nobody" reads nothing.
void read_as(std::string_view reader, const std::string& path, Direction direction);

}  // namespace summitry::bench
