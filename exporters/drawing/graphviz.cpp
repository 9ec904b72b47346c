// Graphviz' engines: one context, one thread at a time, nothing on standard error.
#include "exporters/drawing/graphviz.hpp"

#include <graphviz/gvc.h>

#include <cstdlib>
#include <mutex>
#include <string>

#include "engine/error.hpp"

namespace summitry::drawing {
namespace {

std::mutex& engine_mutex() {
  static std::mutex mutex;
  return mutex;
}

// One for the life of the program: Graphviz' pango plug-in remembers the name of its last font from
// one call to the next, and freeing the context would free that name.
GVC_t* context() {
  static GVC_t* const only = [] {
    GVC_t* const made = gvContext();
    // It gives every graph that the process makes from then on a label: taken back, so that DOT is the
    // same before and after a picture.
    std::string label = "label";
    std::string nothing;
    agattr(nullptr, AGNODE, label.data(), nothing.data());
    return made;
  }();
  return only;
}

// Graphviz prints its warnings to standard error, which belongs to the command line.
class Quiet {
 public:
  Quiet() : level_(agseterr(AGMAX)) {}
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;
  ~Quiet() { agseterr(level_); }

 private:
  agerrlevel_t level_;
};

// What a layout hangs on a graph must go before the graph does.
class Layout {
 public:
  Layout(Agraph_t* graph, const std::string& engine) : graph_(graph) {
    if (gvLayout(context(), graph, engine.c_str()) != 0) {
      throw Error("Graphviz has no layout engine \"" + engine +
                  "\"; is its neato plug-in installed?");
    }
  }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  ~Layout() { gvFreeLayout(context(), graph_); }

 private:
  Agraph_t* graph_;
};

}  // namespace

void lay_out(CGraph& graph, const std::string& engine) {
  const std::lock_guard lock(engine_mutex());
  const Quiet quiet;
  std::srand(1);  // sfdp draws from rand() before it seeds it
  const Layout layout(graph.handle(), engine);
  attach_attrs(graph.handle());
}

std::string render_pinned(CGraph& graph, const std::string& format) {
  const std::lock_guard lock(engine_mutex());
  const Quiet quiet;
  const Layout layout(graph.handle(), "nop2");
  char* bytes = nullptr;
  unsigned int length = 0;
  const int failed = gvRenderData(context(), graph.handle(), format.c_str(), &bytes, &length);
  if (failed != 0 || bytes == nullptr) {
    throw Error("Graphviz cannot write " + format + "; is its pango plug-in installed?");
  }
  std::string out(bytes, length);
  gvFreeRenderData(bytes);
  return out;
}

}  // namespace summitry::drawing
