#include "loaders/database/queries.hpp"

#include <utility>

#include "loaders/database/rows.hpp"

namespace summitry::database {

void read_queries(NetworkBuilder& builder, const Answer& answer, const std::string& file,
                  const LoadOptions& options) {
  builder.reading(file);
  if (options.relations_query.empty()) {
    builder.error({}, "no query for relations",
                  "add --relations-query \"SELECT … AS source, … AS target FROM …\"");
    return;
  }
  Dataset dataset;
  dataset.directed = options.direction == Direction::directed;
  builder.describe(std::move(dataset));
  builder.allow_repeats();
  NetworkRows rows(builder, Lacking::is_added);
  if (!options.entities_query.empty()) {
    builder.reading(file + " (--entities-query)");
    const auto entities = answer(options.entities_query);
    // Without them every reference would be an error of its own.
    if (!entities || !rows.add_entities(*entities)) return;
  }
  builder.reading(file + " (--relations-query)");
  if (const auto relations = answer(options.relations_query)) rows.add_relations(*relations);
}

}  // namespace summitry::database
