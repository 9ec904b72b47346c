// Positions and blocs from edition to edition, each figure with a sentence that its p allows.
#include <algorithm>

#include "exporters/json_persistence.hpp"
#include "exporters/report/context.hpp"
#include "exporters/report/markdown.hpp"
#include "exporters/report/verdict.hpp"
#include "exporters/words.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kListed = 15;

std::string interval(const Spread& spread) {
  if (!spread.low) return "";
  return md::figure(spread.low) + " to " + md::figure(spread.high);
}

// Where the sources, drawn again, leave room for no agreement at all.
std::string left_open(const Spread& tau_b) {
  if (!tau_b.low || *tau_b.low > 0.0) return "";
  return " With the sources drawn again it ranges from " + interval(tau_b) +
         ": the claims leave this open.";
}

std::string rule_in_words(const Positions& positions) {
  if (positions.joined_by == "direct") return "a relation of the edition runs between them";
  const std::string shared =
      "both are tied, by relations of the edition, to the same text, initiative or other thing";
  return positions.joined_by == "shared" ? shared : shared + ", or a relation runs between them";
}

// What was shared by too many to be counted, where there is any.
std::string left_out(const Positions& positions) {
  std::size_t count = 0;
  for (const EditionFigures& edition : positions.editions) count += edition.left_out;
  if (count == 0) return "";
  return " Shared by too many, and so not counted: " + md::count(count, "thing", "things") + ".";
}

std::string edges(const Context& context, const Positions& positions) {
  Rows rows;
  std::string words;
  for (const EdgeStep& step : positions.edges) {
    const std::string name = context.step(step.from, step.to);
    rows.push_back({name, md::count(step.common), md::count(step.before), md::count(step.kept),
                    md::percent(step.persistence), md::percent(step.formation),
                    md::figure(step.jaccard), interval(step.jaccard_spread),
                    md::figure(step.qap.observed), p_in_words(step.qap.p_value)});
    if (step.common == 0) continue;
    words +=
        "- " + name + ": of " + md::count(step.before, "pair", "pairs") + " joined among the " +
        md::count(step.common) + " who took part in both, " + md::count(step.kept) +
        (step.kept == 1 ? " was" : " were") + " joined again" +
        (step.qap.observed ? "; the two sets of edges correlate by " + md::figure(step.qap.observed)
                           : "") +
        ". " + verdict(step.qap) + "\n";
  }
  if (rows.empty()) return "";
  return "\n### Who is joined to whom\n\nTwo participants of an edition are joined when " +
         rule_in_words(positions) + ". Compared are those who took part in both editions." +
         left_out(positions) + "\n\n" +
         md::table({{"Step", false},
                    {"In both", true},
                    {"Pairs joined", true},
                    {"Joined again", true},
                    {"Persistence", true},
                    {"Formation", true},
                    {"Jaccard", true},
                    {"95 % over sources", true},
                    {"QAP correlation", true},
                    {"By relabelling", true}},
                   rows) +
         "\n" + words;
}

std::string ranks(const Context& context, const Positions& positions) {
  Rows rows;
  std::string words;
  for (const RankStep& step : positions.ranks) {
    const std::string name = context.step(step.from, step.to);
    rows.push_back({name, md::count(step.common), md::figure(step.tau_b),
                    interval(step.tau_b_spread), p_in_words(step.tests[0].p_value),
                    md::figure(step.rho), md::figure(step.overlap_extrapolated),
                    step.top ? md::count(step.top->shared) + " of " + md::count(step.top->before) +
                                   " and " + md::count(step.top->after)
                             : "",
                    step.top ? md::figure(step.top->expected) : ""});
    words += "- " + name + ": ";
    words += step.tau_b ? "Kendall's tau-b is " + md::figure(step.tau_b) + ". " : "";
    words += verdict(step.tests[0]) + left_open(step.tau_b_spread) + "\n";
  }
  if (rows.empty()) return "";
  return "\n### Who stands high\n\nParticipants are ranked at each edition by *" +
         md::escaped(positions.measure) +
         "*. Equal values share a rank, and whoever ties with the last of the top belongs to "
         "it. The p takes participants for independent of each other, which those who sign one "
         "text "
         "together are not: it may be too small.\n\n" +
         md::table({{"Step", false},
                    {"In both", true},
                    {"Kendall's tau-b", true},
                    {"95 % over sources", true},
                    {"If ranks were unrelated, two-sided", true},
                    {"Spearman's rho", true},
                    {"Rank-biased overlap", true},
                    {"Top in both", true},
                    {"Expected", true}},
                   rows) +
         "\n" + words;
}

