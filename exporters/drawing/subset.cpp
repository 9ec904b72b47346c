// Who and what is drawn, by rule, and the sentence that says so.
#include "exporters/drawing/subset.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"

namespace summitry {
namespace drawing {
namespace {

// How many of a hundred places a kind gets; what it leaves goes to the others by rank.
int share(std::string_view kind) {
  static constexpr std::array<std::pair<std::string_view, int>, 5> kShares = {
      {{"country", 45}, {"organisation", 20}, {"initiative", 18}, {"document", 17}, {"person", 0}}};
  for (const auto& [name, places] : kShares) {
    if (name == kind) return places;
  }
  return 10;
}

Editions no_editions(const Graph& graph) {
  Editions none;
  none.of.resize(graph.vertex_count());
  none.is_edition.resize(graph.vertex_count(), false);
  return none;
}

class Chooser {
 public:
  Chooser(const Network& network, const Graph& graph, const SubsetOptions& options)
      : network_(network),
        graph_(graph),
        options_(options),
        edges_(graph.edges()),
        editions_(options.by_edition ? editions(network, graph, options.series, options.left_out)
                                     : no_editions(graph)),
        drawable_(graph.edge_count()),
        kept_(graph.vertex_count(), false) {}

  Choice choose() {
    mark_drawable_edges();
    if (editions_.series != nullptr && std::count(drawable_.begin(), drawable_.end(), true) == 0) {
      editions_ = no_editions(graph_);
      mark_drawable_edges();
    }
    rank_vertices();
    keep_vertices();
    drop_untied();
    Graph subset = keep_edges();
    std::string caption = sentence(subset);
    std::vector<VertexId> vertices;
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      if (kept_[v]) vertices.push_back(v);
    }
    return {{std::move(subset), std::move(vertices), std::move(caption)}, std::move(editions_)};
  }

 private:
  [[nodiscard]] const Entity& entity(VertexId v) const { return network_.entity(graph_.entity(v)); }

  // Ties to editions are told by place; with a series only what belongs to an edition is drawn.
  [[nodiscard]] bool drawable(EdgeId e) const {
    const auto [u, v] = edges_[e];
    if (u == v || editions_.is_edition[u] || editions_.is_edition[v]) return false;
    if (editions_.series != nullptr) {
      return first_edition(network_, graph_, editions_, e).has_value();
    }
    const auto relations = graph_.relations(e);
    const auto& types = options_.left_out;
    return relations.empty() || std::any_of(relations.begin(), relations.end(), [&](auto r) {
             return std::find(types.begin(), types.end(), network_.relation(r).type) == types.end();
           });
  }

  void mark_drawable_edges() {
    ties_.assign(graph_.vertex_count(), 0.0);
    for (EdgeId e = 0; e < graph_.edge_count(); ++e) {
      drawable_[e] = drawable(e);
      if (!drawable_[e]) continue;
      ties_[edges_[e].source] += 1.0;
      ties_[edges_[e].target] += 1.0;
    }
  }

  [[nodiscard]] double rank(VertexId v) const {
    if (options_.rank == nullptr) return ties_[v];
    const double value = options_.rank->scores.values[v];
    return std::isnan(value) ? -1.0 : value;
  }

  // With a series, what is tied to no edition is another story, and who has no tie but that of
  // having been there would fill the page; an initiative or a text is news by being there.
  [[nodiscard]] bool eligible(VertexId v) const {
    if (editions_.series == nullptr) return true;
    return !editions_.of[v].empty() && (ties_[v] > 0.0 || stands_alone(v));
  }
  [[nodiscard]] bool stands_alone(VertexId v) const {
    return entity(v).kind == "initiative" || entity(v).kind == "document";
  }

  void rank_vertices() {
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      if (!editions_.is_edition[v] && eligible(v)) order_.push_back(v);
    }
    std::stable_sort(order_.begin(), order_.end(), [&](VertexId u, VertexId v) {
      return std::pair(rank(u), ties_[u]) > std::pair(rank(v), ties_[v]);
    });
  }

