#include "exporters/page/prose/prose.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <set>
#include <utility>

#include "exporters/markup.hpp"

namespace summitry::page {
namespace {

Links links_of(const Network& network) {
  Links links;
  links.sources = network.sources().size();
  std::set<std::string> shared;
  for (const Entity& entity : network.entities()) {
    if (!links.ids.emplace(entity.name, entity.id).second) shared.insert(entity.name);
  }
  for (const std::string& name : shared) links.ids.erase(name);
  links.ids.erase("");
  for (const auto& [name, id] : links.ids) links.longest = std::max(links.longest, name.size());
  return links;
}

// What the cell holds, without the cell; a heading holds a button to sort by, so no links.
std::string cell_html(cmark_node* cell, const Links* links) {
  const Tree tree(cmark_node_new(CMARK_NODE_DOCUMENT));
  cmark_node* const paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
  cmark_node_append_child(tree.get(), paragraph);
  while (cmark_node* const child = cmark_node_first_child(cell)) {
    cmark_node_append_child(paragraph, child);
  }
  if (links != nullptr) add_links(paragraph, *links);
  std::string html = render_html(tree.get());  // <p>…</p> and a line feed
  return html.size() < 8 ? "" : html.substr(3, html.size() - 8);
}

std::string row_html(cmark_node* row, const std::string& alignments, const Links& links) {
  const bool header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
  std::string html = "<tr>";
  std::size_t column = 0;
  for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr;
       cell = cmark_node_next(cell), ++column) {
    const bool number = column < alignments.size() && alignments[column] == 'r';
    if (header) {
      html += std::string("<th scope=\"col\" data-type=\"") + (number ? "number" : "text") + '"';
    } else {
      html += "<td";
    }
    html += number ? " class=\"num\">" : ">";
    html += cell_html(cell, header ? nullptr : &links) + (header ? "</th>" : "</td>");
  }
  return html + "</tr>\n";
}

// Anchors for the numbers that cite them, at the items of the list.
void mark_sources(cmark_node* tree) {
  std::size_t number = 0;
  for (cmark_node* const node : nodes_below(tree)) {
    if (cmark_node_get_type(node) != CMARK_NODE_ITEM) continue;
    const std::string anchor = "<span id=\"source-" + std::to_string(++number) + "\"></span>";
    cmark_node_prepend_child(cmark_node_first_child(node), inline_html(anchor).release());
  }
}

}  // namespace

Prose::Prose(const Network& network) : links_(links_of(network)) {}

Prose::Table Prose::table(cmark_node* node, std::string_view title) {
  Table table;
  table.id = "table-" + std::to_string(++tables_);
  const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
  const std::uint8_t* const begin = cmark_gfm_extensions_get_table_alignments(node);
  const std::string alignments(begin, begin + columns);
  const std::string caption = markup_escaped(title);
  std::string html = "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" + caption +
                     "\">\n<table class=\"data\" id=\"" + table.id + "\"><caption>" + caption +
                     "</caption>\n<thead>";
  bool head = true;
  for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
    html += row_html(row, alignments, links_);
    if (std::exchange(head, false)) html += "</thead>\n<tbody>\n";
  }
  table.html = std::move(html) + "</tbody></table></div>\n";
  table.html += "<p class=\"downloads\"><button type=\"button\" class=\"download\" data-table=\"" +
                table.id + "\">Download CSV</button></p>\n";
  return table;
}

Prose::Table Prose::table(const std::string& markdown, std::string_view title) {
  const Tree tree = parse_markdown(markdown);
  cmark_node* const node = cmark_node_first_child(tree.get());
  return node != nullptr && is_table(node) ? table(node, title) : Table{};
}

std::string Prose::section(const std::string& markdown, const Place& place) {
  const Tree tree = parse_markdown(markdown);
  std::string title(place.title);
  bool drop = place.first == First::dropped;
  if (place.sources) mark_sources(tree.get());
  cmark_node* next = nullptr;
  for (cmark_node* node = cmark_node_first_child(tree.get()); node != nullptr; node = next) {
    next = cmark_node_next(node);
    if (is_table(node)) {
      replace(node, block_html(table(node, title).html));
    } else if (cmark_node_get_type(node) != CMARK_NODE_HEADING) {
      add_links(node, links_);
    } else if (std::exchange(drop, false)) {
      cmark_node_free(node);
    } else {
      title = plain_text(node);
      cmark_node_set_heading_level(node, cmark_node_get_heading_level(node) + place.deeper);
    }
  }
  return render_html(tree.get());
}

std::string Prose::sentence(const std::string& markdown) const {
  const Tree tree = parse_markdown(markdown);
  add_links(tree.get(), links_);
  const std::string html = render_html(tree.get());
  const bool paragraph = html.starts_with("<p>") && html.ends_with("</p>\n");
  return paragraph ? html.substr(3, html.size() - 8) : html;
}

}  // namespace summitry::page
