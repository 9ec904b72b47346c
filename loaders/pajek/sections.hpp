// The sections of a Pajek file, each from its header on: *Vertices, *Arcs, *Edges, *Arcslist,
// *Edgeslist, *Matrix, *Partition, *Vector.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/network_builder.hpp"
#include "loaders/interchange/words.hpp"
#include "loaders/pajek/draft.hpp"
#include "loaders/pajek/trailing.hpp"

namespace summitry::pajek {

class Sections {
 public:
  // A network or a project; what is wrong is reported to the builder. All outlive this.
  Sections(NetworkBuilder& builder, std::string_view text, Draft& draft);
  void read();

 private:
  void read_section();
  void read_vertices();
  void read_vertex(std::size_t listed);
  void read_lines(Line line);
  void read_line(Line line, const std::optional<std::string>& type);
  void read_lists(Line line);
  void read_matrix();
  void add_relation(Line line, const Cell& place, std::size_t source, std::size_t target);
  void read_column(ColumnType type);
  void skip(const std::string& header);
  [[nodiscard]] bool next_row();  // of the section: false at its end
  [[nodiscard]] std::optional<std::size_t> vertex(const Cell& word);
  [[nodiscard]] std::optional<std::size_t> count_of_vertices();
  [[nodiscard]] std::string name_in_header(std::string otherwise);
  [[nodiscard]] std::optional<std::string> relation_type();
  void note_comment();

  NetworkBuilder& builder_;
  std::string_view text_;
  Draft& draft_;
  interchange::WordLines lines_;
  bool more_ = false;
  bool has_vertices_ = false;
  bool labels_are_types_ = false;  // of lines, in a file of our exporter
  bool weights_mean_nothing_ = false;
  std::optional<std::size_t> first_mode_;  // vertices of a two-mode network's first mode
};

// Whether a line is a header: its first word begins with an asterisk.
[[nodiscard]] bool is_header(const interchange::WordLines& lines);

// A value of a partition (integer) or vector (number) to a column; Pajek's numbers for missing are
// missing. False with an error where it is no such number.
[[nodiscard]] bool read_value(NetworkBuilder& builder, const Cell& word, ColumnType type,
                              Cell& value);

}  // namespace summitry::pajek
