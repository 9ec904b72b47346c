#include "algorithms/communities/agreement/contingency.hpp"

#include <algorithm>
#include <string>

#include "algorithms/options.hpp"
#include "engine/partition.hpp"

namespace summitry {

Contingency::Contingency(Labels first_labels, Labels second_labels) {
  const std::size_t size = first_labels.size();
  if (second_labels.size() != size) {
    refuse_option("agreement", "second", std::to_string(size) + " labels, as many as first",
                  std::to_string(second_labels.size()));
  }
  const Partition a = canonical(first_labels);
  const Partition b = canonical(second_labels);
  n = static_cast<double>(size);
  first.assign(a.count, 0.0);
  second.assign(b.count, 0.0);
  std::vector<std::uint64_t> pairs(size);
  for (std::size_t v = 0; v < size; ++v) {
    ++first[a.community[v]];
    ++second[b.community[v]];
    pairs[v] = (std::uint64_t{a.community[v]} << 32U) | b.community[v];
  }
  std::sort(pairs.begin(), pairs.end());
  for (std::size_t i = 0; i < size; ++i) {
    if (i == 0 || pairs[i] != pairs[i - 1]) {
      shared.push_back({static_cast<std::uint32_t>(pairs[i] >> 32U),
                        static_cast<std::uint32_t>(pairs[i] & UINT32_MAX), 0.0});
    }
    shared.back().count += 1.0;
  }
}

}  // namespace summitry
