// Participants and events. See modes.hpp.
#include "loaders/two_mode/modes.hpp"

#include <algorithm>
#include <span>

#include "loaders/text.hpp"

namespace summitry::two_mode {
namespace {

constexpr std::array<Word, 6> kParticipants{{{"participant", "entity"},
                                             {"actor", "entity"},
                                             {"person", "person"},
                                             {"organisation", "organisation"},
                                             {"organization", "organisation"},
                                             {"country", "country"}}};
constexpr std::array<Word, 5> kEvents{{{"event", kEventKind},
                                       {"meeting", kEventKind},
                                       {"conference", kEventKind},
                                       {"session", kEventKind},
                                       {"summit", "summit"}}};

const Word* word_of(std::span<const Word> words, std::string_view name) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [name](const Word& one) { return one.name == name; });
  return found == words.end() ? nullptr : &*found;
}

}  // namespace

const Word* participants_word(std::string_view name) {
  return word_of(kParticipants, name);
}

const Word* events_word(std::string_view name) {
  return word_of(kEvents, name);
}

bool Modes::see(Mode mode, const Cell& name) {
  Members& all = of(mode);
  if (!all.numbers.emplace(name.text, all.members.size()).second) return false;
  all.members.push_back({name, std::string(name.text), {}, false});
  return true;
}

void Modes::see_date(const Cell& event, const Cell& date) {
  Members& events = of(Mode::events);
  Member& member = events.members[events.numbers.at(event.text)];
  if (member.date.text.empty()) {
    member.date = date;
  } else if (member.date.text != date.text) {
    member.dates_differ = true;
  }
}

void Modes::name_apart(NetworkBuilder& builder) {
  const Members& participants = modes_[0];
  Members& events = modes_[1];
  const bool kinds_differ = participants.kind != events.kind;
  const Member* first = nullptr;
  std::size_t count = 0;
  for (Member& event : events.members) {
    const auto same = participants.numbers.find(event.name.text);
    if (same == participants.numbers.end()) continue;
    Member& participant = modes_[0].members[same->second];
    participant.id.insert(0, kinds_differ ? participants.kind + ':' : "participant:");
    event.id.insert(0, kinds_differ ? events.kind + ':' : "event:");
    if (count++ == 0) first = &event;
  }
  if (first == nullptr) return;
  builder.warning(first->name,
                  std::to_string(count) + (count == 1 ? " name stands" : " names stand") +
                      " in both modes, and is two entities: " + in_quotes(first->id) +
                      " is the event",
                  "give both names of their own, unless that is meant");
}

void Modes::add_to(NetworkBuilder& builder) {
  name_apart(builder);
  for (const Members& mode : modes_) {
    for (const Member& member : mode.members) {
      EntityRow row;
      row.id = {member.id, member.name.line, member.name.column};
      row.kind = {mode.kind, member.name.line, member.name.column};
      row.name = member.name;
      if (!member.dates_differ) row.from = row.to = member.date;
      builder.add_entity(row);
    }
  }
}

Cell Modes::id(Mode mode, const Cell& name) const {
  const Members& all = of(mode);
  return {all.members[all.numbers.at(name.text)].id, name.line, name.column};
}

}  // namespace summitry::two_mode
