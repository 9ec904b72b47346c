#include "exporters/json_truth.hpp"

namespace summitry {
namespace {

void write_match(JsonWriter& json, const Match& match, double precision, double recall) {
  json.field("shared", match.shared);
  json.field("precision", precision);
  json.field("recall", recall);
  json.field("f1", match.f1);
  json.field("jaccard", match.jaccard());
}

void write_groups(JsonWriter& json, const TruthComparison& truth) {
  json.key("groups");
  json.begin_array();
  for (std::size_t g = 0; g < truth.groups.size(); ++g) {
    const Match& match = truth.of_groups[g];
    json.begin_object(JsonWriter::Layout::line);
    json.field("group", truth.groups[g]);
    json.field("size", match.size);
    json.field("community", truth.communities[match.counterpart]);
    json.field("community_size", match.counterpart_size);
    write_match(json, match, match.share_of_counterpart(), match.share());
    json.end();
  }
  json.end();
}

void write_found(JsonWriter& json, const TruthComparison& truth) {
  json.key("communities");
  json.begin_array();
  for (std::size_t c = 0; c < truth.communities.size(); ++c) {
    const Match& match = truth.of_communities[c];
    json.begin_object(JsonWriter::Layout::line);
    json.field("community", truth.communities[c]);
    json.field("size", match.size);
    json.field("group", truth.groups[match.counterpart]);
    json.field("group_size", match.counterpart_size);
    write_match(json, match, match.share(), match.share_of_counterpart());
    json.end();
  }
  json.end();
}

}  // namespace

void write_scores(JsonWriter& json, const NamedPartition& partition) {
  if (partition.scores.empty()) return;
  json.key("scores");
  json.begin_array();
  for (std::size_t c = 0; c < partition.scores.size(); ++c) {
    const CommunityScores& scores = partition.scores[c];
    json.begin_object(JsonWriter::Layout::line);
    json.field("community", c);
    json.field("density", scores.density);
    json.field("cut_ratio", scores.cut_ratio);
    json.field("conductance", scores.conductance);
    json.field("normalised_cut", scores.normalised_cut);
    json.field("separability", scores.separability);
    json.field("triangle_participation", scores.triangle_participation);
    json.end();
  }
  json.end();
}

void write_truth(JsonWriter& json, const NamedPartition& partition) {
  if (!partition.truth) return;
  const TruthComparison& truth = *partition.truth;
  json.key("truth");
  json.begin_object();
  json.field("attribute", truth.attribute);
  json.field("entities", truth.entities);
  json.field("without_value", truth.without_value);
  json.field("overlapping", truth.overlapping);
  json.key("agreement");
  json.begin_object();
  for (const auto& [name, value] : truth.figures) json.field(name, value);
  json.end();
  write_groups(json, truth);
  write_found(json, truth);
  json.end();
}

}  // namespace summitry
