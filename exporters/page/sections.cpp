#include "exporters/page/sections.hpp"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "exporters/markup.hpp"
#include "exporters/page/assets.hpp"
#include "exporters/report/markdown.hpp"

namespace summitry::page {
namespace {

namespace md = markdown;

using First = Prose::First;
using report::Topic;

// Where the page shows what a finding says.
std::string shown_in(Topic topic, const Figures& figures) {
  switch (topic) {
    case Topic::central:
      return "<a href=\"#ranks\">Ranks</a>";
    case Topic::groups:
      return figures.reference("network") + ", <a href=\"#communities\">communities</a>";
    case Topic::step:
      return figures.reference("alluvial");
    case Topic::constant:
      return figures.reference("participation");
    case Topic::hosts:
      return "<a href=\"#continuity\">Continuity</a>";
    case Topic::uptake:
      return figures.reference("lineage");
    case Topic::refusals:
      return "<a href=\"#contradictions\">Refusals</a>";
  }
  return "";
}

// In this order: tables are numbered as they are made.
std::string joined(std::initializer_list<std::string> parts) {
  std::string html;
  for (const std::string& part : parts) html += part;
  return html;
}

class Sections {
 public:
  Sections(const report::Context& context, const PageOptions& options, const Figures& figures)
      : context_(context), options_(options), figures_(figures), prose_(context.network()) {}

  std::vector<Section> make() {
    add("findings", "Findings", "Key findings", findings());
    add("network", "Network", "Network",
        joined({network(), part("communities", report::communities(context_))}));
    add("continuity", "Continuity", "Continuity", continuity());
    add("participation", "Participation", "Participation", figure("participation"));
    const bool survival = !figures_.reference("survival").empty();
    add("ranks", "Ranks", survival ? "Ranks and survival" : "Ranks", ranks());
    add("tables", "Tables", "Tables", tables());
    add("contradictions", "Contradictions", "Where sources disagree, and what they leave open",
        contradictions());
    add("methods", "Methods", "Methods and sources", methods());
    add("cite", "Cite", "How to cite, how to repeat", cite());
    return std::move(sections_);
  }

 private:
  void add(std::string id, std::string short_title, std::string title, std::string html) {
    if (html.empty()) return;
    sections_.push_back({std::move(id), std::move(short_title), std::move(title), std::move(html)});
  }

  [[nodiscard]] std::string figure(std::string_view name) { return figures_.html(name, prose_); }

  // A section of the report one level down, in a place that links can name.
  [[nodiscard]] std::string part(std::string_view id, const std::string& markdown) {
    if (markdown.empty()) return "";
    const Prose::Place place{.title = id, .deeper = 1, .sources = id == "sources"};
    return "<div id=\"" + std::string(id) + "\">\n" + prose_.section(markdown, place) + "</div>\n";
  }

  // A section of the report that has the title of the page's.
  [[nodiscard]] std::string whole(std::string_view title, const std::string& markdown) {
    return prose_.section(markdown, {.title = title, .first = First::dropped});
  }

  [[nodiscard]] std::string findings() const {
    std::string items;
    for (const report::Finding& one : report::topical_findings(context_)) {
      const std::string where = shown_in(one.topic, figures_);
      items += "<li>" + prose_.sentence(one.text);
      if (!where.empty()) items += " <span class=\"ref\">" + where + "</span>";
      items += "</li>\n";
    }
    return items.empty() ? "" : "<ol class=\"findings\">\n" + items + "</ol>\n";
  }

  [[nodiscard]] std::string network() {
    return joined({figure("network"),
                   "<p id=\"status\" role=\"status\" aria-live=\"polite\"></p>\n"
                   "<aside id=\"card\" aria-label=\"Entity\" hidden></aside>\n",
                   figure("funding")});
  }

  [[nodiscard]] std::string continuity() {
    const std::string text = report::continuity(context_);
    if (text.empty()) return "";
    return joined({figure("alluvial"), figure("effects"), figure("overlap"),
                   whole("Continuity", text), figure("blocs"), figure("lineage"),
                   part("persistence", report::persistence(context_))});
  }

  [[nodiscard]] std::string ranks() {
    return joined({figure("ranks"), figure("survival"), figure("work"),
                   part("measures", report::centrality(context_))});
  }

  // Every entity of the graph with all its figures.
  [[nodiscard]] std::string entities() {
    std::vector<md::TableColumn> columns = {{"Name", false}, {"Kind", false}};
    for (const NamedScores& scores : options_.scores) {
      columns.push_back({md::capitalised(md::escaped(scores.name)), true});
    }
    std::vector<std::vector<std::string>> rows;
    const Graph& graph = context_.parts().graph;
    rows.reserve(graph.vertex_count());
    for (VertexId v = 0; v < graph.vertex_count(); ++v) {
      std::vector<std::string> row = {context_.name_of_vertex(v), md::escaped(context_.kind(v))};
      row.reserve(columns.size());
      for (const NamedScores& scores : options_.scores) {
        row.push_back(md::figure(scores.scores.values[v]));
      }
      rows.push_back(std::move(row));
    }
    if (rows.empty()) return "";
    return "<h3>Entities</h3>\n<p>Every entity of the selection with all its figures.</p>\n" +
           prose_.table(md::table(columns, rows), "Entities").html;
  }

  [[nodiscard]] std::string tables() { return entities() + part("files", report::files(context_)); }

  [[nodiscard]] std::string contradictions() {
    return joined({part("disagreements", report::contradictions(context_)),
                   part("refusals", report::refusals(context_)),
                   part("coverage", report::coverage(context_)),
                   part("unverified", report::unverified(context_))});
  }

  [[nodiscard]] std::string methods() {
    return joined({part("data-set", report::data(context_)),
                   part("selection", report::selection(context_)),
                   part("definitions", report::methods(context_)),
                   part("sources", report::sources(context_))});
  }

  [[nodiscard]] std::string cite() {
    std::string html =
        part("citation", report::cite(context_)) + part("command", report::reproduce(context_));
    if (licences().empty()) return html;
    return html + "<details><summary>Licences of the scripts in this page</summary>\n<pre>" +
           markup_escaped(licences()) + "</pre></details>\n";
  }

  const report::Context& context_;
  const PageOptions& options_;
  const Figures& figures_;
  Prose prose_;
  std::vector<Section> sections_;
};

}  // namespace

std::vector<Section> sections(const report::Context& context, const PageOptions& options,
                              const Figures& figures) {
  return Sections(context, options, figures).make();
}

}  // namespace summitry::page
