// Options as text and back.
#include "algorithms/options.hpp"

#include "engine/error.hpp"
#include "tests/support/catch.hpp"

namespace summitry::testing {
namespace {

struct SampleOptions {
  double share = 0.25;
  int rounds = 3;
  std::size_t samples = 10;
  std::string method = "leiden";
  std::optional<double> limit;
  Scale scale = Scale::raw;
};

template <class Visit>
void describe(SampleOptions& o, Visit&& visit) {
  visit("share", o.share, "in [0, 1]");
  visit("rounds", o.rounds, ">= 1");
  visit("samples", o.samples, ">= 1");
  visit("method", o.method, "a name");
  visit("limit", o.limit, "a number or auto");
  visit("normalized", o.scale, "yes or no");
}

}  // namespace

TEST_CASE("options: are listed with their defaults", "[algorithms][options]") {
  const auto list = option_list<SampleOptions>();
  REQUIRE(list.size() == 6);
  CHECK(list[0].name == "share");
  CHECK(list[0].default_value == "0.25");
  CHECK(list[0].meaning == "in [0, 1]");
  CHECK(list[4].default_value == "auto");
  CHECK(list[5].default_value == "no");
}

TEST_CASE("options: given values are read and written back", "[algorithms][options]") {
  const Parameters given{{"share", "0.1"},      {"rounds", "-7"}, {"samples", "5"},
                         {"method", "louvain"}, {"limit", "2.5"}, {"normalized", "yes"}};
  const auto options = read_options<SampleOptions>("sample", given);
  CHECK(options.share == 0.1);
  CHECK(options.rounds == -7);
  CHECK(options.samples == 5);
  CHECK(options.limit == 2.5);
  CHECK(options.scale == Scale::normalized);
  CHECK(option_values(options) == given);
}

TEST_CASE("options: of a name given twice the last counts", "[algorithms][options]") {
  const auto options = read_options<SampleOptions>("sample", {{"rounds", "4"}, {"rounds", "5"}});
  CHECK(options.rounds == 5);
}

TEST_CASE("options: a slip in a name is answered with the nearest one", "[algorithms][options]") {
  CHECK_THROWS_WITH(read_options<SampleOptions>("sample", {{"round", "4"}}),
                    "sample: unknown option \"round\"; did you mean \"rounds\"?");
}

TEST_CASE("options: what cannot be read is refused", "[algorithms][options]") {
  const std::vector<Parameters> wrong = {
      {{"share", "half"}}, {{"share", ""}},     {{"rounds", "1.5"}},   {{"rounds", "9999999999"}},
      {{"samples", "-1"}}, {{"limit", "none"}}, {{"normalized", "1"}},
  };
  for (const Parameters& given : wrong) {
    INFO(given[0].first << " " << given[0].second);
    CHECK_THROWS_AS(read_options<SampleOptions>("sample", given), InvalidOption);
  }
  CHECK_THROWS_WITH(read_options<SampleOptions>("sample", {{"share", "half"}}),
                    "sample: cannot read share \"half\"; it is: in [0, 1]");
}

}  // namespace summitry::testing
