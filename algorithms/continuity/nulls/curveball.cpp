#include "algorithms/continuity/nulls/curveball.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "algorithms/continuity/rosters/comparison.hpp"
#include "engine/cpu_versions.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBits = 64;
// A list costs about as much for a member as a row of bits for this many words.
constexpr std::size_t kWordsForAMember = 2;

struct Difference {
  std::size_t all = 0;     // in one of the two
  std::size_t only_a = 0;  // in a, not in b
};

SUMMITRY_CPU_VERSIONS
Difference difference(const std::uint64_t* a, const std::uint64_t* b, std::uint64_t* pool,
                      std::size_t words) {
  std::size_t all = 0;
  std::size_t only_a = 0;
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint64_t d = a[i] ^ b[i];
    pool[i] = d;
    all += static_cast<std::size_t>(std::popcount(d));
    only_a += static_cast<std::size_t>(std::popcount(d & a[i]));
  }
  return {all, only_a};
}

SUMMITRY_CPU_VERSIONS
std::size_t common(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words; ++i) {
    count += static_cast<std::size_t>(std::popcount(a[i] & b[i]));
  }
  return count;
}

// Each bit of the pool with chance 0.f1 f2 …, where f are the bits of `chance` from the highest of
// `digits` down; the lowest is 1. Returns how many were picked.
SUMMITRY_CPU_VERSIONS
std::size_t toss(const std::uint64_t* random, const std::uint64_t* pool, std::uint64_t* pick,
                 std::size_t words, unsigned chance, unsigned digits) {
  for (std::size_t i = 0; i < words; ++i) pick[i] = random[i];
  for (unsigned digit = 1; digit < digits; ++digit) {
    const std::uint64_t* more = random + digit * words;
    if ((chance >> digit & 1U) != 0) {
      for (std::size_t i = 0; i < words; ++i) pick[i] |= more[i];
    } else {
      for (std::size_t i = 0; i < words; ++i) pick[i] &= more[i];
    }
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < words; ++i) {
    pick[i] &= pool[i];
    count += static_cast<std::size_t>(std::popcount(pick[i]));
  }
  return count;
}

SUMMITRY_CPU_VERSIONS
void deal(std::uint64_t* a, std::uint64_t* b, const std::uint64_t* pool, const std::uint64_t* pick,
          std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint64_t both = a[i] & b[i];
    a[i] = both | pick[i];
    b[i] = both | (pool[i] ^ pick[i]);
  }
}

// As many binary digits as pay: fewer leave more to be moved one by one.
unsigned digits_for(std::size_t of) {
  return of < 128 ? 3 : of < 2048 ? 5 : 8;
}

