#include "loaders/edge_ids.hpp"

#include <algorithm>
#include <atomic>
#include <bit>

#include "engine/parallel.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 1 << 16;  // edges
constexpr std::uint64_t kBits = 64;

// A bit an id, and how many are set before each word: what is below an id is its vertex.
class Present {
 public:
  explicit Present(std::uint64_t highest) : words_(highest / kBits + 1, 0) {}

  // From any thread.
  void add(std::uint64_t id) {
    const std::atomic_ref<std::uint64_t> word(words_[id / kBits]);
    const std::uint64_t bit = std::uint64_t{1} << (id % kBits);
    if ((word.load(std::memory_order_relaxed) & bit) == 0) {
      word.fetch_or(bit, std::memory_order_relaxed);
    }
  }

  // Once all are added; how many there are.
  std::uint64_t number() {
    std::uint64_t count = 0;
    before_.reserve(words_.size());
    for (const std::uint64_t word : words_) {
      before_.push_back(static_cast<VertexId>(count));
      count += static_cast<std::uint64_t>(std::popcount(word));
    }
    return count;
  }

  [[nodiscard]] VertexId vertex(std::uint64_t id) const {
    const std::uint64_t below = (std::uint64_t{1} << (id % kBits)) - 1;
    return before_[id / kBits] + static_cast<VertexId>(std::popcount(words_[id / kBits] & below));
  }

  [[nodiscard]] std::vector<std::uint64_t> ids(std::uint64_t count) const {
    std::vector<std::uint64_t> all;
    all.reserve(count);
    for (std::uint64_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        all.push_back(i * kBits + static_cast<std::uint64_t>(std::countr_zero(word)));
      }
    }
    return all;
  }

 private:
  std::vector<std::uint64_t> words_;
  std::vector<VertexId> before_;
};

// Every edge with its ends replaced.
template <class AnyEdge, class Vertex>
void replace(const std::vector<AnyEdge>& from, std::vector<Edge>& to, const Run& run,
             const Vertex& vertex) {
  parallel_blocks(from.size(), kBlock, run, "numbering vertices", [&](const Block& block) {
    for (std::size_t e = block.begin; e < block.end; ++e) {
      to[e] = {vertex(from[e].source), vertex(from[e].target)};
    }
  });
}

template <class AnyEdge>
DenseIds by_sorting(const std::vector<AnyEdge>& from, std::vector<Edge>& to, const Run& run) {
  DenseIds dense;
  dense.ids.reserve(2 * from.size());
  for (const AnyEdge& edge : from) {
    dense.ids.push_back(edge.source);
    dense.ids.push_back(edge.target);
  }
  std::sort(dense.ids.begin(), dense.ids.end());
  dense.ids.erase(std::unique(dense.ids.begin(), dense.ids.end()), dense.ids.end());
  dense.ids.shrink_to_fit();
  dense.count = dense.ids.size();
  replace(from, to, run, [&dense](std::uint64_t id) {
    const auto place = std::lower_bound(dense.ids.begin(), dense.ids.end(), id);
    return static_cast<VertexId>(place - dense.ids.begin());
  });
  return dense;
}

}  // namespace

DenseIds make_dense(std::vector<Edge>& edges, std::uint64_t highest, const Run& run) {
  constexpr std::uint64_t kBitsAnEdge = 32;  // as many as the edge's own rows will take, half
  if (highest / kBitsAnEdge > edges.size() + kBlock) return by_sorting(edges, edges, run);
  Present present(highest);
  parallel_blocks(edges.size(), kBlock, run, "numbering vertices", [&](const Block& block) {
    for (std::size_t e = block.begin; e < block.end; ++e) {
      present.add(edges[e].source);
      present.add(edges[e].target);
    }
  });
  DenseIds dense;
  dense.count = present.number();
  if (dense.count == highest + 1) return dense;
  dense.ids = present.ids(dense.count);
  replace(edges, edges, run, [&present](std::uint64_t id) { return present.vertex(id); });
  return dense;
}

DenseIds make_dense(std::vector<WideEdge>& wide, std::vector<Edge>& edges, const Run& run) {
  edges.resize(wide.size());
  DenseIds dense = by_sorting(wide, edges, run);
  std::vector<WideEdge>().swap(wide);
  return dense;
}

}  // namespace summitry
