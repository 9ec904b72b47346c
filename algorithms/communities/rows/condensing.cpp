// One vertex a community: rows of a condensed graph condensed again, a block of communities at a time.
#include <algorithm>
#include <numeric>
#include <utility>

#include "algorithms/communities/rows/condensed.hpp"
#include "algorithms/communities/rows/looking_ahead.hpp"
#include "algorithms/communities/rows/run_of_step.hpp"
#include "engine/parallel.hpp"

namespace summitry::communities {
namespace {

constexpr std::size_t kWorkOfABlock = 1 << 13;  // arcs and vertices

template <class Weights>
class Condensing {
 public:
  Condensing(const Condensed& graph, std::span<const std::uint32_t> community, std::uint32_t count,
             Weights weights, Condensed::Kept room, const KnownRows& known)
      : graph_(graph),
        known_(known),
        community_(community),
        weights_(weights),
        members_(members_of(graph, community, count)) {
    result_.scale = graph.scale;
    result_.unit = graph.unit;
    result_.mass.assign(count, 0.0);
    if (!graph.in_mass.empty()) result_.in_mass.assign(count, 0.0);
    result_.kept = std::move(room);
    result_.kept.begins.assign(count, 0);
    result_.kept.ends.assign(count, 0);
    // A row has at most the arcs of its members.
    firsts_.reserve(members_.block_count());
    std::uint32_t first = 0;
    for (std::size_t block = 0; block < members_.block_count(); ++block) {
      firsts_.push_back(first);
      for (std::uint32_t c = members_.blocks[block]; c < members_.blocks[block + 1]; ++c) {
        first += members_.arcs[c];
      }
    }
    result_.kept.arcs.hold(graph.arcs);
    targets_ = result_.kept.arcs.targets();
    arc_weights_ = result_.kept.arcs.weights();
  }

  Condensed condensed(const Run& run) {
    std::vector<Scratch> scratch(static_cast<std::size_t>(run.thread_count()));
    parallel_blocks(members_.block_count(), 1, run, "condensing", [&](const Block& block) {
      fill(members_.heaviest_first[block.index], scratch[block.thread]);
    });
    if (known_.graph != nullptr) fill_known();
    result_.begins = result_.kept.begins;
    result_.ends = result_.kept.ends;
    result_.targets = targets_;
    result_.arc_weights = arc_weights_;
    for (std::uint32_t c = 0; c < result_.size(); ++c) {
      result_.arcs += result_.ends[c] - result_.begins[c];
      for (const double weight : result_.joining(c)) result_.weight += weight;
    }
    return std::move(result_);
  }

 private:
  using Sum = typename Weights::Sum;
  struct Out {
    std::uint32_t community = 0;
    Sum weight = 0;
  };
  // Weight between the community at hand and each of the others.
  struct Scratch {
    std::vector<double> joining;
    std::vector<std::uint32_t> touched;
    std::size_t count = 0;  // of those touched
    std::vector<Out> out;
  };

  // Rows one after the other: what is not written costs no memory.
  void fill(std::size_t block, Scratch& scratch) {
    scratch.joining.resize(result_.mass.size(), 0.0);
    scratch.touched.resize(result_.mass.size() + 1);
    std::uint32_t end = firsts_[block];
    for (std::uint32_t c = members_.blocks[block]; c < members_.blocks[block + 1]; ++c) {
      add_masses(c);
      result_.kept.begins[c] = end;
      if (is_known(c)) {
        end += members_.arcs[c];
        continue;
      }
      scratch.count = 0;
      for (std::uint32_t i = members_.begin[c]; i < members_.begin[c + 1]; ++i) {
        bring_row_near(graph_, members_.order, i);
        add_row(members_.order[i], c, scratch);
      }
      for (std::size_t i = 0; i < scratch.count; ++i) {
        const std::uint32_t d = scratch.touched[i];
        targets_[end] = d;
        arc_weights_[end++] = std::exchange(scratch.joining[d], 0.0);
      }
      result_.kept.ends[c] = end;
    }
  }

  [[nodiscard]] bool is_known(std::uint32_t c) const {
    return known_.graph != nullptr && known_.vertex[c] != KnownRows::kNone;
  }

  void add_masses(std::uint32_t c) {
    for (const VertexId v : members_.of(c)) {
      result_.mass[c] += graph_.mass[v];
      if (!graph_.in_mass.empty()) result_.in_mass[c] += graph_.in_mass[v];
    }
  }

