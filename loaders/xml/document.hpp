// XML as a tree of elements, with the place of each for findings. pugixml is behind it.
//
// Nothing is fetched or expanded: a DOCTYPE that declares anything is an error, and so are references
// other than XML's own five and characters that XML allows.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "engine/network_builder.hpp"

namespace pugi {
struct xml_node_struct;
}

namespace summitry {

struct XmlState;  // private to loaders/xml

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
  [[nodiscard]] Cell attribute(const char* name) const;               // empty where it is absent
  [[nodiscard]] std::string_view value(const char* attribute) const;  // without its place: faster
  [[nodiscard]] Cell text() const;  // its own text, without that of its children

  [[nodiscard]] XmlElement first() const;  // child
  [[nodiscard]] XmlElement next() const;   // sibling
  [[nodiscard]] XmlElement child(std::string_view name) const;

 private:
  [[nodiscard]] Cell at_place(std::string_view text) const;

  XmlState* state_ = nullptr;
  pugi::xml_node_struct* node_ = nullptr;
};

// The element, unless it has another name: then nothing, with an error.
[[nodiscard]] XmlElement root_named(NetworkBuilder& builder, const XmlElement& root,
                                    std::string_view name);

class XmlDocument {
 public:
  // What is wrong becomes an error of the file that the builder reads.
  XmlDocument(NetworkBuilder& builder, std::string bytes);
  XmlDocument(const XmlDocument&) = delete;
  XmlDocument& operator=(const XmlDocument&) = delete;
  ~XmlDocument();

  // Nothing where the text cannot be read, or where the root has another name, with an error.
  [[nodiscard]] XmlElement root(std::string_view name) const;
  [[nodiscard]] bool is_readable() const { return is_readable_; }
  // The text without what is no UTF-8. The elements end with it.
  [[nodiscard]] std::string take_text() && { return std::move(text_); }

 private:
  NetworkBuilder& builder_;
  std::string text_;
  std::unique_ptr<XmlState> state_;
  bool is_readable_ = false;
};

}  // namespace summitry
