// What hosting does: rotation over regions, the host's place before, during and after, and who
// conducts one edition and the next.
//
//   rotation   entropy of the hosts' regions in bits; evenness: divided by log2 of the lesser of the
//              number of editions and the number of regions in the data
//   effect     a host's place (share of the others it ranks above) at its edition, less the mean of its
//              places at the editions beside it
//
// Reads      hosts of host_chain.hpp; the text column `region` of entities; relations hosted,
//            co-hosted, chaired, co-chaired and organised that lead to an edition; rankings by edition
// Gives      Hosting. p of an effect: the share of those who took part in the same editions whose
//            change is at least the host's, itself included: with few of them it cannot be small.
// Cost       O(relations + editions * participants log participants)
// Method     Shannon 1948 for rotation; the rest by ranks alone, as a placebo test: Abadie, Diamond &
//            Hainmueller 2010, doi:10.1198/jasa.2009.ap08746
#pragma once

#include <string>
#include <vector>

#include "algorithms/continuity/evidence.hpp"
#include "algorithms/continuity/positions/rank_step.hpp"
#include "engine/persistence.hpp"
#include "engine/transitions.hpp"

namespace summitry {

// rankings: one an edition; names: the editions', for the tests.
[[nodiscard]] Hosting hosting(const Network& network, const Series& series,
                              const Evidence& evidence, const std::vector<Ranking>& rankings,
                              const std::vector<std::string>& names);

}  // namespace summitry
