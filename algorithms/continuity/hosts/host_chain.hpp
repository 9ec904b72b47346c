// The host chain: who hosted, co-hosted and chaired each edition, who was named to host the next, and
// whether it came so.
//
// Reads      relations hosted, co-hosted, chaired and co-chaired to the edition; named-next-host from
//            it; and hosted, planned or announced, of another summit for which the relation names the
//            edition as its summit. A host that is only planned counts while no host has been realised.
// Gives      a HostLink an edition. `kept` is missing for the last edition and where nobody was named;
//            the gap in days is missing unless both editions are dated to the day.
// Cost       O(relations)
// Method     reading off; a handover is a co-host or co-chair here that hosts the next edition
#pragma once

#include <vector>

#include "algorithms/continuity/evidence.hpp"
#include "engine/transitions.hpp"

namespace summitry {

[[nodiscard]] std::vector<HostLink> host_chain(const Network& network, const Series& series,
                                               const Evidence& evidence);

}  // namespace summitry