  // The rows of those known: one another from where they are known, the others from their rows.
  void fill_known() {
    const Condensed& from = *known_.graph;
    std::vector<std::uint32_t> here(from.size(), KnownRows::kNone);
    auto& ends = result_.kept.ends;
    for (std::uint32_t c = 0; c < result_.size(); ++c) {
      if (!is_known(c)) continue;
      here[known_.vertex[c]] = c;
      ends[c] = result_.kept.begins[c];
    }
    const auto append = [&](std::uint32_t c, std::uint32_t target, double weight) {
      targets_[ends[c]] = target;
      arc_weights_[ends[c]++] = weight;
    };
    for (std::uint32_t c = 0; c < result_.size(); ++c) {
      if (is_known(c)) {
        const std::uint32_t v = known_.vertex[c];
        for (std::size_t k = from.begins[v]; k < from.ends[v]; ++k) {
          const std::uint32_t d = here[from.targets[k]];
          if (d != KnownRows::kNone) append(c, d, from.arc_weights[k]);
        }
      } else {
        for (std::uint32_t k = result_.kept.begins[c]; k < ends[c]; ++k) {
          if (is_known(targets_[k])) append(targets_[k], c, arc_weights_[k]);
        }
      }
    }
  }

  // First which arcs lead out of the community: most do not, and to add those up as well, each sum would
  // wait for the one before. Without branches on where an arc leads: that is a matter of chance.
  void add_row(VertexId v, std::uint32_t own, Scratch& scratch) {
    const std::size_t begin = graph_.begins[v];
    const std::size_t arcs = graph_.ends[v] - begin;
    const VertexId* row = graph_.targets + begin;
    if (scratch.out.size() < arcs + 1) scratch.out.resize(arcs + 1);
    Out* out = scratch.out.data();
    std::size_t leading_out = 0;
    for (std::size_t k = 0; k < arcs; ++k) {
      const std::uint32_t d = community_[row[k]];
      out[leading_out] = {d, static_cast<Sum>(weights_[begin + k])};
      leading_out += d != own ? 1 : 0;
    }
    double* joining = scratch.joining.data();
    std::uint32_t* touched = scratch.touched.data();
    std::size_t count = scratch.count;
    for (std::size_t k = 0; k < leading_out; ++k) {
      const double sum = joining[out[k].community];
      touched[count] = out[k].community;
      count += sum == 0.0 ? 1 : 0;
      joining[out[k].community] = sum + static_cast<double>(out[k].weight);
    }
    scratch.count = count;
  }

  const Condensed& graph_;
  const KnownRows& known_;
  std::span<const std::uint32_t> community_;
  Weights weights_;
  Members members_;
  std::vector<std::uint32_t> firsts_;  // where the rows of each block begin
  Condensed result_;
  VertexId* targets_ = nullptr;
  double* arc_weights_ = nullptr;
};

}  // namespace

Members members_of(const Condensed& graph, std::span<const std::uint32_t> community,
                   std::uint32_t count) {
  Members members{by_label(community, count), std::vector<std::uint32_t>(count, 0), {}, {}};
  for (VertexId v = 0; v < graph.size(); ++v) {
    members.arcs[community[v]] += graph.ends[v] - graph.begins[v];
  }
  members.blocks.push_back(0);
  std::vector<std::size_t> work;  // of each block
  std::size_t held = 0;
  for (std::uint32_t c = 0; c < count; ++c) {
    held += std::size_t{members.arcs[c]} + members.begin[c + std::size_t{1}] - members.begin[c];
    if (held < kWorkOfABlock && c + 1 < count) continue;
    members.blocks.push_back(c + 1);
    work.push_back(std::exchange(held, 0));
  }
  members.heaviest_first.resize(work.size());
  std::iota(members.heaviest_first.begin(), members.heaviest_first.end(), 0U);
  std::stable_sort(members.heaviest_first.begin(), members.heaviest_first.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return work[a] > work[b]; });
  return members;
}

Condensed condense(const Condensed& graph, std::span<const std::uint32_t> community,
                   std::uint32_t count, const Run& run, Condensed::Kept room,
                   const KnownRows& known) {
  const Run step = run_of_step(run, graph.arcs);
  return with_weights(graph, [&](auto weights) {
    return Condensing(graph, community, count, weights, std::move(room), known).condensed(step);
  });
}

}  // namespace summitry::communities
