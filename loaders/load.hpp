// Files in, a Network out: every format that can be read, by name and by extension.
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/network_builder.hpp"
#include "loaders/compressed/byte_stream.hpp"

namespace summitry {

struct LoadOptions {
  std::string format;                  // a loader's name; "" chooses by extension
  std::optional<Direction> direction;  // how relations are read; nothing: as the data set states
  DecodedLimit decoded;                // how much may come out of a compressed file
  int threads = 0;                     // >= 1; 0: all cores
  std::string entities_query;          // SQL, for databases alone
  std::string relations_query;
  const std::atomic<bool>* cancel = nullptr;  // set by Ctrl-C; a query then ends with Cancelled
};

struct Loaded {
  std::optional<Network> network;  // nothing when there is an error among the findings
  std::vector<Finding> findings;
  std::string format;
};

struct Loader {
  std::string_view name;
  // With the dot; a folder's is "/", a server's are what its address begins with.
  std::span<const std::string_view> extensions;
  std::string_view summary;
  Built (*load)(const std::filesystem::path& path, const LoadOptions& options);
  bool answers_queries = false;  // a database; others refuse queries
};

[[nodiscard]] std::span<const Loader> loaders();

// What is wrong in the data are findings. Throws LoadError when the path cannot be read or no
// format fits it, and UnknownName for a format that there is not.
[[nodiscard]] Loaded load_checked(const std::filesystem::path& path,
                                  const LoadOptions& options = {});

// As load_checked; throws LoadError with all findings when any is an error.
[[nodiscard]] Network load(const std::filesystem::path& path, const LoadOptions& options = {});

}  // namespace summitry
