#include "exporters/page/prose/links.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/number.hpp"
#include "exporters/markup.hpp"

namespace summitry::page {
namespace {

constexpr std::string_view kDoi = "doi:10.";

// What stands around a name in the report's lists and sentences, so that no part of a longer name and
// no common word passes for one.
constexpr std::array<std::string_view, 10> kBeforeName = {
    ", ", " and ", ": ", "(", "; ", "→ ", " by ", " with ", " around ", "From "};
constexpr std::array<std::string_view, 11> kAfterName = {
    ", ", " and ", " (", ")", ".", ";", " →", ":", " was ", " with ", " to "};

struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string html;
};

// Up to the next space, without what ends a sentence or a bracket that was opened before.
std::size_t end_of_doi(std::string_view text, std::size_t begin) {
  std::size_t end = std::min(text.find(' ', begin), text.size());
  const auto open = [&] {
    const std::string_view doi = text.substr(begin, end - begin);
    return std::count(doi.begin(), doi.end(), '(') - std::count(doi.begin(), doi.end(), ')');
  };
  while (end > begin) {
    const char last = text[end - 1];
    const bool ends = last == '.' || last == ',' || last == ';' || (last == ')' && open() < 0);
    if (!ends) break;
    --end;
  }
  return end;
}

std::optional<Found> next_doi(std::string_view text, std::size_t from) {
  const std::size_t begin = text.find(kDoi, from);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = end_of_doi(text, begin);
  const std::string doi = markup_escaped(text.substr(begin + 4, end - begin - 4));
  return Found{begin, end, "<a href=\"https://doi.org/" + doi + "\">doi:" + doi + "</a>"};
}

// The numbers within the brackets that open at `begin`, if sources are all that they hold.
std::optional<Found> citation(std::string_view text, std::size_t begin, std::size_t sources) {
  const std::size_t close = text.find(']', begin);
  if (close == std::string_view::npos) return std::nullopt;
  std::string_view inside = text.substr(begin + 1, close - begin - 1);
  std::string html;
  while (!inside.empty()) {
    const std::size_t comma = std::min(inside.find(", "), inside.size());
    const std::string item(inside.substr(0, comma));
    const auto number = parse_integer(item);
    if (!number || *number < 1 || static_cast<std::size_t>(*number) > sources) return std::nullopt;
    html.append(html.empty() ? "" : ", ");
    html.append("<a href=\"#source-").append(item).append("\">").append(item).append("</a>");
    inside.remove_prefix(std::min(comma + 2, inside.size()));
  }
  if (html.empty()) return std::nullopt;
  return Found{begin, close + 1, "[" + html + "]"};
}

std::optional<Found> next_citation(std::string_view text, std::size_t from, std::size_t sources) {
  for (std::size_t at = text.find('[', from); at != std::string_view::npos;
       at = text.find('[', at + 1)) {
    if (auto found = citation(text, at, sources)) return found;
  }
  return std::nullopt;
}

bool ends_with_any(std::string_view text, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [text](std::string_view one) { return text.ends_with(one); });
}

bool starts_with_any(std::string_view text, std::span<const std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [text](std::string_view one) { return text.starts_with(one); });
}

// The longest name that begins there and is followed by what may follow one.
std::optional<Found> name_at(std::string_view text, std::size_t begin, const Links& links) {
  for (std::size_t end = std::min(text.size(), begin + links.longest); end > begin; --end) {
    if (end < text.size() && !starts_with_any(text.substr(end), kAfterName)) continue;
    const std::string_view name = text.substr(begin, end - begin);
    const auto known = links.ids.find(name);
    if (known == links.ids.end()) continue;
    return Found{begin, end,
                 "<span data-entity=\"" + markup_escaped(known->second) + "\">" +
                     markup_escaped(name) + "</span>"};
  }
  return std::nullopt;
}

std::optional<Found> next_name(std::string_view text, std::size_t from, const Links& links) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (at > 0 && !ends_with_any(text.substr(0, at), kBeforeName)) continue;
    if (auto found = name_at(text, at, links)) return found;
  }
  return std::nullopt;
}

std::optional<Found> next_link(std::string_view text, std::size_t from, const Links& links) {
  std::optional<Found> first;
  for (auto& found : {next_doi(text, from), next_citation(text, from, links.sources),
                      next_name(text, from, links)}) {
    if (found && (!first || found->begin < first->begin)) first = found;
  }
  return first;
}

void insert_text(cmark_node* before, std::string_view text) {
  if (text.empty()) return;
  Tree node(cmark_node_new(CMARK_NODE_TEXT));
  cmark_node_set_literal(node.get(), std::string(text).c_str());
  cmark_node_insert_before(before, node.release());
}

void link_parts(cmark_node* node, const Links& links) {
  const std::string text = cmark_node_get_literal(node);
  std::size_t at = 0;
  for (auto found = next_link(text, at, links); found; found = next_link(text, at, links)) {
    insert_text(node, std::string_view(text).substr(at, found->begin - at));
    cmark_node_insert_before(node, inline_html(found->html).release());
    at = found->end;
  }
  if (at > 0) cmark_node_set_literal(node, text.substr(at).c_str());
}

}  // namespace

void add_links(cmark_node* node, const Links& links) {
  for (cmark_node* const one : nodes_below(node)) {
    if (cmark_node_get_type(one) != CMARK_NODE_TEXT) continue;
    if (cmark_node_get_type(cmark_node_parent(one)) == CMARK_NODE_LINK) continue;
    link_parts(one, links);
  }
}

}  // namespace summitry::page
