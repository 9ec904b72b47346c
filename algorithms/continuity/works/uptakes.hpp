// Uptakes: what was announced at one edition and taken up at a later one, by itself or through
// something that carries it on.
//
// Reads      announced-at, from anything but a summit to an edition; of several the earliest. It is
//            taken up at a later edition t when, in this order of preference,
//              itself         a relation of its own leads to t or names t as its summit
//              a successor    (succeeds; also part-of and based-on, from an initiative or document) of
//                             it, or a successor of that, has such a relation
//              a predecessor  (what it succeeds) has one, and none up to the announcement: an interim
//                             report that came out after the report was commissioned
//              a membership   it is part-of or member-of something announced at t
//              a mention      a document announced at t mentions it
//            That a text mentions an edition does not tie it to that edition.
// Gives      for each edition at most one Uptake, by the shortest of the ways; what nothing of all
//            this holds for is not taken up as far as the data tell, which is no proof that it ended
// Cost       O(relations) and the lineages of what was announced
// Method     the rules above are this project's own
#pragma once

#include <vector>

#include "algorithms/continuity/evidence.hpp"
#include "engine/transitions.hpp"

namespace summitry {

struct Uptakes {
  std::vector<Uptake> uptakes;           // by announced, initiative, taken_up
  std::vector<NotTakenUp> not_taken_up;  // by announced, initiative
};

[[nodiscard]] Uptakes uptakes(const Network& network, const Series& series,
                              const Evidence& evidence);

}  // namespace summitry
