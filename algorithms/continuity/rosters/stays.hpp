// How long participants stay, whether they come back, and whether kinds differ in that.
//
//   time         editions since the first attendance
//   event        the last attendance, when at least `missed` editions came after it; at the time of the
//                first edition missed
//   censored     still there at the last edition, or fewer than `missed` editions to go: at the last
//                attendance
//
// Recurrent form: a stay is a run of editions without `missed` ones missed in a row; its time is counted
// from its own beginning (gap time), first, second and further stays apart. An absence lasts from a stay's
// end to the return, which is its event.
//
// Gives      a life table for all, for each kind and stay, and the log-rank test between kinds. When the
//            series began before its first edition here (began_earlier), who was there has an unknown past:
//            left out of the tables by first attendance, and counted
// Cost       O(participations * log)
// Method     kaplan_meier.hpp, log_rank.hpp; gap times: Prentice, Williams & Peterson 1981,
//            doi:10.1093/biomet/68.2.373. With few editions read the table, not the curve
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "algorithms/inference/kaplan_meier.hpp"
#include "engine/transitions.hpp"

namespace summitry {

struct StaysOptions {
  std::size_t missed = 1;      // >= 1; editions missed in a row that end a stay
  bool began_earlier = false;  // the series is older than its first edition here
};

// Requires 1 <= missed; throws InvalidOption otherwise. `editions`: how many the series has.
[[nodiscard]] LifeOfSeries stays(const Network& network, std::span<const Attendance> attendances,
                                 std::size_t editions, const StaysOptions& options = {});

// Of what was seen at editions first to last of so many: over at the first edition missed when at least
// `missed` came after the last, else censored there.
[[nodiscard]] Lifetime lifetime_in_editions(std::size_t first, std::size_t last,
                                            std::size_t editions, std::size_t missed);

}  // namespace summitry
