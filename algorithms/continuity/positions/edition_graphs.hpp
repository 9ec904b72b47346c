// Who is joined to whom at each edition of a series.
//
//   shared  two participants that are joined, by relations of the edition, to the same thing that
//           is neither a participant there nor a summit: a text that both signed, an initiative
//           that both fund. Weight: how many such things.
//   direct  two participants between which a relation of the edition runs. Weight: how many.
//   either  both, added up
//
// Reads      participants as rosters.hpp does. A relation is of an edition when it names it as its
//            summit; its source must be a participant there. That all attended the same summit joins
//            nobody.
// Gives      undirected Graphs without loops or parallel edges, weights strengths; a vertex for every
//            participant, in order of entities. Of an edition's things those that the fewest share are
//            taken first, until they join ten million pairs; what is left is counted and joins nobody.
// Cost       O(relations) to read; a graph O(sum over things of participants squared), up to the limit
// Method     one-mode projection: Breiger 1974, doi:10.2307/2576011; which relations count is this
//            project's own rule
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/continuity/rosters/rosters.hpp"
#include "engine/graph.hpp"
#include "engine/network.hpp"

namespace summitry {

enum class JoinedBy { shared, direct, either };

[[nodiscard]] std::string_view to_string(JoinedBy joined_by);
// Throws UnknownName with the nearest known name.
[[nodiscard]] JoinedBy parse_joined_by(std::string_view name);

struct EditionGraph {
  Graph graph;
  std::size_t works = 0;      // things that two participants or more share
  std::size_t left_out = 0;   // of these, beyond the limit
  std::size_t relations = 0;  // behind the edges
};

// The relations of every edition, read once, from which graphs are made with or without some.
class EditionRelations {
 public:
  // types: of the relations that join; empty: all.
  EditionRelations(const Network& network, const Series& series, const RosterRule& rule,
                   JoinedBy joined_by, const std::vector<std::string>& types = {});

  [[nodiscard]] std::size_t editions() const { return editions_.size(); }
  [[nodiscard]] JoinedBy joined_by() const { return joined_by_; }
  // left_out: by position in used(), what is to be left out; empty: nothing.
  [[nodiscard]] EditionGraph graph(std::size_t edition,
                                   const std::vector<bool>& left_out = {}) const;
  // Every relation that has a say, ascending.
  [[nodiscard]] const std::vector<RelationIndex>& used() const { return used_; }
  // The editions whose graphs may change without it, by position in used(); kNone where fewer.
  using Bearing = std::array<std::uint32_t, 2>;
  [[nodiscard]] const Bearing& bearing(std::size_t used) const { return bearing_[used]; }
  // About how many steps the graph of an edition takes.
  [[nodiscard]] double cost(std::size_t edition) const;

 private:
  struct Joint {
    EntityIndex source = kNone;
    EntityIndex target = kNone;
    std::uint32_t used = 0;  // position in used_
  };
  struct One {
    std::vector<Joint> roster;  // target: kNone
    std::vector<Joint> joints;  // of anybody; whether a participant is decided with the roster
  };

  void add_direct(const std::vector<EntityIndex>& roster, const std::vector<Joint>& joints,
                  std::vector<Edge>& edges) const;
  void add_shared(const std::vector<EntityIndex>& roster, std::vector<Joint> joints,
                  std::vector<Edge>& edges, EditionGraph& result) const;

  JoinedBy joined_by_;
  std::vector<One> editions_;
  std::vector<RelationIndex> used_;
  std::vector<Bearing> bearing_;
};

}  // namespace summitry
