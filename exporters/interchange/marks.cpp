#include "exporters/interchange/marks.hpp"

namespace summitry::interchange {

void declare_marks(XmlWriter& xml) {
  xml.attribute("xmlns:summitry", "urn:x-summitry");
}

void write_marks(XmlWriter& xml, const Attribute& attribute, std::string_view type) {
  if (type == "string" && attribute.type != ColumnType::text) {
    xml.attribute("summitry:type", to_string(attribute.type));
  }
  if (!attribute.own_name.empty()) xml.attribute("summitry:name", attribute.own_name);
}

}  // namespace summitry::interchange
