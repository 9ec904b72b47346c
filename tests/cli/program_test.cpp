// The program as a whole: help, suggestions, exit codes.
#include <algorithm>

#include "cli/command.hpp"
#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;

TEST_CASE("program: without arguments it shows the tour, with every command", "[cli]") {
  const Workshop shop;
  const Outcome outcome = shop.run({});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out == shop.run({"help"}).out);
  CHECK(outcome.out == shop.run({"--help"}).out);
  for (const Command* command : commands()) {
    CHECK(has(outcome.out, "\n  " + std::string(command->name) + " "));
  }
}

TEST_CASE("program: --version tells the version", "[cli]") {
  const Outcome outcome = Workshop().run({"--version"});
  CHECK(outcome.code == 0);
  CHECK(outcome.out == "summitry 0.1.0\n");
}

TEST_CASE("program: every command explains itself with examples and grouped options", "[cli]") {
  const Workshop shop;
  for (const Command* command : commands()) {
    INFO(command->name);
    const std::string name(command->name);
    const Outcome outcome = shop.run({name, "--help"});
    CHECK(outcome.code == 0);
    CHECK(outcome.out == shop.run({"help", name}).out);
    CHECK(has(outcome.out, "usage: summitry " + name));
    CHECK(command->examples.size() >= 2);
    for (const Example& example : command->examples) {
      CHECK(has(outcome.out, "\n  " + std::string(example.command) + "\n"));
    }
    for (const OptionText& option : command->options) {
      CHECK(has(outcome.out, std::string(long_flag(option))));
    }
  }
}

namespace {

struct Wrong {
  std::vector<std::string> words;
  std::string message;
};

}  // namespace

TEST_CASE("program: a wrong command is one line, offers the nearest name and exits with 2",
          "[cli]") {
  const std::string karate = "datasets/karate";
  const std::vector<Wrong> cases = {
      {{"measur", karate}, R"(unknown command "measur"; did you mean "measure"?)"},
      {{"--versoin"}, R"(unknown option "--versoin"; did you mean "--version"?)"},
      {{"measure", karate, "--kidns", "a"},
       R"(unknown option of summitry measure "--kidns"; did you mean "--kinds"?)"},
      {{"measure", karate, "--kidns=a"},
       R"(unknown option of summitry measure "--kidns"; did you mean "--kinds"?)"},
      {{"measure", karate, "--measures", "betweeness"},
       R"(unknown measure "betweeness"; did you mean "betweenness"?)"},
      {{"measure", karate, "--kinds", "persn"}, R"(unknown kind "persn"; did you mean "person"?)"},
      {{"measure", karate, "--relations", "freind-of"},
       R"(unknown relation type "freind-of"; did you mean "friend-of"?)"},
      {{"measure", karate, "--without", "freind-of"},
       R"(unknown relation type "freind-of"; did you mean "friend-of"?)"},
      {{"measure", karate, "--status", "realized"},
       R"(unknown value of --status "realized"; did you mean "realised"?)"},
      {{"measure", karate, "--confidence", "offical"},
       R"(unknown value of --confidence "offical"; did you mean "official"?)"},
      {{"measure", karate, "--threads", "two"},
       R"(--threads must be a whole number, 0 or more, got "two")"},
      {{"measure", karate, "--seed"}, "--seed needs a value: --seed N"},
      {{"measure", karate, "--from", "2025-02-30"},
       R"(--from must be YYYY, YYYY-MM or YYYY-MM-DD of a day that exists, got "2025-02-30")"},
      {{"measure", karate, "--directed", "--undirected"},
       "--directed and --undirected exclude each other"},
      {{"measure", karate, "--relations", "friend-of", "--without", "friend-of"},
       "--relations and --without exclude each other"},
      {{"measure", karate, "--measures", "pagerank", "--set", "pagerank.dampng=0.9"}, "dampng"},
      {{"measure", karate, "--measures", "pagerank", "--set", "pagerank.damping=1.5"}, "[0, 1)"},
      {{"measure", karate, "--measures", "degree", "--set", "pagerank.damping=0.9"},
       "--set pagerank.damping=0.9 has no effect: pagerank is not among --measures"},
      {{"measure", karate, "--set", "damping"},
       R"(--set must be MEASURE.OPTION=VALUE, as in pagerank.damping=0.9, got "damping")"},
      {{"measure", karate, "--format", "cvs"},
       R"(unknown value of --format "cvs"; did you mean "csv"?)"},
      {{"measure", karate, "-o", "a.cvs"}, R"(unknown output format "cvs"; did you mean "csv"?)"},
      {{"measure"}, "summitry measure needs INPUT; try: summitry measure datasets/karate"},
      {{"measure", karate, "b"},
       R"(summitry measure takes INPUT and no more, but got "b" as well)"},
      {{"measure", karate, "--weights", "wieght"}, R"(did you mean "weight"?)"},
      {{"communities", karate, "--method", "liden"}, R"(did you mean "leiden"?)"},
      {{"communities", karate, "--runs", "0"}, "--runs must be 1 or more, got 0"},
      {{"draw", karate}, "summitry draw needs a file to draw to, as in -o network.svg"},
      {{"draw", karate, "-o", "a.jpg"}, R"(unknown picture format "jpg")"},
      {{"report", karate}, "summitry report needs one folder to write to, as in -o out/my-network"},
      {{"convert", karate, "a.jsno"}, R"(did you mean ".json"?)"},
      {{"catalogue", "mesures"}, R"(unknown list "mesures"; did you mean "measures"?)"},
      {{"man", "measur"}, R"(unknown command "measur"; did you mean "measure"?)"},
  };
  const Workshop shop;
  for (const auto& [words, message] : cases) {
    const Outcome outcome = shop.run(words);
    INFO(words.back() << "\n" << outcome.err);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    const std::vector<std::string> lines = lines_of(outcome.err);
    REQUIRE_FALSE(lines.empty());
    CHECK(lines.back().starts_with("summitry: "));
    CHECK(has(lines.back(), message));
    CHECK(std::count_if(lines.begin(), lines.end(), [](const std::string& line) {
            return line.starts_with("summitry: ");
          }) == 1);
  }
}

