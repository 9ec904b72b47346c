// A network from any database: what two queries give (--entities-query, --relations-query).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "loaders/database/row_source.hpp"
#include "loaders/load.hpp"

namespace summitry::database {

// The answer to a query; nothing, with what is wrong reported, when there is none.
using Answer = std::function<std::unique_ptr<RowSource>(std::string_view sql)>;

// Relations are undirected unless the options say otherwise. Without a query for entities they are the
// ends of relations, of kind entity, and summits. Findings name the query: `file (--entities-query)`.
void read_queries(NetworkBuilder& builder, const Answer& answer, const std::string& file,
                  const LoadOptions& options);

}  // namespace summitry::database
