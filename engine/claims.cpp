#include "engine/claims.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "engine/number.hpp"

namespace summitry {
namespace {

struct Range {
  double low;
  double high;
};

// The numbers that a claim allows.
std::optional<Range> range(const Claim& claim) {
  const auto number = parse_number(claim.value);
  if (!number) return std::nullopt;
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double tenth = std::abs(*number) * 0.1;
  switch (claim.qualifier) {
    case Qualifier::exact:
      return Range{*number, *number};
    case Qualifier::about:
      return Range{*number - tenth, *number + tenth};
    case Qualifier::at_least:
      return Range{*number, kInfinity};
    case Qualifier::nearly:
      return Range{*number - tenth, std::nextafter(*number, -kInfinity)};
    case Qualifier::over:
      return Range{std::nextafter(*number, kInfinity), kInfinity};
  }
  return std::nullopt;
}

// Whether all can be true at once. Intervals that meet pairwise have a common point, so the largest
// low end and the smallest high end decide.
bool all_compatible(std::span<const Claim> claims) {
  Range common{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  bool numbers = false;
  const std::string* text = nullptr;
  for (const Claim& claim : claims) {
    if (const auto allowed = range(claim)) {
      numbers = true;
      common = {std::max(common.low, allowed->low), std::min(common.high, allowed->high)};
    } else if (text == nullptr) {
      text = &claim.value;
    } else if (*text != claim.value) {
      return false;
    }
  }
  return common.low <= common.high && !(numbers && text != nullptr);
}

int precision_rank(Qualifier qualifier) {
  if (qualifier == Qualifier::exact) return 0;
  return qualifier == Qualifier::about ? 1 : 2;
}

// Smaller is preferred.
auto preference(const Network& network, std::size_t index) {
  const Claim& claim = network.claims()[index];
  const auto date = claim.date ? claim.date : network.sources()[claim.citation.source].date;
  const std::int64_t day = date ? last_day(*date) : std::numeric_limits<std::int32_t>::min();
  return std::make_tuple(precision_rank(claim.qualifier), -day, claim.citation.source, index);
}

ClaimGroup group_of(const Network& network, std::size_t begin, std::size_t end) {
  ClaimGroup group;
  group.entity = network.claims()[begin].entity;
  group.attribute = network.claims()[begin].attribute;
  group.contradictory = !all_compatible(network.claims().subspan(begin, end - begin));
  for (std::size_t i = begin; i < end; ++i) group.claims.push_back(i);
  std::sort(group.claims.begin(), group.claims.end(), [&network](std::size_t a, std::size_t b) {
    return preference(network, a) < preference(network, b);
  });
  return group;
}

bool same_assertion(const Relation& a, const Relation& b) {
  return std::tie(a.source, a.type, a.target, a.summit) ==
         std::tie(b.source, b.type, b.target, b.summit);
}

}  // namespace

std::vector<ClaimGroup> claim_groups(const Network& network) {
  const std::span<const Claim> claims = network.claims();  // sorted by entity, then attribute
  std::vector<ClaimGroup> groups;
  for (std::size_t begin = 0; begin < claims.size();) {
    std::size_t end = begin + 1;
    while (end < claims.size() && claims[end].entity == claims[begin].entity &&
           claims[end].attribute == claims[begin].attribute) {
      ++end;
    }
    groups.push_back(group_of(network, begin, end));
    begin = end;
  }
  return groups;
}

std::optional<std::size_t> preferred_claim(const Network& network, EntityIndex entity,
                                           std::string_view attribute) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < network.claims().size(); ++i) {
    const Claim& claim = network.claims()[i];
    if (claim.entity != entity || claim.attribute != attribute) continue;
    if (!best || preference(network, i) < preference(network, *best)) best = i;
  }
  return best;
}

std::vector<StatusConflict> status_conflicts(const Network& network) {
  // Relations stand in order of source, type, target and summit: equal assertions are neighbours.
  std::vector<StatusConflict> conflicts;
  const auto count = static_cast<RelationIndex>(network.relation_count());
  for (RelationIndex begin = 0; begin < count;) {
    StatusConflict group;
    bool done = false;
    bool refused = false;
    RelationIndex end = begin;
    for (; end < count && same_assertion(network.relation(begin), network.relation(end)); ++end) {
      group.relations.push_back(end);
      const Status status = network.relation(end).status;
      done |= status == Status::realised;
      refused |= status == Status::declined || status == Status::withdrawn;
    }
    if (done && refused) conflicts.push_back(std::move(group));
    begin = end;
  }
  return conflicts;
}

}  // namespace summitry
