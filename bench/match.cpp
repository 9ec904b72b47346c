#include "bench/match.hpp"

#include <algorithm>
#include <exception>

#include "engine/number.hpp"

namespace summitry::bench {
namespace {

struct Place {
  const Contender* contender;
  Time time;
};

void take_turn(const KernelInfo& kernel, Place& place, std::vector<double>& reference) {
  try {
    const Answer answer = ask(*place.contender, std::string(kernel.name), place.time.threads);
    const bool first = place.time.seconds.empty();
    place.time.seconds.push_back(answer.seconds);
    if (!first) return;
    if (reference.empty()) reference = answer.values;
    place.time.difference = difference(kernel, reference, answer.values);
    if (place.time.difference > kernel.tolerance) {
      place.time.trouble = "differs by " + shortest(place.time.difference);
    }
  } catch (const std::exception& trouble) {
    place.time.trouble = trouble.what();
    place.time.seconds.clear();
  }
}

}  // namespace

const Time* Row::fastest_peer(int threads) const {
  const Time* best = nullptr;
  for (const Time& time : times) {
    if (time.contender == "ours" || time.threads > threads || !time.counts()) continue;
    if (best == nullptr || time.median() < best->median()) best = &time;
  }
  return best;
}

const Time* Row::ours(int threads) const {
  for (const Time& time : times) {
    if (time.contender == "ours" && time.threads == threads && time.counts()) return &time;
  }
  return nullptr;
}

std::optional<double> Row::ratio(int threads) const {
  const Time* peer = fastest_peer(threads);
  const Time* own = ours(threads);
  if (peer == nullptr || own == nullptr) return std::nullopt;
  return peer->median() / own->median();
}

Row run_match(const KernelInfo& kernel, const std::vector<Contender>& contenders,
              const Effort& effort) {
  std::vector<Place> places;
  for (const Contender& contender : contenders) {
    if (!contender.kernels.contains(kernel.name)) continue;
    for (const int threads : contender.threads) {
      places.push_back({&contender, {contender.name, threads, {}, 0.0, ""}});
    }
  }
  std::vector<double> reference;
  for (int round = 0; round < effort.repeats; ++round) {
    for (Place& place : places) {
      const bool too_long =
          round > 0 && !place.time.seconds.empty() && place.time.seconds.front() > effort.long_run;
      if (place.time.trouble.empty() && !too_long) take_turn(kernel, place, reference);
    }
  }
  Row row{&kernel, {}};
  for (Place& place : places) row.times.push_back(std::move(place.time));
  return row;
}

}  // namespace summitry::bench
