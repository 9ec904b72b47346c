// Data packages (Frictionless Tabular Data Package): datapackage.json beside entities.csv,
// relations.csv, sources.csv, and where there is something to say claims.csv and series.json.
// The resources are found by name, their columns by their header, and further columns of entities
// and relations become attributes of the type that the schema gives (text without one).
//
// A folder without datapackage.json is read as well, with a warning: entities.csv and relations.csv
// under their usual names.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

// `path` is the package's folder or any file in it that the package names.
[[nodiscard]] Built load_data_package(const std::filesystem::path& path,
                                      const LoadOptions& options = {});

// The bytes of a package's file by its path within the package, or nothing where there is none.
using PackageReader = std::function<std::optional<std::string>(const std::string& path)>;

// A package from wherever its files are. Findings name them as `folder` and their path.
[[nodiscard]] Built read_data_package(const PackageReader& read, const std::string& folder,
                                      const LoadOptions& options = {});

}  // namespace summitry