TEST_CASE("program: input that is wrong exits with 1 and says where", "[cli]") {
  const Workshop shop;
  const Outcome missing = shop.run({"measure", "nowhere.csv"});
  CHECK(missing.code == 1);
  CHECK(lines_of(missing.err).size() == 1);
  CHECK(has(missing.err, "nowhere.csv"));

  shop.write("p/entities.csv", "id,kind,name\na,person,A\na,person,B\n");
  shop.write("p/relations.csv", "source,type,target\na,knows,bee\n");
  const Outcome faulty = shop.run({"measure", "p"});
  CHECK(faulty.code == 1);
  CHECK(faulty.out.empty());
  CHECK(has(faulty.err, "p/entities.csv:3:1: error: "));
  CHECK(has(faulty.err, "p/relations.csv:2:9: error: "));
  CHECK(has(faulty.err, "p cannot be used as it is: 2 errors"));
}

TEST_CASE("program: a place that cannot be written to exits with 2", "[cli]") {
  const Workshop shop;
  shop.write("file", "not a folder");
  for (const std::string place : {"file", "/proc/summitry"}) {
    const Outcome outcome = shop.run({"measure", "datasets/karate", "-o", place + "/out.csv"});
    INFO(place << ": " << outcome.err);
    CHECK(outcome.code == 2);
    CHECK(has(outcome.err, "summitry: cannot make the folder " + place));
  }
  CHECK(shop.read("file") == "not a folder");
  const Outcome report = shop.run({"report", "datasets/karate", "-o", "file/report"});
  CHECK(report.code == 2);
}

TEST_CASE("program: a full standard output is an error, not silence", "[cli]") {
  if (!std::filesystem::exists("/dev/full")) return;
  const Outcome outcome = Workshop().shell("summitry measure datasets/karate > /dev/full");
  CHECK(outcome.code == 2);
  CHECK(has(outcome.err, "cannot write to standard output"));
}

TEST_CASE("program: --quiet leaves standard error to errors", "[cli]") {
  const Workshop shop;
  CHECK(has(shop.run({"measure", "datasets/karate"}).err, "34 entities and 78 relations read"));
  CHECK(shop.run({"measure", "datasets/karate", "--quiet"}).err.empty());
  CHECK_FALSE(shop.run({"measure", "nowhere", "--quiet"}).err.empty());
}
