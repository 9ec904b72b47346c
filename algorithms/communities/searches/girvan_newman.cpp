#include "algorithms/communities/searches/girvan_newman.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "algorithms/centrality/betweenness/betweenness.hpp"
#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/entry.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

struct Strand {
  Edge ends;
  double weight = 0.0;
  double strain = 0.0;  // betweenness divided by weight
};

// Parallel edges as one, in the order of edge ids; without loops and edges of no weight.
std::vector<Strand> strands_of(const Graph& graph) {
  const std::vector<Edge> edges = graph.edges();
  const std::vector<double> given = graph.edge_weights();
  std::map<Edge, std::vector<double>> weights;
  for (EdgeId e = 0; e < edges.size(); ++e) {
    const double weight = given.empty() ? 1.0 : given[e];
    if (weight > 0.0 && edges[e].source != edges[e].target) weights[edges[e]].push_back(weight);
  }
  std::vector<Strand> strands;
  for (auto& [ends, parallel] : weights) {
    std::sort(parallel.begin(), parallel.end());
    double weight = 0.0;
    for (const double one : parallel) weight += one;
    strands.push_back({ends, weight, 0.0});
  }
  return strands;
}

Graph without_weights(VertexId n, bool directed, const std::vector<Strand>& strands) {
  GraphParts parts;
  parts.vertices = n;
  parts.direction = directed ? Direction::directed : Direction::undirected;
  for (const Strand& strand : strands) parts.edges.push_back(strand.ends);
  return Graph(std::move(parts), Run{.threads = 1});
}

class Unravelling {
 public:
  Unravelling(const Graph& graph, const Run& run)
      : run_(run),
        n_(graph.vertex_count()),
        directed_(graph.directed()),
        strands_(strands_of(graph)),
        place_(n_, 0) {
    find_parts();
    measure_again(std::vector<bool>(parts_.count, true));
  }

  [[nodiscard]] bool done() const { return strands_.empty(); }
  [[nodiscard]] std::size_t left() const { return strands_.size(); }
  [[nodiscard]] const Partition& parts() const { return parts_; }

  void remove_most_strained() {
    double most = 0.0;
    for (const Strand& strand : strands_) most = std::max(most, strand.strain);
    std::vector<VertexId> touched;
    const double limit = most * (1.0 - 1e-9);
    const auto goes = [&](const Strand& strand) {
      if (strand.strain < limit) return false;
      touched.push_back(strand.ends.source);
      touched.push_back(strand.ends.target);
      return true;
    };
    std::vector<Strand> kept;
    for (const Strand& strand : strands_) {
      if (!goes(strand)) kept.push_back(strand);
    }
    strands_ = std::move(kept);
    find_parts();
    std::vector<bool> changed(parts_.count, false);
    for (const VertexId v : touched) changed[parts_.community[v]] = true;
    measure_again(changed);
  }

 private:
  void find_parts() {
    parts_ = components(without_weights(n_, directed_, strands_), Connection::weak, run_);
  }

  // Betweenness of the edges of the parts that changed: what lies elsewhere cannot have.
  void measure_again(const std::vector<bool>& changed) {
    VertexId size = 0;
    for (VertexId v = 0; v < n_; ++v) {
      if (changed[parts_.community[v]]) place_[v] = size++;
    }
    std::vector<Strand> within;
    std::vector<std::size_t> where;
    for (std::size_t s = 0; s < strands_.size(); ++s) {
      if (!changed[parts_.community[strands_[s].ends.source]]) continue;
      const Edge ends{place_[strands_[s].ends.source], place_[strands_[s].ends.target]};
      within.push_back({ends, strands_[s].weight, 0.0});
      where.push_back(s);
    }
    if (within.empty()) return;
    Run quiet = run_;
    quiet.progress = nullptr;
    const Scores found = edge_betweenness(without_weights(size, directed_, within), {}, quiet);
    for (std::size_t i = 0; i < where.size(); ++i) {
      strands_[where[i]].strain = found.values[i] / strands_[where[i]].weight;
    }
  }

  const Run& run_;
  VertexId n_;
  bool directed_;
  std::vector<Strand> strands_;  // those that are left
  Partition parts_;
  std::vector<VertexId> place_;  // within the parts that changed
};

}  // namespace

Partition girvan_newman(const Graph& graph, const GirvanNewmanOptions& options, const Run& run) {
  require_strengths("girvan-newman", graph);
  Unravelling unravelling(graph, run);
  const double edges = std::max<double>(1.0, static_cast<double>(unravelling.left()));
  const auto with_quality = [&graph](Partition partition) {
    partition.quality =
        communities::quality_of(Quality::modularity, graph, partition.community, 1.0);
    return partition;
  };
  Partition best = with_quality(unravelling.parts());
  std::uint32_t before = best.count;
  const auto enough = [&] { return options.communities > 0 && before >= options.communities; };
  while (!unravelling.done() && !enough()) {
    run.check();
    unravelling.remove_most_strained();
    run.report("girvan-newman", 1.0 - static_cast<double>(unravelling.left()) / edges);
    if (unravelling.parts().count == before) continue;
    before = unravelling.parts().count;
    Partition next = with_quality(unravelling.parts());
    if (options.communities > 0 || next.quality > *best.quality + 1e-12) best = std::move(next);
  }
  return best;
}

template <class Visit>
void describe(GirvanNewmanOptions& o, Visit&& visit) {
  visit("communities", o.communities,
        "the first division into at least as many; 0: that of the highest modularity");
}

namespace entry {

extern const CommunityMethod girvan_newman;
const CommunityMethod girvan_newman = entry_of<GirvanNewmanOptions>(
    {.name = "girvan-newman",
     .title = "Girvan-Newman",
     .definition =
         "Removes the edges of the highest betweenness again and again, and keeps the division of "
         "the highest modularity on the way. All edges tied for the highest go at once.",
     .cost = "O(n m^2)",
     .reference = "Girvan & Newman 2002, doi:10.1073/pnas.122653799",
     .random = false},
    summitry::girvan_newman);

}  // namespace entry
}  // namespace summitry
