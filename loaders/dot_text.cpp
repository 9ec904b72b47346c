// DOT as text. See dot_text.hpp.
#include "loaders/dot_text.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>

#include "engine/number.hpp"
#include "loaders/text.hpp"

namespace summitry::dot {
namespace {

// What cgraph says while it reads: it takes a plain function only.
std::string complaints;  // NOLINT: see above

int keep_complaint(char* message) {
  complaints += message;
  return 0;
}

// A text that cgraph reads piece by piece, so that a second graph after the first is seen.
struct Text {
  std::string_view left;

  static int read(void* channel, char* buffer, int size) {
    auto& text = *static_cast<Text*>(channel);
    const std::size_t length = text.left.copy(buffer, static_cast<std::size_t>(size));
    text.left.remove_prefix(length);
    return static_cast<int>(length);
  }
};

// cgraph's message, which names a line, as a finding.
void report_complaints(NetworkBuilder& builder) {
  constexpr std::string_view kLine = "in line ";
  std::string_view message = complaints;
  const std::size_t place = message.find(kLine);
  Cell where;
  std::string what = "not DOT";
  if (place != std::string_view::npos) {
    std::string_view rest = message.substr(place + kLine.size());
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    where.line = static_cast<std::size_t>(parse_integer(rest.substr(0, digits)).value_or(0));
    rest.remove_prefix(digits);
    const std::size_t near = rest.find("near '");
    if (near != std::string_view::npos) {
      rest.remove_prefix(near + 6);
      what += ": a syntax error near " + in_quotes(rest.substr(0, rest.rfind('\'')));
    }
  }
  builder.error(where, what, "mend the text here or just before");
}

}  // namespace

void CloseGraph::operator()(Agraph_s* graph) const {
  agclose(graph);
}

GraphPointer parse(NetworkBuilder& builder, std::string_view bytes) {
  Text text{bytes};
  Agiodisc_t reading = AgIoDisc;
  reading.afread = Text::read;
  Agdisc_t discipline{&AgMemDisc, &AgIdDisc, &reading};
  complaints.clear();
  agreadline(1);  // cgraph counts lines on from the text that it read before
  agusererrf before = agseterrf(keep_complaint);
  GraphPointer graph(agread(&text, &discipline));
  if (complaints.empty() && graph != nullptr) {
    const GraphPointer second(agread(&text, &discipline));
    if (second != nullptr) {
      builder.error({}, "a second graph in the file", "write each graph to a file of its own");
    }
  }
  agseterrf(before);
  if (!complaints.empty()) {
    report_complaints(builder);
    return nullptr;
  }
  if (graph == nullptr) builder.error({{}, 1, 1}, "no graph", "begin with graph { or digraph {");
  return graph;
}

std::string plain(std::string_view written) {
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char next = i + 1 < written.size() ? written[i + 1] : '\0';
    const bool is_escape = next == '\\' || next == 'n' || (i == 0 && next == '%');
    if (written[i] == '\\' && is_escape) {
      text += next == 'n' ? '\n' : next;
      ++i;
    } else {
      text += written[i];
    }
  }
  return text;
}

std::string name_from_label(std::string_view label, const std::string& id) {
  std::string name;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] == '\\' && i + 1 < label.size()) {
      const char escaped = label[++i];
      if (escaped == 'N') {
        name += id;
      } else {
        name += escaped == 'n' || escaped == 'l' || escaped == 'r' ? ' ' : escaped;
      }
    } else if (label.substr(i).starts_with("&amp;")) {
      name += '&';
      i += 4;
    } else {
      name += label[i];
    }
  }
  return name;
}

}  // namespace summitry::dot
