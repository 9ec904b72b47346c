// cmark-gfm without its memory to mind.
#include "exporters/page/prose/markdown_tree.hpp"

#include <cmark-gfm-core-extensions.h>

#include <cstdlib>
#include <string_view>

namespace summitry::page {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeText {
  void operator()(char* text) const { std::free(text); }  // NOLINT(*-no-malloc): cmark's own
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

cmark_syntax_extension* table_extension() {
  static cmark_syntax_extension* const extension = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return cmark_find_syntax_extension("table");
  }();
  return extension;
}

Tree custom(cmark_node_type type, const std::string& html) {
  Tree node(cmark_node_new(type));
  cmark_node_set_on_enter(node.get(), html.c_str());
  return node;
}

}  // namespace

Tree parse_markdown(const std::string& markdown) {
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  cmark_parser_attach_syntax_extension(parser.get(), table_extension());
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  Tree tree(cmark_parser_finish(parser.get()));
  cmark_consolidate_text_nodes(tree.get());
  return tree;
}

std::string render_html(cmark_node* tree) {
  const std::unique_ptr<char, FreeText> html(cmark_render_html(tree, CMARK_OPT_DEFAULT, nullptr));
  return html.get();
}

bool is_table(cmark_node* node) {
  return std::string_view(cmark_node_get_type_string(node)) == "table";
}

std::vector<cmark_node*> nodes_below(cmark_node* node) {
  std::vector<cmark_node*> nodes;
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(node));
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(iterator.get()));
  }
  return nodes;
}

std::string plain_text(cmark_node* node) {
  std::string text;
  for (cmark_node* const one : nodes_below(node)) {
    const cmark_node_type type = cmark_node_get_type(one);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += cmark_node_get_literal(one);
  }
  return text;
}

Tree inline_html(const std::string& html) {
  return custom(CMARK_NODE_CUSTOM_INLINE, html);
}

Tree block_html(const std::string& html) {
  return custom(CMARK_NODE_CUSTOM_BLOCK, html);
}

void replace(cmark_node* node, Tree by) {
  cmark_node_replace(node, by.release());
  cmark_node_free(node);
}

}  // namespace summitry::page
