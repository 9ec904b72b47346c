// Lineages: which initiative or text grew out of which, and whether what one edition sets up has
// descendants at the next.
//
//   younger -> older   succeeds, split-from, based-on, reports-to (unless to a summit)
//   older -> younger   superseded-by, renamed-to, merged-into, mandated
//   seen at an edition announced-at, launched-at, renewed-at, endorsed-at, presented-at, reports-to;
//                      the first of the first two is the launch
//
// Reads      relations of the statuses and the confidence asked for; neither end of a descent is a
//            summit, a country or a person. Funding and membership are no descent.
// Gives      engine/work.hpp. Orphan rate: the share of what was launched at an edition that has, by
//            the next, no descendant, and has neither been seen nor been taken up there by the rules of
//            uptakes.hpp (an interim report, a body that joined what is set up there). A descendant
//            counts by the next when its own first edition, or else the date of the descent, is no
//            later; undated ones do not. Survival: work_survival.hpp, where a sign of life at an
//            edition is the same for all editions: seen or taken up there, or a descendant seen there
//            or there for the first time.
//            Inheritance: the share of what is launched at the next that has an ancestor seen at
//            this one. Intervals: jeffreys_interval(). With a cycle, depth and main path are missing
//            and the cycle is named.
// Cost       O(relations + editions * (members + descents))
// Method     longest path in topological order; main path: main_path.hpp
#pragma once

#include <cstddef>
#include <string_view>

#include "algorithms/continuity/evidence.hpp"
#include "engine/work.hpp"

namespace summitry {

// `missed`: editions without a sign of life, in a row, that end it; >= 1, throws InvalidOption.
[[nodiscard]] Lineage lineage(const Network& network, const Series& series,
                              const Evidence& evidence, std::size_t missed = 1);

enum class LineageRole { none, younger_first, older_first };
// How a relation type says descent.
[[nodiscard]] LineageRole lineage_role(std::string_view type);
// Whether a relation type ties something to an edition, and whether it launches it there.
[[nodiscard]] bool is_edition_type(std::string_view type);
[[nodiscard]] bool is_launch_type(std::string_view type);

}  // namespace summitry
