#include "algorithms/continuity/rosters/roster_groups.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "algorithms/continuity/rosters/comparison.hpp"
#include "algorithms/continuity/rosters/declared.hpp"
#include "algorithms/continuity/rosters/gaps.hpp"
#include "algorithms/options.hpp"

namespace summitry {
namespace {

using Editions = std::vector<Edition>;

constexpr double kMostDraws = 3e8;  // of unnamed participants over all samples; a few seconds

Editions of_kind(const Network& network, const Editions& editions, const std::string& kind) {
  Editions result = editions;
  for (Edition& edition : result) {
    std::erase_if(edition.participants,
                  [&](EntityIndex entity) { return network.entity(entity).kind != kind; });
  }
  return result;
}

std::set<std::string> kinds_of(const Network& network, const Editions& editions) {
  std::set<std::string> kinds;
  for (const Edition& edition : editions) {
    for (const EntityIndex entity : edition.participants) {
      kinds.insert(network.entity(entity).kind);
    }
  }
  return kinds;
}

// By edition and participant: the highest rank of its roles there.
using Ranks = std::vector<std::map<EntityIndex, double>>;

Ranks highest_ranks(const std::map<std::string, Editions>& by_type, std::size_t editions,
                    const std::vector<RoleRank>& ranks) {
  Ranks highest(editions);
  for (const auto& [type, rosters] : by_type) {
    const double rank = rank_of(ranks, type);
    for (std::size_t t = 0; t < editions; ++t) {
      for (const EntityIndex entity : rosters[t].participants) {
        double& known = highest[t].try_emplace(entity, rank).first->second;
        known = std::max(known, rank);
      }
    }
  }
  return highest;
}

std::vector<double> weights_of(const Edition& edition,
                               const std::map<EntityIndex, double>& highest) {
  std::vector<double> weights;
  for (const EntityIndex entity : edition.participants) weights.push_back(highest.at(entity));
  return weights;
}

void add_ruzicka(std::vector<Transition>& pairs, const Editions& editions, const Ranks& ranks) {
  std::vector<std::vector<double>> weights;
  for (std::size_t t = 0; t < editions.size(); ++t) {
    weights.push_back(weights_of(editions[t], ranks[t]));
  }
  for (Transition& pair : pairs) {
    pair.ruzicka = ruzicka(editions[pair.from].participants, weights[pair.from],
                           editions[pair.to].participants, weights[pair.to]);
  }
}

// Participants of a group, and what is declared of it.
struct Part {
  RosterGroup group;
  Editions editions;
  std::vector<std::string> kinds;
};

class Groups {
 public:
  Groups(const Network& network, const Series& series, const RosterRule& rule,
         const Editions& editions, const GroupOptions& options)
      : network_(network), options_(options), declared_(network, series, rule.evidence) {
    for (const std::string& type : rule.participation) {
      by_type_[type] = rosters(network, series, {{type}, rule.kinds, rule.evidence});
    }
    ranks_ = highest_ranks(by_type_, editions.size(), options.ranks);
    add("all", "", editions, rule.participation, rule.kinds);
    add_kinds("kind", "", editions, rule.participation);
    for (const auto& [type, of_type] : by_type_) {
      if (kinds_of(network, of_type).empty()) continue;
      add("type", type, of_type, {type}, rule.kinds);
      add_kinds("type and kind", type + ", ", of_type, {type});
    }
  }

  std::vector<RosterGroup> finish(const Run& run) {
    add_category_bounds();
    std::vector<RosterGroup> result;
    result.reserve(parts_.size());
    for (Part& part : parts_) {
      for (std::size_t i = 0; i < part.group.pairs.size(); ++i) add_samples(part, i, run);
    }
    for (Part& part : parts_) result.push_back(std::move(part.group));
    return result;
  }

 private:
  void add_kinds(const char* by, const std::string& prefix, const Editions& editions,
                 const std::vector<std::string>& types) {
    const std::set<std::string> kinds = kinds_of(network_, editions);
    if (kinds.size() < 2) return;
    for (const std::string& kind : kinds) {
      add(by, prefix + kind, of_kind(network_, editions, kind), types, {kind});
    }
  }

  void add(const char* by, const std::string& value, const Editions& editions,
           const std::vector<std::string>& types, const std::vector<std::string>& kinds) {
    Part part{{by, value, {}, {}, compare_editions(editions), together(editions)}, editions, kinds};
    add_ruzicka(part.group.pairs, editions, ranks_);
    for (std::size_t t = 0; t < editions.size(); ++t) {
      const std::size_t named = editions[t].participants.size();
      DeclaredSize declared = declared_.of(t, types, kinds);
      if (declared.size) {
        declared.coverage = static_cast<double>(named) / static_cast<double>(*declared.size);
      }
      part.group.sizes.push_back(named);
      part.group.declared.push_back(declared);
    }
    for (Transition& pair : part.group.pairs) {
      if (is_declared(part, pair)) {
        pair.bounds = overlap_bounds(named_pair(part, pair), known_universe(part, pair));
      }
    }
    parts_.push_back(std::move(part));
  }

  static bool is_declared(const Part& part, const Transition& pair) {
    return part.group.declared[pair.from].size && part.group.declared[pair.to].size;
  }
  static NamedPair named_pair(const Part& part, const Transition& pair) {
    return {part.group.sizes[pair.from], part.group.sizes[pair.to], pair.retained,
            part.group.declared[pair.from].size.value_or(0),
            part.group.declared[pair.to].size.value_or(0)};
  }

