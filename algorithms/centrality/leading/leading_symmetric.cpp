// The undirected case: Lanczos in each component that may have the largest eigenvalue.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "algorithms/centrality/leading/lanczos.hpp"
#include "algorithms/centrality/leading/leaders.hpp"
#include "algorithms/structure/components.hpp"
#include "algorithms/weights.hpp"

namespace summitry {
namespace {

using Values = std::vector<double>;

constexpr double kSameValue = 1e-10;  // relative; components this near share the eigenvalue

// The matrix, a component in a row: rows [begin(part), begin(part + 1)), whose ends count from its
// first row.
class Components {
 public:
  Components(const Graph& graph, const Run& run)
      : Components(graph, components(graph, Connection::weak, run), run) {}

  [[nodiscard]] std::uint32_t count() const {
    return static_cast<std::uint32_t>(begin_.size() - 1);
  }
  [[nodiscard]] std::size_t begin(std::uint32_t part) const { return begin_[part]; }
  [[nodiscard]] std::size_t end(std::uint32_t part) const { return begin_[part + 1]; }
  [[nodiscard]] std::span<const VertexId> members(std::uint32_t part) const {
    return std::span(order_).subspan(begin_[part], begin_[part + 1] - begin_[part]);
  }
  [[nodiscard]] const ReorderedRows& rows() const { return rows_; }

  // By part, the largest row sum: no eigenvalue of it is larger.
  [[nodiscard]] Values bounds() const {
    Values found;
    found.reserve(count());
    for (std::uint32_t part = 0; part < count(); ++part) found.push_back(bound(part));
    return found;
  }

 private:
  [[nodiscard]] double bound(std::uint32_t part) const {
    const Arcs& all = rows_.arcs();
    double most = 0.0;
    for (std::size_t i = begin_[part]; i < begin_[part + 1]; ++i) {
      double sum = all.weights.empty() ? static_cast<double>(all.end(i) - all.begin(i)) : 0.0;
      for (std::size_t k = all.begin(i); !all.weights.empty() && k < all.end(i); ++k) {
        sum += all.weights[k];
      }
      most = std::max(most, sum);
    }
    return most;
  }

  Components(const Graph& graph, const Partition& parts, const Run& run)
      : order_(by_row_length(arcs(graph, Along::out), parts.community, parts.count)),
        begin_(std::size_t{parts.count} + 1, 0),
        rows_(arcs(graph, Along::out), order_, places(parts), run) {}

  // Within the part; fills in begin_ as well.
  std::vector<VertexId> places(const Partition& parts) {
    for (const std::uint32_t part : parts.community) ++begin_[part + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    std::vector<VertexId> place = places_in(order_);
    for (std::size_t v = 0; v < place.size(); ++v) place[v] -= begin_[parts.community[v]];
    return place;
  }

  std::vector<VertexId> order_;
  std::vector<VertexId> begin_;
  ReorderedRows rows_;
};

double dot(const Values& a, const Values& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void add_part(std::span<const VertexId> members, const LeadingVector& pair, const Values& start,
              Values& total) {
  double towards = 0.0;
  for (std::size_t i = 0; i < members.size(); ++i) towards += start[members[i]] * pair.vector[i];
  for (std::size_t i = 0; i < members.size(); ++i) total[members[i]] = towards * pair.vector[i];
}

}  // namespace

LeadingVector leading_symmetric(const Graph& given, const std::vector<double>& start,
                                const LeadingOptions& options, const Run& run) {
  const auto positive = without_zero_weights(given);
  const Graph& graph = positive ? *positive : given;
  const Components matrix(graph, run);

  const auto found = leaders(matrix.bounds(), kSameValue, [&](std::uint32_t part, double) {
    const std::size_t size = matrix.end(part) - matrix.begin(part);
    return leading_of({{matrix.rows(), matrix.begin(part), size}}, options, run);
  });
  LeadingVector leading{found.value, Values(graph.vertex_count(), 0.0), found.convergence};
  for (const auto& [part, pair] : found.parts) {
    add_part(matrix.members(part), pair, start, leading.vector);
  }
  const double norm = std::sqrt(dot(leading.vector, leading.vector));
  for (double& value : leading.vector) {
    if (norm > 0.0) value /= norm;
  }
  return leading;
}

}  // namespace summitry
