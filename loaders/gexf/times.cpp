// Times of a GEXF file. See times.hpp.
#include "loaders/gexf/times.hpp"

#include <string_view>

namespace summitry::gexf {
namespace {

bool has_times(const XmlElement& element) {
  for (const char* name : {"start", "end", "startopen", "endopen", "timestamp"}) {
    if (element.has(name)) return true;
  }
  return false;
}

}  // namespace

Times::Times(Remarks& remarks, const XmlElement& graph) : remarks_(remarks) {
  const std::string_view format = graph.attribute("timeformat").text;
  numbers_ = format == "integer" || format == "double" || format == "float";
}

// A moment of a day is that day.
Cell Times::time(const XmlElement& element, const char* name) {
  Cell cell = element.attribute(name);
  if (numbers_ || cell.text.size() <= 10) return cell;
  if (cell.text[10] != 'T' && cell.text[10] != ' ') return cell;
  remarks_.once(cell, "times of the day are left out", "a date has a year, a month and a day");
  cell.text = cell.text.substr(0, 10);
  return cell;
}

Spell Times::spell(const XmlElement& element) {
  Spell spell{time(element, "start"), time(element, "end")};
  if (element.has("startopen") || element.has("endopen")) {
    remarks_.once(element.place(), "open ends of times are read as closed ones",
                  "write start and end");
    if (spell.start.text.empty()) spell.start = time(element, "startopen");
    if (spell.end.text.empty()) spell.end = time(element, "endopen");
  }
  if (element.has("timestamp")) spell.start = spell.end = time(element, "timestamp");
  return spell;
}

std::vector<Spell> Times::spells(const XmlElement& element) {
  std::vector<Spell> spells;
  if (const XmlElement list = element.child("spells")) {
    for (XmlElement one = list.first(); one; one = one.next()) {
      if (one.name() == "spell") spells.push_back(spell(one));
    }
  }
  if (spells.empty() && has_times(element)) spells.push_back(spell(element));
  for (const char* name : {"timestamps", "intervals"}) {
    if (!element.has(name)) continue;
    remarks_.once(element.place(), "lists of times are left out", "write spells");
  }
  return spells;
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
