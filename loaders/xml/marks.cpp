// Marks of our exporters. See marks.hpp.
#include "loaders/xml/marks.hpp"

#include "engine/column.hpp"

namespace summitry {

void read_marks(const XmlElement& declaration, TypedField& field) {
  if (const auto type = parse_column_type(declaration.attribute("summitry:type").text)) {
    field.type = *type;
  }
  field.own_name = declaration.attribute("summitry:name");
}

}  // namespace summitry
