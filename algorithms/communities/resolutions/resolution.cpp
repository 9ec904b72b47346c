#include "algorithms/communities/resolutions/resolution.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "algorithms/communities/agreement/against.hpp"
#include "algorithms/communities/quality/inside.hpp"
#include "algorithms/communities/resolutions/envelope.hpp"
#include "algorithms/communities/resolutions/plateaus.hpp"
#include "algorithms/communities/trust/runs.hpp"
#include "algorithms/communities/trust/stability.hpp"
#include "algorithms/options.hpp"
#include "algorithms/structure/components.hpp"
#include "engine/number.hpp"
#include "engine/parallel.hpp"

namespace summitry {
namespace {

using namespace communities;
using Point = ResolutionProfile::Point;

constexpr int kPoints = 29;
constexpr int kRounds = 3;
constexpr std::size_t kMostBorders = 40;  // looked at in a round
constexpr double kRefined = 2e5;          // vertices and edges up to which borders are looked at

Parameters with_resolution(Parameters parameters, double resolution) {
  std::erase_if(parameters, [](const auto& option) { return option.first == "resolution"; });
  parameters.emplace_back("resolution", shortest(resolution));
  return parameters;
}

bool wants_cpm(const Parameters& parameters) {
  return std::find(parameters.begin(), parameters.end(),
                   std::pair<std::string, std::string>("quality", "cpm")) != parameters.end();
}

// Where resolutions begin and end, and which is preferred.
struct Scale {
  double lowest = 0.25;
  double middle = 1.0;
  double highest = 32.0;

  [[nodiscard]] double at(int point) const {
    // The powers of two of modularity come out exactly.
    return lowest * std::exp2(std::log2(highest / lowest) * point / (kPoints - 1));
  }
};

Scale scale_of(const Graph& graph, bool cpm) {
  const double n = graph.vertex_count();
  if (!cpm || n < 2.0 || graph.edge_count() == 0) return {};
  const std::vector<double> weights = graph.edge_weights();
  const double m = graph.edge_count();
  const double total = weights.empty() ? m : std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!(total > 0.0)) return {};
  // Pairs as cpm.hpp counts them.
  const double density = total / ((graph.directed() ? 1.0 : 0.5) * n * (n - 1.0));
  return {density / 4.0, density, std::max(total / m, density * 4.0)};
}

std::size_t isolated(const Graph& graph) {
  std::size_t count = 0;
  for (VertexId v = 0; v < graph.vertex_count(); ++v) count += graph.degree(v) == 0 ? 1 : 0;
  return count;
}

// Where to look for a partition by its quality is to look for it by the likelihood of a model in which
// pairs within groups are joined at one rate and pairs across at another: the logarithmic mean of the
// rates that it has. Not a number where one of them is none.
double likeliest_resolution(const Line& line, const Line& all) {
  const double within = line.inside / line.expected;
  const double across = (all.inside - line.inside) / (all.expected - line.expected);
  return (within - across) / std::log(within / across);
}

enum class Borders { refined, as_found };

class Profiler {
 public:
  Profiler(const Graph& graph, const DetectOptions& options, const Run& run)
      : graph_(graph),
        run_(run),
        method_(community_method(options.method)),
        parameters_(options.parameters),
        cpm_(wants_cpm(options.parameters)),
        scale_(scale_of(graph, cpm_)),
        isolated_(isolated(graph)),
        components_(components(graph).count) {
    size_ = graph.vertex_count() + static_cast<double>(graph.edge_count());
    runs_ = options.runs.value_or(std::clamp<std::size_t>(runs_for(graph, method_) / 20, 3, 5));
    if (!method_.random) runs_ = 1;
    linear_ = method_.quality_name == "modularity";
    profile_.name = method_.name;
    profile_.title = method_.title;
    profile_.reference = method_.reference;
    profile_.parameters = method_.complete(with_resolution(parameters_, scale_.middle));
    std::erase_if(profile_.parameters,
                  [](const auto& option) { return option.first == "resolution"; });
    profile_.parameters.emplace_back("runs", std::to_string(runs_));
    profile_.parameters.emplace_back("seed", std::to_string(run.seed));
    profile_.quality_name = cpm_ ? "cpm" : std::string(method_.quality_name);
  }

  // Where ranges meet exactly is no matter to plateaus.
  ResolutionProfile make(Borders borders) {
    for (int i = 0; i < kPoints; ++i) {
      run_.report("resolutions", static_cast<double>(i) / kPoints);
      if (add_point(scale_.at(i))) break;
    }
    if (linear_) place_points();
    find_plateaus();
    if (linear_ && borders == Borders::refined) {
      refine();
      place_points();
    }
    finish();
    return std::move(profile_);
  }

  [[nodiscard]] double middle() const { return scale_.middle; }

 private:
  [[nodiscard]] bool shattered(const Partition& partition) const {
    const double isolates = static_cast<double>(isolated_);
    return 2.0 * (partition.count - isolates) > graph_.vertex_count() - isolates;
  }
  [[nodiscard]] bool trivial(const Partition& partition) const {
    return partition.count <= components_ || shattered(partition);
  }

  // Whether the partition is new. Its place among all is `where`.
  bool keep(Partition partition, std::size_t& where) {
    const auto [place, is_new] = known_.emplace(partition.community, pool_.size());
    where = place->second;
    if (!is_new) return false;
    if (linear_) lines_.push_back(line_of(partition));
    pool_.push_back(std::move(partition));
    return true;
  }

