// Lists block by block. See by_blocks.hpp.
#include "loaders/two_mode/list/by_blocks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "engine/date.hpp"
#include "engine/name_index.hpp"
#include "engine/number.hpp"
#include "engine/relation_rules.hpp"
#include "loaders/csv.hpp"
#include "loaders/two_mode/list/head.hpp"
#include "loaders/two_mode/list/row.hpp"
#include "loaders/two_mode/modes.hpp"

namespace summitry::two_mode {
namespace {

// What the rows with dates say of an event.
struct EventDate {
  std::string date;
  bool differs = false;
};

// Takes a block, and the line of its first row; false where the list must be read as a whole.
using Take = std::function<bool(const RowBlock&, std::size_t line)>;

class ListByBlocks {
 public:
  ListByBlocks(const OpenList& open, const std::string& file, const LoadOptions& options,
               std::size_t block)
      : open_(open), options_(options), size_(block) {
    builder_.reading(file);
    builder_.allow_repeats();
  }

  std::optional<Built> read() &&;

 private:
  [[nodiscard]] bool read_head();
  [[nodiscard]] bool each(const Take& take);
  template <class Visit>
  void each_careful(const RowBlock& block, std::size_t line, const Visit& visit);
  [[nodiscard]] bool fits_rules(std::string_view type) const;

  [[nodiscard]] bool see_dates(const RowBlock& block, std::size_t line);
  void add_dated_events();
  [[nodiscard]] bool add_rows(const RowBlock& block, std::size_t line);
  void add_row(EdgeRow row);
  void add_edges(const RowBlock& block, std::size_t begin, std::size_t end);
  void add_edges_of_summits(const RowBlock& block, std::size_t begin, std::size_t end);
  void find_entities(const RowBlock& block);
  std::vector<EntityIndex> ensure(std::span<const std::string_view> names,
                                  std::span<const std::size_t> hashes, Mode mode);
  void ensure_one(std::string_view name, Mode mode) {
    const std::size_t hash = NameIndex::hash_of(name);
    static_cast<void>(ensure({&name, 1}, {&hash, 1}, mode));
  }

