// Times of a GEXF file. See times.hpp.
#include "loaders/gexf/times.hpp"

#include <algorithm>
#include <string_view>

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
  numbers_ = format == "integer" || format == "double" || format == "float";
}

// A moment of a day is that day.
Cell Times::day_of(Cell cell) {
  if (numbers_ || cell.text.size() <= 10) return cell;
  if (cell.text[10] != 'T' && cell.text[10] != ' ') return cell;
  remarks_.once(cell, "times of the day are left out", "a date has a year, a month and a day");
  cell.text = cell.text.substr(0, 10);
  return cell;
}

Spell Times::spell(const XmlElement& element) {
  const auto time = [this, &element](const char* name) { return day_of(element.attribute(name)); };
  Spell spell{time("start"), time("end")};
  if (element.has("startopen") || element.has("endopen")) {
    remarks_.once(element.place(), "open ends of times are read as closed ones",
                  "write start and end");
    if (spell.start.text.empty()) spell.start = time("startopen");
    if (spell.end.text.empty()) spell.end = time("endopen");
  }
  if (element.has("timestamp")) spell.start = spell.end = time("timestamp");
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

// <[a, b]; [c, d]>: intervals, or moments whichever way they are grouped. False, and none of them,
// where the list is of another form.
bool Times::add_list(Cell list, bool in_pairs, std::vector<Spell>& spells) {
  std::vector<Spell> found;
  std::string_view rest = trimmed(list.text);
  if (!rest.starts_with('<') || !rest.ends_with('>')) return false;
  rest = trimmed(rest.substr(1, rest.size() - 2));
  while (!rest.empty()) {
    const std::size_t end = rest.find(']');
    if (!rest.starts_with('[') || end == std::string_view::npos) return false;
    const std::size_t before = found.size();
    for (std::string_view within = rest.substr(1, end - 1); !within.empty();) {
      const std::size_t comma = std::min(within.find(','), within.size());
      const Cell moment = day_of({trimmed(within.substr(0, comma)), list.line, list.column});
      found.push_back({moment, moment});
      within.remove_prefix(std::min(comma + 1, within.size()));
    }
    if (in_pairs) {
      if (found.size() != before + 2) return false;
      found[before].end = found[before + 1].start;
      found.pop_back();
    }
    rest = trimmed(rest.substr(end + 1));
    if (rest.starts_with(';')) rest = trimmed(rest.substr(1));
  }
  spells.insert(spells.end(), found.begin(), found.end());
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
