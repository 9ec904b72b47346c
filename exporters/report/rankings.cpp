// Tables of measures and communities.
#include <algorithm>

#include "exporters/report/context.hpp"
#include "exporters/report/markdown.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

constexpr std::size_t kTop = 15;
constexpr std::size_t kCommunities = 20;
constexpr std::size_t kMembers = 6;

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

std::string communities(const Context& context) {
  const NamedPartition* partition = context.parts().communities;
  if (partition == nullptr || partition->communities.empty()) return "";
  std::vector<std::vector<std::string>> rows;
  const auto& all = partition->communities;
  const auto alone = static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [](const Community& one) { return one.members.size() == 1; }));
  const std::size_t groups = all.size() - alone;  // by falling size: those of one come last
  for (std::size_t id = 0; id < std::min(kCommunities, groups); ++id) {
    const std::vector<VertexId> members = context.by_importance(all[id].members);
    std::vector<std::string> names;
    names.reserve(members.size());
    for (const VertexId v : members) names.push_back(context.name_of_vertex(v));
    rows.push_back({std::to_string(id), md::count(members.size()), md::figure(all[id].internal),
                    md::figure(all[id].conductance), md::listed(names, kMembers)});
  }
  std::string text = "## Communities\n\nFound by " + md::escaped(partition->title) +
                     ". *Inside* counts the edges (or their weight) within a community; "
                     "*leaving* is the share of its edge ends that go elsewhere.\n\n" +
                     md::table({{"Community", true},
                                {"Size", true},
                                {"Inside", true},
                                {"Leaving", true},
                                {"Leading members", false}},
                               rows);
  if (groups > kCommunities) {
    text += "\n" +
            md::count(groups - kCommunities, "smaller community is", "smaller communities are") +
            " not listed.\n";
  }
  if (alone > 0) {
    text +=
        "\n" + md::count(alone, "entity is", "entities are") + " in no community with others.\n";
  }
  return text;
}

}  // namespace summitry::report
