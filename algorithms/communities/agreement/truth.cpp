#include "algorithms/communities/agreement/truth.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <variant>

#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/agreement/matches.hpp"
#include "algorithms/communities/agreement/omega.hpp"
#include "algorithms/options.hpp"
#include "engine/error.hpp"

namespace summitry {
namespace {

// Both divisions of those who have a value.
struct Compared {
  Partition groups;
  Partition communities;
  std::vector<std::string> names;           // of the groups
  std::vector<std::uint32_t> community_of;  // the number of each community in the whole division
  std::vector<std::size_t> vertex;          // those who have a value
};

Compared compared(const std::vector<std::string>& values, const Partition& found) {
  std::map<std::string_view, std::uint32_t> number;
  std::vector<std::uint32_t> group;
  std::vector<std::uint32_t> community;
  std::vector<std::size_t> vertex;
  for (std::size_t v = 0; v < values.size(); ++v) {
    if (values[v].empty()) continue;
    group.push_back(
        number.emplace(values[v], static_cast<std::uint32_t>(number.size())).first->second);
    community.push_back(found.community[v]);
    vertex.push_back(v);
  }
  Compared both{canonical(group), canonical(community), {}, {}, std::move(vertex)};
  both.names.resize(both.groups.count);
  both.community_of.resize(both.communities.count);
  for (std::size_t i = 0; i < both.vertex.size(); ++i) {
    both.names[both.groups.community[i]] = values[both.vertex[i]];
    both.community_of[both.communities.community[i]] = found.community[both.vertex[i]];
  }
  return both;
}

struct Groups {
  Cover cover;
  std::vector<std::string> names;
};

// Each item of the lists a group, by falling size, then by name.
Groups groups_of_items(const std::vector<List>& items, const std::vector<std::size_t>& vertex) {
  std::map<std::string_view, std::vector<VertexId>> by_name;
  for (VertexId i = 0; i < vertex.size(); ++i) {
    for (const std::string& item : items[vertex[i]]) {
      std::vector<VertexId>& members = by_name[item];
      if (members.empty() || members.back() != i) members.push_back(i);
    }
  }
  Groups result{{static_cast<VertexId>(vertex.size()), {}}, {}};
  std::vector<std::pair<std::string_view, std::vector<VertexId>>> groups(by_name.begin(),
                                                                         by_name.end());
  std::stable_sort(groups.begin(), groups.end(),
                   [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  for (auto& [name, members] : groups) {
    result.names.emplace_back(name);
    result.cover.communities.push_back(std::move(members));
  }
  return result;
}

void put(std::vector<std::pair<std::string, double>>& figures, std::string_view name,
         double value) {
  for (auto& [key, figure] : figures) figure = key == name ? value : figure;
}

std::vector<std::pair<std::string, double>> figures_of(const Compared& both) {
  const Contingency table(both.groups.community, both.communities.community);
  const double expected = expected_information(table);
  const auto adjusted = [&](Normaliser normaliser) {
    return adjusted_mutual_information(table, expected, normaliser);
  };
  const auto normalised = [&](Normaliser normaliser) {
    return normalised_mutual_information(table, normaliser);
  };
  const double rand = adjusted_rand_index(table);
  const VMeasure v = v_measure(table);
  const SplitJoin moves = split_join(table);
  const double information = variation_of_information(table);
  return {
      {"adjusted_rand", rand},
      {"adjusted_mutual_information", adjusted(Normaliser::arithmetic_mean)},
      {"adjusted_mutual_information_max", adjusted(Normaliser::maximum)},
      {"adjusted_mutual_information_min", adjusted(Normaliser::minimum)},
      {"adjusted_mutual_information_geometric", adjusted(Normaliser::geometric_mean)},
      {"omega", rand},  // which it is for communities that do not overlap (omega.hpp)
      {"rand", rand_index(table)},
      {"jaccard_of_pairs", jaccard_of_pairs(table)},
      {"fowlkes_mallows", fowlkes_mallows(table)},
      {"mutual_information", mutual_information(table)},
      {"normalised_mutual_information", normalised(Normaliser::arithmetic_mean)},
      {"normalised_mutual_information_max", normalised(Normaliser::maximum)},
      {"normalised_mutual_information_min", normalised(Normaliser::minimum)},
      {"normalised_mutual_information_geometric", normalised(Normaliser::geometric_mean)},
      {"normalised_mutual_information_joint", normalised(Normaliser::joint)},
      {"variation_of_information", information},
      {"variation_of_information_share", table.n > 1.0 ? information / std::log(table.n) : 0.0},
      {"split_join", static_cast<double>(moves.first_to_second + moves.second_to_first)},
      {"split_join_truth_to_found", static_cast<double>(moves.first_to_second)},
      {"split_join_found_to_truth", static_cast<double>(moves.second_to_first)},
      {"homogeneity", v.homogeneity},
      {"completeness", v.completeness},
      {"v_measure", v.v},
      {"mean_f1", mean_f1(both.groups, both.communities)},
  };
}

}  // namespace

KnownGroups known_groups(std::string name, std::vector<std::string> values) {
  const bool any = std::any_of(values.begin(), values.end(),
                               [](const std::string& value) { return !value.empty(); });
  if (any) return {std::move(name), std::move(values), {}};
  throw Error("no entity of the graph has a value of \"" + name +
              "\", so there is nothing to compare the communities with");
}

KnownGroups groups_by(const Network& network, const Graph& graph, std::string_view attribute) {
  std::vector<std::string> values(graph.vertex_count());
  if (attribute == "kind" || attribute == "subtype") {
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      const Entity& entity = network.entity(graph.entity(v));
      values[v] = attribute == "kind" ? entity.kind : entity.subtype;
    }
    return known_groups(std::string(attribute), std::move(values));
  }
  const Column& column = network.entity_column(attribute);
  const bool lists = column.info().type == ColumnType::list;
  std::vector<List> items(lists ? graph.vertex_count() : 0);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const Value value = column.value(graph.entity(v));
    values[v] = to_string(value);
    if (lists && !values[v].empty()) items[v] = std::get<List>(value);
  }
  KnownGroups known = known_groups(std::string(attribute), std::move(values));
  known.items = std::move(items);
  return known;
}

TruthComparison compare_with_truth(const KnownGroups& known, const Partition& found) {
  if (known.values.size() != found.community.size()) {
    refuse_option("truth", "values", "one for each of " + option_text(found.community.size()),
                  option_text(known.values.size()));
  }
  const Compared both = compared(known.values, found);
  TruthComparison result;
  result.attribute = known.name;
  result.entities = both.groups.community.size();
  result.without_value = known.values.size() - result.entities;
  result.figures = figures_of(both);
  result.communities = both.community_of;
  result.overlapping = !known.items.empty();
  const Cover communities = cover_of(both.communities);
  Groups groups = result.overlapping ? groups_of_items(known.items, both.vertex)
                                     : Groups{cover_of(both.groups), both.names};
  if (result.overlapping) {
    put(result.figures, "omega", omega_index(groups.cover, communities));
    put(result.figures, "mean_f1", mean_f1(groups.cover, communities));
  }
  result.of_groups = best_matches(groups.cover, communities);
  result.of_communities = best_matches(communities, groups.cover);
  result.groups = std::move(groups.names);
  return result;
}

}  // namespace summitry
