// XML as a tree of elements, with the place of each for findings. pugixml is behind it.
//
// Nothing is fetched or expanded: a DOCTYPE that declares anything is an error, and so are references
// other than XML's own five and characters that XML allows.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/network_builder.hpp"

namespace pugi {
struct xml_node_struct;
}

namespace summitry {

struct XmlState;  // private to document.cpp

// An element, or none. Valid as long as its document.
class XmlElement {
 public:
  XmlElement() = default;
  XmlElement(XmlState* state, pugi::xml_node_struct* node) : state_(state), node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  [[nodiscard]] std::string_view name() const;    // without its prefix
  [[nodiscard]] std::string_view prefix() const;  // "" when there is none
  [[nodiscard]] Cell place() const;               // its name, where it stands
  [[nodiscard]] bool has(const char* attribute) const;
  [[nodiscard]] Cell attribute(const char* name) const;  // empty where it is absent
  [[nodiscard]] Cell text() const;  // its own text, without that of its children

  [[nodiscard]] XmlElement first() const;  // child
  [[nodiscard]] XmlElement next() const;   // sibling
  [[nodiscard]] XmlElement child(std::string_view name) const;

 private:
  [[nodiscard]] Cell at_place(std::string_view text) const;

  XmlState* state_ = nullptr;
  pugi::xml_node_struct* node_ = nullptr;
};

class XmlDocument {
 public:
  // What is wrong becomes an error of the file that the builder reads.
  XmlDocument(NetworkBuilder& builder, std::string bytes);
  XmlDocument(const XmlDocument&) = delete;
  XmlDocument& operator=(const XmlDocument&) = delete;
  ~XmlDocument();

  // Nothing where the text cannot be read, or where the root has another name, with an error.
  [[nodiscard]] XmlElement root(std::string_view name) const;
  [[nodiscard]] std::size_t size() const;  // bytes of the text

 private:
  NetworkBuilder& builder_;
  std::unique_ptr<XmlState> state_;
};

}  // namespace summitry
