// Many entities and relations at once: what the rows of a long list come to.
#include "engine/builder_state.hpp"

namespace summitry {
namespace {

// How many names ahead their places are brought into the cache, and then the names themselves.
constexpr std::size_t kFar = 16;
constexpr std::size_t kNear = 8;

void look_ahead(const BuilderState& state, std::span<const std::size_t> hashes, std::size_t i) {
  if (i + kFar < hashes.size()) state.entity_index.prefetch(hashes[i + kFar]);
  if (i + kNear >= hashes.size()) return;
  if (const auto likely = state.entity_index.likely(hashes[i + kNear])) {
    __builtin_prefetch(&state.entities[*likely]);
  }
}

Entity named(std::string_view id, std::string_view kind) {
  Entity entity;
  entity.id = id;
  entity.kind = kind;
  entity.name = id;
  return entity;
}

template <class T>
void append(std::vector<T>& column, std::span<const T> rows) {
  column.insert(column.end(), rows.begin(), rows.end());
}

}  // namespace

std::vector<EntityIndex> NetworkBuilder::ensure_entities(std::span<const std::string_view> ids,
                                                         std::span<const std::size_t> hashes,
                                                         std::string_view kind) {
  BuilderState& state = *state_;
  const auto id_of = [&state](EntityIndex e) -> std::string_view { return state.entities[e].id; };
  std::vector<EntityIndex> found;
  found.reserve(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    look_ahead(state, hashes, i);
    std::optional<EntityIndex> entity = state.entity_index.find(ids[i], hashes[i], id_of);
    if (!entity) {
      entity = static_cast<EntityIndex>(state.entities.size());
      state.entities.push_back(named(ids[i], kind));
      state.entity_line.push_back(0);
      state.entity_index.add_hashed(hashes[i], id_of);
      for (Column& column : state.entity_columns) column.push_back(Value{});
    }
    found.push_back(*entity);
  }
  return found;
}

std::uint32_t NetworkBuilder::intern_type(std::string_view type) {
  return state_->words.intern(type);
}

void NetworkBuilder::add_relations(const PlainRelations& rows) {
  BuilderState& state = *state_;
  state.relations_begin();
  const std::size_t begin = state.source_of.size();
  const std::size_t end = begin + rows.sources.size();
  append(state.source_of, rows.sources);
  append(state.target_of, rows.targets);
  append(state.type, rows.types);
  state.status.resize(end, Status::realised);
  state.confidence.resize(end, Confidence::secondary);
  if (!state.repeats_allowed) state.line.resize(end, 0);
  if (!rows.weights.empty()) {
    state.weight.values.resize(begin, state.weight.missing);
    append(state.weight.values, rows.weights);
  }
  for (Column& column : state.relation_columns) {
    for (std::size_t row = begin; row < end; ++row) column.push_back(Value{});
  }
}

}  // namespace summitry