  [[nodiscard]] Line line_of(const Partition& partition) const {
    const Quality quality = cpm_ ? Quality::cpm : Quality::modularity;
    const double inside = quality_of(quality, graph_, partition.community, 0.0).value_or(0.0);
    const double all = quality_of(quality, graph_, partition.community, 1.0).value_or(0.0);
    return {inside, inside - all};
  }

  [[nodiscard]] std::vector<Partition> found_at(double resolution, std::size_t runs) const {
    Run quiet = run_;
    quiet.progress = nullptr;
    return run_many(method_, graph_, with_resolution(parameters_, resolution), runs, quiet);
  }

  // Whether the graph is shattered there.
  bool add_point(double resolution) {
    std::vector<Partition> partitions = found_at(resolution, runs_);
    Run quiet = run_;
    quiet.progress = nullptr;
    Point point;
    point.resolution = point.from = point.to = resolution;
    point.stability = mean_agreement(partitions, quiet);
    const std::size_t best = best_of(partitions);
    point.quality = partitions[best].quality.value_or(0.0);
    const bool over = shattered(partitions[best]);
    std::size_t where = 0;
    keep(partitions[best], where);
    best_.push_back(where);
    // Of a large graph only the best are worth their memory.
    for (std::size_t i = 0; i < partitions.size() && size_ <= kRefined; ++i) {
      keep(std::move(partitions[i]), where);
    }
    profile_.points.push_back(point);
    return over;
  }

  [[nodiscard]] std::vector<Dominant> envelope() const {
    if (profile_.points.empty()) return {};
    return upper_envelope(lines_, profile_.points.front().resolution,
                          profile_.points.back().resolution);
  }

  // Runs where ranges meet; a line above the envelope there moves the borders.
  void refine() {
    for (int round = 0; round < kRounds && size_ <= kRefined; ++round) {
      const std::vector<Dominant> ranges = envelope();
      bool better = false;
      for (std::size_t i = 1; i < std::min(ranges.size(), kMostBorders); ++i) {
        const double border = ranges[i].from;
        const double highest = lines_[ranges[i].line].at(border);
        for (Partition& partition : found_at(border, method_.random ? 2 : 1)) {
          std::size_t where = 0;
          const bool is_new = keep(std::move(partition), where);
          better = better || (is_new && lines_[where].at(border) > highest + 1e-12);
        }
      }
      if (!better) return;
    }
  }

  // Each point gets the best of all partitions there.
  void place_points() {
    const std::vector<Dominant> ranges = envelope();
    std::size_t range = 0;
    for (std::size_t i = 0; i < profile_.points.size(); ++i) {
      Point& point = profile_.points[i];
      while (range + 1 < ranges.size() && ranges[range + 1].from <= point.resolution) ++range;
      best_[i] = ranges[range].line;
      point.quality = lines_[ranges[range].line].at(point.resolution);
      point.from = ranges[range].from;
      point.to = ranges[range].to;
    }
    profile_.ranges.clear();
    for (const Dominant& one : ranges) {
      const double modularity =
          quality_of(Quality::modularity, graph_, pool_[one.line].community, 1.0).value_or(0.0);
      profile_.ranges.push_back({one.from, one.to, pool_[one.line].count, modularity});
    }
  }

  // Before ranges are refined, so that they are the same whether or not anybody asks for that.
  void find_plateaus() {
    const Line all =
        linear_ ? line_of({std::vector<std::uint32_t>(graph_.vertex_count(), 0)}) : Line{};
    std::vector<const Partition*> candidates;
    std::vector<double> likeliest;
    for (const std::size_t where : best_) {
      candidates.push_back(trivial(pool_[where]) ? nullptr : &pool_[where]);
      likeliest.push_back(linear_ ? likeliest_resolution(lines_[where], all) : 0.0);
    }
    profile_.plateaus =
        communities::find_plateaus(profile_.points, candidates, likeliest, scale_.middle, run_);
  }

  void finish() {
    for (std::size_t i = 0; i < profile_.points.size(); ++i) {
      const Partition& partition = pool_[best_[i]];
      Point& point = profile_.points[i];
      point.communities = partition.count;
      if (i > 0) point.distance = Against(pool_[best_[i - 1]]).to(partition).distance;
      for (Plateau& plateau : profile_.plateaus) {
        if (plateau.resolution == point.resolution) plateau.communities = point.communities;
      }
    }
    profile_.distinct = pool_.size();
  }

  const Graph& graph_;
  Run run_;
  const CommunityMethod& method_;
  Parameters parameters_;
  bool cpm_;
  Scale scale_;
  std::size_t isolated_;
  std::size_t components_;
  double size_ = 0.0;
  std::size_t runs_ = 3;
  bool linear_ = true;
  ResolutionProfile profile_;
  std::vector<Partition> pool_;  // every different partition
  std::vector<Line> lines_;      // of each
  std::map<std::vector<std::uint32_t>, std::size_t> known_;
  std::vector<std::size_t> best_;  // by point: its partition
};

}  // namespace

ResolutionProfile resolution_profile(const Graph& graph, const DetectOptions& options,
                                     const Run& run) {
  if (options.runs) check_runs("communities", *options.runs, graph.vertex_count());
  return Profiler(graph, options, run).make(Borders::refined);
}

Plateau longest_plateau(const Graph& graph, const DetectOptions& options, const Run& run) {
  DetectOptions unasked = options;
  unasked.runs.reset();
  Profiler profiler(graph, unasked, run);
  const ResolutionProfile profile = profiler.make(Borders::as_found);
  for (const Plateau& plateau : profile.plateaus) {
    if (plateau.chosen) return plateau;
  }
  Plateau none;
  none.resolution = none.from = none.to = profiler.middle();
  return none;
}

}  // namespace summitry
