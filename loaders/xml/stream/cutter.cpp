// One pass over the tags. See cutter.hpp.
#include "loaders/xml/stream/cutter.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "loaders/text.hpp"
#include "loaders/xml/references.hpp"
#include "loaders/xml/state.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBatch = std::size_t{64} * 1024;  // bytes, unless one record is larger
constexpr std::size_t kLongestOpening = 9;              // <![CDATA[ and <!DOCTYPE

struct Passage {
  std::string_view begin;
  std::string_view end;
};
constexpr std::array<Passage, 3> kPassages{{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The name of the element whose tag begins here, without its prefix.
std::string_view name_in(std::string_view tag) {
  tag.remove_prefix(1);
  tag = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
  const std::size_t colon = tag.find(':');
  return colon == std::string_view::npos ? tag : tag.substr(colon + 1);
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Asked of a tag that a parser has yet to accept: of another the answer does not matter.
bool repeats_attribute(std::string_view tag, std::vector<std::string_view>& names) {
  names.clear();
  std::size_t at = 0;
  while (at < tag.size() && !is_space(tag[at])) ++at;
  while (at < tag.size()) {
    while (at < tag.size() && is_space(tag[at])) ++at;
    const std::size_t begin = at;
    while (at < tag.size() && tag[at] != '=' && !is_space(tag[at])) ++at;
    const std::string_view name = tag.substr(begin, at - begin);
    while (at < tag.size() && tag[at] != '"' && tag[at] != '\'') ++at;
    if (at == tag.size()) break;
    names.push_back(name);
    const std::size_t closing = tag.find(tag[at], at + 1);
    if (closing == std::string_view::npos) break;
    at = closing + 1;
  }
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

}  // namespace

XmlCutter::XmlCutter(XmlBytes& bytes, const XmlShape& shape, Parses parses)
    : bytes_(bytes), shape_(shape), parses_(std::move(parses)) {
  go_on_from(bytes_.at(0, kByteOrderMark.size()).starts_with(kByteOrderMark) ? kByteOrderMark.size()
                                                                             : 0);
}

bool XmlCutter::run() {
  std::size_t at = begin_;
  while (true) {
    const std::size_t open = find('<', at);
    if (open == kNone) break;
    at = pass(open);
    if (at == kNone) return false;
  }
  return depth_ == 0 && end_frame(begin_ + view_.size());
}

// Passes the tag or the comment that begins at `open`; gives where it ends, or nothing where it
// cannot be told.
std::size_t XmlCutter::pass(std::size_t open) {
  while (text(open).size() < kLongestOpening && more()) {
  }
  for (const Passage& passage : kPassages) {
    if (!text(open).starts_with(passage.begin)) continue;
    const std::size_t end = find(passage.end, open + passage.begin.size());
    return end == kNone ? kNone : end + passage.end.size();
  }
  const bool is_end = text(open).starts_with("</");
  const bool is_doctype = text(open).starts_with("<!");
  if (is_doctype && depth_ > 0) return kNone;
  const std::size_t last = is_end ? find('>', open) : end_of_tag(open);
  if (last == kNone) return kNone;
  const std::size_t end = last + 1;
  if (is_doctype) return end;
  if (!is_end && !is_sound(text(open).substr(0, end - open))) return kNone;
  return (is_end ? leave(end) : enter(open, end)) ? end : kNone;
}

// Whether the start of an element is not too deep, and no attribute stands in it twice.
bool XmlCutter::is_sound(std::string_view tag) {
  return depth_ < kXmlDepth && (quoted_ < 2 || !repeats_attribute(tag, names_));
}

bool XmlCutter::enter(std::size_t open, std::size_t end) {
  const bool is_empty = text(end - 2).starts_with("/>");
  const int depth = depth_ + 1;
  if (depth <= shape_.depth) {
    const std::string_view name = name_in(text(open));
    const bool is_node = name == "node" && list_ == shape_.list_of_nodes;
    const bool is_edge = name == "edge" && list_ == shape_.list_of_edges;
    if (depth == 2 && name == "graph" && !seen_graph_) seen_graph_ = in_graph_ = true;
    if (depth == shape_.depth - 1) list_ = name;
    if (depth == shape_.depth && in_graph_ && (is_node || is_edge)) {
      if (!begin_record(open, end, is_node)) return false;
      if (is_empty) return end_record(end);
      in_record_ = true;
    } else if (depth == shape_.depth && !end_batch()) {
      return false;
    }
  }
  if (is_empty) {
    in_graph_ = in_graph_ && depth > 2;
  } else {
    depth_ = depth;
  }
  return true;
}

bool XmlCutter::leave(std::size_t end) {
  if (depth_ == 0) return false;
  if (depth_ == shape_.depth - 1 && !end_batch()) return false;
  if (depth_ == 2) in_graph_ = false;
  --depth_;
  if (!in_record_ || depth_ >= shape_.depth) return true;
  in_record_ = false;
  return end_record(end);
}

bool XmlCutter::begin_record(std::size_t open, std::size_t end, bool is_node) {
  if (end_of_batch_ == 0 && !end_frame(open)) return false;
  const std::string_view tag = text(open).substr(0, end - open);
  batch_.tells |= !is_node && tag.find(shape_.telling) != std::string_view::npos;
  ++(is_node ? batch_.nodes : batch_.edges);
  return true;
}

bool XmlCutter::end_record(std::size_t end) {
  end_of_batch_ = end;
  return end - begin_ < kBatch || end_batch();
}

bool XmlCutter::end_batch() {
  if (end_of_batch_ == 0) return true;
  batch_.offset = begin_;
  batch_.size = end_of_batch_ - begin_;
  batch_.place = place_;
  const std::string_view text = view_.substr(0, batch_.size);
  const bool refers = text.find('&') != std::string_view::npos;
  if (!is_clean(text) || (refers && !reference_faults(text).empty())) return false;
  if (!parses_(text)) return false;
  batches.push_back(std::exchange(batch_, {}));
  go_on_from(std::exchange(end_of_batch_, 0));
  return true;
}

bool XmlCutter::end_frame(std::size_t end) {
  const std::string_view text = view_.substr(0, end - begin_);
  if (!is_clean(text) || !reference_faults(text).empty()) return false;
  if (!is_blank(text)) {
    pieces.push_back({frame.size(), place_});
    frame += text;
  }
  go_on_from(end);
  return true;
}

// What is before `end` has been put where it belongs.
void XmlCutter::go_on_from(std::size_t end) {
  advance(place_, view_.substr(0, end - begin_));
  begin_ = end;
  view_ = bytes_.at(begin_, 1);
}

bool XmlCutter::more() {
  const std::size_t had = view_.size();
  view_ = bytes_.at(begin_, had + had / 2 + kBatch);
  return view_.size() > had;
}

std::size_t XmlCutter::find(char what, std::size_t from) {
  while (true) {
    const std::size_t found = view_.find(what, from - begin_);
    if (found != kNone) return begin_ + found;
    from = begin_ + view_.size();
    if (!more()) return kNone;
  }
}

std::size_t XmlCutter::find(std::string_view what, std::size_t from) {
  while (true) {
    const std::size_t found = view_.find(what, from - begin_);
    if (found != kNone) return begin_ + found;
    const std::size_t seen = begin_ + view_.size();
    from = std::max(from, seen - std::min(view_.size(), what.size() - 1));
    if (!more()) return kNone;
  }
}

// The > that ends the tag: those within quotes do not.
std::size_t XmlCutter::end_of_tag(std::size_t from) {
  std::size_t at = from;
  quoted_ = 0;
  while (true) {
    std::size_t i = at - begin_;
    while (i < view_.size() && view_[i] != '>' && view_[i] != '"' && view_[i] != '\'') ++i;
    at = begin_ + i;
    if (i == view_.size()) {
      if (!more()) return kNone;
      continue;
    }
    if (view_[i] == '>') return at;
    const std::size_t closing = find(view_[i], at + 1);
    if (closing == kNone) return kNone;
    ++quoted_;
    at = closing + 1;
  }
}

}  // namespace summitry
