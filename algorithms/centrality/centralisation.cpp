#include "algorithms/centrality/centralisation.hpp"

#include <algorithm>
#include <array>

#include "engine/error.hpp"
#include "engine/names.hpp"

namespace summitry {
namespace {

struct LargestSums {
  double (*undirected)(double n);
  double (*directed)(double n);
};

double star(double n) {
  return (n - 1.0) * (n - 2.0);
}
double star_both_ways(double n) {
  return 2.0 * star(n);
}
double star_one_way(double n) {
  return (n - 1.0) * (n - 1.0);
}
double half_star(double n) {
  return star(n) / 2.0;
}

constexpr std::array<std::string_view, 7> kNames = {
    "degree", "in-degree", "out-degree", "closeness", "betweenness", "harmonic", "eigenvector"};

// In the order of the names.
constexpr std::array<LargestSums, kNames.size()> kSums = {{
    {star, star_both_ways},
    {star, star_one_way},
    {star, star_one_way},
    {[](double n) { return star(n) / (2.0 * n - 3.0); }, [](double n) { return n - 1.0; }},
    {[](double n) { return star(n) * (n - 1.0) / 2.0; },
     [](double n) { return star(n) * (n - 1.0); }},
    {half_star, star_one_way},
    {[](double n) { return n - 2.0; }, [](double n) { return n - 1.0; }},
}};

}  // namespace

std::span<const std::string_view> centralised_measures() {
  return kNames;
}

std::optional<double> centralisation(const Scores& scores, const Graph& graph,
                                     std::string_view which) {
  const auto* const found = std::find(kNames.begin(), kNames.end(), which);
  if (found == kNames.end()) throw UnknownName(unknown_name("centralisation of", which, kNames));
  const double n = graph.vertex_count();
  if (n < 3.0) return std::nullopt;
  const double most = *std::max_element(scores.values.begin(), scores.values.end());
  double sum = 0.0;
  for (const double value : scores.values) sum += most - value;
  if (which == "eigenvector" && most > 0.0) sum /= most;
  const LargestSums& largest = kSums.at(static_cast<std::size_t>(found - kNames.begin()));
  return sum / (graph.directed() ? largest.directed(n) : largest.undirected(n));
}

}  // namespace summitry
