// How far two partitions of the same vertices agree.
//
//   n(i,j)  vertices in community i of the first and j of the second; a(i), b(j) their sums; n all
//
//   Rand           share of vertex pairs that both keep together or both keep apart
//   adjusted Rand  (Rand - expected) / (largest - expected), expected with the sizes kept:
//                  1 the same, about 0 by chance, below 0 less than by chance
//   MI             sum of n(i,j)/n * log(n n(i,j) / (a(i) b(j))), in nats
//   normalised MI  MI / normaliser(H1, H2)
//   adjusted MI    (MI - expected MI) / (normaliser(H1, H2) - expected MI)
//   VI             H1 + H2 - 2 MI, in nats: 0 the same, at most log n
//   split-join     2n - sum of the largest n(i,j) a row - sum of the largest a column: vertices to move
//
// Reads      labels may be any numbers; only who is together counts
// Gives      two partitions that are the same agree by 1 even where the formula is 0/0 (all in one
//            community, all apart, nobody)
// Cost       O(n log n); adjusted MI O(n * (communities of the first + of the second)) in the worst case
// Method     Hubert & Arabie 1985, doi:10.1007/BF01908075; Meila 2007,
//            doi:10.1016/j.jmva.2006.11.013; Vinh, Epps & Bailey 2010 (their AMI, the mean of the
//            entropies unless another is chosen); split-join: van Dongen 2000. Same values as
//            scikit-learn and igraph.
#pragma once

#include <cstdint>
#include <span>

namespace summitry {

using Labels = std::span<const std::uint32_t>;

// What the mutual information is divided by, of the two entropies.
enum class Normaliser { arithmetic_mean, maximum };

// All throw InvalidOption when the partitions are not of equally many vertices.
[[nodiscard]] double rand_index(Labels first, Labels second);
[[nodiscard]] double adjusted_rand_index(Labels first, Labels second);
[[nodiscard]] double mutual_information(Labels first, Labels second);
[[nodiscard]] double normalised_mutual_information(
    Labels first, Labels second, Normaliser normaliser = Normaliser::arithmetic_mean);
[[nodiscard]] double adjusted_mutual_information(
    Labels first, Labels second, Normaliser normaliser = Normaliser::arithmetic_mean);
[[nodiscard]] double variation_of_information(Labels first, Labels second);
[[nodiscard]] std::uint64_t split_join_distance(Labels first, Labels second);

}  // namespace summitry
