#include "algorithms/continuity/rosters/role_ranks.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/options.hpp"
#include "engine/number.hpp"

namespace summitry {
namespace {

constexpr std::string_view kRange = "a list such as hosted=4,signed=2, ranks >= 0";

void set_rank(std::vector<RoleRank>& ranks, std::string_view pair) {
  const std::size_t sign = pair.find('=');
  const auto value =
      sign == std::string_view::npos ? std::nullopt : parse_number(pair.substr(sign + 1));
  if (!value || !std::isfinite(*value) || *value < 0.0 || sign == 0) {
    refuse_option("continuity", "role-ranks", kRange, std::string(pair));
  }
  const std::string type(pair.substr(0, sign));
  const auto known = std::find_if(ranks.begin(), ranks.end(),
                                  [&](const RoleRank& one) { return one.type == type; });
  if (known != ranks.end()) {
    known->rank = *value;
  } else {
    ranks.push_back({type, *value});
  }
}

}  // namespace

std::vector<RoleRank> read_role_ranks(std::string_view text) {
  std::vector<RoleRank> ranks = {
      {"hosted", 4.0}, {"co-hosted", 3.0}, {"chaired", 3.0}, {"co-chaired", 3.0}, {"signed", 2.0}};
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    set_rank(ranks, text.substr(0, comma));
    text = comma == std::string_view::npos ? "" : text.substr(comma + 1);
  }
  return ranks;
}

double rank_of(const std::vector<RoleRank>& ranks, std::string_view type) {
  for (const RoleRank& one : ranks) {
    if (one.type == type) return one.rank;
  }
  return 1.0;
}

}  // namespace summitry
