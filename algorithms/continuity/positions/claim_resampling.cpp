#include "algorithms/continuity/positions/claim_resampling.hpp"

#include <algorithm>
#include <string>

#include "algorithms/options.hpp"
#include "engine/random.hpp"

namespace summitry {
namespace {

constexpr std::uint64_t kStream = 0x434c41494d000000;  // apart from other methods of one seed

void check(double value, const char* name) {
  if (!(value >= 0.0 && value <= 1.0)) {
    refuse_option("claim resampling", name, "in [0, 1]", option_text(value));
  }
}

double of(const Reliability& reliability, Confidence confidence) {
  switch (confidence) {
    case Confidence::official:
      return reliability.official;
    case Confidence::secondary:
      return reliability.secondary;
    case Confidence::unverified:
      break;
  }
  return reliability.unverified;
}

}  // namespace

ClaimResampling::ClaimResampling(const Network& network, std::span<const RelationIndex> relations,
                                 const Reliability& reliability)
    : reliability_(network.sources().size(), reliability.unverified) {
  check(reliability.official, "official");
  check(reliability.secondary, "secondary");
  check(reliability.unverified, "unverified");
  std::vector<Confidence> best(network.sources().size(), Confidence::unverified);
  for (const RelationIndex r : relations) {
    const Relation relation = network.relation(r);
    std::vector<SourceIndex> cited;
    for (const Citation& citation : relation.citations) {
      if (citation.source != kNone) cited.push_back(citation.source);
    }
    std::sort(cited.begin(), cited.end());
    cited.erase(std::unique(cited.begin(), cited.end()), cited.end());
    for (const SourceIndex source : cited) {
      best[source] = std::min(best[source], relation.confidence);
    }
    if (cited.size() == 1) sole_.push_back(cited.front());
    sources_.push_back(std::move(cited));
    own_.push_back(of(reliability, relation.confidence));
  }
  for (std::size_t s = 0; s < best.size(); ++s) reliability_[s] = of(reliability, best[s]);
  std::sort(sole_.begin(), sole_.end());
  sole_.erase(std::unique(sole_.begin(), sole_.end()), sole_.end());
}

std::vector<bool> ClaimResampling::replicate(std::uint64_t seed, std::uint64_t number) const {
  Random random(seed, kStream + number);
  std::vector<bool> kept(reliability_.size());
  for (std::size_t s = 0; s < kept.size(); ++s) kept[s] = random.unit() < reliability_[s];
  std::vector<bool> left_out(sources_.size());
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    if (sources_[i].empty()) {
      left_out[i] = !(random.unit() < own_[i]);
    } else {
      left_out[i] = std::none_of(sources_[i].begin(), sources_[i].end(),
                                 [&kept](SourceIndex source) { return kept[source]; });
    }
  }
  return left_out;
}

std::vector<bool> ClaimResampling::without(SourceIndex source) const {
  std::vector<bool> left_out(sources_.size());
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    left_out[i] = sources_[i].size() == 1 && sources_[i].front() == source;
  }
  return left_out;
}

}  // namespace summitry
