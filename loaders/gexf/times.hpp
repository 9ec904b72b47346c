// When the vertices and edges of a GEXF file are there.
#pragma once

#include <vector>

#include "loaders/interchange/spells.hpp"
#include "loaders/xml/document.hpp"
#include "loaders/xml/edges.hpp"

namespace summitry::gexf {

using interchange::Spell;

// Whether any attribute of the element says when.
[[nodiscard]] bool has_times(const XmlElement& element);

class Times {
 public:
  // `graph` may say whether times are dates or numbers; otherwise they tell, all of which are to be seen
  // before any is read.
  Times(Remarks& remarks, const XmlElement& graph);

  [[nodiscard]] bool tell_what_they_are() const { return !declared_; }
  void see(const std::vector<Spell>& spells);
  [[nodiscard]] bool are_numbers() const { return numbers_; }
  // The spells of a vertex or an edge, in the order of the file; none: it is always there.
  [[nodiscard]] std::vector<Spell> spells(const XmlElement& element);
  // One that spans all of them, with a warning where there are several; all open where there is none.
  [[nodiscard]] Spell span(const std::vector<Spell>& spells);

 private:
  [[nodiscard]] Spell spell(const XmlElement& element);
  void add(const XmlElement& element, std::vector<Spell>& spells);
  [[nodiscard]] bool add_list(Cell list, bool in_pairs, std::vector<Spell>& spells);
  [[nodiscard]] Cell time(Cell moment);
  void say_open_ends(const Cell& place);

  Remarks& remarks_;
  bool declared_ = false;
  bool numbers_ = false;
};

}  // namespace summitry::gexf
