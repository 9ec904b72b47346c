// Trades a second of the sampler of fixed margins, on random rosters; writes them for the peers of
// margins_peers.R to read.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <vector>

#include "algorithms/continuity/nulls/curveball.hpp"
#include "engine/random.hpp"

namespace {

using summitry::Curveball;
using summitry::Random;

Curveball::Rosters random_rosters(std::size_t editions, std::uint32_t participants, double share) {
  Random random(7);
  Curveball::Rosters rosters(editions);
  for (auto& roster : rosters) {
    for (std::uint32_t p = 0; p < participants; ++p) {
      if (random.unit() < share) roster.push_back(p);
    }
  }
  return rosters;
}

double seconds_a_trade(const Curveball::Rosters& rosters, std::size_t trades) {
  Curveball sampler(rosters, Random(1));
  sampler.trade(rosters.size() * 10);
  const auto start = std::chrono::steady_clock::now();
  sampler.trade(trades);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  return took.count() / static_cast<double>(trades);
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t editions = 30;
  std::uint32_t participants = 200;
  double share = 0.4;
  std::size_t trades = 1000000;
  std::string rosters_file;
  CLI::App app{"Trades a second of the sampler of fixed margins"};
  app.add_option("--editions", editions);
  app.add_option("--participants", participants);
  app.add_option("--share", share, "of the participants, at each edition");
  app.add_option("--trades", trades);
  app.add_option("--rosters", rosters_file, "write them there, a line an edition");
  CLI11_PARSE(app, argc, argv);
  const Curveball::Rosters rosters = random_rosters(editions, participants, share);
  if (!rosters_file.empty()) {
    std::ofstream out(rosters_file);
    for (const auto& roster : rosters) out << fmt::format("{}\n", fmt::join(roster, " "));
  }
  std::vector<double> runs;
  for (int run = 0; run < 5; ++run) runs.push_back(seconds_a_trade(rosters, trades));
  std::sort(runs.begin(), runs.end());
  fmt::print("summitry {:.1f} ns a trade, median of 5\n", 1e9 * runs[2]);
}
