#include "exporters/page/figures.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "exporters/charts/funding.hpp"
#include "exporters/charts/of_persistence.hpp"
#include "exporters/charts/of_series.hpp"
#include "exporters/charts/series_words.hpp"
#include "exporters/charts/sheet.hpp"
#include "exporters/drawing/text.hpp"
#include "exporters/drawing/words.hpp"
#include "exporters/markup.hpp"
#include "exporters/page/chart_table.hpp"
#include "exporters/page/inline_svg.hpp"
#include "exporters/report/markdown.hpp"

namespace summitry::page {
namespace {

using drawing::counted;
using drawing::grouped;

// The page prints these itself.
ChartText take_text(Chart& chart) {
  return std::visit([](auto& one) { return std::exchange(one.text, {}); }, chart);
}

drawing::Scene compose(const Chart& chart) {
  return std::visit([](const auto& one) { return charts::compose(one); }, chart);
}

std::string network_title(const drawing::ComposedPage& network) {
  const Graph& graph = *network.figure.graph;
  return counted(graph.vertex_count(), "entity") + " and " + counted(graph.edge_count(), "tie") +
         " between them";
}

bool somebody_left(const SurvivalCurve& curve) {
  return std::any_of(curve.rows.begin(), curve.rows.end(),
                     [](const LifeTableRow& row) { return row.events > 0; });
}

}  // namespace

Figures::Figures(const report::Context& context, const drawing::ComposedPage& network)
    : context_(context) {
  ChartText text{network_title(network), network.reading, network.caption, ""};
  figures_.push_back({"network", std::move(text), network.scene, ""});
  add_funding();
  const Continuity* continuity = context.parts().continuity;
  if (continuity == nullptr || continuity->editions.size() < 2 || continuity->entities.empty()) {
    return;
  }
  add_rosters(*continuity);
  if (continuity->persistence) add_persistence(*continuity, *continuity->persistence);
  add("participation", participation_of(context.network(), *continuity));
  add_ranks(*continuity);
}

void Figures::add_funding() {
  const Network& network = context_.network();
  std::vector<RelationIndex> funding;
  const Graph& graph = context_.parts().graph;
  for (EdgeId e = 0; e < graph.edge_count(); ++e) {
    for (const RelationIndex r : graph.relations(e)) {
      if (network.relation(r).type == "funds") funding.push_back(r);
    }
  }
  std::sort(funding.begin(), funding.end());
  if (!funding.empty()) add("funding", funding_flows(network, funding));
}

void Figures::add_rosters(const Continuity& continuity) {
  const Network& network = context_.network();
  add("alluvial", alluvial_of_participants(network, continuity));
  ForestChart effects = effects_of_steps(network, continuity);
  if (!effects.rows.empty()) add("effects", std::move(effects));
  if (continuity.editions.size() > 2) add("overlap", overlap_of_editions(network, continuity));
}

void Figures::add_persistence(const Continuity& continuity, const Persistence& persistence) {
  const Network& network = context_.network();
  if (!persistence.blocs.life.threads.empty()) {
    add("blocs", alluvial_of_blocs(network, continuity, persistence));
  }
  if (!persistence.work.lineage.descents.empty()) {
    add("lineage", lineage_of_work(network, continuity, persistence.work.lineage));
  }
}

void Figures::add_ranks(const Continuity& continuity) {
  const Network& network = context_.network();
  if (continuity.persistence && !continuity.persistence->positions.places.empty()) {
    add("ranks", bump_of_positions(network, continuity, continuity.persistence->positions));
  }
  if (somebody_left(continuity.life.since_first)) {
    add("survival", survival_of_participants(network, continuity));
  }
  if (!continuity.persistence) return;
  const WorkSurvival& work = continuity.persistence->work.lineage.survival;
  if (somebody_left(work.all)) add("work", survival_of_work(network, continuity, work));
}

void Figures::add(std::string name, Chart chart) {
  const Continuity* continuity = context_.parts().continuity;
  ChartText text = take_text(chart);
  // What all figures are about stands at the head of the page.
  for (const std::string& about :
       {drawing::clean(context_.title()),
        continuity == nullptr ? "" : charts::series_name(context_.network(), *continuity)}) {
    if (!about.empty() && text.title.starts_with(about + ": ")) {
      text.title.erase(0, about.size() + 2);
    }
  }
  text.title = markdown::capitalised(text.title);
  std::string table = chart_table(context_.network(), chart);
  figures_.push_back({std::move(name), std::move(text), compose(chart), std::move(table)});
}

const Figures::Figure* Figures::find(std::string_view name) const {
  const auto found = std::find_if(figures_.begin(), figures_.end(),
                                  [name](const Figure& figure) { return figure.name == name; });
  return found == figures_.end() ? nullptr : &*found;
}

std::size_t Figures::number(const Figure& figure) const {
  return static_cast<std::size_t>(&figure - figures_.data()) + 1;
}

std::string Figures::reference(std::string_view name) const {
  const Figure* figure = find(name);
  if (figure == nullptr) return "";
  return "<a href=\"#figure-" + figure->name + "\">Figure " + std::to_string(number(*figure)) +
         "</a>";
}

std::string Figures::html(std::string_view name, Prose& prose) const {
  const Figure* figure = find(name);
  if (figure == nullptr) return "";
  const std::string id = "figure-" + figure->name;
  const std::string title = markup_escaped(figure->text.title);
  std::string html = "<figure id=\"" + id + "\" class=\"figure\">\n<p class=\"number\">Figure " +
                     std::to_string(number(*figure)) + "</p>\n<h3 id=\"" + id + "-title\">" +
                     title + "</h3>\n<p class=\"how\" id=\"" + id + "-how\">" +
                     markup_escaped(figure->text.reading) + "</p>\n";
  const std::string svg = inline_svg(figure->scene, id);
  if (name == "network") {
    html += "<div id=\"network-view\" data-network>\n" + svg + "</div>\n";
  } else {
    html += "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" + title + "\">\n" +
            svg + "</div>\n";
  }
  html += "<figcaption>" + markup_escaped(figure->text.caption) + "</figcaption>\n";
  html += "<p class=\"downloads\"><button type=\"button\" class=\"download\" data-svg=\"" + id +
          "\">Download SVG</button></p>\n";
  if (!figure->table.empty()) {
    html += "<details><summary>The figures as a table</summary>\n" +
            prose.table(figure->table, figure->text.title).html + "</details>\n";
  }
  return html + "</figure>\n";
}

}  // namespace summitry::page
