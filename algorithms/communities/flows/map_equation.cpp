#include "algorithms/communities/flows/map_equation.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "algorithms/options.hpp"
#include "engine/partition.hpp"

namespace summitry {
namespace communities {

double plogp(double p) {
  return p > 0.0 ? p * std::log2(p) : 0.0;
}

double code_length(const Module& module, double jumping) {
  const double exit = module.exit();
  const double enter = module.enter(jumping);
  const double leaving = plogp(exit);
  return plogp(exit + module.visits) - leaving - (enter == exit ? leaving : plogp(enter));
}

double code_length(const Flow& flow, std::span<const std::uint32_t> community) {
  std::uint32_t count = 0;
  for (const std::uint32_t c : community) count = std::max(count, c + 1);
  std::vector<Module> modules(count);
  for (VertexId v = 0; v < flow.size(); ++v) {
    Module& module = modules[community[v]];
    module.visits += flow.visits[v];
    if (!flow.jumps.empty()) {
      module.jumps += flow.jumps[v];
      module.landing += flow.landing[v];
    }
    const auto targets = flow.neighbours(v);
    const auto out = flow.leaving(v);
    const auto in = flow.arriving(v);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      const bool crosses = community[targets[k]] != community[v];
      module.out += crosses ? out[k] : 0.0;
      module.in += crosses ? in[k] : 0.0;
    }
  }
  double length = 0.0;
  double enter = 0.0;
  for (const Module& module : modules) {
    length += code_length(module, flow.jumping);
    enter += module.enter(flow.jumping);
  }
  return length + plogp(enter);
}

double map_equation(const Flow& flow, std::span<const std::uint32_t> community) {
  double length = code_length(flow, community);
  for (const double visits : flow.visits) length -= plogp(visits);
  return std::max(length, 0.0);
}

void check(std::string_view function, const MapEquationOptions& options) {
  if (!(options.damping >= 0.0 && options.damping < 1.0)) {
    refuse_option(function, "damping", "in [0, 1)", option_text(options.damping));
  }
}

}  // namespace communities

std::string option_text(Jumps jumps) {
  return jumps == Jumps::recorded ? "recorded" : "unrecorded";
}

bool read_option(std::string_view text, Jumps& jumps) {
  if (text != "recorded" && text != "unrecorded") return false;
  jumps = text == "recorded" ? Jumps::recorded : Jumps::unrecorded;
  return true;
}

double map_equation(const Graph& graph, std::span<const std::uint32_t> community,
                    const MapEquationOptions& options, const Run& run) {
  communities::check("map-equation", options);
  if (community.size() != graph.vertex_count()) {
    refuse_option("map-equation", "community", "one label a vertex",
                  option_text(community.size()) + " labels for " +
                      option_text(std::size_t{graph.vertex_count()}) + " vertices");
  }
  const std::vector<std::uint32_t> labels = canonical(community).community;
  const auto flow =
      communities::flow_of(graph, "map-equation", options.jumps, options.damping, run);
  return communities::map_equation(flow, labels);
}

}  // namespace summitry