  // Places by kind, as far as the kinds that are there can fill them.
  [[nodiscard]] std::map<std::string_view, std::size_t> places(std::size_t limit) const {
    std::map<std::string_view, std::size_t> wanted;
    int total = 0;
    for (const VertexId v : order_) wanted.try_emplace(entity(v).kind, 0);
    for (const auto& [kind, unused] : wanted) total += share(kind);
    for (auto& [kind, count] : wanted) {
      count = total == 0
                  ? limit
                  : limit * static_cast<std::size_t>(share(kind)) / static_cast<std::size_t>(total);
    }
    return wanted;
  }

  void keep_vertices() {
    const std::size_t limit = options_.limit == 0 ? order_.size() : options_.limit;
    std::size_t left = std::min(limit, order_.size());
    auto places_left = places(limit);
    const auto keep = [&](VertexId v) {
      kept_[v] = true;
      --left;
    };
    for (const VertexId v : order_) {
      std::size_t& place = places_left[entity(v).kind];
      if (left == 0 || place == 0) continue;
      --place;
      keep(v);
    }
    for (const VertexId v : order_) {
      if (left == 0) break;
      if (!kept_[v] && (with_persons() || entity(v).kind != "person")) keep(v);
    }
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      if (editions_.is_edition[v]) kept_[v] = true;
    }
  }

