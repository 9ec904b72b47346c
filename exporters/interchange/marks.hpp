// What XML formats have no words for, in attributes of a namespace of ours that other programs pass
// over: the type of a date or a list that is written as text, and an attribute's name in the data where
// it is written under another.
#pragma once

#include <string_view>

#include "exporters/interchange/attributes.hpp"
#include "exporters/interchange/xml_writer.hpp"

namespace summitry::interchange {

// At the root, before any mark.
void declare_marks(XmlWriter& xml);

// In the declaration of an attribute, which has been begun; `type` is what the format calls it.
void write_marks(XmlWriter& xml, const Attribute& attribute, std::string_view type);

}  // namespace summitry::interchange
