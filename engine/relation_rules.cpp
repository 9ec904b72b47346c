#include "engine/relation_rules.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace summitry {

const RelationRule* standard_rule(std::string_view type) {
  using Kinds = std::vector<std::string>;
  static const Kinds kActors{"country", "organisation", "person"};
  static const Kinds kTexts{"document", "initiative"};
  static const Kinds kBodies{"organisation", "initiative", "document"};
  static const std::array<RelationRule, 8> kRules{{
      {"attended", "attended", "took part in a summit", kActors, {"summit"}, true},
      {"hosted", "hosted", "held a summit", kActors, {"summit"}, false},
      {"co-hosted", "co-hosted", "held a summit with its host", kActors, {"summit"}, false},
      {"chaired", "chaired", "presided over a summit", kActors, {"summit"}, false},
      {"signed", "signed", "put its name to a text", kActors, kTexts, false},
      {"endorsed", "endorsed", "stands behind a text", kActors, kTexts, false},
      {"announced-at", "announced at", "made public at a summit", kBodies, {"summit"}, false},
      {"national-of", "national of", "is a citizen of a state", {"person"}, {"country"}, false},
  }};
  const auto* const found = std::find_if(
      kRules.begin(), kRules.end(), [type](const RelationRule& rule) { return rule.type == type; });
  return found == kRules.end() ? nullptr : found;
}

bool is_standard_kind(std::string_view kind) {
  constexpr std::array<std::string_view, 6> kKinds{"country", "organisation", "initiative",
                                                   "summit",  "person",       "document"};
  return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

}  // namespace summitry
