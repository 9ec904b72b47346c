// Data packages. See data_package.hpp.
#include "loaders/data_package.hpp"

#include <string_view>
#include <system_error>
#include <utility>

#include "engine/error.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/json_fields.hpp"
#include "loaders/package/descriptor.hpp"
#include "loaders/package/rows.hpp"
#include "loaders/series.hpp"

namespace summitry {
namespace {

using package::Descriptor;
using package::KnownColumn;
using package::Resource;
using package::Table;

constexpr const char* kDescriptor = "datapackage.json";

// A package that is being read: its files, what it says of them, and the builder.
class PackageLoad {
 public:
  PackageLoad(const PackageReader& read, std::string folder, const LoadOptions& options)
      : read_(read), folder_(std::move(folder)), options_(options) {}

  Built run() {
    read();
    return std::move(builder_).build();
  }

 private:
  [[nodiscard]] std::string named(const std::string& path) const {
    return folder_.empty() ? path : folder_ + "/" + path;
  }
  void read();
  [[nodiscard]] bool read_descriptor();
  [[nodiscard]] bool assume_names();
  void read_tables();
  void read_series();
  [[nodiscard]] std::optional<std::string> open(std::string_view name, bool required);
  template <class AddRow>
  [[nodiscard]] bool read_table(std::string_view name, bool required,
                                std::span<const KnownColumn> known, const Table::Declare& declare,
                                const AddRow& add);

