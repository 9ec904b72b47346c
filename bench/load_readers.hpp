// Who reads what in the benchmark of loading: each in a process of its own.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace summitry::bench {

struct Counts {
  std::size_t vertices = 0;
  std::size_t edges = 0;
};

// Called while what was read is still there.
using Done = std::function<void(Counts)>;

struct LoadReader {
  std::string_view name;
  std::string_view kind;  // of file: edges, names, graphml, gexf
  int threads = 1;
  void (*read)(const std::string& path, int threads, const Done& done) = nullptr;
  std::string_view peer = {};  // of bench/load_peers.py, instead of `read`
};

[[nodiscard]] std::vector<LoadReader> load_readers();

}  // namespace summitry::bench
