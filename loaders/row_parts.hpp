// The names under which exporters write what every entity and relation has, and the cells that these
// belong to.
#pragma once

#include <array>
#include <string_view>

#include "loaders/edge_rows.hpp"

namespace summitry {

template <class Row>
struct RowPart {
  std::string_view name;
  Cell Row::*cell;  // nothing: left out, since a data package has a column of that name
};

inline constexpr std::array<RowPart<EntityRow>, 11> kEntityParts{
    {{"kind", &EntityRow::kind},
     {"name", &EntityRow::name},
     {"subtype", &EntityRow::subtype},
     {"iso3", &EntityRow::iso3},
     {"aliases", &EntityRow::aliases},
     {"description", &EntityRow::description},
     {"from", &EntityRow::from},
     {"to", &EntityRow::to},
     {"id", nullptr},
     {"label", nullptr},
     {"sources", nullptr}}};

inline constexpr std::array<RowPart<EdgeRow>, 16> kEdgeParts{{{"type", &EdgeRow::type},
                                                              {"status", &EdgeRow::status},
                                                              {"role", &EdgeRow::role},
                                                              {"summit", &EdgeRow::summit},
                                                              {"from", &EdgeRow::from},
                                                              {"to", &EdgeRow::to},
                                                              {"weight", &EdgeRow::weight},
                                                              {"amount", &EdgeRow::amount},
                                                              {"currency", &EdgeRow::currency},
                                                              {"confidence", &EdgeRow::confidence},
                                                              {"note", &EdgeRow::note},
                                                              {"key", nullptr},
                                                              {"source", nullptr},
                                                              {"target", nullptr},
                                                              {"relations", nullptr},
                                                              {"sources", nullptr}}};

}  // namespace summitry
