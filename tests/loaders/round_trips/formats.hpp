// The formats that are both written and read: the columns of the table of round trips.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "engine/selection.hpp"
#include "exporters/save.hpp"
#include "loaders/load.hpp"
#include "tests/loaders/round_trip.hpp"
#include "tests/loaders/round_trips/feature_lines.hpp"
#include "tests/support/folder.hpp"

namespace summitry::testing {

struct Format {
  std::string_view exporter;
  std::string_view weights;  // `--weights`, where the format has no other place for a weight
};

// A new format is a line here; its loader is found as a user's file would find it.
inline constexpr auto kFormats = std::to_array<Format>({{"data-package", ""},
                                                        {"network-json", ""},
                                                        {"node-link", ""},
                                                        {"cytoscape", ""},
                                                        {"graphml", ""},
                                                        {"gexf", ""},
                                                        {"gexf-1.3", ""},
                                                        {"pajek", "weight"},
                                                        {"dot", ""},
                                                        {"edge-list", ""},
                                                        {"gephi-csv", "weight"},
                                                        {"sqlite", ""},
                                                        {"xlsx", ""}});

enum class Kept { yes, as_text, no };

[[nodiscard]] inline std::string_view to_string(Kept kept) {
  return kept == Kept::yes ? "yes" : kept == Kept::as_text ? "as text" : "no";
}

// What comes back when a Network is written and read again; nothing where it cannot be read.
[[nodiscard]] inline Loaded again(const Network& network, const Format& format,
                                  const Folder& folder) {
  Selection selection = everything();
  selection.weights = format.weights;
  const Graph graph = select(network, selection);
  const Exporter& exporter = summitry::exporter(format.exporter);
  const std::filesystem::path path =
      folder.path() / (std::string(format.exporter) + std::string(exporter.extension));
  save(path, exporter, {.network = network, .graph = graph});
  return load_checked(path);
}

[[nodiscard]] inline bool is_same(const Network& before, const Network& after, Feature feature,
                                  bool typed) {
  for (const bool by_name : {false, true}) {
    const View view{by_name && feature != Feature::ids, typed};
    if (lines_of(before, feature, view) == lines_of(after, feature, view)) return true;
  }
  return false;
}

[[nodiscard]] inline Kept kept(const Network& before, const Loaded& after, Feature feature) {
  if (!after.network) return Kept::no;
  if (is_same(before, *after.network, feature, true)) return Kept::yes;
  return is_same(before, *after.network, feature, false) ? Kept::as_text : Kept::no;
}

// The worst that happens to the feature in some random Networks that hold it.
[[nodiscard]] inline Kept kept(Feature feature, const Format& format, const Folder& folder) {
  constexpr std::uint64_t kNetworks = 16;
  Kept worst = Kept::yes;
  for (std::uint64_t seed = 0; seed < kNetworks && worst != Kept::no; ++seed) {
    const Network network = FeaturedNetwork(seed, {feature}).make();
    worst = std::max(worst, kept(network, again(network, format, folder), feature));
  }
  return worst;
}

}  // namespace summitry::testing
