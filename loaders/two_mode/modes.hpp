// Participants and events, the two modes of a table, as entities whose ids are their names.
//
// A name that stands in both modes is two entities, which have their kind before it (`person:Cairo` and
// `event:Cairo`): one entity would make a network of one mode of them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/network_builder.hpp"

namespace summitry::two_mode {

enum class Mode : std::uint8_t { participants, events };

inline constexpr std::string_view kEventKind = "event";
inline constexpr std::string_view kAttended = "attended";  // the type of relations without one

// A word in a header that names a mode, and the kind of its entities.
struct Word {
  std::string_view name;
  std::string_view kind;
};
// participant, actor, person, organisation, organization, country.
[[nodiscard]] const Word* participants_word(std::string_view name);
// event, meeting, conference, session, summit.
[[nodiscard]] const Word* events_word(std::string_view name);

class Modes {
 public:
  Modes(std::string_view participants, std::string_view events) {
    modes_[0].kind = participants;
    modes_[1].kind = events;
  }

  // A name, without spaces at its ends; false where it was there already. What it points to outlives
  // this.
  bool see(Mode mode, const Cell& name);
  // A date of an event: it is the event's own where no other is given.
  void see_date(const Cell& event, const Cell& date);
  // All that were seen, in the order of the table.
  void add_to(NetworkBuilder& builder);

  // After add_to, of a name that was seen, at its place.
  [[nodiscard]] Cell id(Mode mode, const Cell& name) const;
  [[nodiscard]] std::size_t size(Mode mode) const { return of(mode).members.size(); }
  [[nodiscard]] const std::string& kind(Mode mode) const { return of(mode).kind; }

 private:
  struct Member {
    Cell name;
    std::string id;
    Cell date;
    bool dates_differ = false;
  };
  struct Members {
    std::string kind;
    std::vector<Member> members;
    std::unordered_map<std::string_view, std::size_t> numbers;  // by name
  };
  [[nodiscard]] Members& of(Mode mode) { return modes_[static_cast<std::size_t>(mode)]; }
  [[nodiscard]] const Members& of(Mode mode) const {
    return modes_[static_cast<std::size_t>(mode)];
  }
  void name_apart(NetworkBuilder& builder);

  std::array<Members, 2> modes_;
};

}  // namespace summitry::two_mode
