#include "algorithms/communities/portraits/description_name.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace summitry::communities {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

// What those are called that have a relation of the type.
constexpr std::array<Words, 10> kDoers = {{
    {"signed", "signatories of"},
    {"attended", "participants in"},
    {"member-of", "members of"},
    {"hosted", "hosts of"},
    {"funds", "funders of"},
    {"founded", "founders of"},
    {"leads", "leaders of"},
    {"endorsed", "endorsers of"},
    {"organised", "organisers of"},
    {"part-of", "parts of"},
}};

constexpr std::array<Words, 5> kRegions = {{
    {"Africa", "African"},
    {"Americas", "American"},
    {"Asia", "Asian"},
    {"Europe", "European"},
    {"Oceania", "Oceanian"},
}};

constexpr std::size_t kAbbreviation = 3;  // so short is no word: ngo

template <std::size_t N>
std::string_view word_for(const std::array<Words, N>& table, std::string_view key) {
  for (const auto& [known, word] : table) {
    if (known == key) return word;
  }
  return "";
}

std::string plural(std::string_view word) {
  if (word == "person") return "people";
  const bool y = word.size() > 1 && word.back() == 'y' &&
                 std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos;
  if (y) return std::string(word.substr(0, word.size() - 1)) + "ies";
  const bool hisses = word.ends_with('s') || word.ends_with('x') || word.ends_with("ch");
  return std::string(word) + (hisses ? "es" : "s");
}

class Namer {
 public:
  Namer(const Network& network, const Graph& graph) : network_(network), graph_(graph) {}

  void name(const std::vector<VertexId>& members, Description& description) const {
    if (members.size() == 1) {
      description.name = name_of(members.front());
      return;
    }
    const Trait* best = nullptr;
    for (const Trait& trait : description.traits) {
      if (!can_name(trait, members.size())) continue;
      if (best == nullptr || fit(trait) > fit(*best)) best = &trait;
    }
    description.named_by_trait = best != nullptr && !is_kind(*best) &&
                                 (best->of == Trait::Of::attribute || !doers(*best).empty());
    description.name =
        best == nullptr ? "around " + leaders(description, 2) : phrase(*best, members);
    // Of what kind they are is not enough to know them by.
    if (best != nullptr && is_kind(*best)) description.name += " around " + leaders(description, 1);
  }

  [[nodiscard]] std::string leaders(const Description& description, std::size_t most) const {
    std::string names;
    const std::size_t count = std::min(most, description.top_members.size());
    for (std::size_t i = 0; i < count; ++i) {
      names += (i > 0 ? " and " : "") + name_of(description.top_members[i]);
    }
    return names;
  }

 private:
  [[nodiscard]] std::string name_of(VertexId v) const {
    const Entity& entity = network_.entity(graph_.entity(v));
    return entity.name.empty() ? entity.id : entity.name;
  }

  static bool is_kind(const Trait& trait) {
    return trait.of == Trait::Of::attribute &&
           (trait.column == "kind" || trait.column == "subtype");
  }

  // The number of members is the same for all that are compared.
  static double fit(const Trait& trait) {
    const double inside = static_cast<double>(trait.inside);
    return inside * inside / static_cast<double>(trait.size);
  }
  // What fewer than half of the members have says less of them than who leads.
  static bool can_name(const Trait& trait, std::size_t members) {
    return 2 * trait.inside >= members;
  }

  // "countries" where half or more are; else "entities".
  [[nodiscard]] std::string noun(const std::vector<VertexId>& members) const {
    std::map<std::string_view, std::size_t> kinds;
    for (const VertexId v : members) ++kinds[network_.entity(graph_.entity(v)).kind];
    for (const auto& [kind, count] : kinds) {
      if (2 * count > members.size()) return plural(kind);
    }
    return "entities";
  }

  // "signatories of", where there is a word for it; else "".
  static std::string_view doers(const Trait& trait) {
    return trait.of == Trait::Of::tied_to ? word_for(kDoers, trait.column) : "";
  }

  [[nodiscard]] std::string phrase(const Trait& trait, const std::vector<VertexId>& members) const {
    if (trait.of != Trait::Of::attribute) {
      const std::string_view what = doers(trait);
      return std::string(what.empty() ? "around" : what) + " " + trait.value;
    }
    if (is_kind(trait)) {
      std::string kind = trait.value;
      std::replace(kind.begin(), kind.end(), '-', ' ');
      if (kind.size() <= kAbbreviation) {
        for (char& letter : kind)
          letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
      }
      return plural(kind);
    }
    const std::string_view region = trait.column == "region" || trait.column == "continent"
                                        ? word_for(kRegions, trait.value)
                                        : "";
    if (!region.empty()) return std::string(region) + " " + noun(members);
    return noun(members) + " with " + trait.column + " " + trait.value;
  }

  const Network& network_;
  const Graph& graph_;
};

}  // namespace

void name_communities(const Network& network, const Graph& graph,
                      const std::vector<std::vector<VertexId>>& members,
                      std::vector<Description>& descriptions) {
  const Namer namer(network, graph);
  std::map<std::string, std::size_t> uses;
  for (std::size_t c = 0; c < descriptions.size(); ++c) {
    namer.name(members[c], descriptions[c]);
    ++uses[descriptions[c].name];
  }
  for (std::size_t c = 0; c < descriptions.size(); ++c) {
    std::string& name = descriptions[c].name;
    if (uses[name] > 1 && descriptions[c].named_by_trait) {
      name += ", around " + namer.leaders(descriptions[c], 1);
    }
  }
}

}  // namespace summitry::communities
