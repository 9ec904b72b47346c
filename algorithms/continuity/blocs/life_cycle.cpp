#include "algorithms/continuity/blocs/life_cycle.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "algorithms/options.hpp"

namespace summitry {
namespace {

struct Match {
  std::size_t thread = 0;
  std::size_t bloc = 0;
  std::size_t shared = 0;
  double jaccard = 0.0;
};

// The better of two matches: by similarity, then shared members, then the older thread and the
// smaller number of the community.
bool better(const Match& a, const Match& b) {
  return std::tuple(-a.jaccard, -static_cast<double>(a.shared), a.thread, a.bloc) <
         std::tuple(-b.jaccard, -static_cast<double>(b.shared), b.thread, b.bloc);
}

class Follower {
 public:
  Follower(const std::vector<Members>& editions, const LifeCycleOptions& options, double threshold)
      : editions_(editions), options_(options), threshold_(threshold) {}

  [[nodiscard]] LifeCycle follow() {
    life_.threshold = threshold_;
    for (std::size_t t = 0; t < editions_.size(); ++t) take(t);
    add_deaths();
    std::stable_sort(life_.changes.begin(), life_.changes.end(),
                     [](const BlocChange& a, const BlocChange& b) { return key(a) < key(b); });
    return std::move(life_);
  }

  static std::tuple<std::size_t, BlocEvent, std::vector<std::size_t>, std::vector<std::size_t>> key(
      const BlocChange& change) {
    return {change.edition, change.event, change.blocs, change.threads};
  }

