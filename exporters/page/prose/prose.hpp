// The report's Markdown as HTML, so that the page and report.md can never disagree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/network.hpp"
#include "exporters/page/prose/links.hpp"

namespace summitry::page {

// Raw HTML is left out: a name that is a script stays a name. Tables get an id, a caption and the
// types of their columns; names of entities, DOIs and numbers of sources become links.
class Prose {
 public:
  explicit Prose(const Network& network);

  // What becomes of the first heading.
  enum class First : std::uint8_t { kept, dropped };
  struct Place {
    std::string_view title;  // of tables before any heading
    First first = First::kept;
    int deeper = 0;        // levels that headings go down
    bool sources = false;  // its list is that of the sources, which numbers refer to
  };
  [[nodiscard]] std::string section(const std::string& markdown, const Place& place);
  // A sentence or several, without a paragraph around them.
  [[nodiscard]] std::string sentence(const std::string& markdown) const;

  struct Table {
    std::string html;
    std::string id;  // on the page
  };
  // Of Markdown that is one table.
  [[nodiscard]] Table table(const std::string& markdown, std::string_view title);

 private:
  [[nodiscard]] Table table(cmark_node* node, std::string_view title);

  Links links_;
  std::size_t tables_ = 0;
};

}  // namespace summitry::page