// The best of the last edition, with the range that their ranks have.
std::string places(const Context& context, const Positions& positions) {
  if (positions.editions.empty()) return "";
  const std::size_t last = positions.editions.size() - 1;
  std::vector<const Standing*> best;
  for (const Standing& place : positions.places) {
    if (place.edition == last && place.value > 0.0) best.push_back(&place);
  }
  std::stable_sort(best.begin(), best.end(),
                   [](const Standing* a, const Standing* b) { return a->rank < b->rank; });
  Rows rows;
  for (std::size_t i = 0; i < std::min(best.size(), kListed); ++i) {
    const Standing& one = *best[i];
    rows.push_back(
        {context.name(one.entity), md::count(one.rank), md::figure(one.value),
         one.low ? md::figure(one.low) + " to " + md::figure(one.high) : "",
         one.source_best ? md::count(*one.source_best) + " to " + md::count(*one.source_worst) : "",
         one.lost ? "yes" : ""});
  }
  if (rows.empty()) return "";
  std::string text = "\n### Ranks at " + context.edition(last) + "\n\n";
  text += positions.replicates == 0
              ? "Sources were not drawn again.\n\n"
              : "Each rank with its middle 95 % over " + md::count(positions.replicates) +
                    " draws of the sources, each kept with an assumed reliability (official " +
                    md::figure(positions.official_reliability) + ", secondary " +
                    md::figure(positions.secondary_reliability) + ")" +
                    (positions.dropped_sources == 0
                         ? std::string()
                         : ", and with its range when one of " +
                               md::count(positions.dropped_sources) + " sources is left out") +
                    ".\n\n";
  text += md::table({{"Participant", false},
                     {"Rank", true},
                     {md::capitalised(positions.measure), true},
                     {"95 % over sources", true},
                     {"Without one source", true},
                     {"Known from one source alone", false}},
                    rows);
  if (best.size() <= kListed) return text;
  const auto level = std::count_if(best.begin() + kListed, best.end(), [&](const Standing* place) {
    return place->rank == best[kListed - 1]->rank;
  });
  return text + "\n" + md::count(best.size() - kListed) + " more are not listed" +
         (level > 0 ? ", " + md::count(static_cast<std::size_t>(level)) +
                          " of them of the same rank as the last that is"
                    : "") +
         ".\n";
}

std::string agreement_words(const BlocStep& step) {
  if (!step.agreement.adjusted_rand) return verdict(step.tests.front());
  std::string text = "the blocs agree by " + md::figure(step.agreement.adjusted_rand) +
                     " (adjusted Rand index). " + verdict(step.tests.front());
  if (!step.beyond_noise) return text;
  return text + (*step.beyond_noise
                     ? " They agree less than two partitions of the same edition do (" +
                           md::figure(step.noise.adjusted_rand) + "): blocs changed."
                     : " That is no less than two partitions of the same edition agree: no change "
                       "can be told from the noise of the method.");
}

std::string blocs(const Context& context, const Blocs& found) {
  Rows rows;
  std::string words;
  for (const BlocStep& step : found.steps) {
    const std::string name = context.step(step.from, step.to);
    rows.push_back(
        {name, md::count(step.common), md::count(found.editions[step.from].communities),
         md::count(found.editions[step.to].communities), md::figure(step.agreement.adjusted_rand),
         md::figure(step.agreement.adjusted_information), md::figure(step.agreement.variation),
         md::figure(step.noise.adjusted_rand), p_in_words(step.tests.front().p_value)});
    words += "- " + name + ": " + agreement_words(step) + "\n";
  }
  if (rows.empty()) return "";
  return "\n### Blocs\n\nCommunities of each edition's graph (" + md::escaped(found.method) +
         ", the consensus of " + md::count(found.runs, "run", "runs") +
         "), compared for those who are joined to somebody at both editions. Adjusted information "
         "is divided by the mean of the two entropies.\n\n" +
         md::table({{"Step", false},
                    {"Joined at both", true},
                    {"Blocs", true},
                    {"Blocs after", true},
                    {"Adjusted Rand", true},
                    {"Adjusted information", true},
                    {"Variation (nats)", true},
                    {"Rand of one edition with itself", true},
                    {"By permuted labels", true}},
                   rows) +
         "\n" + words;
}

std::string life(const Context& context, const LifeCycle& found) {
  if (found.changes.empty()) return "";
  Rows rows;
  for (std::size_t t = 1; t < context.parts().continuity->editions.size(); ++t) {
    std::vector<std::string> row = {context.edition(t)};
    for (std::size_t event = 0; event < kBlocEvents; ++event) {
      const auto count =
          std::count_if(found.changes.begin(), found.changes.end(), [&](const BlocChange& change) {
            return change.edition == t && static_cast<std::size_t>(change.event) == event;
          });
      row.push_back(md::count(static_cast<std::size_t>(count)));
    }
    rows.push_back(std::move(row));
  }
  std::vector<md::TableColumn> columns = {{"Edition", false}};
  for (std::size_t event = 0; event < kBlocEvents; ++event) {
    columns.push_back({md::capitalised(to_string(static_cast<BlocEvent>(event))), true});
  }
  return "\nWhat became of the blocs, matched by a Jaccard index of at least " +
         md::figure(found.threshold) +
         (found.stable_share ? " (" + md::percent(*found.stable_share) +
                                   " of all events found at thresholds from 0.1 to 0.5 are found "
                                   "at each of them)"
                             : "") +
         ":\n\n" + md::table(columns, rows);
}

}  // namespace

std::string persistence(const Context& context) {
  const Continuity* continuity = context.parts().continuity;
  if (continuity == nullptr || !continuity->persistence) return "";
  const Persistence& found = *continuity->persistence;
  const auto& editions = found.positions.editions;
  const bool joined = std::any_of(editions.begin(), editions.end(),
                                  [](const EditionFigures& one) { return one.edges > 0; });
  std::string text;
  if (joined) {
    text = edges(context, found.positions) + ranks(context, found.positions) +
           places(context, found.positions) + blocs(context, found.blocs) +
           life(context, found.blocs.life);
  } else {
    text =
        "\nThe data record nothing that joins two participants at an edition: positions and "
        "blocs cannot be compared.\n";
  }
  return "## What carries over\n" + text + work(context);
}

}  // namespace summitry::report
