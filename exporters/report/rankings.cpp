// Tables of measures.
#include <algorithm>

#include "exporters/report/context.hpp"
#include "exporters/report/markdown.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

constexpr std::size_t kTop = 15;

std::string ranking_table(const Context& context, const NamedScores& scores) {
  const std::vector<Ranked> ranked = context.ranking(scores);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(kTop, ranked.size()); ++i) {
    rows.push_back({md::count(ranked[i].rank), context.name_of_vertex(ranked[i].vertex),
                    md::escaped(context.kind(ranked[i].vertex)), md::figure(ranked[i].value)});
  }
  return md::table({{"Rank", true}, {"Name", false}, {"Kind", false}, {"Value", true}}, rows);
}

// What the table does not show: ties at its end, and entities without a value.
std::string ranking_note(const Context& context, const NamedScores& scores) {
  const std::vector<Ranked> ranked = context.ranking(scores);
  std::string text;
  if (ranked.size() > kTop && ranked[kTop].rank == ranked[kTop - 1].rank) {
    const std::size_t rank = ranked[kTop - 1].rank;
    const auto tied = static_cast<std::size_t>(
        std::count_if(ranked.begin() + kTop, ranked.end(),
                      [rank](const Ranked& one) { return one.rank == rank; }));
    text += "\n" + md::count(tied, "more entity shares", "more entities share") +
            " the last rank shown.\n";
  }
  const std::size_t undefined = context.parts().graph.vertex_count() - ranked.size();
  if (undefined > 0) {
    text +=
        "\nThe measure is not defined for " + md::count(undefined, "entity", "entities") + ".\n";
  }
  if (scores.scores.convergence && !scores.scores.convergence->reached) {
    text += "\n**The computation did not converge**: the values are its best estimate.\n";
  }
  return text;
}

}  // namespace

std::string centrality(const Context& context) {
  if (context.parts().scores.empty()) return "";
  const std::size_t n = context.parts().graph.vertex_count();
  std::string text = "## Measures\n\n";
  if (n == 0) return text + "The selection holds no entities, so there is nothing to measure.\n";
  text += "The first " + md::count(std::min(kTop, n)) + " of " +
          md::count(n, "entity", "entities") +
          " by each measure; equal values share a rank. Methods are at the end.\n";
  for (const NamedScores& scores : context.parts().scores) {
    const std::string& title = scores.title.empty() ? scores.name : scores.title;
    text += "\n### " + md::capitalised(md::escaped(title)) + " (" + md::escaped(scores.name) +
            ")\n\n" + ranking_table(context, scores) + ranking_note(context, scores);
  }
  return text;
}

}  // namespace summitry::report