  const OpenList& open_;
  const LoadOptions& options_;
  std::size_t size_;  // of a block
  NetworkBuilder builder_;
  ListHead head_;
  bool is_odd_ = false;                     // the list must be read as a whole
  std::map<std::string, EventDate> dates_;  // by event
  std::vector<Mode> modes_;                 // of the entities
  std::vector<EntityIndex> entities_;       // of the block at hand, by the number of their name
  std::vector<std::uint32_t> types_;        // of it, by the number of their name
};

std::optional<Built> ListByBlocks::read() && {
  if (!read_head()) return std::nullopt;
  if (head_.columns.date) {
    const bool seen =
        each([this](const RowBlock& block, std::size_t line) { return see_dates(block, line); });
    if (!seen) return std::nullopt;
    add_dated_events();
  }
  const bool added =
      each([this](const RowBlock& block, std::size_t line) { return add_rows(block, line); });
  if (!added || is_odd_) return std::nullopt;
  builder_.describe({});
  return std::move(builder_).build();
}

bool ListByBlocks::read_head() {
  const auto stream = open_();
  RowWaves waves(*stream, size_, options_.threads);
  const auto head = read_list_head(builder_, waves, options_);
  if (head) head_ = *head;
  return head.has_value();
}

bool ListByBlocks::each(const Take& take) {
  const auto stream = open_();
  RowWaves waves(*stream, size_, options_.threads);
  if (!grow_list_head(waves)) return false;
  waves.head().begin = head_.begin;
  return waves.read(
      head_.line,
      [this](RowBlock& rows, std::size_t /*place*/, std::size_t /*bytes*/) {
        read_block(rows, head_.shape);
      },
      [&take](const RowBlock& rows, std::size_t /*place*/, std::size_t line) {
        return take(rows, line);
      });
}

// visit(reader, edges) with the reader behind the row, and how many edges come before it.
template <class Visit>
void ListByBlocks::each_careful(const RowBlock& block, std::size_t line, const Visit& visit) {
  CsvReader reader(block.text, {head_.dialect.delimiter, {}});
  for (const CarefulRow& row : block.careful) {
    reader.move_to(row.at, line + row.line);
    if (reader.next()) visit(reader, row.edge);
  }
}

bool ListByBlocks::see_dates(const RowBlock& block, std::size_t line) {
  NetworkBuilder nobody;  // what is wrong is found again
  each_careful(block, line, [this, &nobody](const CsvReader& reader, std::size_t /*edges*/) {
    const auto row = list_row(nobody, head_, reader.row());
    if (!row || !parse_date(row->from.text)) return;
    EventDate& event = dates_[std::string(row->target.text)];
    if (event.date.empty()) event.date = row->from.text;
    event.differs = event.differs || event.date != row->from.text;
  });
  return true;
}

void ListByBlocks::add_dated_events() {
  for (const auto& [name, event] : dates_) {
    if (event.differs || !is_name_alone(name)) continue;
    EntityRow row;
    row.id = row.name = name;
    row.kind = head_.columns.events;
    row.from = row.to = event.date;
    builder_.add_entity(row);
    ensure_one(name, Mode::events);
  }
}

// Findings about rules need the places of rows, which plain ones do not keep.
bool ListByBlocks::fits_rules(std::string_view type) const {
  const RelationRule* rule = standard_rule(type);
  if (rule == nullptr) return true;
  const auto fits = [](std::string_view kind, const std::vector<std::string>& kinds) {
    return !is_standard_kind(kind) || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  return fits(head_.columns.participants, rule->sources) &&
         fits(head_.columns.events, rule->targets);
}

bool ListByBlocks::add_rows(const RowBlock& block, std::size_t line) {
  const std::vector<std::string_view> names = block.names.all();
  const std::vector<std::string_view> types = block.types.all();
  const bool plain = std::all_of(names.begin(), names.end(), is_name_alone) &&
                     std::all_of(types.begin(), types.end(), [this](std::string_view type) {
                       return is_word_alone(type) && fits_rules(type);
                     });
  if (!plain) return false;
  find_entities(block);
  types_.clear();
  for (const std::string_view type : types) {
    types_.push_back(builder_.intern_type(type.empty() ? kAttended : type));
  }
  std::size_t begin = 0;
  each_careful(block, line, [&](const CsvReader& reader, std::size_t edges) {
    add_edges(block, begin, edges);
    begin = edges;
    report(builder_, reader.problems());
    if (auto row = list_row(builder_, head_, reader.row())) add_row(*std::move(row));
  });
  add_edges(block, begin, block.sources.size());
  return !is_odd_;
}

void ListByBlocks::add_row(EdgeRow row) {
  is_odd_ = is_odd_ || !stands_alone(row);
  if (is_odd_) return;
  ensure_one(row.source.text, Mode::participants);
  ensure_one(row.target.text, Mode::events);
  if (parse_date(row.from.text)) row.to = row.from;
  complete(row, head_.columns);
  add_relations(builder_, row);
}

void ListByBlocks::add_edges(const RowBlock& block, std::size_t begin, std::size_t end) {
  if (begin == end || is_odd_) return;
  if (head_.columns.events == "summit") return add_edges_of_summits(block, begin, end);
  const std::size_t count = end - begin;
  std::vector<EntityIndex> sources(count);
  std::vector<EntityIndex> targets(count);
  std::vector<std::uint32_t> types(count);
  for (std::size_t i = 0; i < count; ++i) {
    sources[i] = entities_[block.sources[begin + i]];
    targets[i] = entities_[block.targets[begin + i]];
    types[i] = types_[block.edge_types[begin + i]];
  }
  PlainRelations rows{sources, targets, types, {}};
  if (block.any_weight) rows.weights = std::span(block.weights).subspan(begin, count);
  builder_.add_relations(rows);
}

// Each relation belongs to the summit that is its event.
void ListByBlocks::add_edges_of_summits(const RowBlock& block, std::size_t begin, std::size_t end) {
  const std::vector<std::string_view> types = block.types.all();
  for (std::size_t e = begin; e < end; ++e) {
    const bool has_weight = block.any_weight && !std::isnan(block.weights[e]);
    const std::string weight = has_weight ? shortest(block.weights[e]) : std::string();
    EdgeRow row;
    row.source = block.names.name(block.sources[e]);
    row.target = block.names.name(block.targets[e]);
    row.type = types[block.edge_types[e]];
    row.weight = weight;
    complete(row, head_.columns);
    builder_.add_relation(row);
  }
}

void ListByBlocks::find_entities(const RowBlock& block) {
  entities_.assign(block.names.hashes().size(), kNone);
  for (const Mode mode : {Mode::participants, Mode::events}) {
    const auto& numbers = mode == Mode::participants ? block.sources : block.targets;
    std::vector<bool> seen(entities_.size());
    std::vector<std::uint32_t> here;
    std::vector<std::string_view> names;
    std::vector<std::size_t> hashes;
    for (const std::uint32_t number : numbers) {
      if (seen[number]) continue;
      seen[number] = true;
      here.push_back(number);
      names.push_back(block.names.name(number));
      hashes.push_back(block.names.hashes()[number]);
    }
    const std::vector<EntityIndex> found = ensure(names, hashes, mode);
    for (std::size_t i = 0; i < here.size(); ++i) entities_[here[i]] = found[i];
  }
}

// A name that stands in both modes is two entities, of which those added by then know nothing.
std::vector<EntityIndex> ListByBlocks::ensure(std::span<const std::string_view> names,
                                              std::span<const std::size_t> hashes, Mode mode) {
  const std::string_view kind =
      mode == Mode::participants ? head_.columns.participants : head_.columns.events;
  std::vector<EntityIndex> found = builder_.ensure_entities(names, hashes, kind);
  for (const EntityIndex entity : found) {
    if (entity == modes_.size()) modes_.push_back(mode);
    is_odd_ = is_odd_ || modes_[entity] != mode;
  }
  return found;
}

}  // namespace

std::optional<Built> read_list_by_blocks(const OpenList& open, const std::string& file,
                                         const LoadOptions& options, std::size_t block) {
  return ListByBlocks(open, file, options, block).read();
}

}  // namespace summitry::two_mode
