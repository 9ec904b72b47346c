#include "algorithms/continuity/blocs/blocs.hpp"

#include <algorithm>
#include <utility>

#include "algorithms/communities/quality/modularity.hpp"
#include "algorithms/communities/trust/detect.hpp"
#include "algorithms/continuity/blocs/bloc_agreement.hpp"
#include "engine/random.hpp"
#include "engine/reshape.hpp"

namespace summitry {
namespace {

constexpr std::uint64_t kOtherStream = 0x4e4f495345;  // seeds of the partitions that noise compares

Graph joined(const Graph& graph) {
  std::vector<VertexId> vertices;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) {
    if (graph.degree(v) > 0) vertices.push_back(v);
  }
  return induced(graph, vertices);
}

EditionBlocs blocs_of(const Graph& all, const BlocsOptions& options, const Run& run) {
  const Graph graph = joined(all);
  EditionBlocs result;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) result.entities.push_back(graph.entity(v));
  DetectOptions detect;
  detect.method = options.method;
  detect.runs = options.runs;
  detect.keep = Keep::consensus;
  const Partition found = kept_partition(graph, detect, run);
  Run other = run;
  other.seed = Random(run.seed, kOtherStream).next();
  const Partition again = kept_partition(graph, detect, other);
  result.community = found.community;
  result.communities = found.count;
  result.modularity = modularity(graph, found);
  result.noise = bloc_agreement(result.community, again.community);
  return result;
}

// The blocs of those who are in both.
struct CommonLabels {
  std::vector<std::uint32_t> before;
  std::vector<std::uint32_t> after;
};

CommonLabels common_labels(const EditionBlocs& before, const EditionBlocs& after) {
  CommonLabels labels;
  std::size_t a = 0;
  std::size_t b = 0;
  while (a < before.entities.size() && b < after.entities.size()) {
    if (before.entities[a] < after.entities[b]) {
      ++a;
    } else if (after.entities[b] < before.entities[a]) {
      ++b;
    } else {
      labels.before.push_back(before.community[a++]);
      labels.after.push_back(after.community[b++]);
    }
  }
  return labels;
}

template <class Choose>
std::optional<double> chosen(const std::optional<double>& a, const std::optional<double>& b,
                             const Choose& choose) {
  if (!a || !b) return std::nullopt;
  return choose(*a, *b);
}

Agreement lesser(const Agreement& a, const Agreement& b) {
  const auto least = [](double x, double y) { return std::min(x, y); };
  const auto most = [](double x, double y) { return std::max(x, y); };
  Agreement result;
  result.adjusted_rand = chosen(a.adjusted_rand, b.adjusted_rand, least);
  result.adjusted_information = chosen(a.adjusted_information, b.adjusted_information, least);
  result.normalised_information = chosen(a.normalised_information, b.normalised_information, least);
  result.variation = chosen(a.variation, b.variation, most);
  result.variation_share = chosen(a.variation_share, b.variation_share, most);
  return result;
}

BlocStep compare(const std::vector<EditionBlocs>& editions, std::size_t from,
                 const std::vector<std::string>& names, const BlocsOptions& options,
                 const Run& run) {
  const EditionBlocs& before = editions[from];
  const EditionBlocs& after = editions[from + 1];
  const CommonLabels labels = common_labels(before, after);
  BlocStep step;
  step.from = from;
  step.to = from + 1;
  step.common = labels.before.size();
  step.agreement = bloc_agreement(labels.before, labels.after);
  step.noise = lesser(before.noise, after.noise);
  step.tests = label_permutation(labels.before, labels.after, options.permutations, run);
  for (NullTest& test : step.tests) test.name = names[from] + " to " + names[from + 1];
  if (step.agreement.adjusted_rand && step.noise.adjusted_rand) {
    step.beyond_noise = *step.agreement.adjusted_rand < *step.noise.adjusted_rand;
  }
  return step;
}

// Members by community, as entities: what life_cycle() follows.
Members members_of(const EditionBlocs& edition) {
  Members members(edition.communities);
  for (std::size_t i = 0; i < edition.entities.size(); ++i) {
    members[edition.community[i]].push_back(edition.entities[i]);
  }
  return members;
}

}  // namespace

Blocs blocs(const std::vector<EditionGraph>& editions, const std::vector<std::string>& names,
            const BlocsOptions& options, const Run& run) {
  Blocs result;
  result.method = options.method;
  result.runs = options.runs;
  result.permutations = options.permutations;
  std::vector<Members> members;
  for (const EditionGraph& edition : editions) {
    run.check();
    result.editions.push_back(blocs_of(edition.graph, options, run));
    members.push_back(members_of(result.editions.back()));
  }
  for (std::size_t t = 0; t + 1 < editions.size(); ++t) {
    result.steps.push_back(compare(result.editions, t, names, options, run));
  }
  result.life = life_cycle(members, options.life);
  return result;
}

}  // namespace summitry
