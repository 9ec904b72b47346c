#include "bench/planted.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <numeric>
#include <unordered_set>
#include <utility>

#include "engine/error.hpp"
#include "engine/random.hpp"

namespace summitry::bench {
namespace {

constexpr double kMeanDegree = 20.0;
constexpr double kDegreeExponent = 2.5;
constexpr double kSizeExponent = 1.5;
constexpr int kExchanges = 100;

// A density proportional to x^-exponent between two ends.
struct PowerLaw {
  double exponent;
  double low;
  double high;

  [[nodiscard]] double integral(double power) const {
    return (std::pow(high, power) - std::pow(low, power)) / power;
  }
  [[nodiscard]] double mean() const { return integral(2.0 - exponent) / integral(1.0 - exponent); }
  [[nodiscard]] double draw(Random& random) const {
    const double power = 1.0 - exponent;
    const double from = std::pow(low, power);
    const double to = std::pow(high, power);
    return std::pow(from + random.unit() * (to - from), 1.0 / power);
  }
};

// The lower end that gives the wanted mean, by halving.
PowerLaw with_mean(double exponent, double mean, double high) {
  double below = 1.0;
  double above = mean;
  for (int i = 0; i < 60; ++i) {
    const double middle = (below + above) / 2.0;
    (PowerLaw{exponent, middle, high}.mean() < mean ? below : above) = middle;
  }
  return {exponent, below, high};
}

// Sizes that add up to `vertices`.
std::vector<VertexId> sizes_of(VertexId vertices, VertexId low, VertexId high, Random& random) {
  const PowerLaw law{kSizeExponent, static_cast<double>(low), static_cast<double>(high) + 1.0};
  std::vector<VertexId> sizes;
  VertexId left = vertices;
  while (left >= 2 * low) {
    const auto drawn = std::min(high, static_cast<VertexId>(law.draw(random)));
    const VertexId size = left - std::min(left, drawn) < low ? left : drawn;
    sizes.push_back(std::min(size, left));
    left -= sizes.back();
  }
  if (left > 0) sizes.push_back(left);
  return sizes;
}

// Every vertex into a community with room that is larger than its degree within; those of the highest
// degree first, so that small communities are left for those that fit there.
std::vector<std::uint32_t> placed(std::vector<VertexId> sizes, std::vector<VertexId>& within,
                                  Random& random) {
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  std::vector<VertexId> order(within.size());
  std::iota(order.begin(), order.end(), VertexId{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](VertexId u, VertexId v) { return within[u] > within[v]; });
  std::vector<std::uint32_t> community(within.size());
  std::vector<std::uint32_t> rooms;
  std::uint32_t next = 0;
  for (const VertexId v : order) {
    while (next < sizes.size() && (rooms.empty() || sizes[next] > within[v])) {
      rooms.insert(rooms.end(), sizes[next], next);
      ++next;
    }
    const std::size_t chosen = random.below(rooms.size());
    community[v] = rooms[chosen];
    within[v] = std::min(within[v], sizes[rooms[chosen]] - 1);
    rooms[chosen] = rooms.back();
    rooms.pop_back();
  }
  return community;
}

// Edges that are added one by one and rewired where they may not stand.
class Matching {
 public:
  explicit Matching(const std::vector<std::uint32_t>& community) : community_(community) {}

  // Joins ends by twos at random; `across`: two of one community may not be joined.
  void join(std::vector<VertexId>& ends, bool across, Random& random) {
    random.shuffle(std::span(ends));
    const std::size_t first = edges_.size();
    std::vector<Edge> bad;
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
      const Edge edge{ends[i], ends[i + 1]};
      if (allowed(edge, across)) {
        add(edge);
      } else {
        bad.push_back(edge);
      }
    }
    for (const Edge& edge : bad) mend(edge, first, across, random);
  }

  std::vector<Edge> take() { return std::move(edges_); }

 private:
  static std::uint64_t key(const Edge& edge) {
    return std::uint64_t{std::min(edge.source, edge.target)} << 32U |
           std::max(edge.source, edge.target);
  }
  [[nodiscard]] bool allowed(const Edge& edge, bool across) const {
    if (edge.source == edge.target) return false;
    if (across && community_[edge.source] == community_[edge.target]) return false;
    return !present_.contains(key(edge));
  }
  void add(const Edge& edge) {
    present_.insert(key(edge));
    edges_.push_back(edge);
  }

