// A Frictionless Tabular Data Package: datapackage.json with the full schema, CSV tables and
// series.json. Loading what was saved gives the same Network, with the same content hash.
#pragma once

#include <string>
#include <vector>

#include "engine/network.hpp"

namespace summitry {

struct PackageFile {
  std::string name;  // relative to the package's folder
  std::string bytes;
};

// datapackage.json comes first. Optional columns that no row uses are left out, and so are tables
// without rows other than entities.csv and relations.csv.
[[nodiscard]] std::vector<PackageFile> to_data_package(const Network& network);

}  // namespace summitry
