#include "exporters/interchange/pajek.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>

#include "engine/number.hpp"
#include "exporters/edge_summary.hpp"
#include "exporters/interchange/looks.hpp"
#include "exporters/interchange/spells.hpp"

namespace summitry {
namespace {

// Between quotes, on one line: there is no escape for what would end either.
std::string plain(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '"') {
      out += '\'';
    } else if (c == '\\') {
      out += '/';
    } else {
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

// Names, as labels must differ for programs that know vertices by them.
std::vector<std::string> labels(const ExportParts& parts) {
  std::vector<std::string> all;
  std::map<std::string, std::size_t> count;
  for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
    const Entity& entity = parts.network.entity(parts.graph.entity(v));
    all.push_back(plain(entity.name.empty() ? entity.id : entity.name));
    ++count[all.back()];
  }
  std::map<std::string, std::size_t> taken;
  for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) {
    const std::string& id = parts.network.entity(parts.graph.entity(v)).id;
    if (count[all[v]] > 1) all[v] += " (" + plain(id) + ')';
    while (taken[all[v]]++ > 0) all[v] += '_';
  }
  return all;
}

std::string_view shape_name(drawing::Shape shape) {
  switch (shape) {
    case drawing::Shape::square:
    case drawing::Shape::pill:
      return "box";
    case drawing::Shape::triangle:
      return "triangle";
    case drawing::Shape::diamond:
      return "diamond";
    case drawing::Shape::circle:
    case drawing::Shape::ring:
    case drawing::Shape::hexagon:
      return "ellipse";
  }
  return "ellipse";
}

// " x y z shape", in [0, 1] as Pajek has it; the picture keeps its proportions.
std::vector<std::string> places(const ExportParts& parts) {
  const std::vector<drawing::Look> looks = interchange::looks(parts);
  if (looks.empty()) return std::vector<std::string>(parts.graph.vertex_count());
  drawing::Box box{looks[0].at.x, looks[0].at.y, looks[0].at.x, looks[0].at.y};
  for (const drawing::Look& look : looks) {
    box = {std::min(box.left, look.at.x), std::min(box.top, look.at.y),
           std::max(box.right, look.at.x), std::max(box.bottom, look.at.y)};
  }
  const double side = std::max({box.width(), box.height(), 1.0});
  std::vector<std::string> all;
  all.reserve(looks.size());
  for (const drawing::Look& look : looks) {
    all.push_back(' ' + rounded(0.05 + 0.9 * (look.at.x - box.left) / side, 4) + ' ' +
                  rounded(0.05 + 0.9 * (look.at.y - box.top) / side, 4) + " 0.5 " +
                  std::string(shape_name(look.shape)));
  }
  return all;
}

// What its lines mean, for whoever reads the file again; nobody else reads comments.
std::string comment(const Graph& graph) {
  return std::string("% Made by Summitry: labels of lines are types of relations, numbers ") +
         (graph.weighted() ? "weights" : "nothing") + '\n';
}

// ` l "signed"`: the label of a line.
std::string label_of(const ExportParts& parts, EdgeId e) {
  const std::string types = summarise(parts.network, parts.graph, e, nullptr).types;
  return types.empty() ? "" : " l \"" + plain(types) + '"';
}

// ` [2001-2003,2005-*]`, which Pajek reads as points in time; "" for what is always there, and where a
// beginning is not known, which brackets cannot say.
std::string brackets(const std::vector<interchange::Spell>& spells) {
  constexpr std::size_t kYear = 4;  // digits
  std::string inside;
  for (const interchange::Spell& spell : spells) {
    if (spell.start.empty()) return "";
    const std::string from = spell.start.substr(0, kYear);
    const std::string to = spell.end.empty() ? "*" : spell.end.substr(0, kYear);
    inside.append(inside.empty() ? "" : ",").append(from);
    if (to != from) inside.append("-").append(to);
  }
  return inside.empty() ? "" : " [" + inside + ']';
}

std::string network_text(const ExportParts& parts) {
  const std::vector<std::string> names = labels(parts);
  const std::vector<std::string> where = places(parts);
  const bool timed = parts.times == Times::years;
  std::string out = comment(parts.graph) + "*Vertices " + std::to_string(names.size()) + '\n';
  for (std::size_t v = 0; v < names.size(); ++v) {
    out.append(std::to_string(v + 1)).append(" \"").append(names[v]).append("\"");
    out.append(where[v]);
    if (timed) out.append(brackets(interchange::vertex_spells(parts, static_cast<VertexId>(v))));
    out.append("\n");
  }
  out += parts.graph.directed() ? "*Arcs\n" : "*Edges\n";
  const std::vector<Edge> edges = asserted_edges(parts.network, parts.graph);
  const std::vector<double> weights = parts.graph.edge_weights();
  for (EdgeId e = 0; e < edges.size(); ++e) {
    out.append(std::to_string(edges[e].source + 1)).append(" ");
    out.append(std::to_string(edges[e].target + 1)).append(" ");
    out.append(weights.empty() ? "1" : shortest(weights[e]));
    out.append(label_of(parts, e));
    if (timed) out.append(brackets(interchange::edge_spells(parts, e)));
    out.append("\n");
  }
  return out;
}

std::string column(std::size_t rows, const auto& cell) {
  std::string out = "*Vertices " + std::to_string(rows) + '\n';
  for (std::size_t v = 0; v < rows; ++v) out.append(cell(v)).append("\n");
  return out;
}

// Kinds are numbered from 1 in order of their names, which stand in comments.
std::string kinds(const ExportParts& parts) {
  std::map<std::string, std::size_t> number;
  const auto kind = [&](std::size_t v) {
    return parts.network.entity(parts.graph.entity(static_cast<VertexId>(v))).kind;
  };
  for (VertexId v = 0; v < parts.graph.vertex_count(); ++v) number[kind(v)] = 0;
  std::string said;
  std::size_t next = 0;
  for (auto& [name, of_kind] : number) {
    of_kind = ++next;
    said.append("% ").append(std::to_string(next)).append(" ").append(plain(name)).append("\n");
  }
  return said + column(parts.graph.vertex_count(),
                       [&](std::size_t v) { return std::to_string(number[kind(v)]); });
}

// A vector has no missing values: Pajek takes this number for one.
constexpr std::string_view kMissing = "999999998";

std::string figure(double value) {
  return std::isfinite(value) ? shortest(value) : std::string(kMissing);
}

}  // namespace

std::vector<PackageFile> to_pajek(const ExportParts& parts) {
  const std::size_t n = parts.graph.vertex_count();
  std::vector<PackageFile> files = {{"", network_text(parts)}, {".kind.clu", kinds(parts)}};
  if (parts.communities != nullptr) {
    const auto& of = parts.communities->partition.community;
    files.push_back(
        {".community.clu", column(n, [&](std::size_t v) { return std::to_string(of[v] + 1); })});
  }
  if (parts.scores != nullptr) {
    for (const NamedScores& scores : *parts.scores) {
      files.push_back({'.' + scores.name + ".vec",
                       column(n, [&](std::size_t v) { return figure(scores.scores.values[v]); })});
    }
  }
  return files;
}

}  // namespace summitry
