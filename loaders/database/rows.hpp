// Rows of a database, by the names of their columns, as rows of a Network: those of a data package,
// whatever their case; of entities and relations all others are attributes.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/database/row_source.hpp"

namespace summitry::database {

// What a row lacks or refers to is there already, or it is reported; or it is added: a kind, a name and
// a type, sources by their id, and where no entities were read the ends and summits of relations.
enum class Lacking { is_reported, is_added };

class NetworkRows {
 public:
  NetworkRows(NetworkBuilder& builder, Lacking lacking) : builder_(builder), lacking_(lacking) {}

  // Each hands over all rows. False, with what is wrong reported, when none can be read.
  bool add_sources(RowSource& source);
  bool add_entities(RowSource& source);
  bool add_relations(RowSource& source);
  bool add_claims(RowSource& source);

 private:
  void ensure_sources(const Cell& references);
  void ensure_ends(const RelationRow& row);

  NetworkBuilder& builder_;
  Lacking lacking_;
  bool has_entities_ = false;
  std::set<std::string, std::less<>> named_;  // sources that nothing tells more of than their id
};

}  // namespace summitry::database
