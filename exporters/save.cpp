#include "exporters/save.hpp"

#include <array>

#include "engine/error.hpp"
#include "engine/file.hpp"
#include "engine/names.hpp"
#include "exporters/csv.hpp"
#include "exporters/dot.hpp"
#include "exporters/json.hpp"

namespace summitry {
namespace {

using Files = std::vector<PackageFile>;

Files write_package(const ExportParts& parts) {
  return to_data_package(parts.network);
}

Files write_network_json(const ExportParts& parts) {
  return {{"", network_json(parts.network)}};
}

Files write_node_link(const ExportParts& parts) {
  return {{"", graph_json(parts.network, parts.graph)}};
}

Files write_edge_list(const ExportParts& parts) {
  return {{"", edges_csv(parts.network, parts.graph)}};
}

Files write_dot(const ExportParts& parts) {
  return {
      {"",
       to_dot(parts.network, parts.graph,
              {.communities = parts.communities, .scores = parts.scores, .title = parts.title})}};
}

constexpr std::array<Exporter, 5> kExporters = {{
    {"data-package", "", "Frictionless data package: a folder of datapackage.json and CSV tables",
     "", ExportScope::network, write_package},
    {"network-json", ".json", "the whole network as one JSON file", "", ExportScope::network,
     write_network_json},
    {"node-link", ".node-link.json",
     "the selected graph as JSON nodes and edges, as NetworkX and d3 read it",
     "claims, series, aliases, descriptions, further attributes and the sources themselves (their "
     "number is kept)",
     ExportScope::graph, write_node_link},
    {"edge-list", ".csv", "the selected graph as CSV, a row an edge",
     "entities without an edge, all that is said about entities, claims, series and the sources "
     "themselves (their number is kept)",
     ExportScope::graph, write_edge_list},
    {"dot", ".dot", "the selected graph for Graphviz, kinds as shapes and communities as colours",
     "claims, series, aliases, descriptions, further attributes, the sources themselves (their "
     "number is kept) and the types of values: missing and empty are one, numbers are text",
     ExportScope::graph, write_dot},
}};

bool ends_with(const std::filesystem::path& path, std::string_view extension) {
  const std::string name = path.filename().string();
  return name.size() > extension.size() && name.ends_with(extension);
}

}  // namespace

std::span<const Exporter> exporters() {
  return kExporters;
}

const Exporter& exporter(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Exporter& one : kExporters) {
    if (one.name == name) return one;
    names.push_back(one.name);
  }
  throw UnknownName(unknown_name("output format", name, names));
}

const Exporter& exporter_for(const std::filesystem::path& path) {
  if (ends_with(path, ".gv")) return exporter("dot");
  const Exporter* best = nullptr;  // the longest extension: .node-link.json is not .json
  std::vector<std::string_view> extensions;
  for (const Exporter& one : kExporters) {
    const bool fits =
        one.extension.empty() ? !path.has_extension() : ends_with(path, one.extension);
    if (fits && (best == nullptr || one.extension.size() > best->extension.size())) best = &one;
    if (!one.extension.empty()) extensions.push_back(one.extension);
  }
  if (best != nullptr) return *best;
  throw UnknownName(unknown_name("extension", path.extension().string(), extensions));
}

void save(const std::filesystem::path& path, const Exporter& format, const ExportParts& parts) {
  for (const PackageFile& file : format.write(parts)) {
    write_file(file.name.empty() ? path : path / file.name, file.bytes);
  }
}

}  // namespace summitry
