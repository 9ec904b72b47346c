#include "exporters/edge_summary.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "engine/number.hpp"

namespace summitry {
namespace {

// Distinct, in order of first use.
class Words {
 public:
  void add(std::string_view word) {
    if (word.empty() || std::find(words_.begin(), words_.end(), word) != words_.end()) return;
    words_.emplace_back(word);
  }
  [[nodiscard]] std::string joined() const {
    std::string out;
    for (const std::string& word : words_) out += (out.empty() ? "" : "|") + word;
    return out;
  }

 private:
  std::vector<std::string> words_;
};

// An open end stays open: the edge lasts from its earliest relation to its latest.
void add_dates(const Interval& when, EdgeSummary& summary) {
  if (when.from) {
    const std::string from = to_string(*when.from);
    if (summary.from.empty() || from < summary.from) summary.from = from;
  }
  if (when.to) summary.to = std::max(summary.to, to_string(*when.to));
}

// Whether all relations of the edge run from its target to its source.
bool runs_back(const Network& network, const Graph& graph, EdgeId e, const Edge& ends) {
  const auto relations = graph.relations(e);
  return !relations.empty() &&
         std::all_of(relations.begin(), relations.end(), [&](RelationIndex index) {
           const Relation relation = network.relation(index);
           return relation.source == graph.entity(ends.target) &&
                  relation.target == graph.entity(ends.source);
         });
}

}  // namespace

std::vector<Edge> asserted_edges(const Network& network, const Graph& graph) {
  std::vector<Edge> edges = graph.edges();
  if (graph.directed()) return edges;
  for (EdgeId e = 0; e < edges.size(); ++e) {
    if (runs_back(network, graph, e, edges[e])) std::swap(edges[e].source, edges[e].target);
  }
  return edges;
}

EdgeSummary summarise(const Network& network, const Graph& graph, EdgeId edge,
                      const double* weight) {
  EdgeSummary summary;
  Words types;
  Words statuses;
  Words roles;
  Words summits;
  std::set<SourceIndex> sources;
  const auto relations = graph.relations(edge);
  for (const RelationIndex index : relations) {
    const Relation relation = network.relation(index);
    types.add(relation.type);
    statuses.add(to_string(relation.status));
    roles.add(relation.role);
    if (relation.summit != kNone) summits.add(network.entity(relation.summit).id);
    add_dates(relation.when, summary);
    for (const Citation& citation : relation.citations) sources.insert(citation.source);
    if (relations.size() == 1 && relation.weight) summary.weight = shortest(*relation.weight);
  }
  summary.relations = relations.size();
  summary.types = types.joined();
  summary.statuses = statuses.joined();
  summary.roles = roles.joined();
  summary.summits = summits.joined();
  if (weight != nullptr) summary.weight = shortest(*weight);
  summary.sources = sources.size();
  return summary;
}

}  // namespace summitry