  // Exchanges an end with one of the edges from `first` on.
  void mend(const Edge& edge, std::size_t first, bool across, Random& random) {
    for (int i = 0; i < kExchanges && edges_.size() > first; ++i) {
      Edge& other = edges_[first + random.below(edges_.size() - first)];
      if (random.below(2) == 1) std::swap(other.source, other.target);
      const Edge one{edge.source, other.target};
      const Edge two{other.source, edge.target};
      if (key(one) == key(two) || !allowed(one, across) || !allowed(two, across)) continue;
      present_.erase(key(other));
      present_.insert(key(one));
      other = one;
      add(two);
      return;
    }
  }

  const std::vector<std::uint32_t>& community_;
  std::unordered_set<std::uint64_t> present_;  // asked for members only, so its order does not show
  std::vector<Edge> edges_;
};

// New numbers for the vertices, and the lines in another order.
Planted shuffled(const std::vector<Edge>& edges, const std::vector<std::uint32_t>& community,
                 Random& random) {
  Planted result;
  result.list = {static_cast<VertexId>(community.size()), edges};
  std::vector<VertexId> number(community.size());
  std::iota(number.begin(), number.end(), VertexId{0});
  random.shuffle(std::span(number));
  result.community.resize(community.size());
  for (std::size_t v = 0; v < number.size(); ++v) result.community[number[v]] = community[v];
  for (Edge& edge : result.list.edges) edge = {number[edge.source], number[edge.target]};
  random.shuffle(std::span(result.list.edges));
  return result;
}

}  // namespace

Planted lfr(VertexId vertices, double mixing, std::uint64_t seed) {
  Random random(seed);
  const bool large = vertices >= 10000;
  const double most = large ? 200.0 : 50.0;
  const PowerLaw degrees = with_mean(kDegreeExponent, kMeanDegree, most);
  std::vector<VertexId> within(vertices);
  std::vector<VertexId> across(vertices);
  for (VertexId v = 0; v < vertices; ++v) {
    const auto degree = static_cast<VertexId>(degrees.draw(random) + 0.5);
    // rounded by chance, so that the mean is the wanted one
    across[v] = static_cast<VertexId>(mixing * degree + random.unit());
    across[v] = std::min(across[v], degree);
    within[v] = degree - across[v];
  }
  const std::vector<VertexId> sizes = sizes_of(vertices, 20, large ? 1000 : 100, random);
  const std::vector<std::uint32_t> community = placed(sizes, within, random);
  std::vector<std::vector<VertexId>> ends(sizes.size());
  std::vector<VertexId> between;
  for (VertexId v = 0; v < vertices; ++v) {
    ends[community[v]].insert(ends[community[v]].end(), within[v], v);
    between.insert(between.end(), across[v], v);
  }
  Matching matching(community);
  for (std::vector<VertexId>& group : ends) matching.join(group, false, random);
  matching.join(between, true, random);
  return shuffled(matching.take(), community, random);
}

Planted planted_partition(VertexId groups, VertexId size, double inside, double outside,
                          std::uint64_t seed) {
  Random random(seed);
  const VertexId vertices = groups * size;
  std::vector<std::uint32_t> community(vertices);
  for (VertexId v = 0; v < vertices; ++v) community[v] = v / size;
  std::vector<Edge> edges;
  const auto half = [&](double degree) {
    return static_cast<std::size_t>(0.5 * degree * static_cast<double>(vertices));
  };
  for (std::size_t i = 0; i < half(inside); ++i) {
    const auto v = static_cast<VertexId>(random.below(vertices));
    edges.push_back({v, v / size * size + static_cast<VertexId>(random.below(size))});
  }
  for (std::size_t i = 0; i < half(outside); ++i) {
    edges.push_back({static_cast<VertexId>(random.below(vertices)),
                     static_cast<VertexId>(random.below(vertices))});
  }
  for (Edge& edge : edges) {
    if (edge.source > edge.target) std::swap(edge.source, edge.target);
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  std::erase_if(edges, [](const Edge& edge) { return edge.source == edge.target; });
  return shuffled(edges, community, random);
}

std::vector<std::uint32_t> read_labels(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw Error("cannot read " + path);
  std::vector<std::uint32_t> labels;
  for (std::uint32_t label = 0; in >> label;) labels.push_back(label);
  if (!in.eof()) throw Error(path + ": not a number a line");
  return labels;
}

void write_labels(const std::vector<std::uint32_t>& labels, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  for (const std::uint32_t label : labels) out << label << '\n';
  if (!out.flush()) throw SaveError("cannot write " + path);
}

}  // namespace summitry::bench
