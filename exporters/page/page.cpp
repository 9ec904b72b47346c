// page_html(): head, sections, data and script put together.
#include "exporters/drawing/page.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "engine/version.hpp"
#include "exporters/drawing/subset.hpp"
#include "exporters/markup.hpp"
#include "exporters/page.hpp"
#include "exporters/page/assets.hpp"
#include "exporters/page/data/data.hpp"
#include "exporters/page/figures.hpp"
#include "exporters/page/sections.hpp"
#include "exporters/report/context.hpp"

namespace summitry {
namespace page {
namespace {

// What the browser may do: nothing but run what is in the page.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: "
    "blob:; base-uri 'none'; form-action 'none'";

// An element of script or style would end where its text says so.
std::string within_element(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view ahead = text.substr(i, 3);
    out += text[i];
    if (ahead == "</s" || ahead == "</S") out += '\\';
  }
  return out;
}

std::string head(const std::string& title) {
  return "<!DOCTYPE html>\n<html lang=\"en\" data-theme=\"auto\">\n<head>\n<meta "
         "charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         std::string(kPolicy) + "\">\n<meta name=\"generator\" content=\"Summitry " +
         std::string(version()) + "\">\n<title>" + title + "</title>\n<style>\n" +
         within_element(style()) + "</style>\n</head>\n";
}

std::string selection_in_words(const report::Context& context) {
  std::string text;
  for (const auto& [name, value] : context.parts().provenance.selection) {
    text.append(text.empty() ? "" : ", ").append(name).append(" ").append(value);
  }
  return text;
}

// Title, scope, and what was counted of which data.
std::string banner(const report::Context& context, const std::string& title) {
  const Dataset& dataset = context.network().dataset();
  const std::string hash = context.network().content_hash();
  std::string out = "<header class=\"top\">\n<p class=\"kicker\">Summitry report";
  if (!dataset.name.empty()) out += " · data set " + markup_escaped(dataset.name);
  out += "</p>\n<h1>" + title + "</h1>\n<p class=\"scope\">" +
         Prose(context.network()).sentence(report::scope(context)) + "</p>\n<p class=\"meta\">";
  if (!dataset.version.empty()) {
    out += "<span>Version " + markup_escaped(dataset.version) + "</span> ";
  }
  const std::string counted = selection_in_words(context);
  if (!counted.empty()) out += "<span>Counted: " + markup_escaped(counted) + "</span> ";
  return out + "<span>Content hash <code>" + hash.substr(0, 12) + "</code></span> <span>Summitry " +
         std::string(version()) + "</span></p>\n</header>\n";
}

std::string bar(const std::vector<Section>& sections) {
  std::string out = "<nav class=\"sections\" aria-label=\"Sections\"><ul>\n";
  for (const Section& section : sections) {
    out.append("<li><a href=\"#").append(section.id).append("\">");
    out.append(section.short_title).append("</a></li>\n");
  }
  return out + "</ul></nav>\n";
}

std::string body(const std::vector<Section>& sections) {
  std::string out = "<main>\n";
  for (const Section& section : sections) {
    out.append("<section id=\"").append(section.id).append("\" aria-labelledby=\"");
    out.append(section.id).append("-title\">\n<h2 id=\"").append(section.id).append("-title\">");
    out.append(section.title).append("</h2>\n").append(section.html).append("</section>\n");
  }
  return out + "</main>\n";
}

DrawingOptions bare(DrawingOptions options) {
  options.frame = PictureFrame::bare;
  return options;
}

}  // namespace
}  // namespace page

std::string page_html(const Network& network, const ReportParts& parts,
                      const PageOptions& options) {
  const report::Context context(network, parts);
  const DrawingOptions drawing = page::bare(options.drawing);
  const drawing::Choice choice = drawing::choose(network, parts.graph, drawing.subset);
  const drawing::ComposedPage composed = drawing::compose(network, choice, drawing);
  const page::Figures figures(context, composed);
  const std::vector<page::Section> sections = page::sections(context, options, figures);
  const std::string title = markup_escaped(context.title());
  std::string html = page::head(title);
  html +=
      "<body>\n<a class=\"skip\" href=\"#" + sections.front().id + "\">Skip to the content</a>\n";
  html += page::banner(context, title) + page::bar(sections) + page::body(sections);
  html +=
      "<footer><p>Made with Summitry. The page loads nothing from elsewhere; links to sources "
      "leave it.</p></footer>\n";
  html += "<script type=\"application/json\" id=\"data\">\n" +
          page::data_json(context, options.scores, {drawing.subset, choice, composed}) +
          "</script>\n";
  if (!page::script().empty()) {
    html += "<script>\n" + page::within_element(page::script()) + "</script>\n";
  }
  return html + "</body>\n</html>\n";
}

}  // namespace summitry
