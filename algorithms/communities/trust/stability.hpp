// Stability: how far several runs of a method agree with one another and with the partition kept.
//
// Gives      the mean adjusted Rand index over pairs of runs, called stable from 0.9; minimum,
//            quartiles, maximum and standard deviation of the qualities; how many partitions there
//            are, and how far from the kept one (variation of information / log n); for each vertex
//            the mean over runs of the share of its community's other members that are with it
//            there (alone in its community: the share of runs that leave it alone); who wavers,
//            with a share below 0.75.
//            Solutions: partitions nearer to one another than 0.05. Of those not yet taken the best
//            (of equals the earliest) takes all within 0.05 of it; so two camps of runs are told as
//            two.
// Cost       O(n d^2) for d different partitions, shared out over threads
// Method     reading the spread over runs as uncertainty: Lancichinetti & Fortunato 2012,
//            doi:10.1038/srep00336; groups of partitions in the manner of Peixoto 2021,
//            doi:10.1103/PhysRevX.11.021003, here by distance and without his model
#pragma once

#include <span>

#include "engine/named_partition.hpp"
#include "engine/run.hpp"

namespace summitry::communities {

inline constexpr double kStable = 0.9;
inline constexpr double kSure = 0.75;
inline constexpr double kNearlySame = 0.05;

// Of two partitions or more, canonical and of equally many vertices; `kept` need not be one of them.
[[nodiscard]] NamedPartition::Stability stability_of(std::span<const Partition> partitions,
                                                     const Partition& kept, const Run& run);

// The mean adjusted Rand index over pairs; 1 for one partition.
[[nodiscard]] double mean_agreement(std::span<const Partition> partitions, const Run& run);

}  // namespace summitry::communities
