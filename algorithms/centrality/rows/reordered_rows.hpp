// A copy of a Graph's rows in another order, with its columns renamed, cut into blocks of about equal
// work: for methods that multiply by the matrix many times. Hubs first keeps what is read most often
// in the cache.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "algorithms/arcs.hpp"
#include "algorithms/sweep.hpp"
#include "engine/parallel.hpp"

namespace summitry {

// Vertices by falling length of their rows; equal ones by id. `labels`, where given (0..count-1), go
// first: label 0, then 1, ...
[[nodiscard]] std::vector<VertexId> by_row_length(const Arcs& rows,
                                                  std::span<const std::uint32_t> labels = {},
                                                  std::uint32_t count = 0);
// Where each vertex stands in an order of all of them.
[[nodiscard]] std::vector<VertexId> places_in(std::span<const VertexId> order);

class ReorderedRows {
 public:
  // Row i is the row order[i] of `rows`, with every end e read as number[e]. Cost O(n + m).
  ReorderedRows(const Arcs& rows, std::span<const VertexId> order, std::span<const VertexId> number,
                const Run& run);
  ReorderedRows(const ReorderedRows&) = delete;
  ReorderedRows& operator=(const ReorderedRows&) = delete;

  [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
  [[nodiscard]] const Arcs& arcs() const { return arcs_; }
  [[nodiscard]] double sum(std::size_t row, const double* x) const {
    return row_sum(arcs_, row, x);
  }

 private:
  std::vector<std::uint32_t> offsets_;
  std::unique_ptr<VertexId[]> ends_;
  std::unique_ptr<double[]> weights_;
  Arcs arcs_;
};

// Rows [begin, end) in blocks of about equal work, which do not depend on the threads.
class RowBlocks {
 public:
  using Sums = std::array<double, 4>;

  RowBlocks(const Arcs& rows, std::size_t begin, std::size_t end);

  // Calls work(first, last) for every block and adds up what the calls give, in order of the blocks.
  // Throws Cancelled.
  template <class Part>
  Sums sums(const Run& run, const Part& part) const {
    std::vector<Sums> found(cuts_.size() - 1);
    each(run, [&](std::size_t block, std::size_t first, std::size_t last) {
      found[block] = part(first, last);
    });
    Sums total{};
    for (const Sums& one : found) {
      for (std::size_t i = 0; i < total.size(); ++i) total[i] += one[i];
    }
    return total;
  }
  void each(const Run& run,
            const std::function<void(std::size_t block, std::size_t first, std::size_t last)>& work)
      const;

 private:
  std::vector<std::size_t> cuts_;
};

}  // namespace summitry