  const PackageReader& read_;
  std::string folder_;
  const LoadOptions& options_;
  NetworkBuilder builder_;
  JsonDocument document_;  // the descriptor's values, into which cells point
  Descriptor descriptor_;
};

void PackageLoad::read() {
  builder_.reading(named(kDescriptor));
  if (!read_descriptor()) return;
  if (options_.direction) {
    descriptor_.dataset.directed = *options_.direction == Direction::directed;
  }
  builder_.describe(descriptor_.dataset);
  read_tables();
}

// False when nothing can be read by it.
bool PackageLoad::read_descriptor() {
  std::optional<std::string> bytes = read_(kDescriptor);
  if (!bytes) return assume_names();
  document_ = parse_json(*std::move(bytes));
  report(builder_, document_.faults);
  if (!document_.root || !demand_object(builder_, *document_.root, "the package")) return false;
  descriptor_ = package::read_descriptor(builder_, *document_.root);
  return true;
}

// A folder without a descriptor: the usual names, and what cannot be known is said.
bool PackageLoad::assume_names() {
  for (const char* name : {"entities", "relations", "sources", "claims", "series"}) {
    Resource resource;
    resource.name = name;
    resource.path = resource.name + (resource.name == "series" ? ".json" : ".csv");
    if (read_(resource.path)) descriptor_.resources.push_back(std::move(resource));
  }
  if (descriptor_.find("entities") == nullptr) {
    builder_.error({}, "no data package: there is no datapackage.json and no entities.csv",
                   "name the folder that has them");
    return false;
  }
  builder_.warning({}, "there is no datapackage.json",
                   "add one for title, licence, column types and relation types; until then "
                   "further columns are text and relations undirected");
  return true;
}

void PackageLoad::read_tables() {
  bool readable =
      read_table("sources", false, package::source_columns(), nullptr, package::add_source);
  const auto of_entities = [this](ColumnInfo info) {
    return builder_.declare_entity_attribute(std::move(info));
  };
  readable =
      read_table("entities", true, package::entity_columns(), of_entities, package::add_entity) &&
      readable;
  // Without them every reference would be an error of its own.
  if (!readable) return;
  const auto of_relations = [this](ColumnInfo info) {
    return builder_.declare_relation_attribute(std::move(info));
  };
  const auto add_relation = [this](NetworkBuilder& builder, const Table& table) {
    package::add_relation(builder, table);
    descriptor_.types.check(builder, table.cell(1));
  };
  static_cast<void>(
      read_table("relations", true, package::relation_columns(), of_relations, add_relation));
  static_cast<void>(
      read_table("claims", false, package::claim_columns(), nullptr, package::add_claim));
  builder_.reading(named(kDescriptor));
  add_containers(builder_, descriptor_.containers);
  read_series();
}

// The bytes of a resource; nothing, with what is wrong reported, when there are none.
std::optional<std::string> PackageLoad::open(std::string_view name, bool required) {
  const Resource* resource = descriptor_.find(name);
  if (resource == nullptr) {
    if (required) {
      builder_.error({}, "no resource " + in_quotes(name),
                     "a package needs " + std::string(name) + ".csv and a resource of that name");
    }
    return std::nullopt;
  }
  if (resource->path.empty()) return std::nullopt;
  std::optional<std::string> bytes = read_(resource->path);
  if (!bytes) {
    builder_.error(resource->place, "the file " + in_quotes(resource->path) + " is not there",
                   "add it, or delete the resource");
    return std::nullopt;
  }
  builder_.reading(named(resource->path));
  return bytes;
}

// False when the table was wanted and no row of it could be read.
template <class AddRow>
bool PackageLoad::read_table(std::string_view name, bool required,
                             std::span<const KnownColumn> known, const Table::Declare& declare,
                             const AddRow& add) {
  builder_.reading(named(kDescriptor));
  std::optional<std::string> bytes = open(name, required);
  if (!bytes) return !required && descriptor_.find(name) == nullptr;
  const CleanText text = clean_text(*std::move(bytes));
  report(builder_, text.faults);
  if (!text.readable) return false;
  Table table(builder_, text.bytes, *descriptor_.find(name), known);
  if (!table.open(declare)) return false;
  while (table.next()) add(builder_, table);
  return true;
}

void PackageLoad::read_series() {
  builder_.reading(named(kDescriptor));
  if (descriptor_.series != nullptr) {
    add_series(builder_, descriptor_.series->items);
    return;
  }
  std::optional<std::string> bytes = open("series", false);
  if (!bytes) return;
  const JsonDocument document = parse_json(*std::move(bytes));
  report(builder_, document.faults);
  if (!document.root) return;
  if (!document.root->is(JsonValue::Kind::array)) {
    builder_.error(at(*document.root), "the series are no array",
                   "write [{\"id\": …, \"name\": …, \"editions\": […], \"participation\": […]}]");
    return;
  }
  add_series(builder_, document.root->items);
}

// Files below a folder, and none that a symbolic link leads to outside it.
std::optional<std::string> read_within(const std::filesystem::path& folder, const std::string& path,
                                       const DecodedLimit& limit) {
  std::error_code failure;
  const std::filesystem::path root = std::filesystem::canonical(folder, failure);
  if (failure) return std::nullopt;
  const std::filesystem::path file = std::filesystem::canonical(root / path, failure);
  if (failure || !std::filesystem::is_regular_file(file, failure)) return std::nullopt;
  const std::filesystem::path relative = file.lexically_relative(root);
  if (relative.empty() || *relative.begin() == "..") return std::nullopt;
  return read_bytes(file, limit);
}

}  // namespace

Built read_data_package(const PackageReader& read, const std::string& folder,
                        const LoadOptions& options) {
  return PackageLoad(read, folder, options).run();
}

Built load_data_package(const std::filesystem::path& path, const LoadOptions& options) {
  std::error_code ignored;
  const bool is_folder = std::filesystem::is_directory(path, ignored);
  const std::filesystem::path folder =
      is_folder ? path : (path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
  const PackageReader read = [&](const std::string& name) {
    return read_within(folder, name, options.decoded);
  };
  std::string shown = is_folder ? path.generic_string() : path.parent_path().generic_string();
  while (shown.size() > 1 && shown.ends_with('/')) shown.pop_back();
  return read_data_package(read, shown, options);
}

}  // namespace summitry
