// How relations are spread over entities: degrees and the tail of their distribution.
#include "cli/vital_degrees.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "algorithms/structure/degrees/degree_tail.hpp"
#include "cli/figure_section.hpp"

namespace summitry::cli {
namespace {

constexpr int kTailSamples = 100;         // p to about 0.05
constexpr VertexId kSampledTail = 20000;  // vertices; drawing more takes minutes

constexpr std::string_view kClauset = "Clauset, Shalizi & Newman 2009, doi:10.1137/070710111";
constexpr std::string_view kVuong = "Vuong 1989, doi:10.2307/1912557";

void add_rival(Figures& figures, const TailRival& rival) {
  const std::string item =
      fmt::format("tail: against {} {}", rival.name == "exponential" ? "an" : "a", rival.name);
  const std::string_view who = rival.contains_power_law ? kClauset : kVuong;
  if (rival.contains_power_law) {
    figures.add({item,
                 "log likelihood ratio; never above 0, since it contains the power law; far below: "
                 "something is truncated",
                 who},
                cell(rival.ratio));
  } else {
    figures.add({item,
                 "log likelihood ratio in standard deviations; above 2 for the power law, below -2 "
                 "against it",
                 who},
                rival.deviations, "the two do not differ");
  }
  figures.add({item + ", p",
               "chance of a ratio as far from 0 if neither is nearer to the truth; above 0.1 the "
               "values cannot tell",
               who},
              cell(rival.p));
}

void add_tail(Figures& figures, const Graph& graph, const Run& run) {
  const bool sampled = graph.vertex_count() <= kSampledTail;
  const auto fit = degree_tail(graph, {.samples = sampled ? kTailSamples : 0}, run);
  const std::string few = "no tail with 10 entities of different degrees";
  const auto of = [&fit](auto field) { return fit ? std::optional((*fit).*field) : std::nullopt; };
  figures.add({"tail: starts at degree", "where a power law fits best", kClauset},
              of(&TailFit::start), few);
  figures.add({"tail: entities", "that have this degree or a higher one", kClauset},
              of(&TailFit::values), few);
  figures.add({"tail: exponent", "of the power law, by maximum likelihood", kClauset},
              of(&TailFit::exponent), few);
  figures.add({"tail: exponent, sd", "its standard deviation", kClauset}, of(&TailFit::exponent_sd),
              few);
  figures.add({"tail: distance", "largest difference of the cumulative shares (Kolmogorov-Smirnov)",
               kClauset},
              of(&TailFit::distance), few);
  const std::string samples = fmt::format("{} samples, seed {}", kTailSamples, run.seed);
  const std::optional<double> p = fit ? fit->p : std::nullopt;
  figures.add({"tail: p", "share of samples of the law that fit as badly; below 0.1 rules it out",
               kClauset},
              cell(p),
              p     ? samples
              : fit ? "left out above 20,000 entities"
                    : few);
  for (const TailRival& rival : fit ? fit->rivals : std::vector<TailRival>()) {
    add_rival(figures, rival);
  }
}

}  // namespace

Section degrees_section(const Graph& graph, const NetworkSummary& summary,
                        const DegreeSpread& spread, const Run& run) {
  Figures figures("degrees");
  figures.add({"mean degree", "edges at an entity, in plus out"}, spread.mean, "nobody");
  figures.add({"median degree", "half have no more"}, spread.median, "nobody");
  figures.add({"degree, sd", "standard deviation over all entities"}, spread.sd, "nobody");
  figures.add({"largest degree", "most edges at one entity"}, cell(summary.largest_degree));
  figures.add({"degree entropy", "bits that tell the degree of an entity",
               "Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x"},
              spread.entropy, "nobody");
  figures.add({"degree Gini", "0: all have the same degree; towards 1: one has all", "Gini 1912"},
              spread.gini, "no edges");
  add_tail(figures, graph, run);
  return std::move(figures).done();
}

Section distribution_section(const DegreeSpread& spread) {
  Section section{"degree distribution", {{"degree", "entities", "share at least"}, {}}};
  for (const DegreeCount& one : spread.counts) {
    section.table.rows.push_back({cell(one.degree), cell(one.vertices), one.at_least});
  }
  return section;
}

}  // namespace summitry::cli
