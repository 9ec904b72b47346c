// Positions and blocs as JSON.
#include <array>

#include "exporters/json_persistence.hpp"
#include "exporters/json_series.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

class PositionsWriter : private SeriesWriter {
  friend class SeriesWriter;

 public:
  PositionsWriter(JsonWriter& json, const Network& network, const Continuity& continuity)
      : SeriesWriter(json, network, continuity) {}

  void positions(const Positions& found) {
    json_.key("positions");
    json_.begin_object();
    json_.field("joined_by", found.joined_by);
    json_.field("measure", found.measure);
    json_.field("permutations", found.permutations);
    write_resampling(found);
    write_editions(found);
    write_all("edges", found.edges, &PositionsWriter::edge_step);
    write_all("ranks", found.ranks, &PositionsWriter::rank_step);
    write_all("places", found.places, &PositionsWriter::place);
    json_.end();
  }

  void blocs(const Blocs& found) {
    json_.key("blocs");
    json_.begin_object();
    json_.field("method", found.method);
    json_.field("runs", found.runs);
    json_.field("permutations", found.permutations);
    write_bloc_editions(found);
    write_all("steps", found.steps, &PositionsWriter::bloc_step);
    json_.key("life");
    json_.begin_object();
    json_.field("threshold", found.life.threshold);
    json_.field("stable_share", found.life.stable_share);
    write_all("changes", found.life.changes, &PositionsWriter::change);
    write_all("threads", found.life.threads, &PositionsWriter::thread);
    write_all("sweep", found.life.sweep, &PositionsWriter::counts);
    json_.end();
    json_.end();
  }

 private:
  void step(std::size_t from, std::size_t to, std::size_t common) {
    json_.field("from", edition(from));
    json_.field("to", edition(to));
    json_.field("common", common);
  }

  void write_resampling(const Positions& found) {
    json_.key("resampling");
    json_.begin_object(Layout::line);
    json_.field("replicates", found.replicates);
    json_.field("dropped_sources", found.dropped_sources);
    json_.key("reliability");
    json_.begin_object();
    json_.field("official", found.official_reliability);
    json_.field("secondary", found.secondary_reliability);
    json_.field("unverified", found.unverified_reliability);
    json_.end();
    json_.end();
  }

  void write_editions(const Positions& found) {
    json_.key("editions");
    json_.begin_array();
    for (std::size_t t = 0; t < found.editions.size(); ++t) {
      const EditionFigures& one = found.editions[t];
      json_.begin_object(Layout::line);
      json_.field("edition", edition(t));
      json_.field("participants", one.participants);
      json_.field("joined", one.joined);
      json_.field("edges", one.edges);
      json_.field("works", one.works);
      json_.field("works_left_out", one.left_out);
      json_.field("relations", one.relations);
      json_.end();
    }
    json_.end();
  }

  void spread(const char* key, const Spread& one) {
    json_.key(key);
    json_.begin_object();
    json_.field("low", one.low);
    json_.field("high", one.high);
    json_.field("replicates", one.replicates);
    json_.field("source_low", one.source_low);
    json_.field("source_high", one.source_high);
    json_.end();
  }

  void edge_step(const EdgeStep& one) {
    step(one.from, one.to, one.common);
    json_.field("before", one.before);
    json_.field("after", one.after);
    json_.field("kept", one.kept);
    json_.field("formed", one.formed);
    json_.field("dissolved", one.dissolved);
    json_.field("hamming", one.hamming);
    json_.field("hamming_share", one.hamming_share);
    json_.field("jaccard", one.jaccard);
    json_.field("jaccard_all", one.jaccard_all);
    json_.field("persistence", one.persistence);
    json_.field("formation", one.formation);
    spread("jaccard_interval", one.jaccard_spread);
    spread("persistence_interval", one.persistence_spread);
    json_.key("test");
    write_null_test(json_, one.qap);
  }

  void tests(const std::vector<NullTest>& list) {
    json_.key("tests");
    json_.begin_array();
    for (const NullTest& test : list) write_null_test(json_, test);
    json_.end();
  }

  void rank_step(const RankStep& one) {
    step(one.from, one.to, one.common);
    json_.field("tau_b", one.tau_b);
    json_.field("rho", one.rho);
    json_.key("rank_biased_overlap");
    json_.begin_object();
    json_.field("p", continuity_.persistence->positions.overlap_p);
    json_.field("minimum", one.overlap_minimum);
    json_.field("residual", one.overlap_residual);
    json_.field("extrapolated", one.overlap_extrapolated);
    json_.end();
    json_.key("top");
    if (one.top) {
      json_.begin_object();
      json_.field("k", one.top->k);
      json_.field("before", one.top->before);
      json_.field("after", one.top->after);
      json_.field("shared", one.top->shared);
      json_.field("expected", one.top->expected);
      json_.end();
    } else {
      json_.value(nullptr);
    }
    json_.key("mobility");
    json_.begin_array();
    for (const auto& row : one.mobility) {
      json_.begin_array();
      for (const std::size_t count : row) json_.value(count);
      json_.end();
    }
    json_.end();
    spread("tau_b_interval", one.tau_b_spread);
    tests(one.tests);
  }

