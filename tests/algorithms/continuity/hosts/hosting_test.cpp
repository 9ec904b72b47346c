#include "algorithms/continuity/hosts/hosting.hpp"

#include <cmath>

#include "tests/algorithms/continuity/story.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using testing::Story;

const std::vector<std::string> kNames = {"s1", "s2", "s3"};

Story three_hosts() {
  Story story;
  story.editions = {{"s1"}, {"s2"}, {"s3"}};
  story.told = {{"gbr", "hosted", "s1"},     {"kor", "co-hosted", "s1"}, {"kor", "hosted", "s2"},
                {"gbr", "co-chaired", "s2"}, {"lab", "organised", "s2"}, {"fra", "hosted", "s3"},
                {"lab", "organised", "s3"},  {"nzl", "attended", "s3"}};
  story.regions = {{"gbr", "Europe"}, {"fra", "Europe"}, {"kor", "Asia"}, {"nzl", "Oceania"}};
  return story;
}

// Values by id at one edition.
Ranking ranking(const Network& network, const std::vector<std::pair<std::string, double>>& values) {
  Ranking result;
  for (EntityIndex e = 0; e < network.entities().size(); ++e) {
    for (const auto& [id, value] : values) {
      if (network.entity(e).id != id) continue;
      result.entities.push_back(e);
      result.values.push_back(value);
    }
  }
  return result;
}

}  // namespace

TEST_CASE("hosting: rotation over regions by hand", "[algorithms][continuity]") {
  const Network network = told(three_hosts());
  const Hosting found = hosting(network, network.series(""), {}, {{}, {}, {}}, kNames);
  CHECK(found.rotation.regions == std::vector<std::string>{"Europe", "Asia", "Europe"});
  CHECK(found.rotation.known == 3);
  CHECK(found.rotation.distinct == 2);
  CHECK(*found.rotation.entropy == Approx(0.918295834));  // of 2/3 and 1/3
  CHECK(*found.rotation.evenness == Approx(0.918295834 / std::log2(3.0)));
}

TEST_CASE("hosting: who conducts one edition and the next", "[algorithms][continuity]") {
  const Network network = told(three_hosts());
  const Hosting found = hosting(network, network.series(""), {}, {{}, {}, {}}, kNames);
  REQUIRE(found.organisers.size() == 2);
  CHECK(found.organisers[0].both.size() == 2);  // gbr and kor
  CHECK(*found.organisers[0].jaccard == Approx(2.0 / 3.0));
  CHECK(*found.organisers[0].next_host_before);
  CHECK(*found.organisers[0].former_host_after);
  CHECK(found.organisers[1].both.size() == 1);  // lab
  CHECK_FALSE(*found.organisers[1].next_host_before);
  CHECK_FALSE(*found.organisers[1].former_host_after);
}

TEST_CASE("hosting: the host's place before, during and after", "[algorithms][continuity]") {
  const Network network = told(three_hosts());
  const Ranking first = ranking(network, {{"gbr", 3}, {"kor", 1}, {"fra", 2}, {"nzl", 1}});
  const Ranking second = ranking(network, {{"gbr", 2}, {"kor", 5}, {"fra", 3}, {"nzl", 1}});
  const Ranking third = ranking(network, {{"gbr", 4}, {"kor", 2}, {"fra", 5}, {"nzl", 1}});
  const Hosting found = hosting(network, network.series(""), {}, {first, second, third}, kNames);
  REQUIRE(found.effects.size() == 3);
  const HostEffect& kor = found.effects[1];
  CHECK(*kor.before == Approx(1.0 / 6.0));  // ties with one of three for the last place
  CHECK(*kor.during == 1.0);
  CHECK(*kor.after == Approx(1.0 / 3.0));
  CHECK(*kor.change == Approx(0.75));
  CHECK(*kor.test.p_value == Approx(0.25));  // the largest of four changes
  CHECK(kor.test.smallest_p == Approx(0.25));
  CHECK_FALSE(found.effects[0].before);
  CHECK(*found.effects[0].change == Approx(1.0 - 1.0 / 3.0));
}

TEST_CASE("hosting: a host that is not ranked has no effect", "[algorithms][continuity]") {
  const Network network = told(three_hosts());
  const Ranking others = ranking(network, {{"fra", 1}, {"nzl", 2}});
  const Hosting found = hosting(network, network.series(""), {}, {others, others, others}, kNames);
  CHECK_FALSE(found.effects[0].change);
  CHECK_FALSE(found.effects[0].test.p_value);
  CHECK_FALSE(found.effects[0].test.note.empty());
  const Network plain = testing::attended({{"a"}, {"b"}});
  const Hosting none = hosting(plain, plain.series(""), {}, {{}, {}}, {"s1", "s2"});
  CHECK(none.effects.empty());
  CHECK_FALSE(none.rotation.entropy);
  CHECK_FALSE(none.organisers[0].jaccard);
}

}  // namespace summitry
