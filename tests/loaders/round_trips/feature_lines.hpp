// What a Network says of one feature, as sorted lines of text: equal lines, and the feature is kept.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network.hpp"
#include "engine/number.hpp"
#include "tests/loaders/round_trips/featured_network.hpp"
#include "tests/loaders/round_trips/features.hpp"

namespace summitry::testing {

// How strictly two Networks are compared.
struct View {
  bool by_name = false;  // entities are known by their names, since a format may not hold ids
  bool typed = true;     // a column is of the type that it was
};

using Lines = std::vector<std::string>;

class FeatureLines {
 public:
  FeatureLines(const Network& network, View view) : network_(network), view_(view) {}

  [[nodiscard]] Lines of(Feature feature) {
    switch (feature) {
      case Feature::about:
      case Feature::credits:
      case Feature::direction:
      case Feature::citations:
      case Feature::claims:
      case Feature::series:
      case Feature::rules:
        of_network(feature);
        break;
      case Feature::texts:
      case Feature::integers:
      case Feature::numbers:
      case Feature::truths:
      case Feature::dates:
      case Feature::lists:
      case Feature::gaps:
      case Feature::odd_names:
        of_columns(feature);
        break;
      default:
        of_entities(feature);
        of_relations(feature);
    }
    std::sort(lines_.begin(), lines_.end());
    return std::move(lines_);
  }

 private:
  void say(std::string line) { lines_.push_back(std::move(line)); }
  [[nodiscard]] static std::string text_of(const std::optional<Date>& date) {
    return date ? to_string(*date) : "";
  }
  [[nodiscard]] static std::string text_of(const std::optional<double>& number) {
    return number ? shortest(*number) : "";
  }
  template <class Items>
  [[nodiscard]] static std::string joined(const Items& items) {
    std::string all;
    for (const auto& item : items) all.append("|").append(item);
    return all;
  }
  [[nodiscard]] const std::string& who(EntityIndex entity) const {
    return view_.by_name ? network_.entity(entity).name : network_.entity(entity).id;
  }
  [[nodiscard]] std::string cited(std::span<const Citation> citations) const {
    std::string all;
    for (const Citation& one : citations) {
      all.append(" ").append(network_.sources()[one.source].id).append("#").append(one.locator);
    }
    return all;
  }

  void of_network(Feature feature) {
    const Dataset& about = network_.dataset();
    if (feature == Feature::about) {
      say(about.title + '/' + about.version + '/' + about.description + '/' + about.citation);
    } else if (feature == Feature::credits) {
      for (const Contributor& one : about.contributors) say(one.title + '/' + one.role);
      say(joined(about.licences));
    } else if (feature == Feature::direction) {
      say(about.directed ? "directed" : "undirected");
    } else if (feature == Feature::citations) {
      of_sources();
    } else if (feature == Feature::rules) {
      for (const RelationRule& rule : network_.rules()) say(rule.type + '/' + rule.title);
    } else if (feature == Feature::claims) {
      for (const Claim& claim : network_.claims()) {
        say(who(claim.entity) + '/' + claim.attribute + '/' + claim.value + '/' + claim.note + '/' +
            std::string(to_string(claim.qualifier)) + text_of(claim.date));
      }
    } else {
      for (const Series& row : network_.series()) {
        std::string line = row.id + '/' + row.name + joined(row.participation);
        for (const EntityIndex edition : row.editions) line.append("/").append(who(edition));
        say(std::move(line));
      }
      for (const Container& one : network_.containers()) say(who(one.entity) + '/' + one.type);
    }
  }
  void of_sources() {
    for (const Source& s : network_.sources()) {
      say(s.id + '/' + s.title + '/' + s.publisher + '/' + text_of(s.date) + '/' + s.url + '/' +
          s.licence);
    }
    for (EntityIndex e = 0; e < network_.entities().size(); ++e) {
      say(who(e) + cited(network_.entity(e).citations));
    }
    for (RelationIndex i = 0; i < network_.relation_count(); ++i) {
      say(ends(i) + cited(network_.relation(i).citations));
    }
  }

