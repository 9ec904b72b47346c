// What every section of the report needs: names, ranks and what belongs to the selection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/network.hpp"
#include "exporters/report.hpp"

namespace summitry::report {

struct Ranked {
  VertexId vertex = 0;
  std::size_t rank = 0;  // equal values share the smallest: 1, 2, 2, 4
  double value = 0.0;
};

class Context {
 public:
  Context(const Network& network, const ReportParts& parts);

  [[nodiscard]] const Network& network() const { return network_; }
  [[nodiscard]] const ReportParts& parts() const { return parts_; }

  // Names as Markdown.
  [[nodiscard]] std::string name(EntityIndex entity) const;
  [[nodiscard]] std::string name_of_vertex(VertexId v) const;
  [[nodiscard]] std::vector<std::string> names(const std::vector<EntityIndex>& entities) const;
  [[nodiscard]] std::vector<std::string> sorted_names(
      const std::vector<EntityIndex>& entities) const;
  [[nodiscard]] std::string edition(std::size_t position) const;
  // The data set's title, or else its name.
  [[nodiscard]] std::string title() const;
  // "[3]", as in the list of sources; "" when nothing is cited.
  [[nodiscard]] std::string cited(std::span<const Citation> citations) const;
  [[nodiscard]] const std::string& kind(VertexId v) const;

  // Vertices with a value, best first; equal ones by id. With a kind, only those of that kind.
  [[nodiscard]] std::vector<Ranked> ranking(const NamedScores& scores,
                                            std::string_view kind = "") const;
  // The measure by name, or nothing.
  [[nodiscard]] const NamedScores* scores(std::string_view name) const;
  // The measure that the findings lead with: betweenness, degree, else the next that tells
  // importance and is above 0 somewhere; nothing when there is none.
  [[nodiscard]] const NamedScores* leading() const;
  // Vertices by the leading measure, or by degree when there is none; what has no value comes last.
  [[nodiscard]] std::vector<VertexId> by_importance(std::vector<VertexId> vertices) const;
  // country, when there are countries; else the kind with most entities that is not a summit.
  [[nodiscard]] std::string main_kind() const;
  // Whether a larger value means a more important place.
  [[nodiscard]] static bool tells_importance(std::string_view measure);

  // Relations of these statuses that are not unverified.
  [[nodiscard]] std::vector<RelationIndex> sourced(const std::vector<Status>& statuses) const;
  [[nodiscard]] std::size_t unverified() const { return unverified_; }
  // Whether an unverified relation is behind an edge of the graph.
  [[nodiscard]] bool selection_has_unverified() const { return selection_has_unverified_; }

 private:
  const Network& network_;
  const ReportParts& parts_;
  std::size_t unverified_ = 0;
  bool selection_has_unverified_ = false;
};

// As summitry::plural(), escaped.
[[nodiscard]] std::string plural(std::string_view kind);
// "2025-02-10 to 2025-02-11", "since 2025", "until 2025", "" when unknown.
[[nodiscard]] std::string in_words(const Interval& interval);

// What a finding is about.
enum class Topic : std::uint8_t { central, groups, step, constant, hosts, uptake, refusals };
struct Finding {
  Topic topic = Topic::central;
  std::string text;  // a sentence or two in Markdown
};
[[nodiscard]] std::vector<Finding> topical_findings(const Context& context);

// The sections, each with its heading; "" when there is nothing to say.
[[nodiscard]] std::string head(const Context& context);
[[nodiscard]] std::string scope(const Context& context);  // a part of head(), without a heading
[[nodiscard]] std::string data(const Context& context);   // a part of head(), as is selection()
[[nodiscard]] std::string selection(const Context& context);
[[nodiscard]] std::string findings(const Context& context);
[[nodiscard]] std::string figures(const Context& context);
[[nodiscard]] std::string centrality(const Context& context);
[[nodiscard]] std::string communities(const Context& context);
[[nodiscard]] std::string continuity(const Context& context);
[[nodiscard]] std::string persistence(const Context& context);
[[nodiscard]] std::string work(const Context& context);  // a part of persistence()
[[nodiscard]] std::string refusals(const Context& context);
[[nodiscard]] std::string coverage(const Context& context);
[[nodiscard]] std::string contradictions(const Context& context);
[[nodiscard]] std::string unverified(const Context& context);
[[nodiscard]] std::string methods(const Context& context);
[[nodiscard]] std::string sources(const Context& context);
[[nodiscard]] std::string closing(const Context& context);
[[nodiscard]] std::string cite(const Context& context);  // a part of closing(), as the next two
[[nodiscard]] std::string reproduce(const Context& context);
[[nodiscard]] std::string files(const Context& context);

}  // namespace summitry::report
