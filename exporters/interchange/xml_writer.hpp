// XML, written as it is told: elements and attributes in the order of the calls, everything escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace summitry::interchange {

class XmlWriter {
 public:
  XmlWriter();  // begins with the declaration

  void begin(std::string_view element);
  // Of the element begun last, before anything is put into it.
  void attribute(std::string_view name, std::string_view value);
  void text(std::string_view text);
  void end();  // the element begun last
  // An element that holds text alone.
  void element(std::string_view name, std::string_view text);

  // The document, ended by a line feed. Everything begun must have ended.
  [[nodiscard]] std::string take();

 private:
  void close_tag();  // before content
  void line();       // a new one, indented

  struct Open {
    std::string name;
    bool has_elements = false;
  };

  std::string out_;
  std::vector<Open> open_;
  bool in_tag_ = false;
};

// The text in which the characters that XML 1.0 cannot hold in any form (most control characters,
// U+FFFE, U+FFFF) have become U+FFFD.
[[nodiscard]] std::string xml_characters(std::string_view text);

// The same with & < > " escaped, and the white space that a reader of attributes would change.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace summitry::interchange
