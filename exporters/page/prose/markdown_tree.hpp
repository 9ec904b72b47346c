// A tree of Markdown as cmark-gfm parses it.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <vector>

namespace summitry::page {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

// With tables; neighbouring texts are one.
[[nodiscard]] Tree parse_markdown(const std::string& markdown);
// What is raw HTML in the Markdown is left out.
[[nodiscard]] std::string render_html(cmark_node* tree);

[[nodiscard]] bool is_table(cmark_node* node);
// The node and all below it, in the order of the text.
[[nodiscard]] std::vector<cmark_node*> nodes_below(cmark_node* node);
// Of the node and all below it.
[[nodiscard]] std::string plain_text(cmark_node* node);
// A node within a text, or between paragraphs, that is this HTML.
[[nodiscard]] Tree inline_html(const std::string& html);
[[nodiscard]] Tree block_html(const std::string& html);
void replace(cmark_node* node, Tree by);

}  // namespace summitry::page
