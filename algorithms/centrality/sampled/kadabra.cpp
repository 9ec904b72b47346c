#include "algorithms/centrality/sampled/kadabra.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numeric>

#include "algorithms/centrality/sampled/path_sampler.hpp"
#include "algorithms/structure/components.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 32;  // samples with a generator of their own
constexpr std::string_view kWhat = "shortest paths";

// Draws, and counts through which vertices they lead.
class Draws {
 public:
  Draws(const Graph& graph, const Run& run)
      : graph_(graph), run_(run), threads_(static_cast<std::size_t>(run.thread_count())) {}

  // Numbers of blocks, so that no generator is used twice.
  void forget() {
    first_block_ += samples_ / kBlock;
    samples_ = 0;
    for (Thread& thread : threads_) std::fill(thread.hits.begin(), thread.hits.end(), 0U);
  }

  void draw_up_to(std::size_t samples) {
    const std::size_t begin = samples_ / kBlock;
    const std::size_t end = (samples + kBlock - 1) / kBlock;
    parallel_blocks(end - begin, 1, run_, kWhat, [&](const Block& block) {
      Thread& mine = threads_[block.thread];
      if (!mine.sampler) {
        mine.sampler = std::make_unique<PathSampler>(graph_);
        mine.hits.assign(graph_.vertex_count(), 0);
      }
      Random random(run_.seed, first_block_ + begin + block.begin);
      for (std::size_t i = 0; i < kBlock; ++i) {
        for (const VertexId v : mine.sampler->draw(random)) ++mine.hits[v];
      }
    });
    samples_ = end * kBlock;
  }

  [[nodiscard]] std::size_t samples() const { return samples_; }

  [[nodiscard]] std::vector<double> shares() const {
    std::vector<double> result(graph_.vertex_count(), 0.0);
    for (const Thread& thread : threads_) {
      for (std::size_t v = 0; v < thread.hits.size(); ++v) result[v] += thread.hits[v];
    }
    for (double& value : result) value /= static_cast<double>(samples_);
    return result;
  }

 private:
  struct Thread {
    std::unique_ptr<PathSampler> sampler;
    std::vector<std::uint32_t> hits;
  };

  const Graph& graph_;
  const Run& run_;
  std::vector<Thread> threads_;
  std::size_t samples_ = 0;
  std::size_t first_block_ = 0;
};

// After so many samples every share is within the error, except with the risk.
double limit_of(std::size_t longest, double error, double risk) {
  const double inner = std::max<double>(1.0, static_cast<double>(longest) - 2.0);
  return std::ceil(0.5 / (error * error) *
                   (std::floor(std::log2(inner)) + 1.0 + std::log(1.0 / risk)));
}

// For each vertex ln(1 / its part of the risk), by what a first sample says of it: those with a large
// share, whose error falls slowest, take most of it. One per cent is shared out evenly.
std::vector<double> shared_out(const std::vector<double>& share, double error, double risk) {
  constexpr double kEvenly = 0.01;
  const double n = static_cast<double>(share.size());
  const double budget = risk * (1.0 - kEvenly) / 2.0;  // below and above
  const auto spent = [&](double factor) {
    double sum = 0.0;
    for (const double x : share) {
      if (x > 0.0) sum += std::exp(-factor * error * error / x);
    }
    return sum;
  };
  double low = 0.0;
  double high = 1.0;
  while (spent(high) > budget) high *= 2.0;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2.0;
    (spent(middle) > budget ? low : high) = middle;
  }
  std::vector<double> logs(share.size());
  for (std::size_t v = 0; v < share.size(); ++v) {
    const double own = share[v] > 0.0 ? std::exp(-high * error * error / share[v]) : 0.0;
    logs[v] = -std::log(own + risk * kEvenly / 2.0 / n);
  }
  return logs;
}

// How far below and above its estimate a share may lie after `drawn` of at most `limit` samples.
double below(double share, double log_risk, double limit, double drawn) {
  const double shift = 1.0 / 3.0 - limit / drawn;
  return log_risk / drawn * (shift + std::sqrt(shift * shift + 2.0 * share * limit / log_risk));
}
double above(double share, double log_risk, double limit, double drawn) {
  const double shift = 1.0 / 3.0 + limit / drawn;
  return log_risk / drawn * (shift + std::sqrt(shift * shift + 2.0 * share * limit / log_risk));
}

// At the limit the error itself bounds every share.
void bound(Shares& shares, const std::vector<double>& logs, double limit, double error) {
  const double drawn = static_cast<double>(shares.samples);
  const double most = drawn >= limit ? error : 1.0;
  for (std::size_t v = 0; v < shares.value.size(); ++v) {
    const double share = shares.value[v];
    shares.lower[v] = std::max(0.0, share - std::min(most, below(share, logs[v], limit, drawn)));
    shares.upper[v] = std::min(1.0, share + std::min(most, above(share, logs[v], limit, drawn)));
  }
}

bool within(const Shares& shares, double error) {
  for (std::size_t v = 0; v < shares.value.size(); ++v) {
    if (shares.upper[v] - shares.value[v] > error) return false;
    if (shares.value[v] - shares.lower[v] > error) return false;
  }
  return true;
}

