// Arguments: all that can be said on a command line, as plain values. Which command takes what is
// told by its list of OptionText (option.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace summitry::cli {

struct Arguments {
  std::vector<std::string> operands;  // INPUT, OUT, COMMAND: what stands without a dash
  bool help = false;

  // Input.
  std::string input_format;
  std::uint64_t decoded_limit = 0;  // MiB; 0: by the size of the file
  std::string entities_query;
  std::string relations_query;

  // Selection.
  std::vector<std::string> kinds;
  std::vector<std::string> relations;
  std::vector<std::string> without;
  std::vector<std::string> statuses;
  std::string confidence = "secondary";
  std::string at;
  std::string from;
  std::string to;
  bool directed = false;
  bool undirected = false;
  std::string weights = "none";
  std::string weights_mean;
  std::string convert_weights;
  std::string parallel_relations = "merge";
  std::string roll_up = "none";
  std::string isolates;
  std::string standing;
  std::string project;

  // Figures.
  std::vector<std::string> measures;
  bool normalized = false;
  bool per_component = false;
  bool approximate = false;
  bool centralisation = false;
  bool by_amount = false;  // chart: of funding
  bool full = false;       // info: everything that describes a network
  std::vector<std::string> personalised;
  std::string by = "closeness";
  bool exact = false;
  std::vector<std::string> settings;  // MEASURE.OPTION=VALUE
  std::string method = "leiden";
  std::string quality;
  std::string resolution;
  std::optional<std::uint64_t> runs;
  bool consensus = false;
  std::string co_membership;  // communities: the file that pairs are written to
  std::string together;       // the least share of such a pair
  std::uint64_t random_graphs = 0;
  bool resolution_profile = false;
  std::string truth;  // communities: the attribute to compare with
  bool scores = false;
  bool multislice = false;
  std::string coupling = "1";
  std::string coupling_kind = "ordinal";
  std::string series;
  std::vector<std::string> participation;
  std::string null_model = "fixed-margins";
  std::uint64_t samples = 1000;
  std::optional<std::uint64_t> universe;
  std::string strata = "kind";
  std::string role_ranks;
  std::uint64_t propensity = 1;
  std::uint64_t missed = 1;
  bool began_earlier = false;
  std::string joined_by = "shared";
  std::string rank_by = "strength";
  std::uint64_t replicates = 200;
  std::uint64_t seed = 1;

  // Names to entities: resolve.
  std::string column;
  std::string against;
  std::string aliases;
  std::string mapping;
  std::string with_ids;  // the file of the table with ids
  std::string threshold;
  std::vector<std::string> with_names;
  bool iso_codes = false;

  // Pictures.
  std::string ego;
  std::optional<std::uint64_t> steps;
  std::optional<std::uint64_t> core;
  std::string layout;
  std::string lines;
  std::string unnamed;  // draw: the file for those without a name in the picture
  std::string size;
  std::string colour;
  std::string theme;
  std::string title;
  std::optional<std::uint64_t> top;

  // What travels along when a data set is converted.
  bool with_communities = false;
  bool with_continuity = false;
  bool no_positions = false;
  bool times = false;

  // Output and the way of working: these never change a figure.
  std::vector<std::string> outputs;
  std::string format;
  bool brief = false;
  std::uint64_t threads = 0;
  bool quiet = false;
  bool no_progress = false;

  // What was given that changes figures, in order: (flag, value), value "" for a flag alone.
  std::vector<std::pair<std::string, std::string>> given;
};

}  // namespace summitry::cli
