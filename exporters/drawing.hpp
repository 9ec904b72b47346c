// Network pictures: SVG, PNG and PDF with labels that do not overlap, a legend and a caption that
// says what is shown and what is left out.
//
// With a series, an entity stands at the mean of the editions that it is tied to, left to right, and
// its colour is the first of them. The same input gives the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/graph.hpp"
#include "engine/network.hpp"
#include "engine/results.hpp"

namespace summitry {

enum class PictureFormat : std::uint8_t { svg, png, pdf };
enum class PictureColours : std::uint8_t { full, greyscale, dark };
// Bare: without title, reading line, caption and source, for a page that prints them itself.
enum class PictureFrame : std::uint8_t { whole, bare };

// Bands: a series' editions left to right. Sides: two kinds face to face. Automatic takes bands where
// there is a series, sides where all ties are between two kinds and both can be read in a column, and
// else stress, or from 300 entities on spring (Graphviz' neato and sfdp).
enum class PictureLayout : std::uint8_t { automatic, bands, sides, stress, spring };

// Status: money wide, refusals dashed. Types: the three most frequent types of relation are solid,
// dashed and dotted, all others thin.
enum class PictureLines : std::uint8_t { status, types };

struct SubsetOptions {
  std::size_t limit = 220;  // entities at most, editions of the series not counted; 0: all
  const NamedScores* rank = nullptr;  // of the same Graph; nothing: ties, equal ones by id
  std::string series;                 // the series' id; "": the only one, if there is one
  bool by_edition = true;             // false: as if there were no series
  // Relation types that say too little to be drawn or to place anything.
  std::vector<std::string> left_out = {"mentions"};
};

// What a picture shows of a Graph, with a sentence that says what is left out.
struct FigureSubset {
  Graph graph;
  std::vector<VertexId> vertices;  // of the whole Graph, by vertex of this one
  std::string caption;
};

// The part of a Graph that can be read as a picture. Editions are always kept; the rest goes by rank
// within a share for each kind (countries first, then initiatives and documents, then organisations;
// persons only where there is nothing else). With a series, what belongs to no edition is left out,
// entities and relations alike, and ties to the editions themselves are told by place; a series
// whose entities have no other ties is drawn as if there were none.
[[nodiscard]] FigureSubset figure_subset(const Network& network, const Graph& graph,
                                         const SubsetOptions& options = {});

struct DrawingOptions {
  std::string title;  // "": the data set's
  std::string about;  // a sentence on what the Graph is a part of, before the caption; may be empty
  PictureLayout layout = PictureLayout::automatic;
  PictureLines lines = PictureLines::status;  // of a weighted Graph they are darker for more weight
  SubsetOptions subset;
  // What colours mean: communities of the same Graph; nothing: the first edition, or the kind.
  const NamedPartition* communities = nullptr;
  PictureColours colours = PictureColours::full;
  PictureFrame frame = PictureFrame::whole;
};

struct Picture {
  std::string bytes;
  std::string caption;               // also printed in the picture
  std::size_t entities = 0;          // drawn
  std::size_t edges = 0;             // drawn
  std::size_t labels_dropped = 0;    // names that found no room
  std::vector<EntityIndex> unnamed;  // drawn without a name of their own: no room, or in a pack
};

// Draws figure_subset(graph). Throws Error when Graphviz cannot render the format, UnknownName for a
// series that the Network does not have, InvalidOption for a layout that the data do not allow.
[[nodiscard]] Picture draw(const Network& network, const Graph& graph, PictureFormat format,
                           const DrawingOptions& options = {});

}  // namespace summitry
