// Many entities and relations at once: what the rows of a long list come to.
#include "engine/builder_state.hpp"

namespace summitry {
namespace {

void append(UniformColumn<std::uint32_t>& column, std::span<const std::uint32_t> rows,
            std::size_t count) {
  rows.size() == 1 ? column.append(count, rows.front()) : column.append(rows);
}

}  // namespace

std::vector<EntityIndex> NetworkBuilder::find_entities(std::span<const std::string_view> ids,
                                                       std::span<const std::size_t> hashes) const {
  return state_->entities.find(ids, hashes);
}

std::vector<EntityIndex> NetworkBuilder::ensure_entities(std::span<const std::string_view> ids,
                                                         std::span<const std::size_t> hashes,
                                                         std::string_view kind) {
  BuilderState& state = *state_;
  std::vector<EntityIndex> found = state.entities.find(ids, hashes);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (found[i] != kNone) continue;
    if (const auto added = state.entities.find(ids[i], hashes[i])) {  // it stands twice among `ids`
      found[i] = *added;
      continue;
    }
    found[i] = state.entities.add_named(ids[i], hashes[i], kind);
    for (Column& column : state.entity_columns) column.push_back(Value{});
  }
  return found;
}

std::uint32_t NetworkBuilder::intern_type(std::string_view type) {
  return state_->words.intern(type);
}

void NetworkBuilder::add_relations(const PlainRelations& rows) {
  BuilderState& state = *state_;
  state.relations_begin();
  const std::size_t begin = state.ends.size();
  const std::size_t count = rows.sources.size();
  const std::size_t end = begin + count;
  for (std::size_t i = 0; i < count; ++i) state.ends.push_back({rows.sources[i], rows.targets[i]});
  append(state.type, rows.types, count);
  state.status.append(count, Status::realised);
  state.confidence.append(count, Confidence::secondary);
  if (!state.repeats_allowed) state.line.resize(end, 0);
  if (!rows.weights.empty()) {
    state.weight.values.resize(begin, state.weight.missing);
    state.weight.values.insert(state.weight.values.end(), rows.weights.begin(), rows.weights.end());
  }
  for (Column& column : state.relation_columns) {
    for (std::size_t row = begin; row < end; ++row) column.push_back(Value{});
  }
}

void NetworkBuilder::expect_relations(std::size_t count) {
  state_->ends.reserve(count);
}

}  // namespace summitry
