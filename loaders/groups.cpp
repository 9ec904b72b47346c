#include "loaders/groups.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "engine/error.hpp"
#include "engine/names.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/csv.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

constexpr std::size_t kMostFindings = 10;

class GroupsLoad {
 public:
  GroupsLoad(const std::string& file, const Network& network)
      : file_(file), network_(network), groups_(network.entities().size()) {}

  void read(std::string_view text) {
    CsvReader reader(text);
    const bool any = reader.next();
    report(reader.problems());
    if (!any) return error({}, "no header", "begin with the line id,community");
    if (!find_columns(reader.row())) return;
    while (findings_.size() < kMostFindings && reader.next()) {
      report(reader.problems());
      add(reader.row());
    }
    report(reader.problems());
  }

  void error(const Cell& cell, std::string what, std::string remedy) {
    if (findings_.size() == kMostFindings) return;
    findings_.push_back(
        {Severity::error, file_, cell.line, cell.column, std::move(what), std::move(remedy)});
  }

  [[nodiscard]] Groups take() && {
    if (findings_.empty()) return std::move(groups_);
    if (findings_.size() == 1) throw LoadError(to_string(findings_.front()), findings_);
    throw LoadError(file_ + " cannot be used as it is", std::move(findings_));
  }

 private:
  void report(std::span<const CsvProblem> problems) {
    for (const CsvProblem& problem : problems) {
      if (problem.severity == Severity::error) error(problem.cell, problem.what, problem.remedy);
    }
  }

  bool find_columns(std::span<const Cell> header) {
    std::vector<std::string_view> names;
    names.reserve(header.size());
    for (const Cell& cell : header) names.push_back(cell.text);
    const auto place = [&](std::string_view name) {
      const auto found = std::find(names.begin(), names.end(), name);
      if (found == names.end()) {
        error(header.front(), "no column " + std::string(name),
              "name two columns id and community in the first line");
      }
      return static_cast<std::size_t>(found - names.begin());
    };
    id_ = place("id");
    community_ = place("community");
    columns_ = names.size();
    return id_ < columns_ && community_ < columns_;
  }

  void add(std::span<const Cell> row) {
    if (row.size() != columns_) {
      return error(row.front(), "a row of another length than the header",
                   std::to_string(columns_) + " cells");
    }
    const Cell& id = row[id_];
    if (id.text.empty()) return error(id, "a row without an id", "the id of an entity");
    const auto entity = network_.find(id.text);
    if (!entity)
      return error(id, "no entity has the id " + in_quotes(id.text), nearest_id(id.text));
    std::optional<std::string>& group = groups_[*entity];
    if (group) {
      return error(id, "the id " + in_quotes(id.text) + " stands here again",
                   "one row for each entity");
    }
    group = row[community_].text;
  }

  [[nodiscard]] std::string nearest_id(std::string_view id) const {
    std::vector<std::string_view> known;
    known.reserve(network_.entities().size());
    for (const Entity& entity : network_.entities()) known.push_back(entity.id);
    const auto near = nearest(id, known);
    return near ? "perhaps " + in_quotes(*near) : "an id of the data, or no such row";
  }

  std::string file_;
  const Network& network_;
  Groups groups_;
  std::vector<Finding> findings_;
  std::size_t id_ = 0;
  std::size_t community_ = 0;
  std::size_t columns_ = 0;
};

}  // namespace

Groups read_groups(std::string bytes, const std::string& file, const Network& network) {
  GroupsLoad load(file, network);
  const CleanText text = clean_text(std::move(bytes));
  for (const TextFault& fault : text.faults) {
    load.error({{}, fault.place.line, fault.place.column}, fault.what, fault.remedy);
  }
  if (text.readable) load.read(text.bytes);
  return std::move(load).take();
}

Groups load_groups(const std::filesystem::path& path, const Network& network) {
  return read_groups(read_bytes(path), path.generic_string(), network);
}

}  // namespace summitry
