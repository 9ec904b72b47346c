// What becomes a link in the report's prose: names of entities, DOIs, numbers of sources.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "exporters/page/prose/markdown_tree.hpp"

namespace summitry::page {

struct Links {
  std::map<std::string, std::string, std::less<>>
      ids;                  // of entities, by names that are theirs alone
  std::size_t longest = 0;  // of these names, in bytes
  std::size_t sources = 0;
};

// In all texts below the node. A name is one where it is the whole text, or stands in a list or at one
// of the places where the report's sentences have names.
void add_links(cmark_node* node, const Links& links);

}  // namespace summitry::page
