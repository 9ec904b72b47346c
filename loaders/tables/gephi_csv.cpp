// Gephi's tables. See gephi_csv.hpp.
#include "loaders/tables/gephi_csv.hpp"

#include <optional>
#include <utility>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/delimited/read_table.hpp"
#include "loaders/tables/beside.hpp"
#include "loaders/tables/nodes_and_edges.hpp"

namespace summitry {
namespace {

using tables::Table;

std::optional<Table> read(NetworkBuilder& builder, std::string bytes, const std::string& file) {
  builder.reading(file);
  return delimited::read_table(builder, std::move(bytes), file);
}

std::optional<Table> load(NetworkBuilder& builder, const std::optional<std::filesystem::path>& path,
                          const DecodedLimit& limit) {
  if (!path) return std::nullopt;
  return read(builder, read_bytes(*path, limit), path->generic_string());
}

Table* pointer(std::optional<Table>& table) {
  return table ? &*table : nullptr;
}

// A table without an Id is one of edges.
bool has_nodes(const Table& table) {
  return table.column("id") && !table.column("source") && !table.column("target");
}

}  // namespace

Built load_gephi_csv(const std::filesystem::path& path, const LoadOptions& options) {
  NetworkBuilder builder;
  std::optional<Table> named = load(builder, path, options.decoded);
  if (named && has_nodes(*named)) {
    std::optional<Table> edges = load(builder, tables::edges_beside(path), options.decoded);
    tables::add_nodes_and_edges(builder, &*named, pointer(edges), options);
  } else if (named) {
    std::optional<Table> nodes = load(builder, tables::nodes_beside(path), options.decoded);
    tables::add_nodes_and_edges(builder, pointer(nodes), &*named, options);
  }
  return std::move(builder).build();
}

Built read_gephi_csv(std::string bytes, const std::string& file, const LoadOptions& options) {
  NetworkBuilder builder;
  if (std::optional<Table> table = read(builder, std::move(bytes), file)) {
    const bool is_nodes = has_nodes(*table);
    tables::add_nodes_and_edges(builder, is_nodes ? &*table : nullptr, is_nodes ? nullptr : &*table,
                                options);
  }
  return std::move(builder).build();
}

Built read_gephi_csv(std::string nodes, const std::string& nodes_file, std::string edges,
                     const std::string& edges_file, const LoadOptions& options) {
  NetworkBuilder builder;
  std::optional<Table> of_nodes = read(builder, std::move(nodes), nodes_file);
  std::optional<Table> of_edges = read(builder, std::move(edges), edges_file);
  tables::add_nodes_and_edges(builder, pointer(of_nodes), pointer(of_edges), options);
  return std::move(builder).build();
}

}  // namespace summitry
