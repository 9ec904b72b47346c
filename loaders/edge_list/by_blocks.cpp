#include "loaders/edge_list/by_blocks.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "loaders/edge_list/edge_list_load.hpp"
#include "loaders/edge_list/list_reader.hpp"
#include "loaders/edge_list/row_waves.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

class ListByBlocks {
 public:
  ListByBlocks(ByteStream& stream, const std::string& file, const LoadOptions& options,
               std::size_t block)
      : waves_(stream, block, options.threads), load_(builder_, options) {
    builder_.reading(file);
    builder_.allow_repeats();
    builder_.allow_unstated();
  }

  std::optional<Built> read() && {
    const auto parse = [this](RowBlock& block, std::size_t /*place*/, std::size_t /*bytes*/) {
      read_block(block, shape_);
    };
    const auto take = [this](const RowBlock& block, std::size_t /*place*/, std::size_t line) {
      add_rows(block, line);
      return true;
    };
    if (!read_head() || !waves_.read(line_, parse, take)) return std::nullopt;
    load_.finish();
    waves_.forget();
    return std::move(builder_).build();
  }

 private:
  [[nodiscard]] bool read_head();
  [[nodiscard]] bool has_two_rows(std::string_view text);
  [[nodiscard]] bool read_header();
  void add_rows(const RowBlock& block, std::size_t line);
  void add_edges(const RowBlock& block, std::size_t begin, std::size_t end);
  void find_entities(const RowBlock& block, std::span<const std::uint32_t> sources,
                     std::span<const std::uint32_t> targets);

  NetworkBuilder builder_;
  RowWaves waves_;
  EdgeListLoad load_;
  RowShape shape_;
  std::size_t line_ = 1;                 // of the first row
  std::vector<std::string_view> names_;  // of the block at hand
  std::vector<EntityIndex> entities_;    // by the number of their name, as far as they are known
  std::vector<std::uint32_t> types_;     // by the number of their name
  std::vector<EntityIndex> sources_;
  std::vector<EntityIndex> targets_;
  std::vector<std::uint32_t> edge_types_;
};

void translate(std::span<const std::uint32_t> from, std::span<const std::uint32_t> meaning,
               std::vector<std::uint32_t>& to) {
  to.resize(from.size());
  std::transform(from.begin(), from.end(), to.begin(),
                 [meaning](std::uint32_t i) { return meaning[i]; });
}

bool ListByBlocks::has_two_rows(std::string_view text) {
  shape_.delimiter = delimiter_of(first_line(text));
  return with_list_reader(shape_.delimiter, text, [](auto& reader) {
    return reader.next() && reader.next() && !reader.open() && !reader.stopped();
  });
}

// The first block, which is as long as it must be to see two rows: the header, and what types are.
bool ListByBlocks::read_head() {
  do {
    if (!waves_.grow_head()) return false;
  } while (!has_two_rows(waves_.head().text));
  return is_clean_text(waves_.head().text) && read_header();
}

bool ListByBlocks::read_header() {
  RowBlock& head = waves_.head();
  with_list_reader(shape_.delimiter, head.text, [&](auto& reader) {
    static_cast<void>(reader.next());
    if (load_.read_header(reader.row(), expects_header(shape_.delimiter))) {
      head.begin = reader.offset();
      line_ = reader.line();
      static_cast<void>(reader.next());
    }
    if (load_.usable()) load_.note_direction(reader.row());
  });
  const auto shape = load_.plain_rows(shape_.delimiter);
  if (!load_.usable() || !shape) return false;
  shape_ = *shape;
  return true;
}

// In the order of the list: edges up to a row that needs a closer look, and that row.
void ListByBlocks::add_rows(const RowBlock& block, std::size_t line) {
  entities_.clear();
  names_ = block.names.all();
  types_.clear();
  for (const std::string_view type : block.types.all()) {
    types_.push_back(builder_.intern_type(type.empty() ? kRelationType : type));
  }
  std::size_t begin = 0;
  with_list_reader(shape_.delimiter, block.text, [&](auto& reader) {
    for (const CarefulRow& row : block.careful) {
      add_edges(block, begin, row.edge);
      begin = row.edge;
      reader.move_to(row.at, line + row.line);
      static_cast<void>(reader.next());
      load_.add_row(reader.row(), reader.problems());
    }
  });
  add_edges(block, begin, block.sources.size());
}

void ListByBlocks::add_edges(const RowBlock& block, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  const auto part = [begin, end](const auto& all) {
    return std::span(all).subspan(begin, end - begin);
  };
  find_entities(block, part(block.sources), part(block.targets));
  translate(part(block.sources), entities_, sources_);
  translate(part(block.targets), entities_, targets_);
  translate(part(block.edge_types), types_, edge_types_);
  PlainRelations rows{sources_, targets_, edge_types_, {}};
  if (block.any_weight) rows.weights = part(block.weights);
  builder_.add_relations(rows);
}

// What the numbers of these ends stand for; not of those further down, so that a finding between
// them knows the entities that came before it.
void ListByBlocks::find_entities(const RowBlock& block, std::span<const std::uint32_t> sources,
                                 std::span<const std::uint32_t> targets) {
  const std::size_t known = entities_.size();
  const std::size_t last = std::max(*std::max_element(sources.begin(), sources.end()),
                                    *std::max_element(targets.begin(), targets.end()));
  if (last < known) return;
  const std::size_t more = last + 1 - known;
  const std::vector<EntityIndex> found =
      builder_.ensure_entities(std::span(names_).subspan(known, more),
                               std::span(block.names.hashes()).subspan(known, more), kEntityKind);
  entities_.insert(entities_.end(), found.begin(), found.end());
}

}  // namespace

std::optional<Built> read_edge_list_by_blocks(ByteStream& stream, const std::string& file,
                                              const LoadOptions& options, std::size_t block) {
  return ListByBlocks(stream, file, options, block).read();
}

}  // namespace summitry
