// The list of loaders, and how one is chosen.
#include "loaders/load.hpp"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "engine/error.hpp"
#include "engine/lower.hpp"
#include "engine/names.hpp"
#include "loaders/data_package.hpp"
#include "loaders/database/postgresql/address.hpp"
#include "loaders/database/postgresql/postgresql.hpp"
#include "loaders/database/sqlite/sqlite.hpp"
#include "loaders/dl/dl.hpp"
#include "loaders/dot.hpp"
#include "loaders/edge_list.hpp"
#include "loaders/gexf/gexf.hpp"
#include "loaders/gml.hpp"
#include "loaders/graph_json.hpp"
#include "loaders/graphml/graphml.hpp"
#include "loaders/matrix_market.hpp"
#include "loaders/network_json.hpp"
#include "loaders/pajek.hpp"
#include "loaders/spreadsheet/xlsx.hpp"
#include "loaders/tables/gephi_csv.hpp"
#include "loaders/tables/shape.hpp"
#include "loaders/two_mode/two_mode.hpp"

namespace summitry {
namespace {

constexpr std::array<std::string_view, 1> kFolder{"/"};
constexpr std::array<std::string_view, 1> kJson{".json"};
constexpr std::array<std::string_view, 6> kEdgeList{".csv", ".tsv",      ".edges",
                                                    ".el",  ".edgelist", ".txt"};
constexpr std::array<std::string_view, 2> kDot{".dot", ".gv"};
constexpr std::array<std::string_view, 1> kGraphml{".graphml"};
constexpr std::array<std::string_view, 1> kGexf{".gexf"};

constexpr std::array<std::string_view, 1> kGraphJson{".cyjs"};
constexpr std::array<std::string_view, 1> kGml{".gml"};
constexpr std::array<std::string_view, 1> kMatrixMarket{".mtx"};
constexpr std::array<std::string_view, 2> kPajek{".net", ".paj"};
constexpr std::array<std::string_view, 1> kDl{".dl"};
constexpr std::array<std::string_view, 3> kSqlite{".sqlite", ".sqlite3", ".db"};
constexpr std::array<std::string_view, 2> kPostgresql{"postgresql://", "postgres://"};

constexpr std::array<std::string_view, 2> kGephiCsv{".nodes.csv", ".nodes.tsv"};

constexpr std::array<std::string_view, 2> kXlsx{".xlsx", ".xlsm"};

constexpr std::string_view kGraphJsonName = "graph-json";
constexpr std::string_view kPostgresqlName = "postgresql";

constexpr auto kLoaders = std::to_array<Loader>({
    {"data-package", kFolder, "a folder with datapackage.json and its CSV files",
     load_data_package},
    {"network-json", kJson, "a whole network as one JSON file of ours", load_network_json},
    {"edge-list", kEdgeList, "a relation a line: source, target, weight, type", load_edge_list},
    {"gephi-csv", kGephiCsv,
     "tables of nodes and edges with Gephi's columns, the one beside the other", load_gephi_csv},
    {"two-mode-matrix",
     {},
     "who was at what: a row a participant, a column an event",
     load_two_mode_matrix},
    {"two-mode-list",
     {},
     "who was at what: a row with participant, event, date, role, …",
     load_two_mode_list},
    {"xlsx", kXlsx, "a workbook of Excel or LibreOffice, its worksheets as tables", load_xlsx},
    {"dot", kDot, "a Graphviz graph", load_dot},
    {"graphml", kGraphml, "GraphML, as NetworkX, igraph, graph-tool, Gephi and yEd write it",
     load_graphml},
    {"gexf", kGexf, "GEXF 1.1 to 1.3, static and dynamic, as Gephi and NetworkX write it",
     load_gexf},
    {"pajek", kPajek, "a Pajek network or project, with the partitions and vectors beside it",
     load_pajek},
    {"dl", kDl, "a UCINET DL file: full and half matrices, edge lists and node lists", load_dl},
    {"gml", kGml, "a graph in GML, with attributes", load_gml},
    {"matrix-market", kMatrixMarket, "a matrix of Matrix Market, an entry a relation",
     load_matrix_market},
    {kGraphJsonName, kGraphJson,
     "a graph as JSON: node-link (NetworkX, d3), Cytoscape.js, graphology; in a .json file too",
     load_graph_json},
    {"sqlite", kSqlite, "a SQLite database: one of ours, or any with two queries", load_sqlite,
     true},
    {kPostgresqlName, kPostgresql, "a PostgreSQL server, asked with two queries", load_postgresql,
     true},
});

[[noreturn]] void refuse(const std::filesystem::path& path, std::string what, std::string remedy) {
  const Finding finding{Severity::error,  shown_address(path.string()), 0, 0, std::move(what),
                        std::move(remedy)};
  throw LoadError(to_string(finding), {finding});
}

const Loader& named(const std::string& format) {
  std::vector<std::string_view> names;
  for (const Loader& loader : kLoaders) {
    if (loader.name == format) return loader;
    names.push_back(loader.name);
  }
  throw UnknownName(unknown_name("input format", format, names));
}

bool has_extension(std::string_view name, std::span<const std::string_view> extensions) {
  return std::any_of(extensions.begin(), extensions.end(),
                     [name](std::string_view extension) { return name.ends_with(extension); });
}

// The format that the content tells where an extension is that of several.
std::optional<std::string_view> told_by_content(const std::filesystem::path& path,
                                                std::string_view name, const DecodedLimit& limit) {
  constexpr std::array<std::string_view, 3> kTables{".csv", ".tsv", ".txt"};
  if (has_extension(name, kJson) && is_graph_json(read_bytes(path, limit))) return kGraphJsonName;
  return has_extension(name, kTables) ? tables::format_of(path, limit) : std::nullopt;
}

const Loader& fitting(const std::filesystem::path& path, const DecodedLimit& limit) {
  std::error_code ignored;
  const bool is_package =
      std::filesystem::is_directory(path, ignored) || path.filename() == "datapackage.json";
  const std::string name = is_package ? "/" : lower(content_path(path).filename().string());
  if (has_extension(name, kGephiCsv)) return named("gephi-csv");
  if (const auto format = told_by_content(path, name, limit)) return named(std::string(*format));
  std::string known;
  for (const Loader& loader : kLoaders) {
    if (has_extension(name, loader.extensions)) return loader;
    known += (known.empty() ? "" : ", ") + std::string(loader.name);
  }
  refuse(path,
         "no input format has the extension \"" + content_path(path).extension().string() + "\"",
         "name one with --input-format: " + known);
}

const Loader& chosen(const std::filesystem::path& path, const LoadOptions& options) {
  const std::string& format = options.format;
  const bool is_server = is_postgresql_address(path.string());
  const bool is_server_wanted = format == kPostgresqlName;
  if (is_server && !format.empty() && !is_server_wanted) {
    refuse(path, "a server cannot be read as " + format, "leave --input-format out");
  }
  if (is_server_wanted && !is_server) {
    refuse(path, "no address of a server", "write postgresql://user@host/database");
  }
  if (is_server) return named(std::string(kPostgresqlName));
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    refuse(path, "cannot be read: there is no such file or folder", "check the path");
  }
  return format.empty() ? fitting(path, options.decoded) : named(format);
}

// Of a format that answers none they would be lost in silence.
void refuse_queries(const std::filesystem::path& path, const Loader& loader,
                    const LoadOptions& options) {
  const bool has_none = options.entities_query.empty() && options.relations_query.empty();
  if (has_none || loader.answers_queries) return;
  refuse(path, "the format " + std::string(loader.name) + " answers no queries",
         "leave --entities-query and --relations-query out, or name a database");
}

}  // namespace

std::span<const Loader> loaders() {
  return kLoaders;
}

Loaded load_checked(const std::filesystem::path& path, const LoadOptions& options) {
  const Loader& loader = chosen(path, options);
  refuse_queries(path, loader, options);
  Built built = loader.load(path, options);
  return {std::move(built.network), std::move(built.findings), std::string(loader.name)};
}

Network load(const std::filesystem::path& path, const LoadOptions& options) {
  Loaded loaded = load_checked(path, options);
  if (loaded.network) return *std::move(loaded.network);
  const auto first =
      std::find_if(loaded.findings.begin(), loaded.findings.end(),
                   [](const Finding& finding) { return finding.severity == Severity::error; });
  const std::size_t errors = count(loaded.findings, Severity::error);
  std::string message = to_string(*first);
  if (errors > 1) {
    message +=
        " (and " + std::to_string(errors - 1) + (errors == 2 ? " more error)" : " more errors)");
  }
  throw LoadError(message, std::move(loaded.findings));
}

}  // namespace summitry
