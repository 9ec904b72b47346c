#include "exporters/csv.hpp"

#include "engine/number.hpp"
#include "exporters/edge_summary.hpp"
#include "exporters/tabular/continuity_tables.hpp"

namespace summitry {
namespace {

using Fields = std::vector<std::string>;

Fields identity(const Network& network, const Graph& graph, VertexId v) {
  const Entity& entity = network.entity(graph.entity(v));
  return {entity.id, entity.kind, entity.name};
}

}  // namespace

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_line(std::span<const std::string> fields) {
  if (fields.size() == 1 && fields.front().empty()) return "\"\"\n";
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += ',';
    line += csv_field(fields[i]);
  }
  return line + '\n';
}

std::string to_csv(const Table& table) {
  std::string out = csv_line(table.columns);
  for (const std::vector<TableCell>& row : table.rows) {
    Fields fields;
    for (const TableCell& cell : row) fields.push_back(to_string(cell));
    out += csv_line(fields);
  }
  return out;
}

namespace {

std::string edge_measures_csv(const Network& network, const Graph& graph,
                              std::span<const NamedScores> measures) {
  Fields header = {"source", "target"};
  for (const NamedScores& measure : measures) header.push_back(measure.name);
  std::string out = csv_line(header);
  const std::vector<Edge> edges = graph.edges();
  for (EdgeId e = 0; e < edges.size(); ++e) {
    Fields fields = {network.entity(graph.entity(edges[e].source)).id,
                     network.entity(graph.entity(edges[e].target)).id};
    for (const NamedScores& measure : measures) {
      fields.push_back(shortest(measure.scores.values[e]));
    }
    out += csv_line(fields);
  }
  return out;
}

}  // namespace

std::string measures_csv(const Network& network, const Graph& graph,
                         std::span<const NamedScores> measures) {
  if (!measures.empty() && measures.front().over == Over::edges) {
    return edge_measures_csv(network, graph, measures);
  }
  Fields header = {"id", "kind", "name"};
  for (const NamedScores& measure : measures) header.push_back(measure.name);
  std::string out = csv_line(header);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    Fields fields = identity(network, graph, v);
    for (const NamedScores& measure : measures) {
      fields.push_back(shortest(measure.scores.values[v]));
    }
    out += csv_line(fields);
  }
  return out;
}

std::string communities_csv(const Network& network, const Graph& graph,
                            const NamedPartition& communities) {
  std::string out = "id,kind,name,community\n";
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    Fields fields = identity(network, graph, v);
    fields.push_back(std::to_string(communities.partition.community[v]));
    out += csv_line(fields);
  }
  return out;
}

std::string co_membership_csv(const Network& network, const Graph& graph,
                              const CoMembership& together) {
  std::string out = "id_a,id_b,probability\n";
  for (const Together& pair : together.pairs) {
    out += csv_line(Fields{network.entity(graph.entity(pair.first)).id,
                           network.entity(graph.entity(pair.second)).id, shortest(pair.share)});
  }
  return out;
}

std::string resolution_csv(const ResolutionProfile& profile) {
  std::string out = "resolution,communities,quality,stability,distance,from,to,plateau,chosen\n";
  for (std::size_t i = 0; i < profile.points.size(); ++i) {
    const ResolutionProfile::Point& point = profile.points[i];
    const bool chosen = point.plateau && profile.plateaus[*point.plateau].chosen;
    out += csv_line(Fields{shortest(point.resolution), std::to_string(point.communities),
                           shortest(point.quality), shortest(point.stability),
                           i > 0 ? shortest(point.distance) : "", shortest(point.from),
                           shortest(point.to), point.plateau ? std::to_string(*point.plateau) : "",
                           point.plateau ? (chosen ? "yes" : "no") : ""});
  }
  return out;
}

std::string continuity_csv(const Network& network, const Continuity& continuity) {
  return to_csv(tabular::transitions(network, continuity));
}

std::string edges_csv(const Network& network, const Graph& graph) {
  std::string out = "source,target,type,status,role,summit,from,to,weight,relations,sources\n";
  const std::vector<Edge> edges = asserted_edges(network, graph);
  const std::vector<double> weights = graph.edge_weights();
  for (EdgeId e = 0; e < edges.size(); ++e) {
    const double* weight = weights.empty() ? nullptr : &weights[e];
    const EdgeSummary edge = summarise(network, graph, e, weight);
    out += csv_line(Fields{network.entity(graph.entity(edges[e].source)).id,
                           network.entity(graph.entity(edges[e].target)).id, edge.types,
                           edge.statuses, edge.roles, edge.summits, edge.from, edge.to, edge.weight,
                           std::to_string(edge.relations), std::to_string(edge.sources)});
  }
  return out;
}

}  // namespace summitry
