// Follow-through: whether commitments made at an edition were kept.
//
// Reads      relations `assessed` from who committed itself to what it committed itself to, with
//            summit the edition at which it was made, and of the relation's columns
//              score   -1 not kept, 0 partly, +1 kept (integer or number); missing: unknown
//              coder   who scored (text; all the same coder without)
//              stage   interim or final (text; final without)
//            and `from`, the date of the evidence. Pairs obliged: those assessed, and whoever signed,
//            endorsed or committed-to (realised) something that is assessed for anybody at that
//            edition. The score of a pair is the mean over coders of their latest final one, or,
//            where none is final, of the interim ones.
// Gives      engine/work.hpp. Unknown is never 0: it counts in coverage alone. kept, partly and
//            broken by the mean above, at and below 0. Interval of the percentage: each pair one
//            trial, of which partly is half (Jeffreys' prior); pairs of one entity or commitment are
//            not independent, so that it is rather too narrow.
// Cost       O(relations)
// Method     scores as in the compliance reports on the G7 and G20: Kokotsis 1999 and the G20
//            Research Group; interval: Brown, Cai & DasGupta 2001, doi:10.1214/ss/1009213286;
//            coders.hpp
#pragma once

#include "algorithms/continuity/evidence.hpp"
#include "engine/work.hpp"

namespace summitry {

// Throws Error for a score that is not in [-1, 1], naming the relation.
[[nodiscard]] Commitments follow_through(const Network& network, const Series& series,
                                         const Evidence& evidence);

}  // namespace summitry
