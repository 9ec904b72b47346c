// Resolution profiles as JSON.
#include "exporters/json.hpp"
#include "exporters/json_parts.hpp"

namespace summitry {
namespace {

using Layout = JsonWriter::Layout;

void write_points(JsonWriter& json, const ResolutionProfile& profile) {
  json.key("resolutions");
  json.begin_array();
  for (std::size_t i = 0; i < profile.points.size(); ++i) {
    const ResolutionProfile::Point& point = profile.points[i];
    json.begin_object(Layout::line);
    json.field("resolution", point.resolution);
    json.field("communities", point.communities);
    json.field("quality", point.quality);
    json.field("stability", point.stability);
    json.field("distance", i > 0 ? std::optional(point.distance) : std::nullopt);
    json.field("from", point.from);
    json.field("to", point.to);
    json.key("plateau");
    if (point.plateau) {
      json.value(*point.plateau);
    } else {
      json.value(nullptr);
    }
    json.end();
  }
  json.end();
}

void write_plateaus(JsonWriter& json, const ResolutionProfile& profile) {
  json.key("plateaus");
  json.begin_array();
  for (const ResolutionProfile::Plateau& plateau : profile.plateaus) {
    json.begin_object(Layout::line);
    json.field("from", plateau.from);
    json.field("to", plateau.to);
    json.field("resolution", plateau.resolution);
    json.field("communities", plateau.communities);
    json.field("stability", plateau.stability);
    json.field("chosen", plateau.chosen);
    json.end();
  }
  json.end();
}

void write_ranges(JsonWriter& json, const ResolutionProfile& profile) {
  json.key("ranges");
  json.begin_array();
  for (const ResolutionProfile::Range& range : profile.ranges) {
    json.begin_object(Layout::line);
    json.field("from", range.from);
    json.field("to", range.to);
    json.field("communities", range.communities);
    json.field("modularity", range.modularity);
    json.end();
  }
  json.end();
}

}  // namespace

std::string resolution_json(const Network& network, const Graph& graph,
                            const ResolutionProfile& profile, const Provenance& provenance) {
  JsonWriter json;
  json.begin_object();
  write_head(json, network, provenance);
  write_graph(json, graph);
  json.field("method", profile.name);
  json.field("title", profile.title);
  write_parameters(json, "parameters", profile.parameters);
  json.field("reference", profile.reference);
  json.field("quality_function", profile.quality_name);
  json.field("distinct", profile.distinct);
  write_points(json, profile);
  write_plateaus(json, profile);
  write_ranges(json, profile);
  json.end();
  return json.take();
}

}  // namespace summitry
