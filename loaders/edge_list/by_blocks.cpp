#include "loaders/edge_list/by_blocks.hpp"

#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "engine/parallel.hpp"
#include "loaders/edge_list/edge_list_load.hpp"
#include "loaders/edge_list/end_entities.hpp"
#include "loaders/edge_list/line_blocks.hpp"
#include "loaders/edge_list/list_reader.hpp"
#include "loaders/edge_list/row_block.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

constexpr std::size_t kLongestHead = std::size_t{16} << 20U;  // bytes until two rows are there
constexpr std::size_t kLongestRow = std::size_t{16} << 20U;
constexpr std::size_t kBlocksEach = 2;  // in memory at a time, for each thread

struct ReadBlock {
  RowBlock rows;
  std::uint32_t numbers_below = 0;  // others are names
  LookedUp found;
};

class ListByBlocks {
 public:
  ListByBlocks(ByteStream& stream, const std::string& file, const LoadOptions& options,
               std::size_t block)
      : blocks_(stream, block),
        all_bytes_(stream.size()),
        run_{.threads = options.threads},
        load_(builder_, options),
        entities_(builder_) {
    builder_.reading(file);
    builder_.allow_repeats();
    builder_.allow_unstated();
  }

  std::optional<Built> read() && {
    if (!read_head() || !read_rows()) return std::nullopt;
    load_.finish();
    wave_ = {};
    entities_.forget();
    return std::move(builder_).build(run_);
  }

 private:
  [[nodiscard]] bool read_head();
  [[nodiscard]] bool has_two_rows(std::string_view text);
  [[nodiscard]] bool read_header();
  [[nodiscard]] bool read_rows();
  [[nodiscard]] std::size_t read_wave();
  [[nodiscard]] bool next_text(ReadBlock& block);
  void read_and_look_up(ReadBlock& block) const;
  void expect_more();
  [[nodiscard]] bool read_last();
  [[nodiscard]] bool join_rest_and(ReadBlock& block);
  void add_rows(ReadBlock& block);
  void add_edges(ReadBlock& block, std::size_t begin, std::size_t end);
  void name_types(const RowBlock& block);

  NetworkBuilder builder_;
  LineBlocks blocks_;
  std::uint64_t all_bytes_;  // 0: not known
  Run run_;
  EdgeListLoad load_;
  RowShape shape_;
  std::vector<ReadBlock> wave_;
  std::mutex mutex_;        // of the text: whoever is free reads the next block
  bool head_waits_ = true;  // the first block was read to see its first rows
  std::size_t bytes_ = 0;   // that were read
  std::size_t edges_ = 0;   // that were added
  std::size_t line_ = 1;    // of the first row of the next block
  std::string rest_;        // a row of which the end is still to come
  EndEntities entities_;
  std::vector<std::uint32_t> types_;  // by the number of their name
  std::vector<std::uint32_t> edge_types_;
};

bool ListByBlocks::has_two_rows(std::string_view text) {
  shape_.delimiter = delimiter_of(first_line(text));
  return with_list_reader(shape_.delimiter, text, [](auto& reader) {
    return reader.next() && reader.next() && !reader.open() && !reader.stopped();
  });
}

// The first block, which is as long as it must be to see two rows: the header, and what types are.
bool ListByBlocks::read_head() {
  wave_.resize(kBlocksEach * static_cast<std::size_t>(run_.thread_count()));
  RowBlock& head = wave_.front().rows;
  std::string piece;
  do {
    if (head.text.size() > kLongestHead || !blocks_.next(piece)) return false;
    head.text += piece;
    if (head.text.starts_with(kByteOrderMark)) head.text.erase(0, kByteOrderMark.size());
  } while (!has_two_rows(head.text));
  return is_clean_text(head.text) && read_header();
}

bool ListByBlocks::read_header() {
  RowBlock& head = wave_.front().rows;
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

bool ListByBlocks::next_text(ReadBlock& block) {
  RowBlock& rows = block.rows;
  if (!std::exchange(head_waits_, false)) {
    rows.begin = 0;
    if (!blocks_.next(rows.text)) return false;
  }
  rows.last = blocks_.ended();
  bytes_ += rows.text.size();
  block.numbers_below = KnownNumbers::limit(bytes_);
  return true;
}

// How many blocks it has: less than all of the last alone.
std::size_t ListByBlocks::read_wave() {
  std::size_t count = 0;
  parallel_blocks(wave_.size(), 1, run_, "reading rows", [&](const Block&) {
    ReadBlock* block = nullptr;
    {
      const std::lock_guard lock(mutex_);
      if (!next_text(wave_[count])) return;
      block = &wave_[count++];
    }
    read_and_look_up(*block);
  });
  return count;
}

void ListByBlocks::read_and_look_up(ReadBlock& block) const {
  read_block(block.rows, shape_, block.numbers_below);
  entities_.look_up(block.rows, block.found);
}

// From the first rows: that all of the list is much as they are, or a little more.
void ListByBlocks::expect_more() {
  if (bytes_ == 0 || all_bytes_ <= bytes_) return;
  const double share = static_cast<double>(all_bytes_) / static_cast<double>(bytes_);
  builder_.expect_relations(static_cast<std::size_t>(1.125 * share * static_cast<double>(edges_)));
}

bool ListByBlocks::read_rows() {
  bool first = true;
  while (const std::size_t count = read_wave()) {
    for (ReadBlock& block : std::span(wave_).first(count)) {
      if (!join_rest_and(block)) return false;
    }
    if (std::exchange(first, false)) expect_more();
  }
  return read_last();
}

// What is left when the text ends with a block, and that within a row.
bool ListByBlocks::read_last() {
  if (rest_.empty()) return true;
  RowBlock& rows = wave_.front().rows;
  rows.text.clear();
  rows.begin = 0;
  rows.last = true;
  return join_rest_and(wave_.front());
}

bool ListByBlocks::join_rest_and(ReadBlock& block) {
  RowBlock& rows = block.rows;
  if (!rest_.empty()) {
    if (rest_.size() > kLongestRow) return false;
    rows.text.insert(0, rest_);
    rest_.clear();
    read_and_look_up(block);
  }
  if (!rows.readable) return false;
  add_rows(block);
  line_ += rows.lines;
  if (rows.open_at != RowBlock::kNowhere) rest_ = rows.text.substr(rows.open_at);
  return true;
}

// In the order of the list: edges up to a row that needs a closer look, and that row.
void ListByBlocks::add_rows(ReadBlock& block) {
  const RowBlock& rows = block.rows;
  name_types(rows);
  std::size_t begin = 0;
  with_list_reader(shape_.delimiter, rows.text, [&](auto& reader) {
    for (const CarefulRow& row : rows.careful) {
      add_edges(block, begin, row.edge);
      begin = row.edge;
      reader.move_to(row.at, line_ + row.line);
      static_cast<void>(reader.next());
      load_.add_row(reader.row(), reader.problems());
    }
  });
  add_edges(block, begin, rows.sources.size());
}

void ListByBlocks::name_types(const RowBlock& block) {
  types_.clear();
  if (block.numbered) types_.push_back(builder_.intern_type(kRelationType));
  for (const std::string_view type : block.types.all()) {
    types_.push_back(builder_.intern_type(type.empty() ? kRelationType : type));
  }
}

void ListByBlocks::add_edges(ReadBlock& block, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  entities_.add(block.rows, block.found, begin, end);
  const RowBlock& rows = block.rows;
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
