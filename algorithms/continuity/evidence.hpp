// Which relations count, asked in one place by everything that reads a series.
#pragma once

#include <optional>
#include <vector>

#include "engine/network.hpp"

namespace summitry {

struct Evidence {
  Confidence least_confidence = Confidence::secondary;
  std::vector<Status> statuses = {Status::realised};

  [[nodiscard]] bool trusts(const Relation& relation) const {
    return relation.confidence <= least_confidence;
  }
  [[nodiscard]] bool takes(const Relation& relation) const;
  // As takes(), where what was announced or planned counts as well.
  [[nodiscard]] bool takes_plans(const Relation& relation) const;
};

// The editions of a series by summit.
class EditionIndex {
 public:
  EditionIndex(const Network& network, const Series& series);
  // The position of a summit among the editions, or nothing.
  [[nodiscard]] std::optional<std::size_t> find(EntityIndex entity) const;
  // The edition that a relation belongs to: the one at its other end from `side`, or else the summit it names.
  [[nodiscard]] std::optional<std::size_t> of(const Relation& relation, EntityIndex side) const;

 private:
  std::vector<std::uint32_t> position_;  // by entity; kNone: not an edition
};

}  // namespace summitry
