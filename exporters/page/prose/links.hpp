// What becomes a link in the report's prose: names of entities, DOIs, numbers of sources.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "exporters/page/prose/markdown_tree.hpp"

namespace summitry::page {

struct Links {
  std::map<std::string, std::string, std::less<>>
      ids;  // of entities, by names that are theirs alone
  std::size_t sources = 0;
};

// In all texts below the node. A text is a name only as a whole.
void add_links(cmark_node* node, const Links& links);

}  // namespace summitry::page
