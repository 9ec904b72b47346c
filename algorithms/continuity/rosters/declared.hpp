// What sources declare as the full size of a roster, of which the data may name a part.
//
// Reads      claims, by the rule of engine/claims.hpp where they disagree. Of the summit itself, where
//            attendance counts: declared-participants, participants or attendees of all kinds together;
//            countries-attending of countries, and likewise organisations-attending and so on. Where
//            nothing but signatures or endorsements counts: signatories or endorsers of the one document
//            that they are on (countries: signatory-countries, endorser-countries); with several
//            documents the size of their union is not declared by any
//            A roster that counts signatures beside attendance may be larger than what is declared of
//            attendance: its coverage is then overstated
// Gives      a size and the claim it is from; nothing where no source says. "nearly 100" counts as 100:
//            read the coverage as about that
// Cost       O(relations + claims)
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "algorithms/continuity/evidence.hpp"
#include "engine/transitions.hpp"

namespace summitry {

class DeclaredSizes {
 public:
  DeclaredSizes(const Network& network, const Series& series, const Evidence& evidence);

  // Of those of these kinds (empty: all) that take part in an edition by these types.
  [[nodiscard]] DeclaredSize of(std::size_t edition, const std::vector<std::string>& types,
                                const std::vector<std::string>& kinds) const;

 private:
  struct Signature {
    EntityIndex document = kNone;
    EntityIndex source = kNone;
    std::string_view type;
  };

  [[nodiscard]] std::optional<EntityIndex> only_document(
      std::size_t edition, const std::vector<std::string>& types,
      const std::vector<std::string>& kinds) const;
  [[nodiscard]] DeclaredSize first_claim(EntityIndex entity,
                                         const std::vector<std::string>& attributes) const;

  const Network& network_;
  const Series& series_;
  std::vector<std::vector<Signature>> signatures_;  // by edition
};

}  // namespace summitry
