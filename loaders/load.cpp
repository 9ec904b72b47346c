// The list of loaders, and how one is chosen.
#include "loaders/load.hpp"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "engine/error.hpp"
#include "engine/file.hpp"
#include "engine/names.hpp"
#include "loaders/data_package.hpp"
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

constexpr std::string_view kGraphJsonName = "graph-json";

constexpr auto kLoaders = std::to_array<Loader>({
    {"data-package", kFolder, "a folder with datapackage.json and its CSV files",
     load_data_package},
    {"network-json", kJson, "a whole network as one JSON file of ours", load_network_json},
    {"edge-list", kEdgeList, "a relation a line: source, target, weight, type", load_edge_list},
    {"dot", kDot, "a Graphviz graph", load_dot},
    {"graphml", kGraphml, "GraphML, as NetworkX, igraph, graph-tool, Gephi and yEd write it",
     load_graphml},
    {"gexf", kGexf, "GEXF 1.1 to 1.3, static and dynamic, as Gephi and NetworkX write it",
     load_gexf},
    {"pajek", kPajek, "a Pajek network or project, with the partitions and vectors beside it",
     load_pajek},
    {"dl", kDl, "a UCINET DL file: full matrices, edge lists and node lists", load_dl},
    {"gml", kGml, "a graph in GML, with attributes", load_gml},
    {"matrix-market", kMatrixMarket, "a matrix of Matrix Market, an entry a relation",
     load_matrix_market},
    {kGraphJsonName, kGraphJson,
     "a graph as JSON: node-link (NetworkX, d3), Cytoscape.js, graphology; in a .json file too",
     load_graph_json},
});

[[noreturn]] void refuse(const std::filesystem::path& path, std::string what, std::string remedy) {
  const Finding finding{Severity::error, path.string(), 0, 0, std::move(what), std::move(remedy)};
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

std::string lower_extension(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return extension;
}

const Loader& fitting(const std::filesystem::path& path) {
  std::error_code ignored;
  const bool is_package =
      std::filesystem::is_directory(path, ignored) || path.filename() == "datapackage.json";
  const std::string extension = is_package ? "/" : lower_extension(path);
  // Two formats share this extension, so the content tells.
  if (extension == ".json" && is_graph_json(read_file(path))) {
    return named(std::string(kGraphJsonName));
  }
  std::string known;
  for (const Loader& loader : kLoaders) {
    if (std::find(loader.extensions.begin(), loader.extensions.end(), extension) !=
        loader.extensions.end()) {
      return loader;
    }
    known += (known.empty() ? "" : ", ") + std::string(loader.name);
  }
  refuse(path, "no input format has the extension \"" + extension + "\"",
         "name one with --input-format: " + known);
}

}  // namespace

std::span<const Loader> loaders() {
  return kLoaders;
}

Loaded load_checked(const std::filesystem::path& path, const LoadOptions& options) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    refuse(path, "cannot be read: there is no such file or folder", "check the path");
  }
  const Loader& loader = options.format.empty() ? fitting(path) : named(options.format);
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
