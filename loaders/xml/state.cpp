// Faults that pugixml passes over. See state.hpp.
#include "loaders/xml/state.hpp"

#include <algorithm>
#include <vector>

#include "loaders/text.hpp"

namespace summitry {
namespace {

// The next element in the order of the text within `top`; nothing after the last.
pugi::xml_node after(pugi::xml_node node, pugi::xml_node top, int& depth) {
  if (const pugi::xml_node child = next_element(node.first_child())) {
    ++depth;
    return child;
  }
  while (node != top) {
    if (const pugi::xml_node sibling = next_element(node.next_sibling())) return sibling;
    node = node.parent();
    --depth;
  }
  return {};
}

std::optional<std::string_view> repeated_attribute(pugi::xml_node node,
                                                   std::vector<std::string_view>& names) {
  const pugi::xml_attribute first = node.first_attribute();
  if (!first || !first.next_attribute()) return std::nullopt;
  names.clear();
  for (const pugi::xml_attribute attribute : node.attributes())
    names.emplace_back(attribute.name());
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  return twice == names.end() ? std::nullopt : std::optional(*twice);
}

}  // namespace

pugi::xml_node next_element(pugi::xml_node node) {
  while (node && node.type() != pugi::node_element) node = node.next_sibling();
  return node;
}

std::optional<XmlFault> fault_within(pugi::xml_node element, int depth) {
  std::vector<std::string_view> names;
  for (pugi::xml_node node = element; node; node = after(node, element, depth)) {
    if (depth > kXmlDepth) {
      return XmlFault{node, "elements nested deeper than " + std::to_string(kXmlDepth),
                      "this is no graph"};
    }
    if (const auto twice = repeated_attribute(node, names)) {
      return XmlFault{node, "the attribute " + in_quotes(*twice) + " stands twice", "give it once"};
    }
  }
  return std::nullopt;
}

std::optional<XmlFault> fault_of(const pugi::xml_document& document) {
  const pugi::xml_node root = document.document_element();
  if (const pugi::xml_node second = next_element(root.next_sibling())) {
    return XmlFault{second, "a second root element <" + std::string(second.name()) + ">",
                    "write each document to a file of its own"};
  }
  return fault_within(root, 1);
}

}  // namespace summitry
