#include "exporters/json_rosters.hpp"

#include "exporters/json_persistence.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

void write_bounds(JsonWriter& json, const std::optional<OverlapBounds>& bounds) {
  json.key("bounds");
  if (!bounds) {
    json.value(nullptr);
    return;
  }
  json.begin_object();
  json.field("least", bounds->least);
  json.field("most", bounds->most);
  json.field("by_category", bounds->by_category);
  json.field("retention_least", bounds->retention_least);
  json.field("retention_most", bounds->retention_most);
  json.field("jaccard_least", bounds->jaccard_least);
  json.field("jaccard_most", bounds->jaccard_most);
  json.field("samples", bounds->samples);
  json.field("universe", bounds->universe);
  json.field("mean", bounds->mean);
  json.field("low", bounds->low);
  json.field("high", bounds->high);
  json.field("share_beyond_chance", bounds->share_beyond_chance);
  json.field("note", bounds->note);
  json.end();
}

void write_declared(JsonWriter& json, const Network& network,
                    const std::vector<DeclaredSize>& declared) {
  json.key("declared");
  json.begin_array();
  for (const DeclaredSize& one : declared) {
    if (!one.size) {
      json.value(nullptr);
      continue;
    }
    const Claim& claim = network.claims()[one.claim];
    json.begin_object(Layout::line);
    json.field("size", one.size);
    json.field("coverage", one.coverage);
    json.field("qualifier", to_string(claim.qualifier));
    const SourceIndex source = claim.citation.source;
    json.field("source", source == kNone ? std::string() : network.sources()[source].id);
    json.end();
  }
  json.end();
}

void write_together(JsonWriter& json, const MultiEdition& together) {
  json.key("together");
  json.begin_object(Layout::line);
  json.field("editions", together.editions);
  json.field("participants", together.participants);
  json.field("sorensen", together.sorensen);
  json.list("at_least", together.at_least);
  json.end();
}

void write_group(JsonWriter& json, const Network& network, const Continuity& continuity,
                 const RosterGroup& group) {
  json.begin_object();
  json.field("by", group.by);
  json.field("value", group.value);
  json.list("sizes", group.sizes);
  write_declared(json, network, group.declared);
  write_together(json, group.together);
  json.key("pairs");
  json.begin_array();
  for (const Transition& pair : group.pairs) {
    json.begin_object(Layout::line);
    write_transition(json, network, continuity, pair);
    json.end();
  }
  json.end();
  json.end();
}

void write_life(JsonWriter& json, const LifeOfSeries& life) {
  json.key("life");
  json.begin_object();
  json.field("missed", life.missed);
  json.field("began_earlier", life.began_earlier);
  json.field("left_truncated", life.left_truncated);
  json.key("since_first");
  write_curve(json, life.since_first);
  write_curves(json, "by_kind", life.by_kind);
  json.key("between_kinds");
  json.begin_object();
  json.field("chi_square", life.between_kinds.chi_square);
  json.field("degrees", life.between_kinds.degrees);
  json.field("p_value", life.between_kinds.p_value);
  json.key("groups");
  json.begin_array();
  for (const LogRankGroup& group : life.between_kinds.groups) {
    json.begin_object(Layout::line);
    json.field("name", group.name);
    json.field("subjects", group.subjects);
    json.field("observed", group.observed);
    json.field("expected", group.expected);
    json.end();
  }
  json.end();
  json.end();
  write_curves(json, "stays", life.stays);
  json.key("absences");
  write_curve(json, life.absences);
  json.end();
}

void write_mixing(JsonWriter& json, const Mixing& mixing) {
  json.key("mixing");
  json.begin_object(Layout::line);
  json.field("chains", mixing.chains);
  json.field("trades_before", mixing.trades);
  json.field("autocorrelation", mixing.autocorrelation);
  json.field("effective_samples", mixing.effective);
  json.field("moved_first", mixing.moved_first);
  json.field("moved_last", mixing.moved_last);
  json.end();
}

void write_expectation(JsonWriter& json, const Transition& t) {
  json.key("expected");
  if (t.expected_retained) {
    json.begin_object();
    json.field("retained", *t.expected_retained);
    json.field("sd", t.expected_sd);
    json.field("universe", t.universe);
    json.field("exact", t.exact);
    json.end();
  } else {
    json.value(nullptr);
  }
  json.field("z", t.z);
  json.field("p_value", t.p_value);
}

}  // namespace

void write_curve(JsonWriter& json, const SurvivalCurve& curve) {
  json.begin_object();
  json.field("name", curve.name);
  json.field("subjects", curve.subjects);
  json.field("events", curve.events);
  json.field("median", curve.median);
  json.key("rows");
  json.begin_array();
  for (const LifeTableRow& row : curve.rows) {
    json.begin_object(Layout::line);
    json.field("time", row.time);
    json.field("at_risk", row.at_risk);
    json.field("events", row.events);
    json.field("censored", row.censored);
    json.field("hazard", row.hazard);
    json.field("survival", row.survival);
    json.field("error", row.error);
    json.field("lower", row.lower);
    json.field("upper", row.upper);
    json.end();
  }
  json.end();
  json.end();
}

void write_curves(JsonWriter& json, const char* key, const std::vector<SurvivalCurve>& curves) {
  json.key(key);
  json.begin_array();
  for (const SurvivalCurve& curve : curves) write_curve(json, curve);
  json.end();
}

void write_transition(JsonWriter& json, const Network& network, const Continuity& continuity,
                      const Transition& t) {
  const auto edition = [&](std::size_t position) -> const std::string& {
    return network.entity(continuity.editions[position].summit).id;
  };
  json.field("from", edition(t.from));
  json.field("to", edition(t.to));
  json.field("retained", t.retained);
  json.field("entered", t.entered);
  json.field("left", t.left);
  json.field("jaccard", t.jaccard);
  json.field("retention", t.retention);
  json.field("inheritance", t.inheritance);
  json.field("entry", t.entry);
  json.field("exit", t.exit);
  json.field("sorensen", t.sorensen);
  json.field("overlap", t.overlap);
  json.field("turnover", t.turnover);
  json.field("kulczynski", t.kulczynski);
  json.field("ruzicka", t.ruzicka);
  json.field("dissimilarity", t.dissimilarity);
  json.field("replacement", t.replacement);
  json.field("growth", t.growth);
  json.field("return_after_absence", t.return_after_absence);
  write_expectation(json, t);
  write_bounds(json, t.bounds);
}

void write_rosters(JsonWriter& json, const Network& network, const Continuity& continuity) {
  json.key("groups");
  json.begin_array();
  for (const RosterGroup& group : continuity.groups) {
    write_group(json, network, continuity, group);
  }
  json.end();
  write_life(json, continuity.life);
  json.key("tests");
  json.begin_array();
  for (const NullTest& test : continuity.tests) write_null_test(json, test);
  json.end();
  write_mixing(json, continuity.mixing);
}

}  // namespace summitry
