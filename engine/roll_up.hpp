// Containers: the EU signs for itself, for its members, or its members sign for it. Which of these is
// counted is an option, so that nobody is counted twice unasked. Private to select().
#pragma once

#include <vector>

#include "engine/network.hpp"
#include "engine/selection.hpp"

namespace summitry {

// A relation with the ends that the Graph is to have.
struct Assertion {
  EntityIndex source = kNone;
  EntityIndex target = kNone;
  RelationIndex relation = 0;
};

// Rewrites `assertions` by selection.roll_up. Membership relations themselves stay as they are.
void roll_up(const Network& network, const Selection& selection,
             std::vector<Assertion>& assertions);

}  // namespace summitry
