// NetworKit beside ours: what shortest paths give.
#include <networkit/centrality/Betweenness.hpp>
#include <networkit/centrality/Closeness.hpp>
#include <networkit/centrality/EstimateBetweenness.hpp>
#include <networkit/centrality/KadabraBetweenness.hpp>
#include <networkit/centrality/TopCloseness.hpp>
#include <networkit/centrality/TopHarmonicCloseness.hpp>

#include "bench/beside/networkit.hpp"

namespace summitry::bench {
namespace {

const auto scores = [](const auto& algorithm) { return algorithm.scores(); };
// Compared by time alone: it draws by itself, or tells the first ones only.
const auto nothing = [](const auto&) { return std::vector<double>{}; };

// Of an undirected graph each pair counts twice.
std::vector<double> once(std::vector<double> values, bool directed) {
  for (double& value : values) value = directed ? value : value / 2.0;
  return values;
}

// Not its harmonic centrality, which takes six times as long as its closeness.
void add_closeness(Contender& contender, const SharedNetworkit& graphs) {
  // Normalised, its generalised variant is Wasserman and Faust's, as ours.
  const auto closeness = [](const NetworKit::Graph& graph) {
    return NetworKit::Closeness(graph, true, NetworKit::ClosenessVariant::GENERALIZED);
  };
  add(
      contender, "closeness", [=] { return closeness(graphs->towards()); }, scores);
  add(
      contender, "weighted-closeness", [=] { return closeness(graphs->lengths_towards()); },
      scores);
}

void add_betweenness(Contender& contender, const SharedNetworkit& graphs) {
  const bool directed = graphs->directed();
  const auto halved = [=](const auto& algorithm) { return once(algorithm.scores(), directed); };
  add(
      contender, "betweenness", [=] { return NetworKit::Betweenness(graphs->plain()); }, halved);
  add(
      contender, "weighted-betweenness", [=] { return NetworKit::Betweenness(graphs->lengths()); },
      halved);
  const auto indexed = std::make_shared<NetworKit::Graph>();
  const auto make = [=] {
    if (!indexed->hasEdgeIds()) {
      *indexed = graphs->plain();
      indexed->indexEdges();
    }
    return NetworKit::Betweenness(*indexed, false, true);
  };
  const auto convert = [=](NetworKit::Betweenness& algorithm) {
    const std::vector<double> of_id = algorithm.edgeScores();
    std::vector<double> values;
    values.reserve(graphs->list().edges.size());
    for (const Edge& edge : graphs->list().edges) {
      values.push_back(of_id[indexed->edgeId(edge.source, edge.target)]);
    }
    return once(std::move(values), directed);
  };
  add(contender, "edge-betweenness", make, convert);
}

}  // namespace

void add_networkit_paths(Contender& contender, const SharedNetworkit& graphs) {
  add_closeness(contender, graphs);
  add_betweenness(contender, graphs);
  add(
      contender, "sampled-betweenness",
      [=] { return NetworKit::EstimateBetweenness(graphs->plain(), 31, false, true); },
      nothing);  // it draws one source more than it is asked for
  add(
      contender, "estimate",
      [=] { return NetworKit::KadabraBetweenness(graphs->plain(), 0.01, 0.1); }, nothing);
  add(
      contender, "top-closeness", [=] { return NetworKit::TopCloseness(graphs->towards(), 10); },
      nothing);
  add(
      contender, "top-harmonic",
      [=] { return NetworKit::TopHarmonicCloseness(graphs->towards(), 10); }, nothing);
}

}  // namespace summitry::bench
