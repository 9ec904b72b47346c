// What a Network can hold, piece by piece: the rows of the table of round trips in docs/formats.md.
#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string_view>

namespace summitry::testing {

enum class Feature : std::size_t {
  about,
  credits,
  direction,
  isolates,
  loops,
  parallels,
  ids,
  names,
  quotes,
  line_breaks,
  controls,
  kinds,
  subtypes,
  aliases,
  entity_dates,
  texts,
  integers,
  numbers,
  truths,
  dates,
  lists,
  gaps,
  odd_names,
  types,
  statuses,
  roles,
  summits,
  relation_dates,
  weights,
  some_weights,
  amounts,
  confidence,
  notes,
  citations,
  claims,
  series,
  rules
};

struct FeatureText {
  Feature feature;
  std::string_view title;  // in the table
  std::string_view words;  // one of which, between bars, an exporter's limits have where it is lost
};

inline constexpr auto kFeatures = std::to_array<FeatureText>({
    {Feature::about, "the data set's title, version, description and citation",
     "the data set's title"},
    {Feature::credits, "its licences and contributors", "licences|contributors"},
    {Feature::direction, "whether relations are directed", "whether relations are directed"},
    {Feature::isolates, "entities without a relation", "entities without an edge"},
    {Feature::loops, "relations of an entity with itself", "relations of an entity with itself"},
    {Feature::parallels, "several relations between two entities, an edge each",
     "parallel relations"},
    {Feature::ids, "ids of every script", "ids"},
    {Feature::names, "names of every script", "names"},
    {Feature::quotes, "quotes and backslashes in names", "quotes|names"},
    {Feature::line_breaks, "line breaks, tabs and outer spaces in names", "line breaks|names"},
    {Feature::controls, "control characters in names", "control characters|names"},
    {Feature::kinds, "kinds", "kinds"},
    {Feature::subtypes, "subtypes and codes of countries", "subtypes"},
    {Feature::aliases, "aliases and descriptions", "aliases"},
    {Feature::entity_dates, "when entities are active, to the year, month or day",
     "dates of entities"},
    {Feature::texts, "further attributes: texts", "further attributes|types of values"},
    {Feature::integers, "integers of 64 bits", "further attributes"},
    {Feature::numbers, "numbers, to the last bit",
     "further attributes|types of values|seventeenth digit"},
    {Feature::truths, "truths", "further attributes"},
    {Feature::dates, "dates, to the year, month or day", "further attributes|types of values"},
    {Feature::lists, "lists", "further attributes|types of values"},
    {Feature::gaps, "missing values beside 0 and false", "further attributes|types of values"},
    {Feature::odd_names, "names that a format has for something else",
     "further attributes|types of values"},
    {Feature::types, "types of relations", "types of relations"},
    {Feature::statuses, "statuses", "statuses"},
    {Feature::roles, "roles", "roles"},
    {Feature::summits, "the summit that a relation belongs to", "summits of relations"},
    {Feature::relation_dates, "when relations held, to the year, month or day",
     "dates of relations"},
    {Feature::weights, "weights, to the last bit", "weights|seventeenth digit"},
    {Feature::some_weights, "relations with and without a weight",
     "which relations have no weight|seventeenth digit"},
    {Feature::amounts, "amounts and their currencies", "amounts|seventeenth digit"},
    {Feature::confidence, "confidence", "confidence"},
    {Feature::notes, "notes", "notes"},
    {Feature::citations, "sources, and what cites them", "the sources themselves"},
    {Feature::claims, "claims", "claims"},
    {Feature::series, "series and containers", "series"},
    {Feature::rules, "rules of relation types", "rules"},
});

using Features = std::set<Feature>;

}  // namespace summitry::testing
