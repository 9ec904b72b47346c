// Networks of a series of summits with sources, dates, scores, themes and regions of their own.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/network_builder.hpp"
#include "tests/algorithms/continuity/series_script.hpp"

namespace summitry::testing {

struct Told {
  std::string source;
  std::string type;
  std::string target;
  std::string summit = "";
  std::string sources = "record";  // | between; every word is made a source
  std::string confidence = "official";
  std::string status = "";
  std::string from = "";
  std::string role = "";
  std::string score = "";
  std::string coder = "";
  std::string stage = "";
};

struct Story {
  std::vector<Held> editions;
  std::vector<Told> told;
  std::map<std::string, std::string> kinds = {};    // by id; country for others
  std::map<std::string, std::string> themes = {};   // by id: | between
  std::map<std::string, std::string> regions = {};  // by id
  std::vector<std::string> participation = {"attended", "signed"};
};

inline std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char letter : text) {
    if (letter == '|') {
      words.emplace_back();
    } else {
      words.back() += letter;
    }
  }
  return text.empty() ? std::vector<std::string>{} : words;
}

class StoryTeller {
 public:
  explicit StoryTeller(const Story& story) : story_(story) {
    for (const char* type : {"announced-at", "signed", "endorsed", "hosted", "attended"}) {
      RelationRule rule;
      rule.type = type;
      builder_.add_rule(rule);
    }
    themes_ = builder_.declare_entity_attribute({"themes", ColumnType::list, "", ""});
    region_ = builder_.declare_entity_attribute({"region", ColumnType::text, "", ""});
    score_ = builder_.declare_relation_attribute({"score", ColumnType::number, "", ""});
    coder_ = builder_.declare_relation_attribute({"coder", ColumnType::text, "", ""});
    stage_ = builder_.declare_relation_attribute({"stage", ColumnType::text, "", ""});
  }

  Network tell() && {
    std::set<std::string> sources = {"record"};
    for (const Told& one : story_.told) {
      for (const std::string& word : words_of(one.sources)) sources.insert(word);
    }
    for (const std::string& id : sources) builder_.add_source({.id = id, .title = id});
    for (const Held& held : story_.editions) {
      const auto kind = story_.kinds.find(held.id);
      add(held.id, kind == story_.kinds.end() ? "summit" : kind->second, held.from, held.to);
    }
    for (const auto& [id, kind] : story_.kinds) add(id, kind, "", "");
    for (const Told& one : story_.told) {
      for (const std::string& id : {one.source, one.target}) add(id, "country", "", "");
    }
    for (const Told& one : story_.told) add(one);
    SeriesRow series;
    series.id = "series";
    series.name = "A series";
    for (const Held& held : story_.editions) series.editions.push_back(held.id);
    for (const std::string& type : story_.participation) series.participation.push_back(type);
    builder_.add_series(series);
    return std::move(builder_).finish();
  }

 private:
  void add(const std::string& id, const std::string& kind, const std::string& from,
           const std::string& to) {
    if (!known_.insert(id).second) return;
    EntityRow row;
    row.id = id;
    row.kind = kind;
    row.name = id;
    row.from = from;
    row.to = to;
    if (const auto at = story_.themes.find(id); at != story_.themes.end()) {
      row.attributes.push_back({themes_, at->second});
    }
    if (const auto at = story_.regions.find(id); at != story_.regions.end()) {
      row.attributes.push_back({region_, at->second});
    }
    builder_.add_entity(row);
  }

  void add(const Told& one) {
    RelationRow row;
    row.source = one.source;
    row.type = one.type;
    row.target = one.target;
    row.summit = one.summit;
    row.status = one.status;
    row.role = one.role;
    row.from = one.from;
    row.sources = one.sources;
    row.confidence = one.confidence;
    if (!one.score.empty()) row.attributes.push_back({score_, one.score});
    if (!one.coder.empty()) row.attributes.push_back({coder_, one.coder});
    if (!one.stage.empty()) row.attributes.push_back({stage_, one.stage});
    builder_.add_relation(row);
  }

  const Story& story_;
  NetworkBuilder builder_;
  std::set<std::string> known_;
  std::size_t themes_ = 0;
  std::size_t region_ = 0;
  std::size_t score_ = 0;
  std::size_t coder_ = 0;
  std::size_t stage_ = 0;
};

inline Network told(const Story& story) {
  return StoryTeller(story).tell();
}

// Editions s1, s2, … at which groups of participants share a work each: everybody attends and signs
// the work of the group.
inline Story grouped(const std::vector<std::vector<std::vector<std::string>>>& editions) {
  Story story;
  for (std::size_t t = 0; t < editions.size(); ++t) {
    const std::string summit = "s" + std::to_string(t + 1);
    story.editions.push_back({summit});
    for (std::size_t g = 0; g < editions[t].size(); ++g) {
      const std::string work = "work-" + summit + "-" + std::to_string(g);
      story.kinds[work] = "document";
      for (const std::string& who : editions[t][g]) {
        story.told.push_back({who, "attended", summit, summit});
        story.told.push_back({who, "signed", work, summit});
      }
    }
  }
  return story;
}

}  // namespace summitry::testing
