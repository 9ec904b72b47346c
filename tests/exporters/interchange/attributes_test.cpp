// Attributes: which there are, of which type, and that none is taken for another.
#include "exporters/interchange/attributes.hpp"

#include <algorithm>
#include <array>

#include "exporters/interchange/values.hpp"
#include "tests/exporters/interchange/parts.hpp"
#include "tests/support/catch.hpp"

namespace summitry::interchange {
namespace {

using Names = std::vector<std::string>;

Names names(const std::vector<Attribute>& attributes) {
  Names all;
  for (const Attribute& attribute : attributes) all.push_back(attribute.name);
  return all;
}

const Attribute& named(const std::vector<Attribute>& attributes, const std::string& name) {
  return *std::find_if(attributes.begin(), attributes.end(),
                       [&](const Attribute& one) { return one.name == name; });
}

VertexId vertex(const example::Whole& whole, const std::string& id) {
  VertexId v = 0;
  while (whole.network.entity(whole.graph.entity(v)).id != id) ++v;
  return v;
}

}  // namespace

TEST_CASE("attributes: fields, columns, measures and communities, in this order",
          "[exporters][attributes]") {
  const example::Whole whole;
  CHECK(names(vertex_attributes(whole.with_results())) ==
        Names{"name",        "kind",     "subtype",   "iso3",           "aliases",
              "description", "from",     "to",        "sources",        "mandate",
              "staff",       "share",    "is-active", "since",          "topics",
              "degree",      "pagerank", "community", "community-name", "community-confidence"});
  CHECK(names(vertex_attributes(whole.plain())).back() == "topics");
}

TEST_CASE("attributes: types are kept and missing is missing", "[exporters][attributes]") {
  const example::Whole whole;
  const auto all = vertex_attributes(whole.with_results());
  CHECK(named(all, "staff").value(vertex(whole, "fra")) == Value(std::int64_t{9007199254740993}));
  CHECK(named(all, "is-active").value(vertex(whole, "lab")) == Value(false));
  CHECK(named(all, "since").value(vertex(whole, "lab")) == Value(Date{2019, 4, 0}));
  CHECK(named(all, "topics").value(vertex(whole, "deu")) == Value(List{"a", "b c"}));
  CHECK(missing(named(all, "share").value(vertex(whole, "fra"))));
  CHECK(missing(named(all, "pagerank").value(0)));  // not a number
}

TEST_CASE("attributes: an edge of one relation has its amount, a merged one has not",
          "[exporters][attributes]") {
  const example::Whole merged;
  CHECK(names(edge_attributes(merged.plain())) == Names{"type", "status", "role", "summit", "from",
                                                        "to", "relations", "sources", "confidence",
                                                        "basis"});
  const example::Whole kept({.parallel = Parallel::keep});
  const auto all = edge_attributes(kept.plain());
  const auto amount = named(all, "amount");
  std::size_t found = 0;
  for (EdgeId e = 0; e < kept.graph.edge_count(); ++e) {
    if (amount.value(e) == Value(1500000.5)) ++found;
  }
  CHECK(found == 1);
}

TEST_CASE("attributes: an edge has a weight only where weights are asked for",
          "[exporters][attributes]") {
  const auto has = [](const Selection& selection, const std::string& name) {
    const example::Whole whole(selection);
    const Names all = names(edge_attributes(whole.plain()));
    return std::find(all.begin(), all.end(), name) != all.end();
  };
  CHECK_FALSE(has({.parallel = Parallel::keep}, "weight"));
  CHECK(has({.parallel = Parallel::keep}, "relation-weight"));
  CHECK(has({.weights = "weight"}, "weight"));
  CHECK_FALSE(has({.weights = "weight", .parallel = Parallel::keep}, "relation-weight"));
}

TEST_CASE("attributes: names that differ in case alone or are reserved are told apart",
          "[exporters][attributes]") {
  constexpr std::array<std::string_view, 1> kReserved = {"id"};
  CHECK(distinct_names({"a", "A", "Id", "b", "a", "x-a"}, "x", kReserved) ==
        Names{"a", "x-A-2", "x-Id", "b", "x-a-3", "x-a"});
}

TEST_CASE("attributes: one that is renamed keeps the name that it has in the data",
          "[exporters][attributes]") {
  constexpr std::array<std::string_view, 1> kReserved = {"label"};
  std::vector<Attribute> all(3);
  all[0].name = "label";
  all[1].name = "entity-label";
  all[2].name = "plain";
  make_distinct(all, "entity", kReserved);
  CHECK(names(all) == Names{"entity-label-2", "entity-label", "plain"});
  CHECK(all[0].own_name == "label");
  CHECK(all[1].own_name.empty());
  CHECK(all[2].own_name.empty());
}

TEST_CASE("attributes: the graph knows data, selection and methods", "[exporters][attributes]") {
  const example::Whole whole;
  const auto all = graph_attributes(whole.with_results());
  const auto value = [&](const std::string& name) {
    for (const auto& [key, text] : all) {
      if (key == name) return text;
    }
    return std::string();
  };
  CHECK(value("hash") == whole.network.content_hash());
  CHECK(value("selection") == "status=realised; confidence=secondary");
  CHECK(value("command") == "summitry report example -o out");
  CHECK(value("measure-pagerank") == "Brin & Page 1998; damping=0.85");
  CHECK(value("communities") == "Leiden: Traag et al. 2019; resolution=1");
}

}  // namespace summitry::interchange
