#include "loaders/dl/mode.hpp"

#include "engine/names.hpp"
#include "engine/number.hpp"
#include "loaders/text.hpp"

namespace summitry::dl {

using interchange::Word;

Mode::Mode(const Labels& labels, std::size_t size)
    : size_(size), embedded_(labels.embedded), labels_(labels.listed) {
  for (std::size_t i = 0; i < labels_.size(); ++i) number_.emplace(labels_[i].text, i);
  if (!embedded_) labels_.resize(size);
}

std::optional<std::size_t> Mode::find(NetworkBuilder& builder, const Word& word) {
  const auto known = number_.find(word.text);
  if (embedded_) {
    if (known != number_.end()) return known->second;
    return add(builder, word) ? std::optional(labels_.size() - 1) : std::nullopt;
  }
  const auto number = parse_integer(word.text);
  if (number && *number >= 1 && static_cast<std::uint64_t>(*number) <= size_) {
    return static_cast<std::size_t>(*number - 1);
  }
  if (known != number_.end()) return known->second;
  builder.error(word, "nobody is " + in_quotes(word.text),
                size_ == 0 ? "there are no entities"
                           : "write a number from 1 to " + std::to_string(size_) +
                                 ", or labels embedded in the header");
  return std::nullopt;
}

bool Mode::add(NetworkBuilder& builder, const Word& label) {
  if (!label.quoted && label.text.starts_with('"')) {
    builder.error(label, "a label whose quotes do not end", "close them on the same line");
    return false;
  }
  if (labels_.size() == size_) {
    builder.error(label, "the label " + in_quotes(label.text) + " is one too many",
                  "the header says that there are " + std::to_string(size_));
    return false;
  }
  if (!number_.emplace(label.text, labels_.size()).second) {
    builder.error(label, "the label " + in_quotes(label.text) + " stands twice",
                  "give each a label of its own");
    return false;
  }
  labels_.push_back(label);
  return true;
}

void Mode::check_count(NetworkBuilder& builder, const Cell& sizes) const {
  if (labels_.size() == size_) return;
  builder.warning(sizes,
                  "of " + std::to_string(size_) + " entities only " +
                      std::to_string(labels_.size()) + " are named; the others are left out",
                  "list all of them below labels:");
}

void add_vertices(interchange::ForeignGraph& graph, const Mode& rows, const Mode* columns) {
  std::vector<Cell> labels = rows.labels();
  if (columns != nullptr) {
    labels.insert(labels.end(), columns->labels().begin(), columns->labels().end());
  }
  const bool labelled = interchange::can_be_ids(labels);
  graph.vertices.reserve(labels.size());
  for (std::size_t v = 0; v < labels.size(); ++v) {
    const bool is_row = v < rows.labels().size();
    const std::size_t number = (is_row ? v : v - rows.labels().size()) + 1;
    const char* begin = columns == nullptr ? "" : is_row ? "row-" : "column-";
    const Cell id = labelled ? labels[v] : graph.keep(begin + std::to_string(number), labels[v]);
    graph.vertices.push_back({id, labels[v]});
    if (columns != nullptr) {
      graph.of_vertices.add("kind", ColumnType::text, is_row ? "mode-1" : "mode-2");
    }
    graph.of_vertices.end_row();
  }
}

}  // namespace summitry::dl
