#include "exporters/cgraph.hpp"

#include <graphviz/cgraph.h>

#include <mutex>

#include "engine/error.hpp"

namespace summitry {
namespace {

// cgraph takes char* for text that it only copies.
char* text(const std::string& value) {
  return const_cast<char*>(value.c_str());
}  // NOLINT

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

int append(void* out, const char* bytes) {
  static_cast<std::string*>(out)->append(bytes);
  return 0;
}

int ignore_flush(void*) {
  return 0;
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
    if (written[i] == '\\' && (next == '\\' || next == 'n')) {
      out += next == 'n' ? '\n' : '\\';
      ++i;
    } else {
      out += written[i];
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
  std::string out;
  Agiodisc_t to_string_io{nullptr, append, ignore_flush};
  Agiodisc_t*& io = graph_->clos->disc.io;
  Agiodisc_t* const before = io;
  io = &to_string_io;
  agwrite(graph_.get(), &out);
  io = before;
  return out;
}

}  // namespace summitry
