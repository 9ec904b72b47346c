#include "algorithms/communities/agreement/truth.hpp"

#include <algorithm>

#include "algorithms/communities/agreement/agreement.hpp"
#include "algorithms/communities/agreement/omega.hpp"
#include "engine/error.hpp"
#include "engine/network_builder.hpp"
#include "engine/selection.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

// Six people, a to f; f has no club.
Network people() {
  NetworkBuilder builder;
  const std::size_t club = builder.declare_entity_attribute({"club", ColumnType::text, "", ""});
  const std::size_t year = builder.declare_entity_attribute({"year", ColumnType::integer, "", ""});
  const std::size_t unknown =
      builder.declare_entity_attribute({"unknown", ColumnType::text, "", ""});
  (void)unknown;
  const char* clubs[] = {"Red", "Red", "Red", "Blue", "Blue", ""};
  const char* ids[] = {"a", "b", "c", "d", "e", "f"};
  for (std::size_t i = 0; i < 6; ++i) {
    builder.add_entity({.id = ids[i],
                        .kind = i < 3 ? "person" : "team",
                        .name = ids[i],
                        .attributes = {{club, clubs[i]}, {year, i % 2 == 0 ? "2001" : "2002"}}});
  }
  builder.add_relation({.source = "a", .type = "knows", .target = "b"});
  builder.add_relation({.source = "d", .type = "knows", .target = "f"});
  return std::move(builder).finish();
}

double figure(const TruthComparison& found, const std::string& name) {
  const auto place = std::find_if(found.figures.begin(), found.figures.end(),
                                  [&](const auto& one) { return one.first == name; });
  REQUIRE(place != found.figures.end());
  return place->second;
}

TEST_CASE("truth: groups of an attribute, with precision and recall, by hand",
          "[algorithms][communities][truth]") {
  const Network network = people();
  const Graph graph = select(network, {.isolates = Isolates::keep});
  REQUIRE(graph.vertex_count() == 6);
  // {a, b} {c, d, f} {e}; f counts for nothing
  const Partition found = canonical(std::vector<std::uint32_t>{1, 1, 0, 0, 2, 0});
  const TruthComparison compared = compare_with_truth(groups_by(network, graph, "club"), found);
  CHECK(compared.entities == 5);
  CHECK(compared.without_value == 1);
  CHECK(compared.groups == std::vector<std::string>{"Red", "Blue"});
  REQUIRE(compared.of_groups.size() == 2);
  const Match& red = compared.of_groups[0];
  CHECK(red.size == 3);
  CHECK(compared.communities[red.counterpart] == found.community[0]);
  CHECK(red.share() == Approx(2.0 / 3.0));
  CHECK(red.share_of_counterpart() == 1.0);
  // Blue {d, e}: {c, d} without f has F1 1/2, {e} has 2/3
  const Match& blue = compared.of_groups[1];
  CHECK(compared.communities[blue.counterpart] == found.community[4]);
  CHECK(blue.f1 == Approx(2.0 / 3.0));
  const std::vector<std::uint32_t> truth = {0, 0, 0, 1, 1};
  const std::vector<std::uint32_t> labels = {0, 0, 1, 1, 2};
  CHECK(figure(compared, "adjusted_rand") == adjusted_rand_index(truth, labels));
  CHECK(figure(compared, "omega") == adjusted_rand_index(truth, labels));
  CHECK(figure(compared, "split_join_truth_to_found") == 2.0);
  CHECK(figure(compared, "split_join_found_to_truth") == 1.0);
  CHECK(figure(compared, "adjusted_mutual_information_max") ==
        adjusted_mutual_information(truth, labels, Normaliser::maximum));
}

TEST_CASE("truth: kinds and numbers are groups too; what is unknown is refused",
          "[algorithms][communities][truth]") {
  const Network network = people();
  const Graph graph = select(network, {.isolates = Isolates::keep});
  const Partition same = canonical(std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1});
  const TruthComparison by_kind = compare_with_truth(groups_by(network, graph, "kind"), same);
  CHECK(figure(by_kind, "adjusted_rand") == 1.0);
  CHECK(figure(by_kind, "mean_f1") == 1.0);
  CHECK(by_kind.without_value == 0);
  CHECK_THROWS_AS(groups_by(network, graph, "subtype"), Error);  // nobody has one
  CHECK(compare_with_truth(groups_by(network, graph, "year"), same).groups ==
        std::vector<std::string>{"2001", "2002"});
  CHECK_THROWS_AS(groups_by(network, graph, "clubs"), UnknownName);
  CHECK_THROWS_AS(groups_by(network, graph, "unknown"), Error);
  CHECK_THROWS_AS(compare_with_truth(known_groups("two", {"a", "b"}), same), InvalidOption);
}

TEST_CASE("truth: each item of a list is a group, and groups overlap",
          "[algorithms][communities][truth]") {
  NetworkBuilder builder;
  const std::size_t themes = builder.declare_entity_attribute({"themes", ColumnType::list, "", ""});
  const char* texts[] = {"safety|skills", "safety", "skills|safety", "skills", "", "climate"};
  const char* ids[] = {"a", "b", "c", "d", "e", "f"};
  for (std::size_t i = 0; i < 6; ++i) {
    builder.add_entity(
        {.id = ids[i], .kind = "text", .name = ids[i], .attributes = {{themes, texts[i]}}});
  }
  builder.add_relation({.source = "a", .type = "cites", .target = "b"});
  const Network network = std::move(builder).finish();
  const Graph graph = select(network, {.isolates = Isolates::keep});
  const Partition found = canonical(std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1});
  const TruthComparison compared = compare_with_truth(groups_by(network, graph, "themes"), found);
  CHECK(compared.overlapping);
  CHECK(compared.entities == 5);
  CHECK(compared.groups == std::vector<std::string>{"safety", "skills", "climate"});
  // a b c d f; safety {a, b, c}, skills {a, c, d}, climate {f}; found {a, b, c}, {d, f}
  REQUIRE(compared.of_groups.size() == 3);
  CHECK(compared.of_groups[0].f1 == 1.0);
  CHECK(compared.of_groups[1].shared == 2);
  CHECK(compared.of_groups[1].f1 == Approx(2.0 / 3.0));
  CHECK(compared.of_groups[2].f1 == Approx(2.0 / 3.0));
  REQUIRE(compared.of_communities.size() == 2);
  CHECK(compared.of_communities[0].f1 == 1.0);
  CHECK(compared.of_communities[1].f1 == Approx(2.0 / 3.0));
  CHECK(figure(compared, "mean_f1") ==
        Approx(0.5 * ((1.0 + 4.0 / 3.0) / 3.0 + (1.0 + 2.0 / 3.0) / 2.0)));
  const Cover truth{5, {{0, 1, 2}, {0, 2, 3}, {4}}};
  const Cover division{5, {{0, 1, 2}, {3, 4}}};
  CHECK(figure(compared, "omega") == omega_index(truth, division));
  CHECK(figure(compared, "omega") != figure(compared, "adjusted_rand"));
  CHECK_FALSE(compare_with_truth(groups_by(network, graph, "kind"), found).overlapping);
}

}  // namespace
}  // namespace summitry
