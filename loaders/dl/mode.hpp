// Those whom the rows or the columns of a DL file stand for: by number, and by label.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "loaders/dl/header.hpp"
#include "loaders/interchange/foreign_graph.hpp"

namespace summitry::dl {

class Mode {
 public:
  // Of `size`, unless labels are embedded: then those are added that the data name.
  Mode(const Labels& labels, std::size_t size);

  [[nodiscard]] const std::vector<Cell>& labels() const { return labels_; }  // some may be empty
  [[nodiscard]] std::size_t size() const { return size_; }

  // Who is meant in a list; nothing, which is reported, when nobody is.
  [[nodiscard]] std::optional<std::size_t> find(NetworkBuilder& builder,
                                                const interchange::Word& word);
  // The label of the next row or column of a matrix; false when it stands twice.
  [[nodiscard]] bool add(NetworkBuilder& builder, const interchange::Word& label);
  // Says when fewer are named than there should be.
  void check_count(NetworkBuilder& builder, const Cell& sizes) const;

 private:
  std::size_t size_;
  bool embedded_;
  std::vector<Cell> labels_;
  std::unordered_map<std::string_view, std::size_t> number_;  // by label
};

// Vertices in order: of the first mode, then of the second. Labels are ids, where all have one and no
// two share one; else numbers are.
void add_vertices(interchange::ForeignGraph& graph, const Mode& rows, const Mode* columns);

}  // namespace summitry::dl
