// What was exported and loaded again is what was there, in all that the format can hold.
#include <algorithm>
#include <vector>

#include "engine/number.hpp"
#include "exporters/interchange/graphml.hpp"
#include "loaders/graphml/graphml.hpp"
#include "tests/exporters/interchange/nasty.hpp"
#include "tests/exporters/interchange/parts.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

// All values of a row by column, in text; missing ones are left out, as are columns without any.
std::string values_of(std::span<const Column> columns, std::size_t row) {
  std::vector<std::string> all;
  for (const Column& column : columns) {
    if (!column.missing(row))
      all.push_back(column.info().name + "=" + to_string(column.value(row)));
  }
  std::sort(all.begin(), all.end());
  std::string text;
  for (const std::string& one : all) text += " " + one;
  return text;
}

std::string text_of(const std::optional<Date>& date) {
  return date ? to_string(*date) : "";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += "|" + word;
  return text;
}

std::vector<std::string> entities_of(const Network& network) {
  std::vector<std::string> all;
  for (EntityIndex e = 0; e < network.entities().size(); ++e) {
    const Entity& entity = network.entity(e);
    all.push_back(entity.id + " kind=" + entity.kind + " name=" + entity.name + " subtype=" +
                  entity.subtype + " iso3=" + entity.iso3 + " aliases=" + joined(entity.aliases) +
                  " description=" + entity.description + " from=" + text_of(entity.active.from) +
                  " to=" + text_of(entity.active.to) + values_of(network.entity_columns(), e));
  }
  return all;
}

std::vector<std::string> relations_of(const Network& network) {
  std::vector<std::string> all;
  for (RelationIndex i = 0; i < network.relation_count(); ++i) {
    const Relation r = network.relation(i);
    std::string source = network.entity(r.source).id;
    std::string target = network.entity(r.target).id;
    if (!network.dataset().directed && target < source) source.swap(target);
    all.push_back(source + " " + std::string(r.type) + " " + target +
                  " status=" + std::string(to_string(r.status)) + " role=" + std::string(r.role) +
                  " summit=" + (r.summit == kNone ? "" : network.entity(r.summit).id) +
                  " from=" + text_of(r.when.from) + " to=" + text_of(r.when.to) +
                  " weight=" + (r.weight ? shortest(*r.weight) : "") +
                  " amount=" + (r.amount ? shortest(*r.amount) : "") + std::string(r.currency) +
                  " " + std::string(to_string(r.confidence)) + " note=" + std::string(r.note) +
                  values_of(network.relation_columns(), i));
  }
  std::sort(all.begin(), all.end());
  return all;
}

Selection everything() {
  return {.statuses = {Status::planned, Status::announced, Status::realised, Status::declined,
                       Status::withdrawn},
          .least_confidence = Confidence::unverified,
          .parallel = Parallel::keep};
}

void check_same(const Network& before, const Built& built) {
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  const Network& after = *built.network;
  CHECK(after.dataset().name == before.dataset().name);
  CHECK(after.dataset().title == before.dataset().title);
  CHECK(after.dataset().directed == before.dataset().directed);
  CHECK(entities_of(after) == entities_of(before));
  CHECK(relations_of(after) == relations_of(before));
}

}  // namespace

TEST_CASE("round trip: GraphML of random networks", "[exporters][interchange][graphml]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    const example::Whole whole(testing::random_network(seed), everything());
    check_same(whole.network, read_graphml(to_graphml(whole.plain()), "g"));
  }
}

}  // namespace summitry
