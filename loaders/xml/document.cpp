// XML as a tree. See document.hpp.
#include "loaders/xml/document.hpp"

#include <algorithm>
#include <utility>

#include "loaders/json_fields.hpp"
#include "loaders/text.hpp"
#include "loaders/xml/references.hpp"
#include "loaders/xml/state.hpp"

namespace summitry {
namespace {

bool parse(NetworkBuilder& builder, XmlState& state, std::string_view text) {
  const auto faults = reference_faults(text);
  report(builder, faults);
  if (!faults.empty()) return false;
  const pugi::xml_parse_result result =
      state.document.load_buffer(text.data(), text.size(), kXmlOptions, pugi::encoding_utf8);
  state.places = Places(text);
  if (result) {
    const auto fault = fault_of(state.document);
    if (!fault) return true;
    const XmlElement at(&state, fault->at.internal_object());
    builder.error(at.place(), fault->what, fault->remedy);
    return false;
  }
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

XmlElement root_named(NetworkBuilder& builder, const XmlElement& root, std::string_view name) {
  if (root.name() == name) return root;
  builder.error(root.place(), "the root element is <" + std::string(root.place().text) + ">",
                "a file of this format has <" + std::string(name) + ">");
  return {};
}

XmlDocument::XmlDocument(NetworkBuilder& builder, std::string bytes)
    : builder_(builder), state_(std::make_unique<XmlState>()) {
  CleanText clean = clean_text(std::move(bytes));
  report(builder, clean.faults);
  text_ = std::move(clean.bytes);
  is_readable_ = clean.readable && parse(builder, *state_, text_);
}

XmlDocument::~XmlDocument() = default;

XmlElement XmlDocument::root(std::string_view name) const {
  if (!is_readable_) return {};
  return root_named(builder_, {state_.get(), state_->document.document_element().internal_object()},
                    name);
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

std::string_view XmlElement::value(const char* attribute) const {
  return pugi::xml_node(node_).attribute(attribute).value();
}

Cell XmlElement::text() const {
  const auto is_text = [](pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
  };
  std::string_view one;
  std::string* several = nullptr;
  for (pugi::xml_node child = pugi::xml_node(node_).first_child(); child;
       child = child.next_sibling()) {
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
