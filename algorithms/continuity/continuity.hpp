// Continuity over a series of summits: who comes back, against what chance alone would bring; who
// hosts after whom; and which initiatives outlive the summit that announced them.
//
// A participant of an edition is the source of a relation of a participation type that leads to the
// edition (`attended`), or to anything else for which the relation names the edition as its summit
// (`signed` a declaration there). Summits and documents never are participants.
//
// Reads      relations of the statuses and the confidence asked for. A participant all of whose
//            relations at an edition say `inferred` in the column `basis` is counted as inferred there.
// Gives      everything in engine/transitions.hpp. All figures are about named participants only:
//            rosters may be incomplete; where sources declare their sizes, bounds stand beside. Ratios
//            with nothing to divide by are missing, and so are z where the null model leaves no choice
//            and p where it is undefined.
// Cost       O(relations + groups * editions^2 * participants), and that of null_models.hpp
// Method     measures: comparison.hpp, roster_groups.hpp; stays: stays.hpp; null models: null_models.hpp;
//            hosts: host_chain.hpp; initiatives: uptakes.hpp
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network.hpp"
#include "engine/run.hpp"
#include "engine/transitions.hpp"

namespace summitry {

struct ContinuityOptions {
  std::string series;                      // an id; "" the only one
  std::vector<std::string> participation;  // relation types; empty: the series' own
  std::vector<std::string> kinds;          // of participants; empty: all
  Confidence least_confidence = Confidence::secondary;
  std::vector<Status> statuses = {Status::realised};
  // fixed-margins (counted where possible, else sampled), curveball (always sampled), hypergeometric,
  // or none. Each but none brings the tests against all of them; it chooses what pairs expect.
  std::string null_model = "fixed-margins";
  std::size_t samples = 1000;  // in [1, 10000000]; of whatever is sampled
  // How many could have taken part: for hypergeometric and for gaps in rosters; at least those who did.
  std::optional<std::size_t> universe;
  std::string strata = "kind";  // or subtype, or a column of the entities: dealt out within these
  std::string role_ranks;       // "hosted=4,signed=2", see role_ranks.hpp
  double propensity = 1.0;      // > 0; see gaps.hpp
  std::size_t missed = 1;       // >= 1; editions missed in a row that end a stay
  bool began_earlier = false;   // the series is older than its first edition here
};

// Participation, kinds, statuses and missed, as continuity() and persistence() both read them; and how
// often something is sampled. Throw UnknownName and InvalidOption.
void check_rosters(const Network& network, const ContinuityOptions& options);
void check_samples(std::string_view name, std::size_t samples);

// Throws UnknownName for a series, relation type or kind that the Network does not have, and
// InvalidOption for an option outside its range.
[[nodiscard]] Continuity continuity(const Network& network, const ContinuityOptions& options = {},
                                    const Run& run = {});

}  // namespace summitry
