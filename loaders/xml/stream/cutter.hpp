// Cuts the text of an XML file into its records, the many elements of vertices and edges, and the
// frame that is left when they are taken out.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/xml/places.hpp"
#include "loaders/xml/stream/bytes.hpp"

namespace summitry {

// Where a format has its vertices and edges: elements <node> and <edge> in those lists, somewhere
// within the first <graph> that the root has.
struct XmlShape {
  int depth = 0;  // of records; the root is at 1
  std::string_view list_of_nodes;
  std::string_view list_of_edges;
  std::string_view telling;  // a word in the tags of edges that must be known first; empty: none
};

// Records that follow each other, with nothing between them that a loader reads.
struct XmlBatch {
  std::size_t offset = 0;
  std::size_t size = 0;
  Place place;
  std::size_t nodes = 0;  // how many of the records
  std::size_t edges = 0;
  bool tells = false;  // whether the telling word stands in one of their tags
};

class XmlCutter {
 public:
  // `parses` says whether a batch is XML; depth and attributes that stand twice are looked at here.
  using Parses = std::function<bool(std::string_view batch)>;
  XmlCutter(XmlBytes& bytes, const XmlShape& shape, Parses parses);

  // False where it cannot be told how the elements stand, and where any text has a fault.
  [[nodiscard]] bool run();

  std::string frame;
  std::vector<Places::Mark> pieces;  // of the frame
  std::vector<XmlBatch> batches;

 private:
  static constexpr std::size_t kNone = std::string_view::npos;

  // Offsets are those of the file; they reach further as more of it is seen.
  [[nodiscard]] bool more();
  [[nodiscard]] std::size_t find(char what, std::size_t from);
  [[nodiscard]] std::size_t find(std::string_view what, std::size_t from);
  [[nodiscard]] std::size_t end_of_tag(std::size_t from);
  [[nodiscard]] std::string_view text(std::size_t from) const {
    return view_.substr(from - begin_);
  }

  [[nodiscard]] std::size_t pass(std::size_t open);
  [[nodiscard]] bool is_sound(std::string_view tag);
  [[nodiscard]] bool enter(std::size_t open, std::size_t end);
  [[nodiscard]] bool leave(std::size_t end);
  [[nodiscard]] bool begin_record(std::size_t open, std::size_t end, bool is_node);
  [[nodiscard]] bool end_record(std::size_t end);
  [[nodiscard]] bool end_batch();
  [[nodiscard]] bool end_frame(std::size_t end);
  void go_on_from(std::size_t end);

  XmlBytes& bytes_;
  XmlShape shape_;
  Parses parses_;
  std::string_view view_;  // from begin_ on
  std::size_t begin_ = 0;  // of the batch or the part of the frame in hand
  Place place_;            // of begin_
  int depth_ = 0;
  std::size_t quoted_ = 0;               // values in the tag last passed
  std::vector<std::string_view> names_;  // of its attributes
  bool seen_graph_ = false;
  bool in_graph_ = false;
  bool in_record_ = false;
  std::string list_;              // name of the element that would hold records
  XmlBatch batch_;                // in hand
  std::size_t end_of_batch_ = 0;  // 0: there is none
};

}  // namespace summitry
