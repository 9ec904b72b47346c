// Small Networks that several tests build on.
#pragma once

#include "engine/network_builder.hpp"

namespace summitry::testing {

// Two summits of a series, three countries, the EU with two of them as members, a declaration and an
// initiative; one refusal, one unverified row, claims that disagree.
//
//   one-2023   attended by ago, bel, cod; declaration signed by ago, bel, eu; cod declined
//   two-2024   attended by ago (official), bel (unverified); hosted by ago
NetworkBuilder summit_builder();
Network summit_network();

}  // namespace summitry::testing
