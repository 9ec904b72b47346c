#include "algorithms/continuity/works/work_survival.hpp"

#include <map>
#include <string>
#include <vector>

#include "algorithms/continuity/rosters/stays.hpp"
#include "algorithms/options.hpp"

namespace summitry {

WorkSurvival work_survival(const Network& network, std::span<const LineageMember> members,
                           std::size_t editions, std::size_t missed) {
  if (missed < 1) refuse_option("continuity", "missed", ">= 1", "0");
  std::vector<Lifetime> all;
  std::map<std::string, std::vector<Lifetime>> by_kind;
  for (const LineageMember& member : members) {
    if (!member.launched) continue;
    const std::size_t last = member.alive.empty() ? *member.launched : member.alive.back();
    const Lifetime one = lifetime_in_editions(*member.launched, last, editions, missed);
    all.push_back(one);
    by_kind[network.entity(member.entity).kind].push_back(one);
  }
  WorkSurvival result{missed, kaplan_meier(all, "all"), {}};
  if (by_kind.size() < 2) return result;
  for (const auto& [kind, lifetimes] : by_kind) {
    result.by_kind.push_back(kaplan_meier(lifetimes, kind));
  }
  return result;
}

}  // namespace summitry
