// Times of a GEXF file. See times.hpp.
#include "loaders/gexf/times.hpp"

#include <algorithm>
#include <string_view>

#include "loaders/interchange/timeset.hpp"
#include "loaders/text.hpp"

namespace summitry::gexf {
namespace {

bool has_one_spell(const XmlElement& element) {
  for (const char* name : {"start", "end", "startopen", "endopen", "timestamp"}) {
    if (element.has(name)) return true;
  }
  return false;
}

}  // namespace

bool has_times(const XmlElement& element) {
  return has_one_spell(element) || element.has("timestamps") || element.has("intervals");
}

Times::Times(Remarks& remarks, const XmlElement& graph) : remarks_(remarks) {
  const std::string_view format = graph.attribute("timeformat").text;
  declared_ = !format.empty();
  numbers_ = format == "integer" || format == "double" || format == "float";
}

// By the specification they are numbers where it is not said, but many a program writes dates.
void Times::see(const std::vector<Spell>& spells) {
  if (declared_ || numbers_) return;
  numbers_ = std::any_of(spells.begin(), spells.end(), [](const Spell& spell) {
    return interchange::is_number_alone(spell.start.text) ||
           interchange::is_number_alone(spell.end.text);
  });
}

// A moment of a day is that day.
Cell Times::time(Cell cell) {
  cell.text = trimmed(cell.text);
  if (interchange::is_open_time(cell.text)) return {{}, cell.line, cell.column};
  if (numbers_) return cell;
  if (interchange::has_time_of_day(cell.text)) {
    remarks_.once(cell, "times of the day are left out", "a date has a year, a month and a day");
  }
  cell.text = interchange::date_of(cell.text);
  return cell;
}

void Times::say_open_ends(const Cell& place) {
  remarks_.once(place, "open ends of times are read as closed ones", "write start and end");
}

Spell Times::spell(const XmlElement& element) {
  const auto at = [this, &element](const char* name) { return time(element.attribute(name)); };
  Spell spell{at("start"), at("end")};
  if (element.has("startopen") || element.has("endopen")) {
    say_open_ends(element.place());
    if (spell.start.text.empty()) spell.start = at("startopen");
    if (spell.end.text.empty()) spell.end = at("endopen");
  }
  if (element.has("timestamp")) spell.start = spell.end = at("timestamp");
  return spell;
}

std::vector<Spell> Times::spells(const XmlElement& element) {
  std::vector<Spell> spells;
  if (const XmlElement list = element.child("spells")) {
    for (XmlElement one = list.first(); one; one = one.next()) {
      if (one.name() == "spell") add(one, spells);
    }
  }
  if (spells.empty()) {
    add(element, spells);
  } else if (has_times(element)) {
    remarks_.once(element.place(), "times beside spells are left out", "write spells alone");
  }
  return spells;
}

// The spells that one element names by its attributes: at most one by `start`, `end` and `timestamp`,
// any number by the lists of version 1.3.
void Times::add(const XmlElement& element, std::vector<Spell>& spells) {
  if (has_one_spell(element)) spells.push_back(spell(element));
  for (const char* name : {"timestamps", "intervals"}) {
    const Cell list = element.attribute(name);
    if (list.text.empty()) continue;
    const bool in_pairs = std::string_view(name) == "intervals";
    if (!add_list(list, in_pairs, spells)) {
      remarks_.once(list, "lists of times that cannot be read are left out",
                    in_pairs ? "write <[2009, 2010]; [2012, 2013]>" : "write <[2009, 2010]>");
    }
  }
}

// Intervals, or moments whichever way they are grouped. False, and none of them, where the list is of
// another form.
bool Times::add_list(Cell list, bool in_pairs, std::vector<Spell>& spells) {
  const auto brackets = interchange::parse_timeset(list.text);
  if (!brackets) return false;
  const auto is_pair = [](const auto& times) { return times.size() == 2; };
  if (in_pairs && !std::all_of(brackets->begin(), brackets->end(), is_pair)) return false;
  if (in_pairs && list.text.find_first_of("()") != std::string_view::npos) say_open_ends(list);
  const auto at = [this, &list](std::string_view text) {
    return time({text, list.line, list.column});
  };
  for (const std::vector<std::string_view>& times : *brackets) {
    if (in_pairs) {
      spells.push_back({at(times[0]), at(times[1])});
      continue;
    }
    for (const std::string_view moment : times) {
      if (!moment.empty()) spells.push_back({at(moment), at(moment)});
    }
  }
  return true;
}

Spell Times::span(const std::vector<Spell>& spells) {
  if (spells.size() > 1) {
    remarks_.once(spells.front().start,
                  "several times of a node are kept as one, from the first to the last",
                  "an entity has one beginning and one end");
  }
  using interchange::TimesAre;
  return interchange::span(spells, numbers_ ? TimesAre::numbers : TimesAre::dates);
}

}  // namespace summitry::gexf
