// summitry communities: methods with a proof, comparison with what is known, editions all at once.
#include <nlohmann/json.hpp>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;
using nlohmann::json;

namespace {

json result_of(const Workshop& shop, std::vector<std::string> words) {
  words.insert(words.end(), {"--format", "json", "--quiet"});
  const Outcome outcome = shop.run(words);
  INFO(outcome.err);
  REQUIRE(outcome.code == 0);
  return json::parse(outcome.out);
}

}  // namespace

TEST_CASE("communities: the optimum of the karate club is proven", "[cli]") {
  const Workshop shop;
  const json found = result_of(shop, {"communities", "datasets/karate", "--method", "exact"});
  CHECK(found["quality"].get<double>() == Approx(0.4197896).margin(5e-8));
  CHECK(found["convergence"]["reached"] == true);
  CHECK(found["convergence"]["change"] == 0);
  CHECK(found["communities"].size() == 4);
}

TEST_CASE("communities: an option of the method is set by name, and of no other", "[cli]") {
  const Workshop shop;
  const std::vector<std::string> spectral = {"communities", "datasets/karate", "--method",
                                             "spectral"};
  auto tuned = spectral;
  tuned.insert(tuned.end(), {"--set", "spectral.fine-tuning=kernighan-lin"});
  CHECK(result_of(shop, tuned)["quality"] > result_of(shop, spectral)["quality"]);
  auto wrong = spectral;
  wrong.insert(wrong.end(), {"--set", "exact.max-nodes=3"});
  const Outcome refused = shop.run(wrong);
  CHECK(refused.code == 2);
  CHECK(has(refused.err, "has no effect: the method is spectral"));
}

