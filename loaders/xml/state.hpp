// What an XmlElement points into. Private to loaders/xml.
#pragma once

#include <deque>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "loaders/xml/places.hpp"

namespace summitry {

struct XmlState {
  pugi::xml_document document;
  Places places;                   // of the text that the document was read from
  std::deque<std::string> pieces;  // texts that comments or CDATA divide; cells point into it
};

inline constexpr unsigned kXmlOptions = pugi::parse_default | pugi::parse_ws_pcdata_single;

inline constexpr int kXmlDepth = 100;  // no format of ours goes deeper than ten

struct XmlFault {
  pugi::xml_node at;
  std::string what;
  std::string remedy;
};

// What pugixml does not look at: elements nested too deep, counted from `depth` at this one, and
// attributes that stand twice.
[[nodiscard]] std::optional<XmlFault> fault_within(pugi::xml_node element, int depth);

// The same of a whole document, which has one root.
[[nodiscard]] std::optional<XmlFault> fault_of(const pugi::xml_document& document);

[[nodiscard]] pugi::xml_node next_element(pugi::xml_node node);  // this one, or one after it

}  // namespace summitry