  [[nodiscard]] std::string ends(RelationIndex i) const {
    const Relation r = network_.relation(i);
    return who(r.source) + " > " + who(r.target);
  }

  // The columns that belong to the feature; a format may add others.
  [[nodiscard]] static bool is_of(Feature feature, std::string_view name, bool of_entities) {
    if (feature == Feature::odd_names) {
      const auto is_name = [name](const char* odd) { return name == odd; };
      return of_entities ? std::any_of(kOddOfEntities.begin(), kOddOfEntities.end(), is_name)
                         : std::any_of(kOddOfRelations.begin(), kOddOfRelations.end(), is_name);
    }
    if (feature == Feature::gaps) return name.starts_with("gaps of ");
    constexpr std::array<std::string_view, 6> kNames = {"texts",  "integers", "numbers",
                                                        "truths", "dates",    "lists"};
    return name ==
           kNames[static_cast<std::size_t>(feature) - static_cast<std::size_t>(Feature::texts)];
  }
  void of_row(Feature feature, const std::string& row, std::span<const Column> columns,
              std::size_t index, bool of_entities) {
    Lines values;
    for (const Column& column : columns) {
      if (!is_of(feature, column.info().name, of_entities) || column.missing(index)) continue;
      values.push_back(column.info().name +
                       (view_.typed ? std::string(to_string(column.info().type)) : "") + '=' +
                       to_string(column.value(index)));
    }
    std::sort(values.begin(), values.end());
    say(row + joined(values));
  }
  void of_columns(Feature feature) {
    for (EntityIndex e = 0; e < network_.entities().size(); ++e) {
      of_row(feature, who(e), network_.entity_columns(), e, true);
    }
    for (RelationIndex i = 0; i < network_.relation_count(); ++i) {
      of_row(feature, ends(i), network_.relation_columns(), i, false);
    }
  }

  void of_entities(Feature feature) {
    for (EntityIndex e = 0; e < network_.entities().size(); ++e) {
      const Entity& one = network_.entity(e);
      if (feature == Feature::isolates || feature == Feature::ids) {
        say(who(e));
      } else if (feature == Feature::names || feature == Feature::quotes ||
                 feature == Feature::line_breaks || feature == Feature::controls) {
        say(who(e) + ": " + one.name);
      } else if (feature == Feature::kinds) {
        say(who(e) + ": " + one.kind);
      } else if (feature == Feature::subtypes) {
        say(who(e) + ": " + one.subtype + '/' + one.iso3);
      } else if (feature == Feature::aliases) {
        say(who(e) + joined(one.aliases) + '/' + one.description);
      } else if (feature == Feature::entity_dates) {
        say(who(e) + ": " + text_of(one.active.from) + " to " + text_of(one.active.to));
      }
    }
  }
  void of_relations(Feature feature) {
    if (feature < Feature::types && feature != Feature::loops && feature != Feature::parallels)
      return;
    for (RelationIndex i = 0; i < network_.relation_count(); ++i) {
      say(ends(i) + said(feature, network_.relation(i)));
    }
  }
  [[nodiscard]] std::string said(Feature feature, const Relation& r) const {
    switch (feature) {
      case Feature::types:
        return ": " + std::string(r.type);
      case Feature::statuses:
        return ": " + std::string(to_string(r.status));
      case Feature::roles:
        return ": " + std::string(r.role);
      case Feature::summits:
        return ": " + (r.summit == kNone ? std::string() : who(r.summit));
      case Feature::relation_dates:
        return ": " + text_of(r.when.from) + " to " + text_of(r.when.to);
      case Feature::weights:
      case Feature::some_weights:
        return ": " + text_of(r.weight);
      case Feature::amounts:
        return ": " + text_of(r.amount) + std::string(r.currency);
      case Feature::confidence:
        return ": " + std::string(to_string(r.confidence));
      case Feature::notes:
        return ": " + std::string(r.note);
      default:
        return "";
    }
  }

  const Network& network_;
  View view_;
  Lines lines_;
};

[[nodiscard]] inline Lines lines_of(const Network& network, Feature feature, View view) {
  return FeatureLines(network, view).of(feature);
}

}  // namespace summitry::testing