TEST_CASE("communities: a wrong option is told before anything is read", "[cli]") {
  const Workshop shop;
  const auto refused = [&](const std::vector<std::string>& more, const std::string& why) {
    std::vector<std::string> words = {"communities", "no-such-file.csv"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = shop.run(words);
    INFO(outcome.err);
    CHECK(outcome.code == 2);
    CHECK(has(outcome.err, why));
  };
  refused({"--set", "exact.max-nodes=3"}, "has no effect: the method is leiden");
  refused({"--set", "leidenrandomness"}, "--set must be ");
  refused({"--resolution-profile", "--set", "louvain.quality=cpm"}, "has no effect");
  refused({"--coupling", "2"}, "--coupling has no effect without --multislice");
  refused({"--coupling-kind", "ordinal"}, "--coupling-kind has no effect without --multislice");
  refused({"--series", "summits"}, "--series has no effect without --multislice");
  refused({"--resolution", "2", "--set", "leiden.resolution=3"},
          "resolution is given twice: 2 and 3");
  refused({"--quality", "modularity", "--set", "leiden.quality=cpm"}, "quality is given twice");
  refused({"--resolution", ""}, "--resolution must not be empty");
}

TEST_CASE("communities: who stands in the way is called by name", "[cli]") {
  const Workshop shop;
  const Outcome outcome =
      shop.run({"communities", "datasets/karate", "--method", "bipartite-modularity"});
  CHECK(outcome.code == 2);
  CHECK(has(outcome.err, "but an odd cycle leads through "));
  CHECK(has(outcome.err, "Actor "));
  CHECK_FALSE(has(outcome.err, "vertex "));
}

TEST_CASE("communities: more runs than can be held or compared are refused", "[cli]") {
  const Workshop shop;
  const auto refused = [&](const std::vector<std::string>& more, const std::string& why) {
    std::vector<std::string> words = {"communities", "datasets/karate"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = shop.run(words);
    INFO(outcome.err);
    CHECK(outcome.code == 2);
    CHECK(has(outcome.err, why));
  };
  refused({"--runs", "99999999999"}, "runs must be 1 to 10000 for a graph of this size, got ");
  refused({"--resolution-profile", "--runs", "10001"}, "runs must be 1 to 10000");
  refused({"--random-graphs", "99999999999"}, "samples must be 1 to 1000000, got 99999999999");
  refused({"--runs", "99999999999999999999"},
          "--runs must be a whole number, 0 or more and at most 9223372036854775807, got \"999");
}

TEST_CASE("communities: weights whose products no number holds are refused, others only scale",
          "[cli]") {
  const Workshop shop;
  const auto with_weight = [&](const std::string& weight, const std::string& method) {
    std::string text = "source,target,weight\n";
    for (const char* edge : {"a,b", "b,c", "c,a", "d,e", "e,f", "f,d", "c,d"}) {
      text += std::string(edge) + "," + weight + "\n";
    }
    shop.write("w.csv", text);
    return shop.run({"communities", "w.csv", "--weights", "weight", "--weights-mean", "strength",
                     "--method", method});
  };
  for (const std::string method : {"leiden", "louvain", "exact", "infomap", "label-propagation",
                                   "girvan-newman", "spectral"}) {
    for (const std::string weight : {"1e308", "1e101", "1e-101", "1e-310"}) {
      const Outcome outcome = with_weight(weight, method);
      INFO(method << " " << weight << "\n" << outcome.err);
      CHECK(outcome.code == 1);
      CHECK(has(outcome.err, "the largest strength must be from 1e-100 to 1e100, got 1e"));
    }
    for (const std::string weight : {"1e99", "1e-99"}) {
      INFO(method << " " << weight);
      CHECK(has(with_weight(weight, method).out, "2 of 2 communities; modularity 0.3571"));
    }
  }
}

TEST_CASE("communities: says what was optimised, what is proven, and what is no division",
          "[cli]") {
  const Workshop shop;
  const auto said = [&](std::vector<std::string> words, const std::string& what) {
    words.insert(words.begin(), "communities");
    const Outcome outcome = shop.run(words);
    INFO(outcome.out << outcome.err);
    CHECK(outcome.code == 0);
    CHECK(has(outcome.out, what));
  };
  said({"datasets/southern-women", "--method", "bipartite-modularity"},
       "modularity 0.3330; bipartite-modularity 0.3455\n");
  said({"datasets/karate", "--method", "infomap"}, "modularity 0.4020; map-equation -4.3118\n");
  said({"datasets/karate", "--resolution", "2"}, "; modularity at resolution 2: ");
  said({"datasets/karate"}, "4 of 4 communities; modularity 0.4198\n");
  said({"datasets/football", "--resolution", "auto"},
       "\nresolution 2.378: from 1.682 to 3.364 communities stay nearly the same\n");
  said({"datasets/ai-summits", "--resolution", "auto"},
       "\nresolution 1: no range over which communities stay is long enough\n");
  said({"datasets/karate", "--method", "exact"}, "\nproven: no other division is better\n");
  said({"datasets/karate", "--method", "exact", "--set", "exact.max-nodes=1", "--resolution", "3"},
       "\nnot proven: another division may be better, by 0.");
  // By 0.8996 or so: not to be read as 0.900, from which on it were stable.
  said({"datasets/ai-summits", "--at", "paris-2025"},
       "\nunstable: 100 runs with different seeds agree by 0.899 (");
  said({"datasets/ai-summits", "--at", "paris-2025"},
       " entities waver, with less than 75 % of their community beside them in a run: ");
  said({"datasets/ai-summits", "--multislice", "--from", "2030"},
       "nothing to divide: no relation has a weight\n");
  said({"datasets/karate", "--quality", "cpm"},
       "everybody is alone: no two belong together at this resolution (for cpm try --resolution "
       "auto)\n");
  said({"datasets/karate", "--method", "stochastic-block-model"},
       "all are in one community: no division was found\n");
  said({"datasets/ai-summits", "--from", "2030"},
       "modularity undefined\nnothing to divide: no relation has a weight\n");
}

TEST_CASE("communities: a negative weight is refused with its relation and a way out", "[cli]") {
  const Workshop shop;
  shop.write("signed.csv", "source,target,weight\nann,bob,1\nbob,cid,2\ncid,dan,-1.5\n");
  for (const std::string method : {"leiden", "infomap", "exact"}) {
    const Outcome outcome =
        shop.run({"communities", "signed.csv", "--weights", "weight", "--method", method});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.empty());
    CHECK(has(outcome.err,
              "weights must not be negative, but weight of cid related dan is -1.5; leave out the "
              "relations that separate, or use --weights none"));
  }
  CHECK(shop.run({"communities", "signed.csv"}).code == 0);
}

TEST_CASE("communities: it is said when a method stopped before its end", "[cli]") {
  const Workshop shop;
  const std::vector<std::string> words = {"communities", "datasets/karate", "--set",
                                          "leiden.max-iterations=1"};
  CHECK(has(shop.run(words).err, "leiden did not converge in 1 iteration ("));
  auto quiet = words;
  quiet.emplace_back("--quiet");
  CHECK(shop.run(quiet).err.empty());
  CHECK_FALSE(has(shop.run({"communities", "datasets/karate"}).err, "did not converge"));
}

TEST_CASE("communities: compared with a file of communities", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"communities", "datasets/karate", "-o", "found.csv"}).code == 0);
  const json same = result_of(shop, {"communities", "datasets/karate", "--truth", "found.csv"});
  CHECK(same["truth"]["agreement"]["adjusted_rand"] == 1.0);
  CHECK(same["truth"]["attribute"] == "found.csv");
  CHECK(same["truth"]["entities"] == 34);

  const std::string found = shop.read("found.csv");
  const std::string last = lines_of(found).back();
  const std::string without_last = found.substr(0, found.size() - last.size() - 1);
  const auto refused = [&](const std::string& text, const std::string& why) {
    shop.write("truth.csv", text);
    // The method would refuse the graph: what is wrong with the truth is told before any run.
    const Outcome outcome = shop.run({"communities", "datasets/karate", "--method",
                                      "bipartite-modularity", "--truth", "truth.csv"});
    INFO(outcome.err);
    CHECK(outcome.code == 1);
    CHECK(has(outcome.err, why));
  };
  refused(without_last, "no row for \"" + last.substr(0, last.find(',')) + "\"");
  refused(found + last + "\n", "stands here again");
  refused(found + "nobody,person,Nobody,0\n", "no entity has the id \"nobody\"");
  refused("id,group\n", "no column community");
  const Outcome unknown = shop.run(
      {"communities", "datasets/karate", "--method", "bipartite-modularity", "--truth", "clubs"});
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "clubs"));
  CHECK(shop.run({"communities", "datasets/karate", "--truth", "missing.csv"}).code == 1);
}

