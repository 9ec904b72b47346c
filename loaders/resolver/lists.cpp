#include "loaders/resolver/lists.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/names.hpp"

namespace summitry::resolver {
namespace {

class Ids {
 public:
  explicit Ids(const Gazetteer& gazetteer) {
    names_.reserve(gazetteer.nameables.size());
    for (const Nameable& one : gazetteer.nameables) {
      places_.emplace(one.id, names_.size());
      names_.push_back(one.id);
    }
  }

  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const {
    const auto found = places_.find(id);
    if (found == places_.end()) return std::nullopt;
    return found->second;
  }

  [[nodiscard]] Finding unknown(const CsvTable& table, const PlacedText& id) const {
    const auto near = nearest(id.text, names_);
    return table.fault(id, "no country, organisation or entity has the id " + in_quotes(id.text),
                       near ? "perhaps " + in_quotes(*near)
                            : "a known id, or one of the data set given by --against");
  }

 private:
  std::map<std::string_view, std::size_t> places_;
  std::vector<std::string_view> names_;
};

}  // namespace

Gazetteer with_aliases(Gazetteer gazetteer, const CsvTable& table) {
  const std::size_t name = table.column("name");
  const std::size_t id = table.column("id");
  const Ids ids(gazetteer);
  std::vector<KnownName> aliases;
  std::vector<Finding> findings;
  for (const auto& row : table.rows) {
    if (row[name].text.empty()) {
      findings.push_back(table.fault(row[name], "a row without a name", "the name of an id"));
    } else if (const auto of = ids.find(row[id].text)) {
      aliases.push_back({row[name].text, NameForm::alias, *of});
    } else {
      findings.push_back(ids.unknown(table, row[id]));
    }
  }
  refuse(table.file, std::move(findings));
  gazetteer.names.insert(gazetteer.names.end(), aliases.begin(), aliases.end());
  return gazetteer;
}

Mapping mapping_of(const CsvTable& table, const Gazetteer& gazetteer) {
  const std::size_t input = table.column("input");
  const std::size_t id = table.column("id");
  const Ids ids(gazetteer);
  Mapping mapping;
  std::vector<Finding> findings;
  for (const auto& row : table.rows) {
    if (!row[id].text.empty() && !ids.find(row[id].text)) {
      findings.push_back(ids.unknown(table, row[id]));
    }
    if (!mapping.emplace(row[input].text, row[id].text).second) {
      findings.push_back(table.fault(
          row[input], "the spelling " + in_quotes(row[input].text) + " stands here again",
          "one row for each spelling"));
    }
  }
  refuse(table.file, std::move(findings));
  return mapping;
}

}  // namespace summitry::resolver