// Of each strong component a bound of the vertices that a shortest path has inside it: the way to a
// hub and on from it, by hops; all of them by lengths.
class InsideComponents {
 public:
  InsideComponents(const Graph& graph, const std::vector<std::uint32_t>& component)
      : graph_(graph), component_(component), depth_(graph.vertex_count(), 0) {}

  std::size_t farthest(VertexId hub, Along along) {
    const Arcs rows = arcs(graph_, along);
    ++round_;
    std::vector<VertexId> level{hub};
    std::vector<VertexId> next;
    depth_[hub] = round_;
    std::size_t levels = 0;
    for (; !level.empty(); ++levels) {
      next.clear();
      for (const VertexId v : level) {
        for (std::size_t k = rows.begin(v); k < rows.end(v); ++k) {
          const VertexId w = rows.ends[k];
          if (component_[w] != component_[v] || depth_[w] == round_) continue;
          depth_[w] = round_;
          next.push_back(w);
        }
      }
      level.swap(next);
    }
    return levels - 1;
  }

 private:
  const Graph& graph_;
  const std::vector<std::uint32_t>& component_;
  std::vector<std::uint32_t> depth_;  // the round in which the vertex was met
  std::uint32_t round_ = 0;
};

std::vector<std::size_t> bounds_inside(const Graph& graph,
                                       const std::vector<std::uint32_t>& component,
                                       std::size_t count) {
  std::vector<std::size_t> bounds(count, 0);
  std::vector<VertexId> hubs(count, 0);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    const std::uint32_t c = component[v];
    if (bounds[c]++ == 0 || graph.degree(v) > graph.degree(hubs[c])) hubs[c] = v;
  }
  if (graph.weighted()) return bounds;
  InsideComponents inside(graph, component);
  for (std::size_t c = 0; c < count; ++c) {
    if (bounds[c] == 1) continue;
    const std::size_t away = inside.farthest(hubs[c], Along::out);
    const std::size_t towards = graph.directed() ? inside.farthest(hubs[c], Along::in) : away;
    bounds[c] = std::min(bounds[c], away + towards + 1);
  }
  return bounds;
}

}  // namespace

std::size_t longest_path_bound(const Graph& graph) {
  const std::vector<std::uint32_t> component = strong_components_reversed(graph);
  std::size_t count = 0;
  for (const std::uint32_t c : component) count = std::max<std::size_t>(count, c + std::size_t{1});
  const std::vector<std::size_t> inside = bounds_inside(graph, component, count);
  std::vector<std::vector<VertexId>> members(count);
  for (VertexId v = 0; v < graph.vertex_count(); ++v) members[component[v]].push_back(v);
  // A shortest path visits a component once, and edges lead to lower numbers.
  std::vector<std::size_t> longest(count, 0);
  std::size_t most = 0;
  for (std::size_t c = 0; c < count; ++c) {
    for (const VertexId v : members[c]) {
      for (const VertexId w : graph.out(v)) {
        if (component[w] != c) longest[c] = std::max(longest[c], longest[component[w]]);
      }
    }
    longest[c] += inside[c];
    most = std::max(most, longest[c]);
  }
  return most;
}

bool parted(const Shares& shares, std::size_t first) {
  if (first == 0 || first >= shares.value.size()) return first > 0;
  std::vector<VertexId> order(shares.value.size());
  std::iota(order.begin(), order.end(), VertexId{0});
  const auto cut = order.begin() + static_cast<std::ptrdiff_t>(first);
  std::nth_element(order.begin(), cut, order.end(), [&shares](VertexId a, VertexId b) {
    return shares.value[a] != shares.value[b] ? shares.value[a] > shares.value[b] : a < b;
  });
  double least = 1.0;
  double most = 0.0;
  for (auto v = order.begin(); v != cut; ++v) least = std::min(least, shares.lower[*v]);
  for (auto v = cut; v != order.end(); ++v) most = std::max(most, shares.upper[*v]);
  return least > most;
}

Shares sampled_shares(const Graph& graph, const Precision& precision, const Run& run) {
  const double error = precision.error;
  const double limit = limit_of(longest_path_bound(graph), error, precision.risk / 2.0);
  const auto last = static_cast<std::size_t>(limit);
  Draws draws(graph, run);
  draws.draw_up_to(std::max<std::size_t>(last / 100, kBlock));
  const std::vector<double> logs = shared_out(draws.shares(), error, precision.risk / 2.0);
  draws.forget();
  Shares shares;
  shares.lower.resize(graph.vertex_count());
  shares.upper.resize(graph.vertex_count());
  for (std::size_t next = std::max<std::size_t>(last / 32, kBlock);; next += next / 8 + kBlock) {
    draws.draw_up_to(std::min(next, last));
    shares.samples = draws.samples();
    shares.value = draws.shares();
    bound(shares, logs, limit, error);
    if (shares.samples >= last || within(shares, error)) return shares;
    if (precision.first > 0 && parted(shares, precision.first)) return shares;
  }
}

}  // namespace summitry
