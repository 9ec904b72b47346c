// Persistence: what carries over from edition to edition beyond who comes: positions, blocs, work
// and the conduct of the hosts. Plain data, as engine/transitions.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/blocs.hpp"
#include "engine/network.hpp"
#include "engine/null_test.hpp"
#include "engine/positions.hpp"
#include "engine/work.hpp"

namespace summitry {

// Where a host stands at its own edition and at those beside it: the share of the other participants
// that it ranks above, ties by half; 1 the top.
struct HostEffect {
  std::size_t edition = 0;
  EntityIndex host = kNone;
  std::optional<double> before;
  std::optional<double> during;
  std::optional<double> after;
  std::optional<double> change;  // during - mean of before and after, or of the one that is known
  NullTest test;                 // against everybody else's change over the same editions
};

// Who conducts two editions: hosts, co-hosts, chairs, co-chairs and organisers.
struct OrganiserStep {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t before = 0;
  std::size_t after = 0;
  std::vector<EntityIndex> both;
  std::optional<double> jaccard;
  // As in a troika: whether the host of one has a part in conducting the other.
  std::optional<bool> next_host_before;   // the host of `to` at `from`
  std::optional<bool> former_host_after;  // the host of `from` at `to`
};

struct HostRotation {
  std::vector<std::string> regions;  // by edition: of its first host with a region; "" unknown
  std::size_t known = 0;
  std::size_t distinct = 0;
  std::optional<double> entropy;   // of the known, in bits
  std::optional<double> evenness;  // entropy / the most that so many editions and regions allow
};

struct Hosting {
  std::vector<HostEffect> effects;        // by edition, host
  std::vector<OrganiserStep> organisers;  // neighbours, in order
  HostRotation rotation;
};

struct Persistence {
  Positions positions;
  Blocs blocs;
  FollowUp work;
  Hosting hosting;
};

}  // namespace summitry
