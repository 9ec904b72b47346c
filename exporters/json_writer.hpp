// JSON, written as it is told: keys in the order of the calls, doubles in the shortest form that
// reads back, what is not a finite number as null. A library's tree of values would hold a large
// network in memory a second time and would not promise the shortest form.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace summitry {

class JsonWriter {
 public:
  enum class Layout {
    lines,  // an element a line, indented
    line    // all on one line, with everything inside
  };

  void begin_object(Layout layout = Layout::lines) { begin('{', '}', layout); }
  void begin_array(Layout layout = Layout::lines) { begin('[', ']', layout); }
  void end();  // whichever was begun last
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(double number);
  void value(bool truth) { put(truth ? "true" : "false"); }
  void value(std::nullptr_t) { put("null"); }
  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) void value(Integer number) { put(std::to_string(number)); }
  template <class T>
  void value(const std::optional<T>& maybe) {
    if (maybe) {
      value(*maybe);
    } else {
      value(nullptr);
    }
  }

  template <class T>
  void field(std::string_view name, const T& held) {
    key(name);
    value(held);
  }
  // Left out when empty.
  void field_if(std::string_view name, std::string_view text) {
    if (!text.empty()) field(name, text);
  }
  template <class Items>
  void list(std::string_view name, const Items& items) {
    key(name);
    begin_array(Layout::line);
    for (const auto& item : items) value(item);
    end();
  }

  // The text, ended by a line feed. Everything begun must have ended.
  [[nodiscard]] std::string take();

 private:
  struct Open {
    char close = '}';
    bool inline_layout = false;
    bool empty = true;
  };

  void begin(char open, char close, Layout layout);
  void separate();  // before an element or a key
  void put(std::string_view text);

  std::string out_;
  std::vector<Open> open_;
  bool after_key_ = false;
};

// The text between quotes, escaped; UTF-8 stays as it is.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace summitry
