// Kaplan-Meier: how large a share is still there after some time, when not all were watched to the end.
//
//   S(t) = product over times u <= t of (1 - d(u)/n(u))        hazard d(u)/n(u)
//   error(t) = S(t) * sqrt( sum over u <= t of d / (n (n - d)) )             (Greenwood)
//   interval   S^exp(±1.96 * error / (S |log S|))                            (log-log)
//
//   d(u)  events at time u     n(u)  lifetimes with entry < u <= exit: censored ones count at their end
//
// Gives      a row for each time at which a lifetime ends; survival in [0, 1], never rising. With late
//            entry (left truncation) n may fall to 0 and rise again: read such a curve with care
// Cost       O(lifetimes * log)
// Method     Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; Greenwood 1926; interval:
//            Kalbfleisch & Prentice 1980. Same as R's survfit with conf.type "log-log"
// See also   log_rank.hpp compares curves
#pragma once

#include <span>
#include <string>

#include "engine/survival.hpp"

namespace summitry {

struct Lifetime {
  double entry = 0.0;  // under observation after this time; 0: from the beginning
  double exit = 0.0;   // time of the event, or last time observed; >= entry
  bool event = false;  // false: censored
};

// Throws InvalidOption for times that are negative, not finite, or an exit before its entry. A lifetime
// with entry = exit is counted as a subject and never at risk.
[[nodiscard]] SurvivalCurve kaplan_meier(std::span<const Lifetime> lifetimes,
                                         std::string name = "");

}  // namespace summitry
