// What our exporters say about an attribute beyond what the format has words for, in attributes of the
// namespace `urn:x-summitry`.
#pragma once

#include "loaders/xml/document.hpp"
#include "loaders/xml/typed_fields.hpp"

namespace summitry {

// Reads the marks of a declaration into its field: the type of what is written as text, and the name in
// the data of what is written under another.
void read_marks(const XmlElement& declaration, TypedField& field);

}  // namespace summitry
