#include "exporters/interchange/xml_writer.hpp"

#include <utility>

namespace summitry::interchange {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
// U+FFFE and U+FFFF, which share their first two bytes.
constexpr std::string_view kNonCharacter = "\xEF\xBF";

bool forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

std::string_view escape(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':  // a reader of attributes would take these for spaces
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return "";
  }
}

}  // namespace

std::string xml_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view three = text.substr(i, 3);
    const bool is_none = three.size() == 3 && three.starts_with(kNonCharacter) &&
                         (three[2] == '\xBE' || three[2] == '\xBF');
    if (is_none || forbidden(text[i])) {
      out += kReplacement;
      if (is_none) i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : xml_characters(text)) {
    const std::string_view escaped = escape(c);
    if (escaped.empty()) {
      out += c;
    } else {
      out += escaped;
    }
  }
  return out;
}

XmlWriter::XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

void XmlWriter::close_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

void XmlWriter::line() {
  out_ += '\n';
  out_.append(2 * open_.size(), ' ');
}

void XmlWriter::begin(std::string_view element) {
  close_tag();
  if (!open_.empty()) open_.back().has_elements = true;
  line();
  out_.append("<").append(element);
  open_.push_back({std::string(element), false});
  in_tag_ = true;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_.append(" ").append(name).append("=\"").append(xml_text(value)).append("\"");
}

void XmlWriter::text(std::string_view text) {
  close_tag();
  out_ += xml_text(text);
}

void XmlWriter::end() {
  const Open ended = std::move(open_.back());
  open_.pop_back();
  if (in_tag_) {
    out_ += "/>";
    in_tag_ = false;
    return;
  }
  if (ended.has_elements) line();
  out_.append("</").append(ended.name).append(">");
}

void XmlWriter::element(std::string_view name, std::string_view text) {
  begin(name);
  this->text(text);
  end();
}

std::string XmlWriter::take() {
  out_ += '\n';
  return std::move(out_);
}

}  // namespace summitry::interchange