TEST_CASE("communities: compared with the conferences that the teams play in", "[cli]") {
  const Workshop shop;
  const json found = result_of(shop, {"communities", "datasets/football", "--method", "exact",
                                      "--truth", "conference", "--scores"});
  CHECK(found["convergence"]["reached"] == true);
  CHECK(found["quality"].get<double>() == Approx(0.6046).margin(5e-5));
  const json& truth = found["truth"];
  CHECK(truth["entities"] == 115);
  CHECK(truth["groups"].size() == 12);
  CHECK(truth["agreement"]["adjusted_rand"].get<double>() > 0.75);
  CHECK(truth["agreement"]["omega"].get<double>() ==
        Approx(truth["agreement"]["adjusted_rand"].get<double>()));
  CHECK(found["scores"].size() == found["communities"].size());
  for (std::size_t c = 0; c < found["scores"].size(); ++c) {
    CHECK(found["scores"][c]["conductance"].get<double>() ==
          Approx(found["communities"][c]["conductance"].get<double>()));
  }
  const Outcome table = shop.run({"communities", "datasets/football", "--truth", "conference"});
  CHECK(has(table.out, "agreement with \"conference\" over 115 entities"));
  CHECK(has(table.out, "Pacific Ten"));
  const Outcome unknown = shop.run({"communities", "datasets/karate", "--truth", "clubs"});
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "club"));
}

