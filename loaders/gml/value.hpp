// GML as a tree of keys and values, each with its place.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network_builder.hpp"

namespace summitry::gml {

inline constexpr std::size_t kDeepest = 100;  // lists within lists

enum class Kind { number, text, list };

struct Value {
  std::string_view key;
  Kind kind = Kind::list;
  Cell cell;                 // of a number or text; of a list, its place alone
  std::vector<Value> items;  // of a list, in the order written

  // The first value under a key, or nothing.
  [[nodiscard]] const Value* find(std::string_view wanted) const;
};

// The list that the whole file is, or nothing with what is wrong reported. Texts with character
// references are kept in `texts`; all others stand in `text`, which is UTF-8.
[[nodiscard]] std::optional<Value> parse(NetworkBuilder& builder, std::string_view text,
                                         std::deque<std::string>& texts);

// The text with its character references (&quot; &#233; &eacute;) as characters. An ampersand that
// begins none stands for itself; `fault` is told of a number that is no character.
[[nodiscard]] std::string unescape(std::string_view text, bool& fault);

}  // namespace summitry::gml