  // Only a number that was given says that there is nobody beyond those in the data.
  [[nodiscard]] std::optional<std::size_t> known_universe(const Part& part,
                                                          const Transition& pair) const {
    if (!options_.universe || part.group.by != "all") return std::nullopt;
    return std::max(*options_.universe, least_universe(named_pair(part, pair)));
  }
  static std::size_t least_universe(const NamedPair& named) {
    return std::max(
        {named.before + named.after - named.both, named.declared_before, named.declared_after});
  }

  // One kind of participants, or all of them, of whom some may be unnamed.
  struct Incomplete {
    NamedPair named;
    std::size_t eligible = 0;  // who could have taken part, by the options or the data
  };

  // Every kind by itself where all are declared at both editions, else none.
  [[nodiscard]] std::vector<Incomplete> categories(std::size_t pair) const {
    std::vector<Incomplete> found;
    for (const Part& part : parts_) {
      if (part.group.by != "kind") continue;
      const Transition& same = part.group.pairs[pair];
      if (!is_declared(part, same)) return {};
      found.push_back({named_pair(part, same), eligible(part)});
    }
    return found;
  }

  // For all participants, where every kind is declared at both editions and the whole is not.
  void add_category_bounds() {
    std::vector<Transition>& pairs = parts_.front().group.pairs;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (pairs[i].bounds) continue;
      const std::vector<Incomplete> kinds = categories(i);
      std::vector<NamedPair> named;
      named.reserve(kinds.size());
      for (const Incomplete& one : kinds) named.push_back(one.named);
      if (!named.empty()) pairs[i].bounds = sum_of_bounds(named);
    }
  }

  // Those of the kinds that could have taken part.
  [[nodiscard]] std::size_t eligible(const Part& part) const {
    if (options_.universe && part.group.by == "all") return *options_.universe;
    return eligible_count(network_, part.kinds);
  }

  void add_samples(Part& part, std::size_t position, const Run& run) {
    Transition& pair = part.group.pairs[position];
    ++stream_;
    if (!pair.bounds || options_.samples == 0) return;
    const std::vector<Incomplete> all =
        pair.bounds->by_category
            ? categories(position)
            : std::vector<Incomplete>{{named_pair(part, pair), eligible(part)}};
    double draws = 0.0;
    for (const Incomplete& one : all) {
      draws += static_cast<double>(one.named.declared_before + one.named.declared_after);
    }
    if (draws * static_cast<double>(options_.samples) > kMostDraws) {
      pair.bounds->note = "the unnamed are not drawn: they are too many for " +
                          option_text(options_.samples) + " samples";
      return;
    }
    fill_up(all, *pair.bounds, run);
  }

  // Draws the unnamed of each part by itself, and adds up.
  void fill_up(const std::vector<Incomplete>& all, OverlapBounds& bounds, const Run& run) {
    NamedPair total;
    std::size_t universe = 0;
    std::vector<std::size_t> overlaps(options_.samples, 0);
    for (std::size_t k = 0; k < all.size(); ++k) {
      const Incomplete& one = all[k];
      CompletionOptions completion;
      completion.universe = std::max(one.eligible, least_universe(one.named));
      completion.samples = options_.samples;
      completion.propensity = options_.propensity;
      completion.stream = (std::uint64_t{k} << 21U) + (std::uint64_t{1} << 20U) + stream_;
      const auto drawn = completed_overlaps(one.named, completion, run);
      for (std::size_t i = 0; i < drawn.size(); ++i) overlaps[i] += drawn[i];
      total.declared_before += std::max(one.named.before, one.named.declared_before);
      total.declared_after += std::max(one.named.after, one.named.declared_after);
      universe += completion.universe;
      if (completion.universe > one.eligible) say_raised(one, completion.universe, bounds);
    }
    describe_completions(bounds, total, std::move(overlaps), universe);
  }

  static void say_raised(const Incomplete& one, std::size_t universe, OverlapBounds& bounds) {
    bounds.note += (bounds.note.empty() ? "" : "; ") + option_text(universe) +
                   " are taken to have been able to take part, since so many are named or "
                   "declared, and not " +
                   option_text(one.eligible);
  }

  const Network& network_;
  const GroupOptions& options_;
  DeclaredSizes declared_;
  std::map<std::string, Editions> by_type_;
  Ranks ranks_;
  std::vector<Part> parts_;
  std::uint64_t stream_ = 0;  // of random numbers, by pair
};

}  // namespace

std::vector<Transition> compare_editions(const std::vector<Edition>& editions) {
  std::vector<Transition> pairs;
  std::vector<EntityIndex> earlier;
  for (std::size_t from = 0; from < editions.size(); ++from) {
    const auto& before = editions[from].participants;
    for (std::size_t to = from + 1; to < editions.size(); ++to) {
      Transition pair = compare_rosters(before, editions[to].participants, earlier);
      pair.from = from;
      pair.to = to;
      pairs.push_back(pair);
    }
    std::vector<EntityIndex> seen;
    std::set_union(earlier.begin(), earlier.end(), before.begin(), before.end(),
                   std::back_inserter(seen));
    earlier = std::move(seen);
  }
  return pairs;
}

std::vector<RosterGroup> roster_groups(const Network& network, const Series& series,
                                       const RosterRule& rule, const std::vector<Edition>& editions,
                                       const GroupOptions& options, const Run& run) {
  return Groups(network, series, rule, editions, options).finish(run);
}

}  // namespace summitry
