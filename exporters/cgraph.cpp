#include "exporters/cgraph.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <string_view>

#include "engine/error.hpp"

namespace summitry {
namespace {

// cgraph takes char* for text that it only copies.
char* text(const std::string& value) {
  return const_cast<char*>(value.c_str());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

std::string to_string_or_empty(const char* value) {
  return value == nullptr ? "" : value;
}

void set_attribute(Agraph_t* graph, int kind, void* object, const std::string& name,
                   const std::string& value) {
  Agsym_t* attribute = agattr(graph, kind, text(name), nullptr);
  if (attribute == nullptr) {
    const std::string unset;
    attribute = agattr(graph, kind, text(name), text(unset));
  }
  agxset(object, attribute, text(value));
}

// Quoted unless plainly an identifier: Debian's cgraph writes a name such as "-." bare, which no
// parser reads, and breaks long lines; so the text is written here.
std::string quoted(const std::string& value) {
  static constexpr std::array<std::string_view, 6> kKeywords = {"node",    "edge",   "graph",
                                                                "digraph", "strict", "subgraph"};
  const auto plain = [&value](const char& c) {
    const bool later_digit = &c != value.data() && c >= '0' && c <= '9';
    return c == '_' || (c >= 'a' && c <= 'z') || later_digit;
  };
  const bool keyword = std::find(kKeywords.begin(), kKeywords.end(), value) != kKeywords.end();
  if (!value.empty() && !keyword && std::all_of(value.begin(), value.end(), plain)) return value;
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '\\';
    out += c;
  }
  return out + '"';
}

// ` [a="x", b="y"]` for what differs from the default; without an object the defaults themselves,
// among which cgraph keeps the graph's own. "" when there is nothing.
std::string attributes(Agraph_t* graph, int kind, void* object) {
  std::string out;
  for (Agsym_t* a = agnxtattr(graph, kind, nullptr); a != nullptr; a = agnxtattr(graph, kind, a)) {
    const std::string value = object == nullptr ? a->defval : agxget(object, a);
    if (value == (object == nullptr ? "" : a->defval)) continue;
    out += (out.empty() ? " [" : ", ") + quoted(a->name) + "=" + quoted(value);
  }
  return out.empty() ? out : out + "]";
}

std::string last_complaint;  // guarded by the caller holding `reading`
std::mutex reading;

int keep_complaint(char* message) {
  last_complaint += message;
  return 0;
}

}  // namespace

std::string dot_text(std::string_view plain) {
  std::string out;
  out.reserve(plain.size());
  if (plain.starts_with('%')) out += '\\';  // cgraph renames what starts with %
  for (const char c : plain) {
    if (c == '\\') {
      out += "\\\\";
    } else if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string dot_plain(std::string_view written) {
  std::string out;
  out.reserve(written.size());
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char next = i + 1 < written.size() ? written[i + 1] : '\0';
    const bool percent = i == 0 && next == '%';
    if (written[i] == '\\' && (next == '\\' || next == 'n' || percent)) {
      out += next == 'n' ? '\n' : next;
      ++i;
    } else {
      out += written[i];
    }
  }
  return out;
}

std::string dot_label(std::string_view plain) {
  std::string out;
  for (const char c : dot_text(plain)) {
    if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

void CGraph::Close::operator()(Agraph_s* graph) const {
  agclose(graph);
}

CGraph::CGraph(Direction direction, const std::string& name)
    : CGraph(agopen(text(name), direction == Direction::directed ? Agdirected : Agundirected,
                    nullptr)) {}

CGraph CGraph::read(const std::string& dot) {
  const std::lock_guard<std::mutex> lock(reading);
  last_complaint.clear();
  const agusererrf before = agseterrf(keep_complaint);
  Agraph_t* graph = agmemread(dot.c_str());
  agseterrf(before);
  if (graph == nullptr || !last_complaint.empty()) {
    if (graph != nullptr) agclose(graph);
    throw Error("this is not DOT that Graphviz can read: " + last_complaint);
  }
  return CGraph(graph);
}

CGraph::Vertex CGraph::vertex(const std::string& name) {
  return agnode(graph_.get(), text(name), 1);
}

CGraph::Edge CGraph::add_edge(Vertex source, Vertex target) {
  return agedge(graph_.get(), source, target, nullptr, 1);
}

void CGraph::set(const std::string& name, const std::string& value) {
  set_attribute(graph_.get(), AGRAPH, graph_.get(), name, value);
}

void CGraph::set(Vertex vertex, const std::string& name, const std::string& value) {
  set_attribute(graph_.get(), AGNODE, vertex, name, value);
}

void CGraph::set(Edge edge, const std::string& name, const std::string& value) {
  set_attribute(graph_.get(), AGEDGE, edge, name, value);
}

void CGraph::set_vertex_default(const std::string& name, const std::string& value) {
  agattr(graph_.get(), AGNODE, text(name), text(value));
}

void CGraph::set_edge_default(const std::string& name, const std::string& value) {
  agattr(graph_.get(), AGEDGE, text(name), text(value));
}

bool CGraph::directed() const {
  return agisdirected(graph_.get()) != 0;
}

std::vector<CGraph::Vertex> CGraph::vertices() const {
  std::vector<Vertex> found;
  for (Agnode_t* v = agfstnode(graph_.get()); v != nullptr; v = agnxtnode(graph_.get(), v)) {
    found.push_back(v);
  }
  return found;
}

std::vector<CGraph::Edge> CGraph::edges() const {
  std::vector<Edge> found;
  for (Agnode_t* v = agfstnode(graph_.get()); v != nullptr; v = agnxtnode(graph_.get(), v)) {
    for (Agedge_t* e = agfstout(graph_.get(), v); e != nullptr; e = agnxtout(graph_.get(), e)) {
      found.push_back(e);
    }
  }
  return found;
}

std::string CGraph::name(Vertex vertex) {
  return to_string_or_empty(agnameof(vertex));
}

CGraph::Vertex CGraph::source(Edge edge) {
  return agtail(edge);
}

CGraph::Vertex CGraph::target(Edge edge) {
  return aghead(edge);
}

std::string CGraph::get(const std::string& name) const {
  return to_string_or_empty(agget(graph_.get(), text(name)));
}

std::string CGraph::get(Vertex vertex, const std::string& name) {
  return to_string_or_empty(agget(vertex, text(name)));
}

std::string CGraph::get(Edge edge, const std::string& name) {
  return to_string_or_empty(agget(edge, text(name)));
}

std::string CGraph::write() const {
  Agraph_t* const graph = graph_.get();
  const char* const joint = directed() ? " -> " : " -- ";
  std::string out = directed() ? "digraph " : "graph ";
  out += quoted(to_string_or_empty(agnameof(graph))) + " {\n";
  const std::string all = attributes(graph, AGRAPH, nullptr);
  if (!all.empty()) out += "  graph" + all + ";\n";
  const std::string vertex_defaults = attributes(graph, AGNODE, nullptr);
  if (!vertex_defaults.empty()) out += "  node" + vertex_defaults + ";\n";
  const std::string edge_defaults = attributes(graph, AGEDGE, nullptr);
  if (!edge_defaults.empty()) out += "  edge" + edge_defaults + ";\n";
  for (const Vertex v : vertices()) {
    out += "  " + quoted(name(v)) + attributes(graph, AGNODE, v) + ";\n";
  }
  for (const Edge e : edges()) {
    out += "  " + quoted(name(agtail(e))) + joint + quoted(name(aghead(e))) +
           attributes(graph, AGEDGE, e) + ";\n";
  }
  return out + "}\n";
}

}  // namespace summitry
