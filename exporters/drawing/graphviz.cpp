#include "exporters/drawing/graphviz.hpp"

#include <graphviz/gvc.h>

#include <cstdlib>
#include <memory>
#include <mutex>

#include "engine/error.hpp"

namespace summitry::drawing {
namespace {

std::mutex& engine_mutex() {
  static std::mutex mutex;
  return mutex;
}

struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
using Context = std::unique_ptr<GVC_t, FreeContext>;

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
  Layout(GVC_t* context, Agraph_t* graph, const std::string& engine)
      : context_(context), graph_(graph) {
    if (gvLayout(context, graph, engine.c_str()) != 0) {
      throw Error("Graphviz has no layout engine \"" + engine +
                  "\"; is its neato plug-in installed?");
    }
  }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  ~Layout() { gvFreeLayout(context_, graph_); }

 private:
  GVC_t* context_;
  Agraph_t* graph_;
};

}  // namespace

void lay_out(CGraph& graph, const std::string& engine) {
  const std::lock_guard lock(engine_mutex());
  const Quiet quiet;
  const Context context(gvContext());
  std::srand(1);  // sfdp draws from rand() before it seeds it
  const Layout layout(context.get(), graph.handle(), engine);
  attach_attrs(graph.handle());
}

std::string render_pinned(CGraph& graph, const std::string& format) {
  const std::lock_guard lock(engine_mutex());
  const Quiet quiet;
  const Context context(gvContext());
  const Layout layout(context.get(), graph.handle(), "nop2");
  char* bytes = nullptr;
  unsigned int length = 0;
  const int failed = gvRenderData(context.get(), graph.handle(), format.c_str(), &bytes, &length);
  if (failed != 0 || bytes == nullptr) {
    throw Error("Graphviz cannot write " + format + "; is its pango plug-in installed?");
  }
  std::string out(bytes, length);
  gvFreeRenderData(bytes);
  return out;
}

}  // namespace summitry::drawing
