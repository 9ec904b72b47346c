// The formats in which a Network or a Graph can be written: what `convert` and `catalogue` list.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/data_package.hpp"
#include "exporters/export_parts.hpp"

namespace summitry {

// What is written: the whole Network whatever is selected, or the Graph that a selection made.
enum class ExportScope : std::uint8_t { network, graph };

struct Exporter {
  std::string_view name;
  std::string_view extension;  // with its dot; "" for a folder
  std::string_view summary;
  std::string_view
      limits;  // what the format cannot hold, to be said when it is written; "": nothing
  ExportScope scope = ExportScope::network;
  // The files of a folder; or the one file, whose name is then "", and those that stand beside it, whose
  // names begin with a dot and take the place of the extension.
  std::vector<PackageFile> (*write)(const ExportParts&) = nullptr;
  bool placed = false;  // holds where entities stand
  bool timed = false;   // holds times on request
};

[[nodiscard]] std::span<const Exporter> exporters();
// Throws UnknownName with the nearest known one.
[[nodiscard]] const Exporter& exporter(std::string_view name);
// By the path's extension; a path without one is a data package's folder. Throws UnknownName.
[[nodiscard]] const Exporter& exporter_for(const std::filesystem::path& path);

// Writes the files at `path`, each whole or not at all, and tells which. Throws SaveError.
std::vector<std::filesystem::path> save(const std::filesystem::path& path, const Exporter& format,
                                        const ExportParts& parts);

}  // namespace summitry