// The participants that come at all, ascending.
std::vector<std::uint32_t> everyone(const Curveball::Rosters& rosters) {
  std::vector<std::uint32_t> all;
  for (const auto& roster : rosters) all.insert(all.end(), roster.begin(), roster.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::uint32_t position(const std::vector<std::uint32_t>& names, std::uint32_t name) {
  return static_cast<std::uint32_t>(std::lower_bound(names.begin(), names.end(), name) -
                                    names.begin());
}

}  // namespace

Curveball::Curveball(const Rosters& observed, Random random)
    : name_(everyone(observed)), random_(random) {
  std::size_t memberships = 0;
  for (const auto& roster : observed) {
    size_.push_back(roster.size());
    memberships += roster.size();
  }
  const std::size_t words = (name_.size() + kBits - 1) / kBits;
  if (words * size_.size() <= kWordsForAMember * memberships) {
    words_ = words;
    bits_.assign(words * size_.size(), 0);
  }
  lists_.resize(words_ > 0 ? 0 : observed.size());
  for (std::size_t t = 0; t < observed.size(); ++t) {
    for (const std::uint32_t name : observed[t]) {
      const std::uint32_t who = position(name_, name);
      if (words_ == 0) {
        lists_[t].push_back(who);
      } else {
        bits_[t * words_ + who / kBits] |= std::uint64_t{1} << (who % kBits);
      }
    }
  }
}

void Curveball::trade(std::size_t times) {
  const auto count = static_cast<std::uint32_t>(size_.size());
  if (count < 2 || name_.size() < 2) return;  // nobody to trade with, or for
  for (; times > 0; --times) {
    const std::uint32_t first = random_.below(count);
    std::uint32_t second = random_.below(count - 1);
    if (second >= first) ++second;
    if (words_ > 0) {
      trade_bits(first, second);
    } else {
      trade_lists(lists_[first], lists_[second]);
    }
  }
}

void Curveball::trade_bits(std::size_t a, std::size_t b) {
  if (pool_.size() < words_) pool_.resize(words_);
  std::uint64_t* row_a = bits_.data() + a * words_;
  std::uint64_t* row_b = bits_.data() + b * words_;
  const Difference found = difference(row_a, row_b, pool_.data(), words_);
  if (found.only_a == 0 || found.only_a == found.all) return;
  choose(words_, found.all, found.only_a);
  deal(row_a, row_b, pool_.data(), pick_.data(), words_);
}

void Curveball::trade_lists(std::vector<std::uint32_t>& a, std::vector<std::uint32_t>& b) {
  const std::size_t both = shared_count(a, b);
  const std::size_t all = a.size() + b.size() - 2 * both;
  if (a.size() == both || b.size() == both) return;
  const std::size_t words = (all + kBits - 1) / kBits;
  pool_.assign(words, ~std::uint64_t{0});
  if (all % kBits != 0) pool_.back() >>= kBits - all % kBits;
  choose(words, all, a.size() - both);
  dealt_to_a_.clear();
  dealt_to_b_.clear();
  std::size_t i = 0;
  std::size_t k = 0;
  std::size_t next = 0;  // place in the pool
  while (i < a.size() || k < b.size()) {
    const bool from_a = k == b.size() || (i < a.size() && a[i] <= b[k]);
    const std::uint32_t who = from_a ? a[i] : b[k];
    const bool in_both = from_a && k < b.size() && a[i] == b[k];
    i += from_a ? 1 : 0;
    k += !from_a || in_both ? 1 : 0;
    const bool to_a = !in_both && (pick_[next / kBits] >> (next % kBits) & 1U) != 0;
    next += in_both ? 0 : 1;
    if (in_both || to_a) dealt_to_a_.push_back(who);
    if (in_both || !to_a) dealt_to_b_.push_back(who);
  }
  a.swap(dealt_to_a_);
  b.swap(dealt_to_b_);
}

// Leaves in pick_ a random subset of `wanted` of the `of` bits of pool_.
void Curveball::choose(std::size_t words, std::size_t of, std::size_t wanted) {
  if (pick_.size() < words) pick_.resize(words);
  unsigned digits = digits_for(of);
  const double share = static_cast<double>(wanted) / static_cast<double>(of);
  const double scaled = std::round(std::ldexp(share, static_cast<int>(digits)));
  unsigned chance = std::clamp(static_cast<unsigned>(scaled), 1U, (1U << digits) - 1U);
  for (; chance % 2 == 0; chance /= 2) --digits;
  const auto random = random_.take(words * digits);
  std::size_t picked = toss(random.data(), pool_.data(), pick_.data(), words, chance, digits);
  for (; picked < wanted; ++picked) move_one(words, of - picked, true);
  for (; picked > wanted; --picked) move_one(words, picked, false);
}

// Puts a random one of the `count` that are in the pool and not picked into the pick, or takes a random
// one of the `count` that are picked out of it.
void Curveball::move_one(std::size_t words, std::size_t count, bool into_pick) {
  const auto bit_of = [&](std::size_t i) { return into_pick ? pool_[i] & ~pick_[i] : pick_[i]; };
  if (count * 2 > words) {  // at least one of 128 places is a hit
    while (true) {
      const std::size_t place = random_.below(static_cast<std::uint32_t>(words * kBits));
      const std::uint64_t bit = std::uint64_t{1} << (place % kBits);
      if ((bit_of(place / kBits) & bit) == 0) continue;
      pick_[place / kBits] ^= bit;
      return;
    }
  }
  std::size_t rank = random_.below(static_cast<std::uint32_t>(count));
  for (std::size_t i = 0; i < words; ++i) {
    std::uint64_t bits = bit_of(i);
    const auto here = static_cast<std::size_t>(std::popcount(bits));
    if (rank >= here) {
      rank -= here;
      continue;
    }
    for (; rank > 0; --rank) bits &= bits - 1;
    pick_[i] ^= bits & (~bits + 1);
    return;
  }
}

std::size_t Curveball::overlap(std::size_t a, std::size_t b) const {
  return words_ > 0 ? common(row(a), row(b), words_) : shared_count(lists_[a], lists_[b]);
}

std::vector<Curveball::Absent> Curveball::absent() const {
  std::vector<Absent> result(editions() > 0 ? editions() - 1 : 0);
  if (words_ > 0) {
    std::vector<std::uint64_t> seen(words_, 0);
    for (std::size_t t = 0; t < result.size(); ++t) {
      const std::uint64_t* here = row(t);
      const std::uint64_t* next = row(t + 1);
      for (std::size_t i = 0; i < words_; ++i) {
        const std::uint64_t missing = seen[i] & ~here[i];
        result[t].count += static_cast<std::size_t>(std::popcount(missing));
        result[t].back += static_cast<std::size_t>(std::popcount(missing & next[i]));
        seen[i] |= here[i];
      }
    }
    return result;
  }
  // By participant: the last edition so far, counted from 1; 0: none.
  std::vector<std::size_t> last(name_.size(), 0);
  std::size_t seen = 0;
  for (std::size_t t = 0; t < result.size(); ++t) {
    std::size_t seen_here = 0;
    for (const std::uint32_t who : lists_[t]) {
      seen_here += last[who] > 0 ? 1 : 0;
      last[who] = t + 1;
    }
    result[t].count = seen - seen_here;
    seen += lists_[t].size() - seen_here;
    for (const std::uint32_t who : lists_[t + 1]) {
      result[t].back += last[who] > 0 && last[who] != t + 1 ? 1 : 0;
    }
  }
  return result;
}

Curveball::Rosters Curveball::rosters() const {
  Rosters result(editions());
  for (std::size_t t = 0; t < editions(); ++t) {
    if (words_ == 0) {
      for (const std::uint32_t who : lists_[t]) result[t].push_back(name_[who]);
      continue;
    }
    for (std::size_t i = 0; i < words_; ++i) {
      for (std::uint64_t bits = row(t)[i]; bits != 0; bits &= bits - 1) {
        result[t].push_back(name_[i * kBits + static_cast<std::size_t>(std::countr_zero(bits))]);
      }
    }
  }
  return result;
}

}  // namespace summitry
