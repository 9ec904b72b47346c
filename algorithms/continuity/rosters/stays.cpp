#include "algorithms/continuity/rosters/stays.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "algorithms/inference/log_rank.hpp"
#include "algorithms/options.hpp"

namespace summitry {
namespace {

struct Stay {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<Stay> stays_of(const Attendance& attendance, std::size_t missed) {
  std::vector<Stay> found;
  for (const std::size_t edition : attendance.editions) {
    if (found.empty() || edition - found.back().last > missed) {
      found.push_back({edition, edition});
    } else {
      found.back().last = edition;
    }
  }
  return found;
}

struct Lives {
  std::vector<Lifetime> since_first;
  std::map<std::string, std::vector<Lifetime>> by_kind;
  std::array<std::vector<Lifetime>, 3> stays;  // first, second, further
  std::vector<Lifetime> absences;
};

void add(const Network& network, const Attendance& attendance, std::size_t editions,
         LifeOfSeries& life, Lives& lives) {
  if (attendance.editions.empty()) return;
  const bool past_unknown = life.began_earlier && attendance.editions.front() == 0;
  const std::vector<Stay> found = stays_of(attendance, life.missed);
  if (past_unknown) {
    ++life.left_truncated;
  } else {
    const Lifetime whole =
        lifetime_in_editions(found.front().first, found.back().last, editions, life.missed);
    lives.since_first.push_back(whole);
    lives.by_kind[network.entity(attendance.entity).kind].push_back(whole);
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool begin_unknown = past_unknown && i == 0;
    if (!begin_unknown) {
      lives.stays[std::min<std::size_t>(i, 2)].push_back(
          lifetime_in_editions(found[i].first, found[i].last, editions, life.missed));
    }
    const bool returned = i + 1 < found.size();
    const std::size_t until = returned ? found[i + 1].first : editions - 1;
    const Lifetime absence{0.0, static_cast<double>(until - found[i].last), returned};
    if (returned || until - found[i].last >= life.missed) lives.absences.push_back(absence);
  }
}

}  // namespace

Lifetime lifetime_in_editions(std::size_t first, std::size_t last, std::size_t editions,
                              std::size_t missed) {
  const bool ended = editions - 1 - last >= missed;
  const std::size_t seen = last - first;
  return {0.0, static_cast<double>(ended ? seen + 1 : seen), ended};
}

LifeOfSeries stays(const Network& network, std::span<const Attendance> attendances,
                   std::size_t editions, const StaysOptions& options) {
  if (options.missed < 1) refuse_option("continuity", "missed", ">= 1", "0");
  LifeOfSeries life;
  life.missed = options.missed;
  life.began_earlier = options.began_earlier;
  Lives lives;
  for (const Attendance& attendance : attendances) {
    add(network, attendance, editions, life, lives);
  }
  life.since_first = kaplan_meier(lives.since_first, "all");
  std::vector<LifetimeGroup> groups;
  for (auto& [kind, lifetimes] : lives.by_kind) {
    life.by_kind.push_back(kaplan_meier(lifetimes, kind));
    groups.push_back({kind, lifetimes});
  }
  life.between_kinds = log_rank(groups);
  constexpr std::array<const char*, 3> kNames = {"first stay", "second stay", "further stays"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (!lives.stays[i].empty()) {
      life.stays.push_back(kaplan_meier(lives.stays[i], kNames[i]));
    }
  }
  life.absences = kaplan_meier(lives.absences, "until return");
  return life;
}

}  // namespace summitry
