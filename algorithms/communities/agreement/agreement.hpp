// How far two partitions of the same vertices agree.
//
//   n(i,j)  vertices in community i of the first and j of the second; a(i), b(j) their sums; n all
//
//   Rand           share of vertex pairs that both keep together or both keep apart
//   adjusted Rand  (Rand - expected) / (largest - expected), expected with the sizes kept:
//                  1 the same, about 0 by chance, below 0 less than by chance
//   MI             sum of n(i,j)/n * log(n n(i,j) / (a(i) b(j))), in nats
//   pairs' Jaccard pairs together in both / pairs together in either
//   Fowlkes-Mallows  pairs together in both / geometric mean of the pairs together in each
//   normalised MI  MI / normaliser(H1, H2)
//   adjusted MI    (MI - expected MI) / (normaliser(H1, H2) - expected MI)
//   homogeneity    MI / H1: whether each community of the second is of one of the first (the truth)
//   completeness   MI / H2: whether each of the first is in one of the second; V their harmonic mean
//   VI             H1 + H2 - 2 MI, in nats: 0 the same, at most log n
//   split-join     2n - sum of the largest n(i,j) a row - sum of the largest a column: vertices to move,
//                  the first to make the first a finer division than the second, then the other way
//
// Reads      labels may be any numbers; only who is together counts
// Gives      two partitions that are the same agree by 1 even where the formula is 0/0 (all in one
//            community, all apart, nobody); where only one of them is trivial and a formula is 0/0, 0
// Cost       O(n log n); adjusted MI O(n * (communities of the first + of the second)) in the worst case
// Method     Hubert & Arabie 1985, doi:10.1007/BF01908075; Meila 2007,
//            doi:10.1016/j.jmva.2006.11.013; Vinh, Epps & Bailey 2010 (their AMI, the mean of the
//            entropies unless another is chosen); Fowlkes & Mallows 1983,
//            doi:10.1080/01621459.1983.10478008; Rosenberg & Hirschberg 2007 (V); split-join: van
//            Dongen 2000. Same values as scikit-learn and igraph.
// See also   omega.hpp for overlapping communities, matches.hpp for one community at a time
#pragma once

#include <cstdint>

#include "algorithms/communities/agreement/contingency.hpp"

namespace summitry {

// What the mutual information is divided by: of the two entropies, or the entropy of both together.
enum class Normaliser { arithmetic_mean, maximum, minimum, geometric_mean, joint };

struct VMeasure {
  double homogeneity = 1.0;
  double completeness = 1.0;
  double v = 1.0;
};

struct SplitJoin {
  std::uint64_t first_to_second = 0;  // vertices outside the largest share of their first community
  std::uint64_t second_to_first = 0;
};

[[nodiscard]] double rand_index(const Contingency& table);
[[nodiscard]] double adjusted_rand_index(const Contingency& table);
[[nodiscard]] double jaccard_of_pairs(const Contingency& table);
[[nodiscard]] double fowlkes_mallows(const Contingency& table);
[[nodiscard]] double mutual_information(const Contingency& table);
[[nodiscard]] double normalised_mutual_information(
    const Contingency& table, Normaliser normaliser = Normaliser::arithmetic_mean);
// Throws InvalidOption for the joint entropy, which MI does not reach where partitions are the same by
// chance alone, so that there is nothing to adjust towards (Vinh, Epps & Bailey 2010).
[[nodiscard]] double adjusted_mutual_information(
    const Contingency& table, Normaliser normaliser = Normaliser::arithmetic_mean);
// The truth first.
[[nodiscard]] VMeasure v_measure(const Contingency& table);
[[nodiscard]] double variation_of_information(const Contingency& table);
[[nodiscard]] SplitJoin split_join(const Contingency& table);
[[nodiscard]] std::uint64_t split_join_distance(const Contingency& table);  // both added up

// The mutual information of random partitions with these sizes, which costs more than all else: for
// several normalisers it is made once.
[[nodiscard]] double expected_information(const Contingency& table);
[[nodiscard]] double adjusted_mutual_information(const Contingency& table, double expected,
                                                 Normaliser normaliser);

// The same of labels. All throw InvalidOption when the partitions are not of equally many vertices.
[[nodiscard]] inline double rand_index(Labels first, Labels second) {
  return rand_index(Contingency(first, second));
}
[[nodiscard]] inline double adjusted_rand_index(Labels first, Labels second) {
  return adjusted_rand_index(Contingency(first, second));
}
[[nodiscard]] inline double jaccard_of_pairs(Labels first, Labels second) {
  return jaccard_of_pairs(Contingency(first, second));
}
[[nodiscard]] inline double fowlkes_mallows(Labels first, Labels second) {
  return fowlkes_mallows(Contingency(first, second));
}
[[nodiscard]] inline double mutual_information(Labels first, Labels second) {
  return mutual_information(Contingency(first, second));
}
[[nodiscard]] inline double normalised_mutual_information(
    Labels first, Labels second, Normaliser normaliser = Normaliser::arithmetic_mean) {
  return normalised_mutual_information(Contingency(first, second), normaliser);
}
[[nodiscard]] inline double adjusted_mutual_information(
    Labels first, Labels second, Normaliser normaliser = Normaliser::arithmetic_mean) {
  return adjusted_mutual_information(Contingency(first, second), normaliser);
}
[[nodiscard]] inline VMeasure v_measure(Labels truth, Labels found) {
  return v_measure(Contingency(truth, found));
}
[[nodiscard]] inline double variation_of_information(Labels first, Labels second) {
  return variation_of_information(Contingency(first, second));
}
[[nodiscard]] inline SplitJoin split_join(Labels first, Labels second) {
  return split_join(Contingency(first, second));
}
[[nodiscard]] inline std::uint64_t split_join_distance(Labels first, Labels second) {
  return split_join_distance(Contingency(first, second));
}

}  // namespace summitry
