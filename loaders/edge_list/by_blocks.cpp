#include "loaders/edge_list/by_blocks.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "engine/parallel.hpp"
#include "loaders/edge_list/edge_list_load.hpp"
#include "loaders/edge_list/line_blocks.hpp"
#include "loaders/edge_list/list_reader.hpp"
#include "loaders/edge_list/row_block.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

constexpr std::size_t kLongestHead = std::size_t{16} << 20U;  // bytes until two rows are there
constexpr std::size_t kLongestRow = std::size_t{16} << 20U;
constexpr std::size_t kBlocksEach = 2;  // in memory at a time, for each thread

class ListByBlocks {
 public:
  ListByBlocks(ByteStream& stream, const std::string& file, const LoadOptions& options,
               std::size_t block)
      : blocks_(stream, block), run_{.threads = options.threads}, load_(builder_, options) {
    builder_.reading(file);
    builder_.allow_repeats();
    builder_.allow_unstated();
  }

  std::optional<Built> read() && {
    if (!read_head() || !read_rows()) return std::nullopt;
    load_.finish();
    return std::move(builder_).build();
  }

 private:
  [[nodiscard]] bool read_head();
  [[nodiscard]] bool has_two_rows(std::string_view text);
  [[nodiscard]] bool read_header();
  [[nodiscard]] bool read_rows();
  [[nodiscard]] std::size_t fill();
  [[nodiscard]] bool read_last();
  [[nodiscard]] bool join_rest_and(RowBlock& block);
  void add_rows(const RowBlock& block);
  void add_edges(const RowBlock& block, std::size_t begin, std::size_t end);
  void find_entities(const RowBlock& block, std::span<const std::uint32_t> sources,
                     std::span<const std::uint32_t> targets);

  NetworkBuilder builder_;
  LineBlocks blocks_;
  Run run_;
  EdgeListLoad load_;
  RowShape shape_;
  std::vector<RowBlock> wave_;
  bool head_waits_ = true;               // the first block was read to see its first rows
  std::size_t line_ = 1;                 // of the first row of the next block
  std::string rest_;                     // a row of which the end is still to come
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
  wave_.resize(kBlocksEach * static_cast<std::size_t>(run_.thread_count()));
  RowBlock& head = wave_.front();
  std::string piece;
  do {
    if (head.text.size() > kLongestHead || !blocks_.next(piece)) return false;
    head.text += piece;
    if (head.text.starts_with(kByteOrderMark)) head.text.erase(0, kByteOrderMark.size());
  } while (!has_two_rows(head.text));
  return is_clean_text(head.text) && read_header();
}

bool ListByBlocks::read_header() {
  RowBlock& head = wave_.front();
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

std::size_t ListByBlocks::fill() {
  std::size_t count = 0;
  for (RowBlock& block : wave_) {
    if (!std::exchange(head_waits_, false)) {
      block.begin = 0;
      if (!blocks_.next(block.text)) break;
    }
    block.last = blocks_.ended();
    ++count;
  }
  return count;
}

bool ListByBlocks::read_rows() {
  while (const std::size_t count = fill()) {
    parallel_blocks(count, 1, run_, "reading rows",
                    [this](const Block& block) { read_block(wave_[block.index], shape_); });
    for (RowBlock& block : std::span(wave_).first(count)) {
      if (!join_rest_and(block)) return false;
    }
  }
  return read_last();
}

// What is left when the text ends with a block, and that within a row.
bool ListByBlocks::read_last() {
  if (rest_.empty()) return true;
  RowBlock& block = wave_.front();
  block.text.clear();
  block.begin = 0;
  block.last = true;
  return join_rest_and(block);
}

bool ListByBlocks::join_rest_and(RowBlock& block) {
  if (!rest_.empty()) {
    if (rest_.size() > kLongestRow) return false;
    block.text.insert(0, rest_);
    rest_.clear();
    read_block(block, shape_);
  }
  if (!block.readable) return false;
  add_rows(block);
  line_ += block.lines;
  if (block.open_at != RowBlock::kNowhere) rest_ = block.text.substr(block.open_at);
  return true;
}

// In the order of the list: edges up to a row that needs a closer look, and that row.
void ListByBlocks::add_rows(const RowBlock& block) {
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
      reader.move_to(row.at, line_ + row.line);
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