  void place(const Standing& one) {
    json_.field("entity", network_.entity(one.entity).id);
    json_.field("edition", edition(one.edition));
    json_.field("value", one.value);
    json_.field("rank", one.rank);
    json_.field("low", one.low);
    json_.field("high", one.high);
    json_.field("present", one.present);
    json_.field("source_best", one.source_best);
    json_.field("source_worst", one.source_worst);
    json_.field("lost", one.lost);
  }

  void agreement(const char* key, const Agreement& one) {
    json_.key(key);
    json_.begin_object();
    json_.field("adjusted_rand", one.adjusted_rand);
    json_.field("adjusted_information", one.adjusted_information);
    json_.field("normalised_information", one.normalised_information);
    json_.field("variation", one.variation);
    json_.field("variation_share", one.variation_share);
    json_.end();
  }

  void write_bloc_editions(const Blocs& found) {
    json_.key("editions");
    json_.begin_array();
    for (std::size_t t = 0; t < found.editions.size(); ++t) {
      const EditionBlocs& one = found.editions[t];
      std::vector<std::vector<std::string_view>> members(one.communities);
      for (std::size_t i = 0; i < one.entities.size(); ++i) {
        members[one.community[i]].push_back(network_.entity(one.entities[i]).id);
      }
      json_.begin_object(Layout::line);
      json_.field("edition", edition(t));
      json_.field("joined", one.entities.size());
      json_.field("modularity", one.modularity);
      agreement("noise", one.noise);
      json_.key("blocs");
      json_.begin_array();
      for (const auto& bloc : members) {
        json_.begin_array();
        for (const std::string_view id : bloc) json_.value(id);
        json_.end();
      }
      json_.end();
      json_.end();
    }
    json_.end();
  }

  void bloc_step(const BlocStep& one) {
    step(one.from, one.to, one.common);
    agreement("agreement", one.agreement);
    agreement("noise", one.noise);
    json_.field("beyond_noise", one.beyond_noise);
    tests(one.tests);
  }

  void sightings(const char* key, const std::vector<Sighting>& list) {
    json_.key(key);
    json_.begin_array();
    for (const Sighting& one : list) {
      json_.begin_object();
      json_.field("edition", edition(one.edition));
      json_.field("bloc", one.bloc);
      json_.end();
    }
    json_.end();
  }

  void change(const BlocChange& one) {
    json_.field("event", to_string(one.event));
    json_.field("edition", edition(one.edition));
    json_.list("blocs", one.blocs);
    json_.list("threads", one.threads);
    sightings("origins", one.origins);
    json_.field("jaccard", one.jaccard);
    json_.field("found_at", one.found_at);
  }

  void thread(const Thread& one) {
    sightings("seen", one.seen);
    json_.field("split_from", one.split_from);
    json_.field("merged_into", one.merged_into);
  }

  void counts(const ThresholdCounts& one) {
    json_.field("threshold", one.threshold);
    for (std::size_t i = 0; i < one.events.size(); ++i) {
      json_.field(to_string(static_cast<BlocEvent>(i)), one.events[i]);
    }
  }
};

}  // namespace

std::string_view to_string(BlocEvent event) {
  constexpr std::array<std::string_view, kBlocEvents> kNames = {
      "birth", "death", "continuation", "growth", "shrink", "merge", "split", "resurgence"};
  return kNames[static_cast<std::size_t>(event)];
}

void write_null_test(JsonWriter& json, const NullTest& test) {
  json.begin_object(Layout::line);
  json.field("name", test.name);
  json.field("statistic", test.statistic);
  json.field("observed", test.observed);
  json.field("mean", test.mean);
  json.field("sd", test.sd);
  json.field("effect", test.effect);
  json.field("p_value", test.p_value);
  json.field("p_adjusted", test.p_adjusted);
  json.field("smallest_p", test.smallest_p);
  json.field("alternative", test.alternative == Alternative::greater ? "greater" : "two-sided");
  json.field("samples", test.samples);
  json.field("seed", test.seed);
  json.field("method", test.method);
  json.field("note", test.note);
  json.end();
}

void write_positions(JsonWriter& json, const Network& network, const Continuity& continuity) {
  if (!continuity.persistence) return;
  PositionsWriter writer(json, network, continuity);
  writer.positions(continuity.persistence->positions);
  writer.blocs(continuity.persistence->blocs);
}

}  // namespace summitry
