#include "algorithms/communities/truth.hpp"

#include <cmath>
#include <map>
#include <utility>

#include "algorithms/communities/agreement.hpp"
#include "algorithms/communities/matches.hpp"
#include "algorithms/communities/omega.hpp"
#include "engine/error.hpp"

namespace summitry {
namespace {

// The value of each vertex; "" for none.
std::vector<std::string> values_of(const Network& network, const Graph& graph,
                                   std::string_view attribute) {
  std::vector<std::string> values(graph.vertex_count());
  const Column* column = attribute == "kind" ? nullptr : &network.entity_column(attribute);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const std::uint32_t entity = graph.entity(v);
    values[v] = column == nullptr ? network.entity(entity).kind : to_string(column->value(entity));
  }
  return values;
}

// Both divisions of those who have a value.
struct Compared {
  Partition groups;
  Partition communities;
  std::vector<std::string> names;           // of the groups
  std::vector<std::uint32_t> community_of;  // the number of each community in the whole division
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
  Compared both{canonical(group), canonical(community), {}, {}};
  both.names.resize(both.groups.count);
  both.community_of.resize(both.communities.count);
  for (std::size_t i = 0; i < vertex.size(); ++i) {
    both.names[both.groups.community[i]] = values[vertex[i]];
    both.community_of[both.communities.community[i]] = found.community[vertex[i]];
  }
  return both;
}

std::vector<std::pair<std::string, double>> figures_of(const Compared& both) {
  const auto& truth = both.groups.community;
  const auto& found = both.communities.community;
  const double n = static_cast<double>(truth.size());
  const VMeasure v = v_measure(truth, found);
  const SplitJoin moves = split_join(truth, found);
  const double information = variation_of_information(truth, found);
  return {
      {"adjusted_rand", adjusted_rand_index(truth, found)},
      {"adjusted_mutual_information", adjusted_mutual_information(truth, found)},
      {"adjusted_mutual_information_max",
       adjusted_mutual_information(truth, found, Normaliser::maximum)},
      {"adjusted_mutual_information_min",
       adjusted_mutual_information(truth, found, Normaliser::minimum)},
      {"adjusted_mutual_information_geometric",
       adjusted_mutual_information(truth, found, Normaliser::geometric_mean)},
      {"omega", omega_index(cover_of(both.groups), cover_of(both.communities))},
      {"rand", rand_index(truth, found)},
      {"jaccard_of_pairs", jaccard_of_pairs(truth, found)},
      {"fowlkes_mallows", fowlkes_mallows(truth, found)},
      {"mutual_information", mutual_information(truth, found)},
      {"normalised_mutual_information", normalised_mutual_information(truth, found)},
      {"normalised_mutual_information_max",
       normalised_mutual_information(truth, found, Normaliser::maximum)},
      {"normalised_mutual_information_min",
       normalised_mutual_information(truth, found, Normaliser::minimum)},
      {"normalised_mutual_information_geometric",
       normalised_mutual_information(truth, found, Normaliser::geometric_mean)},
      {"normalised_mutual_information_joint",
       normalised_mutual_information(truth, found, Normaliser::joint)},
      {"variation_of_information", information},
      {"variation_of_information_share", n > 1.0 ? information / std::log(n) : 0.0},
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

TruthComparison compare_with_truth(const Network& network, const Graph& graph,
                                   const Partition& found, std::string_view attribute) {
  const std::vector<std::string> values = values_of(network, graph, attribute);
  const Compared both = compared(values, found);
  TruthComparison result;
  result.attribute = attribute;
  result.entities = both.groups.community.size();
  result.without_value = values.size() - result.entities;
  if (result.entities == 0) {
    throw Error("no entity of the graph has a value of \"" + result.attribute +
                "\", so there is nothing to compare the communities with");
  }
  result.groups = both.names;
  result.figures = figures_of(both);
  result.communities = both.community_of;
  result.of_groups = best_matches(both.groups, both.communities);
  result.of_communities = best_matches(both.communities, both.groups);
  return result;
}

}  // namespace summitry
