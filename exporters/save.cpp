#include "exporters/save.hpp"

#include <array>

#include "engine/error.hpp"
#include "engine/file.hpp"
#include "engine/names.hpp"
#include "exporters/csv.hpp"
#include "exporters/dot.hpp"
#include "exporters/interchange/cytoscape.hpp"
#include "exporters/interchange/gephi_csv.hpp"
#include "exporters/interchange/gexf.hpp"
#include "exporters/interchange/graphml.hpp"
#include "exporters/interchange/node_link.hpp"
#include "exporters/interchange/pajek.hpp"
#include "exporters/json.hpp"
#include "exporters/tabular/paper.hpp"
#include "exporters/tabular/sqlite.hpp"
#include "exporters/tabular/xlsx.hpp"

namespace summitry {
namespace {

using Files = std::vector<PackageFile>;

Files write_package(const ExportParts& parts) {
  return to_data_package(parts.network);
}

Files write_network_json(const ExportParts& parts) {
  return {{"", network_json(parts.network)}};
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

// The one file that `text` makes.
template <std::string (*text)(const ExportParts&)>
Files write_one(const ExportParts& parts) {
  return {{"", text(parts)}};
}

Files write_gexf(const ExportParts& parts) {
  return {{"", to_gexf(parts)}};
}

Files write_newer_gexf(const ExportParts& parts) {
  return {{"", to_gexf(parts, GexfVersion::v1_3)}};
}

constexpr std::string_view kGraphLimits =
    "claims, series, continuity, rules of relation types, licences and contributors, the sources "
    "themselves (their number is kept), and what is said of each of several relations that were "
    "merged into one edge";

constexpr std::string_view kGexfLimits =
    "claims, series, continuity, rules of relation types, licences and contributors, the sources "
    "themselves (their number is kept), how precisely a date is known in a spell (a year is all "
    "its days), control characters (each becomes U+FFFD), and what is said of each of several "
    "relations that were merged into one edge";

constexpr std::array<Exporter, 16> kExporters = {{
    {"data-package", "", "Frictionless data package: a folder of datapackage.json and CSV tables",
     "", ExportScope::network, write_package},
    {"network-json", ".json", "the whole network as one JSON file", "", ExportScope::network,
     write_network_json},
    {"node-link", ".node-link.json",
     "the selected graph as JSON nodes and edges with measures, as NetworkX and d3 read it",
     kGraphLimits, ExportScope::graph, write_one<to_node_link>},
    {"edge-list", ".csv", "the selected graph as CSV, a row an edge",
     "entities without an edge, names, kinds, subtypes, aliases, descriptions, dates of "
     "entities, further attributes, amounts, confidence, notes, whether relations are directed, "
     "the data set's title and licences, claims, series, rules of relation types and the sources "
     "themselves (their number is kept)",
     ExportScope::graph, write_edge_list},
    {"dot", ".dot", "the selected graph for Graphviz, kinds as shapes and communities as colours",
     "aliases, descriptions, dates of entities, further attributes, amounts, confidence, notes, "
     "the data set's title and licences, claims, series, rules of relation types and the sources "
     "themselves (their number is kept); measures are text",
     ExportScope::graph, write_dot},
    {"graphml", ".graphml",
     "the selected graph with typed attributes, measures and positions, for NetworkX, igraph, "
     "Gephi, yEd and Cytoscape",
     "claims, series, continuity, rules of relation types, licences and contributors, the "
     "sources themselves (their number is kept), control characters (each becomes U+FFFD), and "
     "what is said of each of several relations that were merged into one edge",
     ExportScope::graph, write_one<to_graphml>, true},
    {"gexf", ".gexf",
     "the same for Gephi, with colours and a timeline of spells; 1.2draft, which NetworkX reads",
     kGexfLimits, ExportScope::graph, write_gexf, true},
    {"gexf-1.3", ".1.3.gexf", "the same in version 1.3, for Gephi 0.10 and newer", kGexfLimits,
     ExportScope::graph, write_newer_gexf, true},
    {"pajek", ".net",
     "the selected graph for Pajek: names, weights and positions, with kinds and communities as "
     ".clu and measures as .vec beside it",
     "ids, subtypes, aliases, descriptions, dates of entities, further attributes, statuses, "
     "roles, summits of relations, dates of relations, which relations have no weight, amounts, "
     "confidence, notes, the data set's title and licences, claims, series, continuity, rules of "
     "relation types and the sources themselves; quotes, backslashes, line breaks and control "
     "characters in labels (they become ', / and a space); a mark that it is UTF-8, which Pajek "
     "may want where labels are not ASCII",
     ExportScope::graph, to_pajek, true, true},
    {"cytoscape", ".cyjs",
     "the selected graph as Cytoscape.js elements with attributes, measures and positions",
     kGraphLimits, ExportScope::graph, write_one<to_cytoscape>, true},
    {"gephi-csv", ".nodes.csv",
     "the selected graph as two CSV tables with Gephi's columns: nodes here, edges beside it in "
     ".edges.csv",
     "the data set's title, licences and contributors, claims, series, continuity, rules of "
     "relation "
     "types, the sources themselves (their number is kept), the types of values, which relations "
     "have no weight, and what is said of each "
     "of several relations that were merged into one edge; a text that a spreadsheet would run "
     "as a formula has an apostrophe before it",
     ExportScope::graph, to_gephi_csv},
    {"sqlite", ".sqlite",
     "a database of data, graph, measures, communities and continuity, for SQL, R and Datasette",
     "the contributors of the data set; lists and dates are text, which the table attributes tells "
     "apart",
     ExportScope::graph, write_one<to_sqlite>},
    {"xlsx", ".xlsx", "an Excel workbook of the same tables, a sheet each",
     "the contributors of the data set, the seventeenth digit of numbers, control characters (each "
     "becomes U+FFFD) and texts beyond 32,767 characters; lists and dates are text, which the "
     "sheet "
     "attributes tells apart",
     ExportScope::graph, write_one<to_xlsx>},
    {"markdown", ".md", "short tables of measures, communities and transitions, for a paper",
     "anything but what its tables show: rounded figures of the first entities", ExportScope::graph,
     write_one<paper_markdown>},
    {"latex", ".tex", "the same tables for LaTeX, with booktabs",
     "anything but what its tables show: rounded figures of the first entities", ExportScope::graph,
     write_one<paper_latex>},
    {"bibtex", ".bib", "references to the data set, its sources and the methods of the figures",
     "the data and the figures themselves", ExportScope::graph, write_one<paper_bibtex>},
}};

bool ends_with(const std::filesystem::path& path, std::string_view extension) {
  const std::string name = path.filename().string();
  return name.size() > extension.size() && name.ends_with(extension);
}

std::filesystem::path place_of(const std::filesystem::path& path, const Exporter& format,
                               const std::string& name) {
  if (name.empty()) return path;
  if (!name.starts_with('.')) return path / name;
  std::filesystem::path beside = path;
  if (ends_with(path, format.extension)) {
    const std::string whole = path.filename().string();
    beside.replace_filename(whole.substr(0, whole.size() - format.extension.size()));
  } else {
    beside.replace_extension();
  }
  return beside += name;
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

std::vector<std::filesystem::path> save(const std::filesystem::path& path, const Exporter& format,
                                        const ExportParts& parts) {
  std::vector<std::filesystem::path> written;
  for (const PackageFile& file : format.write(parts)) {
    written.push_back(place_of(path, format, file.name));
    write_file(written.back(), file.bytes);
  }
  return written;
}

}  // namespace summitry
