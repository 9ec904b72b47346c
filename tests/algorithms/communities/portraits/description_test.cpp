#include "algorithms/communities/portraits/description.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "engine/error.hpp"
#include "engine/network_builder.hpp"
#include "engine/random.hpp"
#include "engine/selection.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

struct Person {
  std::string id;
  std::string kind;
  std::string region;
  std::string subtype;
};

using Tie = std::array<std::string, 4>;  // source, type, target, status

Network network_of(const std::vector<Person>& people, const std::vector<Tie>& ties) {
  NetworkBuilder builder;
  const std::size_t region = builder.declare_entity_attribute({.name = "region"});
  for (const Person& person : people) {
    EntityRow row;
    row.id = person.id;
    row.kind = person.kind;
    row.name = person.id;
    row.subtype = person.subtype;
    row.attributes.push_back({region, person.region});
    builder.add_entity(row);
  }
  for (const Tie& tie : ties) {
    RelationRow row;
    row.source = tie[0];
    row.type = tie[1];
    row.target = tie[2];
    row.status = tie[3];
    builder.add_relation(row);
  }
  return std::move(builder).finish();
}

std::vector<RelationIndex> all_relations(const Network& network) {
  std::vector<RelationIndex> relations;
  for (RelationIndex i = 0; i < network.relation_count(); ++i) relations.push_back(i);
  return relations;
}

std::string two(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// Countries c00..c09 of Europe and c10..c19 of Asia, companies f00..f09; all of Asia and company f00
// signed the pact, half of Europe refused it. The countries of each region meet, the companies trade.
Network world(bool reversed = false) {
  std::vector<Person> people = {{"pact", "document", "", ""}, {"zero", "document", "", ""}};
  std::vector<Tie> ties;
  for (int i = 0; i < 10; ++i) {
    people.push_back({"c" + two(i), "country", "Europe", ""});
    people.push_back({"c" + two(10 + i), "country", "Asia", ""});
    people.push_back({"f" + two(i), "organisation", "", "company"});
    ties.push_back({"c" + two(10 + i), "signed", "pact", ""});
    if (i < 5) ties.push_back({"c" + two(i), "signed", "pact", "declined"});
  }
  ties.push_back({"f00", "signed", "pact", ""});
  for (int i = 1; i < 10; ++i) {
    for (int k = 0; k < i; ++k) {
      ties.push_back({"c" + two(i), "meets", "c" + two(k), ""});
      ties.push_back({"c" + two(10 + i), "meets", "c" + two(10 + k), ""});
    }
    ties.push_back({"f" + two(i), "trades-with", "f00", ""});
  }
  if (reversed) {
    std::reverse(people.begin(), people.end());
    std::reverse(ties.begin(), ties.end());
  }
  return network_of(people, ties);
}

Graph actors(const Network& network) {
  return select(network, {.kinds = {"country", "organisation"}});
}

// By the first letter and digit of ids: c0, c1, f0.
Partition by_prefix(const Network& network, const Graph& graph) {
  std::vector<std::uint32_t> labels;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const std::string& id = network.entity(graph.entity(v)).id;
    labels.push_back(id[0] == 'f' ? 2U : static_cast<std::uint32_t>(id[1] - '0'));
  }
  return canonical(labels);
}

// P(X >= inside) from binomial coefficients.
double tail(int n, int size, int members, int inside) {
  const auto choose = [](int from, int of) {
    if (of < 0 || of > from) return 0.0;
    double value = 1.0;
    for (int i = 1; i <= of; ++i) value *= static_cast<double>(from - of + i) / i;
    return value;
  };
  double sum = 0.0;
  for (int k = inside; k <= std::min(size, members); ++k) {
    sum += choose(size, k) * choose(n - size, members - k) / choose(n, members);
  }
  return sum;
}

