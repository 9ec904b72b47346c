#include "bench/contender.hpp"

namespace summitry::bench {

bool left_out(const std::vector<std::string>& without, const std::string& name) {
  return std::any_of(without.begin(), without.end(),
                     [&](const std::string& one) { return name.starts_with(one); });
}

std::vector<double> smallest_members(const std::vector<std::size_t>& component) {
  std::map<std::size_t, double> smallest;
  std::vector<double> labels;
  labels.reserve(component.size());
  for (std::size_t v = 0; v < component.size(); ++v) {
    labels.push_back(smallest.try_emplace(component[v], static_cast<double>(v)).first->second);
  }
  return labels;
}

}  // namespace summitry::bench
