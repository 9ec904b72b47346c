// XML as a tree. See document.hpp.
#include "loaders/xml/document.hpp"

#include <algorithm>
#include <deque>
#include <pugixml.hpp>
#include <vector>

#include "loaders/json_fields.hpp"
#include "loaders/text.hpp"
#include "loaders/xml/places.hpp"
#include "loaders/xml/references.hpp"

namespace summitry {

struct XmlState {
  explicit XmlState(std::string text) : bytes(std::move(text)), places(bytes) {}

  std::string bytes;
  Places places;
  pugi::xml_document document;
  std::deque<std::string>
      pieces;  // texts that comments or CDATA divide; a deque: cells point into it
  bool readable = false;
};

namespace {

constexpr int kDepth = 100;  // no format of ours goes deeper than ten

pugi::xml_node next_element(pugi::xml_node node) {
  while (node && node.type() != pugi::node_element) node = node.next_sibling();
  return node;
}

// pugixml looks at neither, so both are looked for here.
class Check {
 public:
  Check(NetworkBuilder& builder, XmlState& state) : builder_(builder), state_(state) {}

  bool run() {
    const pugi::xml_node root = state_.document.document_element();
    if (const pugi::xml_node second = next_element(root.next_sibling())) {
      builder_.error(place(second), "a second root element <" + std::string(second.name()) + ">",
                     "write each document to a file of its own");
      return false;
    }
    int depth = 1;
    for (pugi::xml_node node = root; node; node = after(node, depth)) {
      if (depth > kDepth) {
        builder_.error(place(node), "elements nested deeper than " + std::to_string(kDepth),
                       "this is no graph");
        return false;
      }
      if (!distinct_attributes(node)) return false;
    }
    return true;
  }

 private:
  [[nodiscard]] Cell place(pugi::xml_node node) const {
    const Place at = state_.places.at(static_cast<std::size_t>(node.offset_debug()));
    return {node.name(), at.line, at.column};
  }

  // The next element in the order of the text; nothing after the last.
  static pugi::xml_node after(pugi::xml_node node, int& depth) {
    if (const pugi::xml_node child = next_element(node.first_child())) {
      ++depth;
      return child;
    }
    while (node && depth > 0) {
      const pugi::xml_node sibling =
          depth == 1 ? pugi::xml_node() : next_element(node.next_sibling());
      if (sibling) return sibling;
      node = node.parent();
      --depth;
    }
    return {};
  }

  bool distinct_attributes(pugi::xml_node node) {
    names_.clear();
    for (const pugi::xml_attribute attribute : node.attributes())
      names_.emplace_back(attribute.name());
    std::sort(names_.begin(), names_.end());
    const auto twice = std::adjacent_find(names_.begin(), names_.end());
    if (twice == names_.end()) return true;
    builder_.error(place(node), "the attribute " + in_quotes(*twice) + " stands twice",
                   "give it once");
    return false;
  }

  NetworkBuilder& builder_;
  XmlState& state_;
  std::vector<std::string_view> names_;
};

bool parse(NetworkBuilder& builder, XmlState& state) {
  const auto faults = reference_faults(state.bytes);
  report(builder, faults);
  if (!faults.empty()) return false;
  const pugi::xml_parse_result result = state.document.load_buffer(
      state.bytes.data(), state.bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single,
      pugi::encoding_utf8);
  if (result) return Check(builder, state).run();
  std::string why = result.description();
  if (!why.empty() && why[0] >= 'A' && why[0] <= 'Z')
    why[0] = static_cast<char>(why[0] - 'A' + 'a');
  const Place at =
      state.places.at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)));
  builder.error({{}, at.line, at.column}, "not XML: " + why, "mend the text here or just before");
  return false;
}

std::string_view after_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

XmlDocument::XmlDocument(NetworkBuilder& builder, std::string bytes) : builder_(builder) {
  CleanText clean = clean_text(std::move(bytes));
  report(builder, clean.faults);
  const bool readable = clean.readable;
  state_ = std::make_unique<XmlState>(readable ? std::move(clean.bytes) : std::string());
  state_->readable = readable && parse(builder, *state_);
}

XmlDocument::~XmlDocument() = default;

XmlElement XmlDocument::root(std::string_view name) const {
  if (!state_->readable) return {};
  const XmlElement root(state_.get(), state_->document.document_element().internal_object());
  if (root.name() == name) return root;
  builder_.error(root.place(), "the root element is <" + std::string(root.place().text) + ">",
                 "a file of this format has <" + std::string(name) + ">");
  return {};
}

std::size_t XmlDocument::size() const {
  return state_->bytes.size();
}

std::string_view XmlElement::name() const {
  return after_prefix(pugi::xml_node(node_).name());
}

std::string_view XmlElement::prefix() const {
  const std::string_view whole = pugi::xml_node(node_).name();
  return whole.substr(0, std::max<std::size_t>(whole.size() - name().size(), 1) - 1);
}

Cell XmlElement::at_place(std::string_view text) const {
  const Place at =
      state_->places.at(static_cast<std::size_t>(pugi::xml_node(node_).offset_debug()));
  return {text, at.line, at.column};
}

Cell XmlElement::place() const {
  return at_place(pugi::xml_node(node_).name());
}

bool XmlElement::has(const char* attribute) const {
  return static_cast<bool>(pugi::xml_node(node_).attribute(attribute));
}

Cell XmlElement::attribute(const char* name) const {
  return at_place(pugi::xml_node(node_).attribute(name).value());
}

Cell XmlElement::text() const {
  const auto is_text = [](pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
  };
  std::string_view one;
  std::string* several = nullptr;
  for (const pugi::xml_node child : pugi::xml_node(node_).children()) {
    if (!is_text(child)) continue;
    if (several != nullptr) {
      several->append(child.value());
    } else if (!one.empty()) {
      several = &state_->pieces.emplace_back(one);
      several->append(child.value());
    } else {
      one = child.value();
    }
  }
  return at_place(several != nullptr ? *several : one);
}

XmlElement XmlElement::first() const {
  return {state_, next_element(pugi::xml_node(node_).first_child()).internal_object()};
}

XmlElement XmlElement::next() const {
  return {state_, next_element(pugi::xml_node(node_).next_sibling()).internal_object()};
}

XmlElement XmlElement::child(std::string_view name) const {
  XmlElement found = first();
  while (found && found.name() != name) found = found.next();
  return found;
}

}  // namespace summitry
