// The data of a DL file: matrices, lists of edges, lists of those whom each is joined to.
#pragma once

#include "loaders/dl/header.hpp"
#include "loaders/interchange/foreign_graph.hpp"
#include "loaders/load.hpp"

namespace summitry::dl {

// Reads what follows the header, and reports what it finds.
[[nodiscard]] interchange::ForeignGraph read_data(NetworkBuilder& builder, Words& words,
                                                  const Header& header, const LoadOptions& options);

}  // namespace summitry::dl