 private:
  [[nodiscard]] bool is_bloc(std::size_t t, std::size_t bloc) const {
    return editions_[t][bloc].size() >= options_.least_size;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& front(std::size_t thread) const {
    const Sighting& last = life_.threads[thread].seen.back();
    return editions_[last.edition][last.bloc];
  }
  [[nodiscard]] std::size_t last_seen(std::size_t thread) const {
    return life_.threads[thread].seen.back().edition;
  }

  // Threads and communities that share members enough; every member counts for each thread whose
  // front it is in.
  [[nodiscard]] std::vector<Match> matches(std::size_t t) const {
    std::map<std::uint32_t, std::size_t> bloc_of;
    for (std::size_t b = 0; b < editions_[t].size(); ++b) {
      if (!is_bloc(t, b)) continue;
      for (const std::uint32_t member : editions_[t][b]) bloc_of[member] = b;
    }
    std::vector<Match> found;
    for (std::size_t d = 0; d < life_.threads.size(); ++d) {
      if (life_.threads[d].merged_into) continue;
      std::map<std::size_t, std::size_t> shared;
      for (const std::uint32_t member : front(d)) {
        if (const auto at = bloc_of.find(member); at != bloc_of.end()) ++shared[at->second];
      }
      for (const auto& [bloc, count] : shared) {
        const std::size_t all = front(d).size() + editions_[t][bloc].size() - count;
        const double jaccard = static_cast<double>(count) / static_cast<double>(all);
        if (jaccard >= threshold_) found.push_back({d, bloc, count, jaccard});
      }
    }
    return found;
  }

  void take(std::size_t t) {
    std::vector<Match> found = matches(t);
    std::sort(found.begin(), found.end(), better);
    std::map<std::size_t, std::vector<Match>> of_bloc;  // best first
    std::map<std::size_t, std::vector<Match>> of_thread;
    for (const Match& match : found) {
      of_bloc[match.bloc].push_back(match);
      of_thread[match.thread].push_back(match);
    }
    report_splits(t, of_thread);
    report_others(t, of_bloc, of_thread);
    move_on(t, found, of_bloc);
  }

  void report_splits(std::size_t t, const std::map<std::size_t, std::vector<Match>>& of_thread) {
    for (const auto& [thread, list] : of_thread) {
      if (list.size() < 2) continue;
      BlocChange change;
      change.event = BlocEvent::split;
      change.edition = t;
      for (const Match& match : list) change.blocs.push_back(match.bloc);
      std::sort(change.blocs.begin(), change.blocs.end());
      change.threads = {thread};
      change.origins = {life_.threads[thread].seen.back()};
      change.jaccard = list.front().jaccard;
      life_.changes.push_back(std::move(change));
    }
  }

  void report_others(std::size_t t, const std::map<std::size_t, std::vector<Match>>& of_bloc,
                     const std::map<std::size_t, std::vector<Match>>& of_thread) {
    for (const auto& [bloc, list] : of_bloc) {
      if (list.size() == 1 && of_thread.at(list.front().thread).size() > 1) continue;  // a split
      BlocChange change;
      change.edition = t;
      change.blocs = {bloc};
      for (const Match& match : list) change.threads.push_back(match.thread);
      std::sort(change.threads.begin(), change.threads.end());
      for (const std::size_t thread : change.threads) {
        change.origins.push_back(life_.threads[thread].seen.back());
      }
      change.jaccard = list.front().jaccard;
      change.event = list.size() > 1 ? BlocEvent::merge : succession(t, list.front());
      life_.changes.push_back(std::move(change));
    }
  }

  [[nodiscard]] BlocEvent succession(std::size_t t, const Match& match) const {
    if (last_seen(match.thread) + 1 < t) return BlocEvent::resurgence;
    const auto before = static_cast<double>(front(match.thread).size());
    const auto after = static_cast<double>(editions_[t][match.bloc].size());
    if (after > before * (1.0 + options_.size_ratio)) return BlocEvent::growth;
    if (after * (1.0 + options_.size_ratio) < before) return BlocEvent::shrink;
    return BlocEvent::continuation;
  }

  // Best matches first: a thread goes on in a community when both are still free.
  void move_on(std::size_t t, const std::vector<Match>& found,
               const std::map<std::size_t, std::vector<Match>>& of_bloc) {
    std::map<std::size_t, std::size_t> next_of_thread;
    std::map<std::size_t, std::size_t> thread_of_bloc;
    for (const Match& match : found) {
      if (next_of_thread.contains(match.thread) || thread_of_bloc.contains(match.bloc)) continue;
      next_of_thread[match.thread] = match.bloc;
      thread_of_bloc[match.bloc] = match.thread;
    }
    for (std::size_t b = 0; b < editions_[t].size(); ++b) {
      if (!is_bloc(t, b) || thread_of_bloc.contains(b)) continue;
      const auto parent = of_bloc.find(b);
      begin_thread(t, b, parent == of_bloc.end() ? nullptr : &parent->second.front());
      thread_of_bloc[b] = life_.threads.size() - 1;
    }
    for (const auto& [thread, bloc] : next_of_thread) {
      life_.threads[thread].seen.push_back({t, bloc});
    }
    for (const Match& match : found) {
      if (next_of_thread.contains(match.thread)) continue;
      Thread& ended = life_.threads[match.thread];
      if (!ended.merged_into) ended.merged_into = thread_of_bloc.at(match.bloc);
    }
  }

  void begin_thread(std::size_t t, std::size_t bloc, const Match* parent) {
    const std::size_t number = life_.threads.size();
    Thread thread;
    thread.seen = {{t, bloc}};
    if (parent != nullptr) thread.split_from = parent->thread;
    life_.threads.push_back(std::move(thread));
    if (parent != nullptr || t == 0) return;
    BlocChange birth;
    birth.event = BlocEvent::birth;
    birth.edition = t;
    birth.blocs = {bloc};
    birth.threads = {number};
    life_.changes.push_back(std::move(birth));
  }

  void add_deaths() {
    for (std::size_t d = 0; d < life_.threads.size(); ++d) {
      if (life_.threads[d].merged_into) continue;
      const std::size_t last = last_seen(d);
      if (last + options_.patience >= editions_.size()) continue;
      BlocChange death;
      death.event = BlocEvent::death;
      death.edition = last + 1;
      death.threads = {d};
      death.origins = {life_.threads[d].seen.back()};
      life_.changes.push_back(std::move(death));
    }
  }

  const std::vector<Members>& editions_;
  const LifeCycleOptions& options_;
  double threshold_;
  LifeCycle life_;
};

// An event in terms that do not depend on how threads are numbered.
using Identity =
    std::tuple<BlocEvent, std::size_t, std::vector<std::size_t>, std::vector<Sighting>>;

Identity identity_of(const BlocChange& change) {
  std::vector<Sighting> origins = change.origins;
  std::sort(origins.begin(), origins.end());
  return {change.event, change.edition, change.blocs, std::move(origins)};
}

void check(const LifeCycleOptions& options) {
  const auto in_range = [](double threshold) { return threshold > 0.0 && threshold <= 1.0; };
  if (!in_range(options.threshold)) {
    refuse_option("life cycle", "threshold", "in (0, 1]", option_text(options.threshold));
  }
  for (const double threshold : options.sweep) {
    if (!in_range(threshold)) {
      refuse_option("life cycle", "sweep", "in (0, 1]", option_text(threshold));
    }
  }
  if (!(options.size_ratio >= 0.0)) {
    refuse_option("life cycle", "size-ratio", ">= 0", option_text(options.size_ratio));
  }
  if (options.patience < 1) refuse_option("life cycle", "patience", ">= 1", "0");
  if (options.least_size < 1) refuse_option("life cycle", "least-size", ">= 1", "0");
}

void sweep(const std::vector<Members>& editions, const LifeCycleOptions& options,
           LifeCycle& result) {
  std::map<Identity, std::size_t> found;
  for (const double threshold : options.sweep) {
    const LifeCycle life = Follower(editions, options, threshold).follow();
    ThresholdCounts counts;
    counts.threshold = threshold;
    counts.events.assign(kBlocEvents, 0);
    for (const BlocChange& change : life.changes) {
      ++counts.events[static_cast<std::size_t>(change.event)];
      ++found[identity_of(change)];
    }
    result.sweep.push_back(std::move(counts));
  }
  for (BlocChange& change : result.changes) {
    const auto at = found.find(identity_of(change));
    change.found_at = at == found.end() ? 0 : at->second;
  }
  if (found.empty()) return;
  std::size_t everywhere = 0;
  for (const auto& [event, times] : found) everywhere += times == options.sweep.size() ? 1 : 0;
  result.stable_share = static_cast<double>(everywhere) / static_cast<double>(found.size());
}

}  // namespace

LifeCycle life_cycle(const std::vector<Members>& editions, const LifeCycleOptions& options) {
  check(options);
  LifeCycle result = Follower(editions, options, options.threshold).follow();
  sweep(editions, options, result);
  return result;
}

}  // namespace summitry
