// Graphviz writes one element a line; the lines that need it are rewritten: titles become those of the
// scene, fonts get substitutes and a fixed length, version comments go.
#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/number.hpp"
#include "exporters/drawing/render.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/markup.hpp"

namespace summitry::drawing {
namespace {

constexpr std::string_view kFonts = "DejaVu Sans, Verdana, sans-serif";

std::string head(const Scene& scene) {
  const std::string width = rounded(scene.width, 0);
  const std::string height = rounded(scene.height, 0);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<svg xmlns=\"http://www.w3.org/2000/svg\" "
         "xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" "
         "aria-labelledby=\"network-title network-description\" width=\"" +
         width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' + height +
         "\">\n<title id=\"network-title\">" + markup_escaped(scene.title) +
         "</title>\n<desc id=\"network-description\">" + markup_escaped(scene.description) +
         "</desc>\n<style>.halo{paint-order:stroke;stroke:#ffffff;stroke-width:3.5px;"
         "stroke-linejoin:round;stroke-opacity:0.85}</style>\n";
}

// The value of `name="…"` in a line of Graphviz', if it is there.
std::optional<std::string_view> attribute(std::string_view line, std::string_view name) {
  const std::string start = ' ' + std::string(name) + "=\"";
  const std::size_t at = line.find(start);
  if (at == std::string_view::npos) return std::nullopt;
  line.remove_prefix(at + start.size());
  return line.substr(0, line.find('"'));
}

// The number of a group "mark12", or nothing for a group of another kind.
std::optional<std::size_t> index_after(std::string_view id, std::string_view prefix) {
  if (!id.starts_with(prefix)) return std::nullopt;
  id.remove_prefix(prefix.size());
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), index);
  return error == std::errc{} && end == id.data() + id.size() ? std::optional(index) : std::nullopt;
}

class Finisher {
 public:
  explicit Finisher(const Scene& scene) : scene_(scene), out_(head(scene)) {}

  std::string finish(std::string_view svg) {
    svg.remove_prefix(std::min(svg.find("<g id="), svg.size()));
    while (!svg.empty()) {
      const std::size_t end = std::min(svg.find('\n'), svg.size());
      line(svg.substr(0, end));
      svg.remove_prefix(std::min(end + 1, svg.size()));
    }
    return std::move(out_);
  }

 private:
  void line(std::string_view line) {
    if (line.starts_with("<!--")) return;
    if (line.starts_with("<title>")) return title();
    if (line.starts_with("<g id=")) return group(line);
    if (line.starts_with("<text ")) return text();
    if (line.starts_with("<path ") && id_ == "graph0") return area(line);
    out_ += line;
    out_ += '\n';
  }

  void group(std::string_view line) {
    id_ = attribute(line, "id").value_or("");
    out_ += index_after(id_, "text") ? "<g" : line;
    if (index_after(id_, "text")) out_ += '>';
    out_ += '\n';
  }

  void title() {
    std::string_view told;
    if (const auto mark = index_after(id_, "mark")) told = scene_.marks[*mark].title;
    if (const auto edge = index_after(id_, "edge")) told = scene_.curves[*edge].title;
    if (!told.empty()) out_ += "<title>" + markup_escaped(told) + "</title>\n";
  }

  // Areas are the only paths of the background, in the scene's order.
  void area(std::string_view line) {
    const std::string& told = scene_.areas[next_area_++].title;
    if (told.empty()) {
      out_.append(line) += '\n';
    } else {
      out_.append("<g><title>").append(markup_escaped(told)).append("</title>\n");
      out_.append(line).append("\n</g>\n");
    }
  }

  void text() {
    const auto index = index_after(id_, "text");
    if (!index) return;
    const Text& text = scene_.texts[*index];
    static constexpr std::string_view kAnchors[] = {"start", "middle", "end"};
    out_ += "<text text-anchor=\"";
    out_ += kAnchors[static_cast<std::size_t>(text.anchor)];
    // The scene names the middle of the line; letters stand about a third of their size below it.
    out_ += "\" x=\"" + rounded(text.at.x, 2) + "\" y=\"" +
            rounded(text.at.y - scene_.height + 0.35 * text.size, 2) + "\" font-family=\"" +
            std::string(kFonts) + "\" font-size=\"" + rounded(text.size, 2) + '"';
    if (text.weight == Weight::bold) out_ += " font-weight=\"bold\"";
    if (exact_width(text.text) && !text.text.empty()) {
      out_ += " textLength=\"" + rounded(text_width(text.text, text.size, text.weight), 2) +
              "\" lengthAdjust=\"spacingAndGlyphs\"";
    }
    if (text.halo) out_ += " class=\"halo\"";
    out_ += " fill=\"" + text.colour + "\">" + markup_escaped(text.text) + "</text>\n";
  }

  const Scene& scene_;
  std::string out_;
  std::string id_;
  std::size_t next_area_ = 0;
};

}  // namespace

std::string finish_svg(const Scene& scene, const std::string& svg) {
  return Finisher(scene).finish(svg);
}

}  // namespace summitry::drawing