TEST_CASE("communities: all editions of a series at once", "[cli]") {
  const Workshop shop;
  const std::vector<std::string> words = {"communities", "datasets/ai-summits", "--multislice"};
  const json found = result_of(shop, words);
  CHECK(found["method"] == "multislice");
  const std::size_t editions = found["editions"].size();
  CHECK(editions > 2);
  std::size_t rows = 0;
  for (const json& entity : found["entities"]) rows += entity["communities"].size();
  std::size_t members = 0;
  for (const json& edition : found["editions"]) members += edition["vertices"].get<std::size_t>();
  CHECK(rows == members);

  auto csv = words;
  csv.insert(csv.end(), {"--format", "csv", "--threads", "1"});
  const Outcome one = shop.run(csv);
  CHECK(one.out.starts_with("id,kind,name,edition,community\n"));
  CHECK(lines_of(one.out).size() == rows + 1);
  csv.back() = "2";
  CHECK(shop.run(csv).out == one.out);

  // Held fast, fewer change than when every edition is divided for itself.
  const auto switches = [&](const char* coupling) {
    auto with = words;
    with.insert(with.end(), {"--coupling", coupling, "--coupling-kind", "categorical"});
    std::size_t sum = 0;
    const json divided = result_of(shop, with);  // outlives the loop over a part of it
    for (const json& entity : divided["entities"]) {
      sum += entity["switches"].get<std::size_t>();
    }
    return sum;
  };
  CHECK(switches("1000") == 0);
  CHECK(switches("0") > 0);
}

TEST_CASE("communities: over editions they bear names, and say how far they can be trusted",
          "[cli]") {
  const Workshop shop;
  const std::vector<std::string> words = {"communities", "datasets/ai-summits", "--multislice",
                                          "--coupling", "0.5"};
  const json found = result_of(shop, words);
  CHECK(found["stability"]["runs"] == 100);
  CHECK(found["parameters"]["runs"] == "100");
  CHECK(found["stability"]["stable"] == false);
  std::size_t named = 0;
  for (const json& community : found["communities"]) {
    named += community["name"].get<std::string>().empty() ? 0 : 1;
  }
  CHECK(2 * named > found["communities"].size());
  CHECK(found["communities"][0]["name"] ==
        "participants in India AI Impact Summit 2026 (New Delhi)");
  for (const json& entity : found["entities"]) {
    CHECK(entity["confidence"].size() == entity["communities"].size());
  }
  const std::string table = shop.run(words).out;
  CHECK(has(table, ", coupled by 0.5 (ordinal); multislice modularity 0."));
  CHECK(has(table, "\nunstable: 100 runs with different seeds agree by 0."));
  CHECK(has(table, "members of EU AI Champions Initiative"));
  auto once = words;
  once.insert(once.end(), {"--runs", "1"});
  CHECK(result_of(shop, once)["stability"].is_null());
  CHECK(has(shop.run(once).out, "one run: nothing is known about its stability"));
}

TEST_CASE("communities: what editions at once cannot be asked for is refused", "[cli]") {
  const Workshop shop;
  const auto refused = [&](std::vector<std::string> more, const std::string& why) {
    std::vector<std::string> words = {"communities", "datasets/ai-summits", "--multislice"};
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = shop.run(words);
    CHECK(outcome.code == 2);
    INFO(outcome.err);
    CHECK(has(outcome.err, why));
  };
  refused({"--method", "exact"}, "--multislice and --method exclude each other");
  refused({"--truth", "kind"}, "--multislice and --truth exclude each other");
  refused({"--coupling", "much"}, "--coupling must be a number");
  refused({"--coupling", "-1"},
          "coupling must be from 0 to a million times the largest weight, 1e+06, got -1");
  refused({"--coupling", "1e7"}, "coupling must be from 0 to a million times");
  refused({"--runs", "99999999999"},
          "multislice: runs must be 1 to 10000 for a graph of this size, got 99999999999");
  refused({"--resolution", "auto"}, "--resolution must be a number");
  refused({"--resolution", "1,2"}, "resolutions must be one for all slices or one each");
  refused({"--coupling-kind", "cardinal"}, "ordinal");
  CHECK(shop.run({"communities", "datasets/karate", "--multislice"}).code != 0);
}
