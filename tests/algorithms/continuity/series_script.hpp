// Networks of a series of summits, written down in a few lines.
#pragma once

#include <string>
#include <vector>

#include "engine/network.hpp"

namespace summitry::testing {

struct Said {
  std::string source;
  std::string type;
  std::string target;
  std::string summit = "";
  std::string status = "";
  std::string confidence = "official";
  std::string basis = "";
};

struct Kind {
  std::string id;
  std::string kind;
};

struct Held {
  std::string id;
  std::string from = "";
  std::string to = "";
};

struct Stated {
  std::string entity;
  std::string attribute;
  std::string value;
};

// Entities that are not listed are countries. Participation: attended and signed.
Network series_network(const std::vector<Held>& editions, const std::vector<Said>& said,
                       const std::vector<Kind>& kinds = {}, const std::vector<Stated>& stated = {});

// Editions s1, s2, … with these participants, each attending.
Network attended(const std::vector<std::vector<std::string>>& rosters);

// Davis, Gardner & Gardner 1941: 18 women at 14 events, 89 attendances. Event by event, women by
// their place in the usual order, from 0.
std::vector<std::vector<std::uint32_t>> southern_women();

}  // namespace summitry::testing
