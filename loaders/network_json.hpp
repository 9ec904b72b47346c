// A whole network in one JSON file:
//
//   {"summitry": {"format": "network", "version": 1}, "dataset": {…},
//    "attributes": {"entities": [{"name", "type", "title", "description"}], "relations": […]},
//    "relationTypes": {…}, "sources": […], "entities": […], "relations": […], "claims": […],
//    "series": […], "containers": […]}
//
// Rows are objects with the names of the data package's columns as keys, absent where there is no
// value; `sources` and `aliases` are lists of strings, a source being "id#locator"; further values
// stand under "attributes" by name.
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_network_json(const std::filesystem::path& path,
                                      const LoadOptions& options = {});

// The bytes of such a file; findings name it as `file`.
[[nodiscard]] Built read_network_json(std::string bytes, const std::string& file,
                                      const LoadOptions& options = {});

}  // namespace summitry
