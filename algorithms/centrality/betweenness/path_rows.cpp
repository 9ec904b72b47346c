#include "algorithms/centrality/betweenness/path_rows.hpp"

#include <numeric>

namespace summitry {

PathRows reversed(const PathRows& rows) {
  PathRows back;
  back.offsets.assign(rows.size() + 1, 0);
  for (const VertexId w : rows.ends) ++back.offsets[w + 1];
  std::partial_sum(back.offsets.begin(), back.offsets.end(), back.offsets.begin());
  back.ends.resize(rows.ends.size());
  back.sources = rows.targets;
  back.targets = rows.sources;
  back.copies = rows.copies;
  std::vector<std::uint32_t> place(back.offsets.begin(), back.offsets.end() - 1);
  for (VertexId v = 0; v < rows.size(); ++v) {
    for (std::size_t k = rows.offsets[v]; k < rows.offsets[v + 1]; ++k) {
      back.ends[place[rows.ends[k]]++] = v;
    }
  }
  return back;
}

}  // namespace summitry
