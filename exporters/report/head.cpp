// Title, scope, data and selection; figures; and how the report ends.
#include <algorithm>

#include "engine/version.hpp"
#include "exporters/report/context.hpp"
#include "exporters/report/markdown.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

std::string kinds_in_words(const Context& context) {
  std::vector<std::string> kinds;
  std::vector<Counted> counted = context.network().kinds();
  std::stable_sort(counted.begin(), counted.end(),
                   [](const Counted& a, const Counted& b) { return a.count > b.count; });
  kinds.reserve(counted.size());
  for (const Counted& kind : counted) {
    kinds.push_back(md::count(kind.count, md::escaped(kind.name), plural(kind.name)));
  }
  return md::listed(kinds, 8);
}

}  // namespace

std::string scope(const Context& context) {
  const Network& network = context.network();
  std::string text = "This report describes a network of " + kinds_in_words(context) + " and the " +
                     md::count(network.relation_count(), "relation", "relations") +
                     " recorded between them";
  if (context.unverified() > 0) {
    text += " (" + md::count(context.unverified()) + " of them not verified)";
  }
  if (!network.sources().empty()) {
    text += ", with " + md::count(network.sources().size(), "source", "sources");
  }
  const Continuity* continuity = context.parts().continuity;
  if (continuity != nullptr && continuity->editions.size() > 1) {
    text += ", over " + md::count(continuity->editions.size(), "edition", "editions") + " from " +
            context.edition(0) + " to " + context.edition(continuity->editions.size() - 1);
  }
  return text + ".\n";
}

std::string data(const Context& context) {
  const Dataset& dataset = context.network().dataset();
  std::vector<std::vector<std::string>> rows;
  const auto add = [&rows](const char* what, const std::string& value) {
    if (!value.empty()) rows.push_back({what, value});
  };
  add("Data set", md::escaped(context.title()));
  add("Version", md::escaped(dataset.version));
  std::vector<std::string> licences;
  for (const std::string& licence : dataset.licences) licences.push_back(md::escaped(licence));
  add("Licence", licences.empty() ? "not stated" : md::listed(licences, licences.size()));
  add("Content hash (SHA-256)", md::code(context.network().content_hash()));
  add("Entities", md::count(context.network().entities().size()));
  add("Relations", md::count(context.network().relation_count()));
  add("Computed by", "Summitry " + std::string(version()));
  return "## Data\n\n" + md::escaped(dataset.description) +
         (dataset.description.empty() ? "" : "\n\n") + md::table({{"", false}, {"", false}}, rows);
}

std::string selection(const Context& context) {
  const Graph& graph = context.parts().graph;
  std::string text = "## Selection\n\nThe figures are computed on " +
                     md::count(graph.vertex_count(), "entity", "entities") + " joined by " +
                     md::count(graph.edge_count(), "edge", "edges") + ", read as " +
                     (graph.directed() ? "directed" : "undirected") + " and " +
                     (graph.weighted() ? "weighted" : "unweighted") +
                     ". Relations that join the same two entities may be one edge.\n";
  if (context.selection_has_unverified()) {
    text += "\n**Unverified relations are among them**, as the selection asks.\n";
  }
  std::vector<std::vector<std::string>> rows;
  for (const Parameters* parameters :
       {&context.parts().provenance.selection, &context.parts().provenance.options}) {
    for (const auto& [name, value] : *parameters) {
      rows.push_back({md::escaped(name), md::escaped(value)});
    }
  }
  const std::string table = md::table({{"Choice", false}, {"Value", false}}, rows);
  return text + (table.empty() ? "" : "\n" + table);
}

std::string cite(const Context& context) {
  const Dataset& dataset = context.network().dataset();
  std::string text = "## How to cite\n\n";
  if (!dataset.citation.empty()) {
    text += md::escaped(dataset.citation) + "\n";
  } else {
    std::vector<std::string> people;
    for (const Contributor& person : dataset.contributors)
      people.push_back(md::escaped(person.title));
    text += (people.empty() ? "" : md::listed(people, 5) + ": ") + md::escaped(context.title()) +
            (dataset.version.empty() ? "" : ", version " + md::escaped(dataset.version)) + ".\n";
  }
  return text + "\nFigures: Summitry " + std::string(version()) +
         ", computed from the data with the content hash " +
         md::code(context.network().content_hash()) + ".\n";
}

std::string reproduce(const Context& context) {
  const std::string& command = context.parts().provenance.command;
  if (command.empty()) return "";
  return "## How to reproduce\n\nThe same data and the same command give the same bytes:\n\n" +
         md::code_block(command);
}

std::string files(const Context& context) {
  if (context.parts().files.empty()) return "";
  std::string text = "## Files\n\n";
  for (const ReportFile& file : context.parts().files) {
    text +=
        "- [" + md::escaped(file.file) + "](<" + file.file + ">): " + md::escaped(file.what) + "\n";
  }
  return text;
}

std::string head(const Context& context) {
  return "# " + md::escaped(context.title()) + "\n\n" + scope(context) + "\n" + data(context) +
         "\n" + selection(context);
}

std::string findings(const Context& context) {
  const std::vector<std::string> all = key_findings(context.network(), context.parts());
  if (all.empty()) return "";
  std::string text = "## Key findings\n\n";
  for (std::size_t i = 0; i < all.size(); ++i) {
    text += std::to_string(i + 1) + ". " + all[i] + "\n";
  }
  return text;
}

std::string figures(const Context& context) {
  if (context.parts().figures.empty()) return "";
  std::string text = "## Figures\n";
  std::size_t number = 0;
  for (const ReportFigure& figure : context.parts().figures) {
    text += "\n![" + md::escaped(figure.title) + "](<" + figure.file + ">)\n\n**Figure " +
            std::to_string(++number) + ".** " + md::escaped(figure.title) +
            (figure.caption.empty() ? "" : ". " + md::escaped(figure.caption)) + "\n";
  }
  return text;
}

std::string closing(const Context& context) {
  std::string text;
  for (const std::string& part : {cite(context), reproduce(context), files(context)}) {
    if (!part.empty()) text += (text.empty() ? "" : "\n") + part;
  }
  return text;
}

}  // namespace summitry::report
