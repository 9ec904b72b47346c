// How much weight leads from a vertex to each label around it.
//
// Labels are remembered arc by arc, not label by label: where it would depend on a sum just written
// whether a label is a new one, nothing could be read ahead of it, and that takes twice the time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace summitry::communities {

template <class Sum>
class SumsAround {
 public:
  // Labels are below `labels`.
  explicit SumsAround(std::size_t labels) : sums_(labels, 0) {}

  // By label; all 0 between read_out() and gather().
  [[nodiscard]] const Sum* sums() const { return sums_.data(); }

  // Of so many arcs: label_of(k), and weight_of(k) > 0. Gives the sum over all labels.
  template <class LabelOf, class WeightOf>
  Sum gather(std::size_t arcs, LabelOf&& label_of, WeightOf&& weight_of) {
    if (labels_.size() < arcs) labels_.resize(arcs);
    count_ = arcs;
    std::uint32_t* labels = labels_.data();
    Sum* sums = sums_.data();
    Sum total = 0;
    for (std::size_t k = 0; k < arcs; ++k) {
      const std::uint32_t label = label_of(k);
      const Sum weight = weight_of(k);
      labels[k] = label;
      sums[label] += weight;
      total += weight;
    }
    return total;
  }

  // By arc, of those last gathered.
  [[nodiscard]] std::span<const std::uint32_t> labels() const { return {labels_.data(), count_}; }

  [[nodiscard]] Sum of(std::uint32_t label) const { return sums_[label]; }
  // The sum of one label, which is not read out any more.
  Sum take(std::uint32_t label) { return std::exchange(sums_[label], 0); }

  // Calls each(k, label, sum) for each arc: with the label's sum at its first arc, then with 0.
  template <class Each>
  void read_out(Each&& each) {
    const auto labels = this->labels();
    Sum* sums = sums_.data();
    for (std::size_t k = 0; k < labels.size(); ++k) {
      each(k, labels[k], std::exchange(sums[labels[k]], 0));
    }
  }

  // The label of one of the arcs that are good(k), of which there are some: one_of(count) is a number
  // below count. In line it would take registers from the loops around it, which costs them half as
  // much again.
  template <class Good, class OneOf>
  [[gnu::noinline]] std::uint32_t one_that(Good&& good, OneOf&& one_of) {
    if (good_.size() < count_ + 1) good_.resize(count_ + 1);
    std::size_t found = 0;
    for (std::size_t k = 0; k < count_; ++k) {
      good_[found] = labels_[k];
      found += good(k) ? 1 : 0;
    }
    return good_[found == 1 ? 0 : one_of(found)];
  }

 private:
  std::vector<Sum> sums_;
  std::vector<std::uint32_t> labels_;  // by arc
  std::vector<std::uint32_t> good_;    // labels to choose from
  std::size_t count_ = 0;              // of arcs
};

}  // namespace summitry::communities
