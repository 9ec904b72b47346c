// A Network whose names are what breaks formats, with parallel relations, a loop and missing values.
#pragma once

#include <array>
#include <string>
#include <utility>

#include "engine/network.hpp"
#include "engine/network_builder.hpp"

namespace summitry::example {

inline const std::array<std::string, 10> kNasty = {
    "<script>alert('x')</script>",
    "say \"yes\" & \\ no",
    "two\nlines\tand a tab",
    "=cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(A1)",
    "100 % $ # _ { } ~ ^ \\alpha",
    "مؤتمر القمة 🎉 日本",
    "bell\x07 and \xEF\xBF\xBF end",
    "]]> -- <!--",
};

// n0 … n9, in a chain; n0 also to itself, and twice to n1.
[[nodiscard]] inline Network nasty_network(bool directed = false) {
  NetworkBuilder builder;
  builder.reading("nasty");
  builder.describe({.name = "nasty", .title = kNasty[0], .directed = directed});
  const std::size_t kind = builder.declare_entity_attribute({"Kind", ColumnType::text, "", ""});
  const std::size_t size = builder.declare_entity_attribute({"size", ColumnType::number, "", ""});
  const std::size_t type = builder.declare_relation_attribute({"Weight", ColumnType::text, "", ""});
  for (std::size_t i = 0; i < kNasty.size(); ++i) {
    const std::string id = "n" + std::to_string(i);
    if (i == 0) {
      builder.add_entity({.id = id,
                          .kind = "person",
                          .name = kNasty[i],
                          .attributes = {{kind, kNasty[1]}, {size, "0.1"}}});
    } else {
      builder.add_entity({.id = id, .kind = "person", .name = kNasty[i]});
    }
  }
  for (std::size_t i = 0; i + 1 < kNasty.size(); ++i) {
    builder.add_relation({.source = "n" + std::to_string(i),
                          .type = "knows",
                          .target = "n" + std::to_string(i + 1),
                          .note = kNasty[i]});
  }
  builder.add_relation({.source = "n0", .type = "likes", .target = "n1", .weight = "2.5"});
  builder.add_relation(
      {.source = "n0", .type = "knows", .target = "n0", .attributes = {{type, "heavy"}}});
  return std::move(builder).finish();
}

[[nodiscard]] inline Network nobody() {
  NetworkBuilder builder;
  builder.reading("nobody");
  builder.describe({.name = "nobody"});
  return std::move(builder).finish();
}

}  // namespace summitry::example