  // Who lost the last tie to the choice; with a series also who had none.
  void drop_untied() {
    std::vector<bool> tied(graph_.vertex_count(), false);
    for (EdgeId e = 0; e < graph_.edge_count(); ++e) {
      const auto [u, v] = edges_[e];
      if (drawable_[e] && kept_[u] && kept_[v]) tied[u] = tied[v] = true;
    }
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      const bool alone = editions_.series == nullptr ? ties_[v] == 0.0
                                                     : editions_.is_edition[v] || stands_alone(v);
      if (!tied[v] && !alone) kept_[v] = false;
    }
  }

  // Without a series kinds have no shares: the best of all are drawn.
  [[nodiscard]] bool with_persons() const {
    return editions_.series == nullptr || options_.limit == 0 ||
           std::all_of(order_.begin(), order_.end(),
                       [&](VertexId v) { return entity(v).kind == "person"; });
  }

  [[nodiscard]] Graph keep_edges() const {
    GraphParts parts;
    parts.direction = graph_.directed() ? Direction::directed : Direction::undirected;
    std::vector<VertexId> number(graph_.vertex_count(), 0);
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      number[v] = parts.vertices;
      if (!kept_[v]) continue;
      ++parts.vertices;
      parts.entities.push_back(graph_.entity(v));
    }
    parts.relation_begin.push_back(0);
    const std::vector<double> weights = graph_.edge_weights();
    parts.meaning = graph_.weight_meaning();
    for (EdgeId e = 0; e < graph_.edge_count(); ++e) {
      const auto [u, v] = edges_[e];
      if (!drawable_[e] || !kept_[u] || !kept_[v]) continue;
      parts.edges.push_back({number[u], number[v]});
      if (!weights.empty()) parts.weights.push_back(weights[e]);
      const auto relations = graph_.relations(e);
      parts.relations.insert(parts.relations.end(), relations.begin(), relations.end());
      parts.relation_begin.push_back(static_cast<std::uint32_t>(parts.relations.size()));
    }
    return Graph(std::move(parts));
  }

  [[nodiscard]] std::string sentence(const Graph& subset) const {
    std::map<std::string, std::size_t> by_kind;
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      if (kept_[v] && !editions_.is_edition[v]) ++by_kind[entity(v).kind];
    }
    std::vector<std::string> parts;
    const auto shown = static_cast<std::size_t>(
        std::count(editions_.is_edition.begin(), editions_.is_edition.end(), true));
    if (shown > 0) parts.push_back("the " + counted(shown, "summit"));
    for (const auto& [kind, count] : by_kind) {
      parts.push_back(counted(count, shown > 0 && kind == "summit" ? "other summit" : kind));
    }
    if (parts.empty()) return "There is nothing to show.";
    std::string out = "Shows " + listed(parts);
    const std::size_t vertices_out = graph_.vertex_count() - subset.vertex_count();
    const std::size_t edges_out = graph_.edge_count() - subset.edge_count();
    if (vertices_out > 0) out += ", those with " + by_what();
    if (vertices_out > 0 && editions_.series != nullptr) out += " of each kind";
    out += ". ";
    if (vertices_out + edges_out == 0) return out + "Nothing is left out.";
    std::vector<std::string> missing;
    if (vertices_out > 0) {
      missing.push_back(left_out(vertices_out, graph_.vertex_count(), "entity") +
                        reasons(vertex_reasons()));
    }
    if (edges_out > 0) {
      missing.push_back(left_out(edges_out, graph_.edge_count(), "tie") + reasons(edge_reasons()));
    }
    return out + "Not drawn: " + listed(missing) + '.';
  }

  [[nodiscard]] std::string by_what() const {
    return options_.rank == nullptr ? "most ties" : "the highest " + clean(options_.rank->title);
  }

  // "648 of 872 entities"
  static std::string left_out(std::size_t out, std::size_t all, std::string_view what) {
    return grouped(out) + " of " + counted(all, what);
  }

  // " (3 persons; 4 tied to none of these summits)"; empty counts go unsaid.
  static std::string reasons(const std::vector<std::pair<std::size_t, std::string>>& counts) {
    std::string out;
    for (const auto& [count, words] : counts) {
      if (count > 0) out += (out.empty() ? " (" : "; ") + grouped(count) + ' ' + words;
    }
    return out.empty() ? out : out + ')';
  }

  using Reasons = std::vector<std::pair<std::size_t, std::string>>;

  [[nodiscard]] Reasons vertex_reasons() const {
    if (editions_.series == nullptr) return {};
    Reasons out = {{0, "tied to none of these summits"}, {0, "persons"}, {0, "less connected"}};
    for (VertexId v = 0; v < graph_.vertex_count(); ++v) {
      if (kept_[v]) continue;
      const bool elsewhere = editions_.of[v].empty();
      ++out[elsewhere ? 0 : entity(v).kind == "person" ? 1 : 2].first;
    }
    return out;
  }

  [[nodiscard]] Reasons edge_reasons() const {
    if (editions_.series == nullptr) return plain_edge_reasons();
    Reasons out = {{0, "to a summit, told by place and colour"},
                   {0, "that belong to none of these summits or are mere mentions"},
                   {0, "of entities not drawn"}};
    for (EdgeId e = 0; e < graph_.edge_count(); ++e) {
      const auto [u, v] = edges_[e];
      const bool to_edition = editions_.is_edition[u] || editions_.is_edition[v];
      if (!drawable_[e]) {
        ++out[to_edition ? 0 : 1].first;
      } else if (!kept_[u] || !kept_[v]) {
        ++out[2].first;
      }
    }
    return out;
  }

  [[nodiscard]] Reasons plain_edge_reasons() const {
    Reasons out = {
        {0, "of an entity to itself"}, {0, "that are mere mentions"}, {0, "of entities not drawn"}};
    for (EdgeId e = 0; e < graph_.edge_count(); ++e) {
      const auto [u, v] = edges_[e];
      if (!drawable_[e]) {
        ++out[u == v ? 0 : 1].first;
      } else if (!kept_[u] || !kept_[v]) {
        ++out[2].first;
      }
    }
    return out;
  }

  const Network& network_;
  const Graph& graph_;
  const SubsetOptions& options_;
  std::vector<Edge> edges_;
  Editions editions_;
  std::vector<bool> drawable_;
  std::vector<bool> kept_;
  std::vector<double> ties_;
  std::vector<VertexId> order_;  // best first
};

}  // namespace

Choice choose(const Network& network, const Graph& graph, const SubsetOptions& options) {
  return Chooser(network, graph, options).choose();
}

}  // namespace drawing

FigureSubset figure_subset(const Network& network, const Graph& graph,
                           const SubsetOptions& options) {
  return drawing::choose(network, graph, options).subset;
}

}  // namespace summitry