const Trait* find(const Description& description, const std::string& column,
                  const std::string& value) {
  for (const Trait& trait : description.traits) {
    if (trait.column == column && trait.value == value) return &trait;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("description: planted traits are found with their chances, and give the names",
          "[algorithms][communities]") {
  const Network network = world();
  const Graph graph = actors(network);
  const Partition partition = by_prefix(network, graph);
  const auto described = community_descriptions(network, graph, partition, all_relations(network));
  REQUIRE(described.size() == 3);
  // 30 vertices: c00..c09 are 0, c10..c19 are 1, companies are 2
  CHECK(described[0].name == "European countries");
  CHECK(described[2].name == "organisations around f00");
  const Trait* asia = find(described[1], "region", "Asia");
  const Trait* pact = find(described[1], "signed", "pact");
  REQUIRE(asia != nullptr);
  REQUIRE(pact != nullptr);
  CHECK(asia->of == Trait::Of::attribute);
  CHECK(asia->inside == 10);
  CHECK(asia->size == 10);
  CHECK(asia->expected == Approx(10.0 / 3.0));
  CHECK(asia->p == Approx(tail(30, 10, 10, 10)).epsilon(1e-10));
  CHECK(pact->of == Trait::Of::tied_to);
  CHECK(pact->entity == "pact");
  CHECK(pact->inside == 10);
  CHECK(pact->size == 11);
  CHECK(pact->p == Approx(tail(30, 11, 10, 10)).epsilon(1e-10));
  CHECK(described[1].name == "Asian countries");
  // a refusal is a trait of its own and makes no signatory
  const Trait* declined = find(described[0], "signed (declined)", "pact");
  REQUIRE(declined != nullptr);
  CHECK(declined->inside == 5);
  CHECK(declined->p == Approx(tail(30, 5, 10, 5)).epsilon(1e-10));
  CHECK(find(described[0], "signed", "pact") == nullptr);
  // company f00 trades with nine
  CHECK(network.entity(graph.entity(described[2].top_members[0])).id == "f00");
  CHECK(described[2].top_members.size() == 5);
}

TEST_CASE("description: adjusted as Benjamini and Hochberg define it",
          "[algorithms][communities]") {
  const Network network = world();
  const Graph graph = actors(network);
  const Partition partition = by_prefix(network, graph);
  // Everything that has a chance below 1, to compare with the definition.
  const auto described = community_descriptions(network, graph, partition, all_relations(network),
                                                {.significance = 0.999, .most_traits = 100});
  std::vector<double> p;
  std::vector<double> adjusted;
  for (const Description& one : described) {
    for (const Trait& trait : one.traits) {
      p.push_back(trait.p);
      adjusted.push_back(trait.p_adjusted);
    }
  }
  // kinds country and organisation, subtype company, two regions, and relations to the pact: signed
  // and declined, in three communities. Relations join two kinds: that f00 trades is none.
  const double tests = 3.0 * 7.0;
  REQUIRE(p.size() >= 6);
  for (std::size_t i = 0; i < p.size(); ++i) {
    double least = 1.0;
    for (const double other : p) {
      if (other < p[i]) continue;
      const auto rank = std::count_if(p.begin(), p.end(), [&](double x) { return x <= other; });
      least = std::min(least, other * tests / static_cast<double>(rank));
    }
    CHECK(adjusted[i] == Approx(least));
    CHECK(adjusted[i] >= p[i]);
  }
}

TEST_CASE("description: a relation names a community where no attribute fits as well",
          "[algorithms][communities]") {
  std::vector<Person> people = {{"pact", "document", "", ""}};
  std::vector<Tie> ties;
  for (int i = 0; i < 24; ++i) {
    people.push_back({"c" + two(i), "country", "", ""});
    if (i < 8) ties.push_back({"c" + two(i), "signed", "pact", ""});
    if (i >= 16 && i < 20) ties.push_back({"c" + two(i), "mocks", "pact", ""});
  }
  ties.push_back({"c23", "meets", "c22", ""});
  const Network network = network_of(people, ties);
  const Graph graph = select(network, {.kinds = {"country"}});
  std::vector<std::uint32_t> labels;
  for (std::uint32_t v = 0; v < 24; ++v) labels.push_back(v / 8);
  const auto described =
      community_descriptions(network, graph, canonical(labels), all_relations(network));
  CHECK(described[0].name == "signatories of pact");
  CHECK(described[0].named_by_trait);
  CHECK_FALSE(described[1].named_by_trait);
  CHECK_FALSE(described[2].named_by_trait);
  CHECK(described[1].traits.empty());
  CHECK(described[1].name == "around c08 and c09");
  CHECK(described[2].name == "around pact");  // no word for those who mock
}

TEST_CASE(
    "description: what fewer than half of the members have gives no name, a kind a leader too",
    "[algorithms][communities]") {
  // Four of ten of the a's signed the pact and nobody else did; b's are NGOs, c's government bodies.
  std::vector<Person> people = {{"pact", "document", "", ""}};
  std::vector<Tie> ties;
  for (int i = 0; i < 10; ++i) {
    people.push_back({"a" + two(i), "organisation", "", ""});
    people.push_back({"b" + two(i), "organisation", "", "ngo"});
    people.push_back({"c" + two(i), "organisation", "", "government-body"});
    if (i < 4) ties.push_back({"a" + two(9 - i), "signed", "pact", ""});
    for (const char* row : {"a", "b", "c"}) {
      if (i > 0) ties.push_back({row + two(i), "meets", row + two(0), ""});
    }
    if (i > 1) ties.push_back({"a" + two(i), "meets", "a01", ""});
  }
  const Network network = network_of(people, ties);
  const Graph graph = select(network, {.kinds = {"organisation"}});
  std::vector<std::uint32_t> labels;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    labels.push_back(static_cast<std::uint32_t>(network.entity(graph.entity(v)).id[0] - 'a'));
  }
  const auto described =
      community_descriptions(network, graph, canonical(labels), all_relations(network));
  REQUIRE(described.size() == 3);
  CHECK(find(described[0], "signed", "pact") != nullptr);
  CHECK(described[0].name == "around a00 and a01");
  CHECK(described[1].name == "NGOs around b00");
  CHECK(described[2].name == "government bodies around c00");
}

TEST_CASE("description: one member, two, names that coincide, and nobody",
          "[algorithms][communities]") {
  std::vector<Person> people;
  for (int i = 0; i < 20; ++i) people.push_back({"a" + two(i), "firm", "", ""});
  for (int i = 0; i < 20; ++i) people.push_back({"b" + two(i), "guild", "", ""});
  const Network network = network_of(people, {{"a00", "knows", "b00", ""}});
  const Graph graph = select(network);
  std::vector<std::uint32_t> labels(40, 3);
  for (std::size_t i = 0; i < 18; ++i) labels[i] = i < 9 ? 0 : 1;
  labels[18] = 4;
  labels[19] = 4;
  labels[39] = 5;
  const auto described = community_descriptions(network, graph, canonical(labels), {});
  REQUIRE(described.size() == 5);
  CHECK(described[0].name == "guilds around b00");
  CHECK(described[1].name == "firms around a00");
  CHECK(described[2].name == "firms around a09");
  CHECK(described[3].name == "around a18 and a19");
  CHECK(described[3].traits.empty());
  CHECK(described[4].name == "b19");
  const Network none = network_of({}, {});
  CHECK(community_descriptions(none, select(none), Partition{}, {}).empty());
}

TEST_CASE("description: attributes that mean nothing are rarely found to mean something",
          "[algorithms][communities]") {
  Random random(8);
  int rounds_with_traits = 0;
  constexpr int kRounds = 60;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Person> people;
    for (int i = 0; i < 90; ++i) {
      const auto pick = [&](const char* of, std::uint64_t values) {
        return of + std::to_string(random.below(values));
      };
      people.push_back({"e" + two(i), pick("k", 4), pick("r", 6), pick("s", 9)});
    }
    const Network network = network_of(people, {});
    std::vector<std::uint32_t> labels;
    for (int i = 0; i < 90; ++i) labels.push_back(static_cast<std::uint32_t>(random.below(6)));
    bool any = false;
    for (const auto& one :
         community_descriptions(network, select(network), canonical(labels), {})) {
      any = any || !one.traits.empty();
    }
    rounds_with_traits += any ? 1 : 0;
  }
  // at most 5 % expected; more than 9 of 60 has a chance of one in a thousand
  CHECK(rounds_with_traits <= 9);
}

TEST_CASE("description: does not depend on the order of the rows", "[algorithms][communities]") {
  const auto told = [](bool reversed) {
    const Network network = world(reversed);
    const Graph graph = actors(network);
    std::string text;
    for (const auto& one : community_descriptions(network, graph, by_prefix(network, graph),
                                                  all_relations(network))) {
      text += one.name + ":";
      for (const VertexId v : one.top_members) text += network.entity(graph.entity(v)).id + " ";
      for (const Trait& t : one.traits)
        text += t.column + "=" + t.value + std::to_string(t.p) + ";";
    }
    return text;
  };
  CHECK(told(false) == told(true));
}

TEST_CASE("description: options out of range and a partition of another graph",
          "[algorithms][communities]") {
  const Network network = world();
  const Graph graph = actors(network);
  const Partition partition = by_prefix(network, graph);
  CHECK_THROWS_AS(community_descriptions(network, graph, partition, {}, {.significance = 0.0}),
                  InvalidOption);
  CHECK_THROWS_AS(community_descriptions(network, graph, partition, {}, {.significance = 1.0}),
                  InvalidOption);
  CHECK_THROWS_AS(community_descriptions(network, graph, canonical(std::vector{0U, 1U}), {}),
                  InvalidOption);
}
