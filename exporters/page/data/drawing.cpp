// Where the picture has its columns and its packs.
#include <string>
#include <vector>

#include "exporters/page/data/known.hpp"

namespace summitry::page {
namespace {

using Layout = JsonWriter::Layout;

void write_bands(JsonWriter& json, const Known& known) {
  const Series* series = known.composed().figure.series;
  if (series == nullptr) return;
  const drawing::Box& field = known.composed().field;
  const std::size_t count = series->editions.size();
  const double width = field.width() / static_cast<double>(count);
  json.key("bands");
  json.begin_array();
  for (std::size_t i = 0; i < count; ++i) {
    const double left = field.left + width * static_cast<double>(i);
    json.begin_object(Layout::line);
    json.field("edition", i);
    json.field("x0", pixels(left));
    json.field("x1", pixels(left + width));
    json.end();
  }
  json.end();
}

void write_clusters(JsonWriter& json, const drawing::Figure& figure) {
  json.key("clusters");
  json.begin_array();
  for (const drawing::Pack& pack : figure.packs) {
    if (pack.items.size() < 2) continue;
    std::string label;
    for (const std::string& line : drawing::label_of(figure, pack).lines) {
      label += (label.empty() ? "" : " ") + line;
    }
    std::vector<EntityIndex> members;
    for (const std::size_t item : pack.items) members.push_back(figure.items[item].entity);
    json.begin_object(Layout::line);
    json.field("x", pixels(pack.at.x));
    json.field("y", pixels(pack.at.y));
    json.field("r", pixels(pack.radius));
    json.field("label", label);
    json.list("members", members);
    json.end();
  }
  json.end();
}

}  // namespace

void write_drawing(JsonWriter& json, const Known& known) {
  const drawing::ComposedPage& composed = known.composed();
  json.key("drawing");
  json.begin_object();
  json.field("width", composed.scene.width);
  json.field("height", composed.field.bottom);
  json.field("layout", composed.figure.series == nullptr ? "stress" : "bands");
  write_bands(json, known);
  json.field("caption", composed.caption);
  write_clusters(json, composed.figure);
  json.end();
}

}  // namespace summitry::page
