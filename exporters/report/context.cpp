#include "exporters/report/context.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "exporters/report/markdown.hpp"
#include "exporters/words.hpp"

namespace summitry::report {
namespace {

constexpr std::array<std::string_view, 13> kImportance = {
    "betweenness", "degree",      "strength",
    "pagerank",    "eigenvector", "closeness",
    "harmonic",    "katz",        "current-flow-betweenness",
    "information", "authority",   "in-degree",
    "in-strength"};

}  // namespace

Context::Context(const Network& network, const ReportParts& parts)
    : network_(network), parts_(parts) {
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    if (network.relation(i).confidence == Confidence::unverified) ++unverified_;
  }
  if (unverified_ == 0) return;
  for (EdgeId e = 0; e < parts.graph.edge_count(); ++e) {
    for (const RelationIndex relation : parts.graph.relations(e)) {
      selection_has_unverified_ |= network.relation(relation).confidence == Confidence::unverified;
    }
  }
}

std::string Context::name(EntityIndex entity) const {
  return markdown::escaped(network_.entity(entity).name);
}

std::string Context::name_of_vertex(VertexId v) const {
  return name(parts_.graph.entity(v));
}

std::vector<std::string> Context::names(const std::vector<EntityIndex>& entities) const {
  std::vector<std::string> out;
  out.reserve(entities.size());
  for (const EntityIndex entity : entities) out.push_back(name(entity));
  return out;
}

std::vector<std::string> Context::sorted_names(const std::vector<EntityIndex>& entities) const {
  std::vector<std::string> out = names(entities);
  std::sort(out.begin(), out.end());
  return out;
}

std::string Context::edition(std::size_t position) const {
  return name(parts_.continuity->editions[position].summit);
}

std::string Context::step(std::size_t from, std::size_t to) const {
  return edition(from) + " → " + edition(to);
}

std::string Context::title() const {
  const Dataset& dataset = network_.dataset();
  if (!dataset.title.empty()) return dataset.title;
  return dataset.name.empty() ? "Untitled data set" : dataset.name;
}

std::string Context::cited(std::span<const Citation> citations) const {
  std::vector<SourceIndex> numbers;
  for (const Citation& citation : citations) {
    if (citation.source != kNone) numbers.push_back(citation.source);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::string out;
  for (const SourceIndex number : numbers) {
    out += (out.empty() ? "" : ", ") + std::to_string(number + 1);
  }
  return out.empty() ? "" : "\\[" + out + "\\]";
}

const std::string& Context::kind(VertexId v) const {
  return network_.entity(parts_.graph.entity(v)).kind;
}

std::vector<Ranked> Context::ranking(const NamedScores& scores, std::string_view wanted) const {
  std::vector<Ranked> ranked;
  for (VertexId v = 0; v < parts_.graph.vertex_count(); ++v) {
    const double value = scores.scores.values[v];
    if (!std::isnan(value) && (wanted.empty() || kind(v) == wanted))
      ranked.push_back({v, 0, value});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.value > b.value; });
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const bool tied = i > 0 && ranked[i].value == ranked[i - 1].value;
    ranked[i].rank = tied ? ranked[i - 1].rank : i + 1;
  }
  return ranked;
}

const NamedScores* Context::scores(std::string_view wanted) const {
  for (const NamedScores& one : parts_.scores) {
    if (one.name == wanted) return &one;
  }
  return nullptr;
}

const NamedScores* Context::leading() const {
  for (const std::string_view wanted : kImportance) {
    const NamedScores* found = scores(wanted);
    if (found == nullptr) continue;
    const std::vector<double>& values = found->scores.values;
    if (std::any_of(values.begin(), values.end(), [](double value) { return value > 0.0; })) {
      return found;
    }
  }
  return nullptr;
}

std::vector<VertexId> Context::by_importance(std::vector<VertexId> vertices) const {
  const NamedScores* first = leading();
  const auto value = [this, first](VertexId v) {
    if (first == nullptr) return static_cast<double>(parts_.graph.degree(v));
    const double score = first->scores.values[v];
    return std::isnan(score) ? -1.0 : score;
  };
  std::stable_sort(vertices.begin(), vertices.end(),
                   [&value](VertexId a, VertexId b) { return value(a) > value(b); });
  return vertices;
}

std::string Context::main_kind() const {
  std::vector<Counted> kinds;
  for (VertexId v = 0; v < parts_.graph.vertex_count(); ++v) {
    const std::string& one = kind(v);
    if (one == "country") return one;
    const auto known = std::find_if(kinds.begin(), kinds.end(),
                                    [&one](const Counted& counted) { return counted.name == one; });
    if (known != kinds.end()) {
      ++known->count;
    } else if (one != "summit") {
      kinds.push_back({one, 1});
    }
  }
  const auto most =
      std::max_element(kinds.begin(), kinds.end(), [](const Counted& a, const Counted& b) {
        return a.count != b.count ? a.count < b.count : a.name > b.name;
      });
  return most == kinds.end() ? "" : most->name;
}

bool Context::tells_importance(std::string_view measure) {
  return std::find(kImportance.begin(), kImportance.end(), measure) != kImportance.end();
}

std::vector<RelationIndex> Context::sourced(const std::vector<Status>& statuses) const {
  std::vector<RelationIndex> found;
  for (RelationIndex i = 0; i < network_.relation_count(); ++i) {
    const Relation relation = network_.relation(i);
    const bool wanted =
        std::find(statuses.begin(), statuses.end(), relation.status) != statuses.end();
    if (wanted && relation.confidence != Confidence::unverified) found.push_back(i);
  }
  return found;
}

std::string plural(std::string_view kind) {
  return markdown::escaped(summitry::plural(kind));
}

std::string in_words(const Interval& interval) {
  if (interval.from && interval.to) {
    if (*interval.from == *interval.to) return to_string(*interval.from);
    return to_string(*interval.from) + " to " + to_string(*interval.to);
  }
  if (interval.from) return "from " + to_string(*interval.from);
  return interval.to ? "until " + to_string(*interval.to) : "";
}

}  // namespace summitry::report
