// The attributes that a GEXF file declares, and its texts as those of a Network.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "loaders/xml/document.hpp"
#include "loaders/xml/edges.hpp"
#include "loaders/xml/typed_fields.hpp"

namespace summitry::gexf {

struct Declarations {
  std::vector<TypedField> of_nodes;
  std::vector<TypedField> of_edges;
};

[[nodiscard]] Declarations read_declarations(NetworkBuilder& builder, Remarks& remarks,
                                             const XmlElement& graph);

// A list of the format ("[a, b]", or one divided by | ; or ,) with bars between its items.
[[nodiscard]] std::string with_bars(std::string_view list);

// What our exporter wrote into the description of a file, a line each: title, version, ….
void describe_by_lines(Dataset& dataset, std::string_view text);

}  // namespace summitry::gexf
