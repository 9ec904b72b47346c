#include "loaders/edge_list/by_blocks.hpp"

#include <span>
#include <utility>
#include <vector>

#include "loaders/edge_list/edge_list_load.hpp"
#include "loaders/edge_list/end_entities.hpp"
#include "loaders/edge_list/list_reader.hpp"
#include "loaders/edge_list/row_block.hpp"
#include "loaders/edge_list/row_waves.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

class ListByBlocks {
 public:
  ListByBlocks(ByteStream& stream, const std::string& file, const LoadOptions& options,
               std::size_t block)
      : all_bytes_(stream.size()),
        waves_(stream, block, options.threads),
        load_(builder_, options),
        found_(waves_.slots()),
        entities_(builder_),
        run_{.threads = options.threads} {
    builder_.reading(file);
    builder_.allow_repeats();
    builder_.allow_unstated();
  }

  std::optional<Built> read() && {
    if (!read_head() || !read_rows()) return std::nullopt;
    load_.finish();
    waves_.forget();
    found_ = {};
    entities_.forget();
    return std::move(builder_).build(run_);
  }

 private:
  [[nodiscard]] bool read_head();
  [[nodiscard]] bool has_two_rows(std::string_view text);
  [[nodiscard]] bool read_header();
  [[nodiscard]] bool read_rows();
  void expect_more(std::size_t bytes);
  void add_rows(RowBlock& rows, std::size_t line);
  void add_edges(RowBlock& rows, std::size_t begin, std::size_t end);
  void name_types(const RowBlock& block);

  NetworkBuilder builder_;
  std::uint64_t all_bytes_;  // 0: not known
  RowWaves waves_;
  EdgeListLoad load_;
  RowShape shape_;
  std::size_t line_ = 1;         // of the first row
  std::size_t edges_ = 0;        // that were added
  std::vector<LookedUp> found_;  // of the blocks at hand
  EndEntities entities_;
  std::vector<std::uint32_t> types_;  // by the number of their name
  std::vector<std::uint32_t> edge_types_;
  Run run_;
};

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

bool ListByBlocks::read_rows() {
  const auto read = [this](RowBlock& block) {
    read_block(block, shape_, KnownNumbers::limit(block.bytes));
    entities_.look_up(block, found_[block.slot]);
  };
  bool first = true;
  return waves_.read(read, line_, [this, &first](RowBlock& block, std::size_t line) {
    add_rows(block, line);
    if (std::exchange(first, false)) expect_more(block.bytes);
    return true;
  });
}

// From the first `bytes`: that all of the list is much as they are, or a little more.
void ListByBlocks::expect_more(std::size_t bytes) {
  if (bytes == 0 || all_bytes_ <= bytes) return;
  const double share = static_cast<double>(all_bytes_) / static_cast<double>(bytes);
  builder_.expect_relations(static_cast<std::size_t>(1.125 * share * static_cast<double>(edges_)));
}

// In the order of the list: edges up to a row that needs a closer look, and that row.
void ListByBlocks::add_rows(RowBlock& rows, std::size_t line) {
  name_types(rows);
  std::size_t begin = 0;
  with_list_reader(shape_.delimiter, rows.text, [&](auto& reader) {
    for (const CarefulRow& row : rows.careful) {
      add_edges(rows, begin, row.edge);
      begin = row.edge;
      reader.move_to(row.at, line + row.line);
      static_cast<void>(reader.next());
      load_.add_row(reader.row(), reader.problems());
    }
  });
  add_edges(rows, begin, rows.sources.size());
}

void ListByBlocks::name_types(const RowBlock& block) {
  types_.clear();
  if (block.numbered) types_.push_back(builder_.intern_type(kRelationType));
  for (const std::string_view type : block.types.all()) {
    types_.push_back(builder_.intern_type(type.empty() ? kRelationType : type));
  }
}

void ListByBlocks::add_edges(RowBlock& rows, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  entities_.add(rows, found_[rows.slot], begin, end);
  const auto part = [begin, end](const auto& all) {
    return std::span(all).subspan(begin, end - begin);
  };
  PlainRelations relations;
  relations.sources = part(rows.sources);
  relations.targets = part(rows.targets);
  relations.types = types_;
  if (types_.size() > 1) {
    edge_types_.clear();
    for (const std::uint32_t type : part(rows.edge_types)) edge_types_.push_back(types_[type]);
    relations.types = edge_types_;
  }
  if (rows.any_weight) relations.weights = part(rows.weights);
  builder_.add_relations(relations);
  edges_ += end - begin;
}

}  // namespace

std::optional<Built> read_edge_list_by_blocks(ByteStream& stream, const std::string& file,
                                              const LoadOptions& options, std::size_t block) {
  return ListByBlocks(stream, file, options, block).read();
}

}  // namespace summitry
