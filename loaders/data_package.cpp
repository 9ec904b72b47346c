// Data packages. See data_package.hpp.
#include "loaders/data_package.hpp"

#include <array>
#include <string_view>
#include <system_error>
#include <utility>

#include "engine/error.hpp"
#include "engine/file.hpp"
#include "loaders/json_fields.hpp"
#include "loaders/package/descriptor.hpp"
#include "loaders/package/table.hpp"
#include "loaders/series.hpp"

namespace summitry {
namespace {

using package::Descriptor;
using package::KnownColumn;
using package::Resource;
using package::Table;

constexpr const char* kDescriptor = "datapackage.json";
constexpr const char* kSeries = "series.json";

constexpr std::array<KnownColumn, 6> kSourceColumns{
    {{"id", true}, {"title", true}, {"publisher"}, {"date"}, {"url"}, {"licence"}}};
constexpr std::array<KnownColumn, 10> kEntityColumns{{{"id", true},
                                                      {"kind", true},
                                                      {"name", true},
                                                      {"subtype"},
                                                      {"iso3"},
                                                      {"aliases"},
                                                      {"description"},
                                                      {"from"},
                                                      {"to"},
                                                      {"sources"}}};
constexpr std::array<KnownColumn, 14> kRelationColumns{{{"source", true},
                                                        {"type", true},
                                                        {"target", true},
                                                        {"status", false, true},
                                                        {"role"},
                                                        {"summit"},
                                                        {"from"},
                                                        {"to"},
                                                        {"weight"},
                                                        {"amount"},
                                                        {"currency"},
                                                        {"sources"},
                                                        {"confidence", false, true},
                                                        {"note"}}};
constexpr std::array<KnownColumn, 7> kClaimColumns{{{"entity", true},
                                                    {"attribute", true},
                                                    {"value", true},
                                                    {"source", true},
                                                    {"qualifier", false, true},
                                                    {"date"},
                                                    {"note"}}};

void add_source_row(NetworkBuilder& builder, const Table& table) {
  SourceRow row;
  row.id = table.cell(0);
  row.title = table.ragged() ? table.cell(0) : table.cell(1);
  if (!table.ragged()) {
    row.publisher = table.cell(2);
    row.date = table.cell(3);
    row.url = table.cell(4);
    row.licence = table.cell(5);
  }
  builder.add_source(row);
}

void add_entity_row(NetworkBuilder& builder, const Table& table) {
  if (table.ragged()) {  // reported: now only those that refer to it need to find it
    if (!table.cell(0).text.empty()) builder.ensure_entity(table.cell(0), table.cell(1).text);
    return;
  }
  EntityRow row;
  row.id = table.cell(0);
  row.kind = table.cell(1);
  row.name = table.cell(2);
  row.subtype = table.cell(3);
  row.iso3 = table.cell(4);
  row.aliases = table.cell(5);
  row.description = table.cell(6);
  row.from = table.cell(7);
  row.to = table.cell(8);
  row.sources = table.cell(9);
  row.attributes = table.attributes();
  builder.add_entity(row);
}

void add_relation_row(NetworkBuilder& builder, const Table& table) {
  if (table.ragged()) return;
  RelationRow row;
  row.source = table.cell(0);
  row.type = table.cell(1);
  row.target = table.cell(2);
  row.status = table.cell(3);
  row.role = table.cell(4);
  row.summit = table.cell(5);
  row.from = table.cell(6);
  row.to = table.cell(7);
  row.weight = table.cell(8);
  row.amount = table.cell(9);
  row.currency = table.cell(10);
  row.sources = table.cell(11);
  row.confidence = table.cell(12);
  row.note = table.cell(13);
  row.attributes = table.attributes();
  builder.add_relation(row);
}

void add_claim_row(NetworkBuilder& builder, const Table& table) {
  if (table.ragged()) return;
  ClaimRow row;
  row.entity = table.cell(0);
  row.attribute = table.cell(1);
  row.value = table.cell(2);
  row.source = table.cell(3);
  row.qualifier = table.cell(4);
  row.date = table.cell(5);
  row.note = table.cell(6);
  builder.add_claim(row);
}

// A package that is being read: its files, what it says of them, and the builder.
class PackageLoad {
 public:
  PackageLoad(const PackageReader& read, std::string folder, const LoadOptions& options)
      : read_(read), folder_(std::move(folder)), options_(options) {}

  Built run();

 private:
  using AddRow = void (*)(NetworkBuilder&, const Table&);

  [[nodiscard]] std::string named(const std::string& path) const {
    return folder_.empty() ? path : folder_ + "/" + path;
  }
  void read_descriptor(std::string bytes);
  void assume_names();
  [[nodiscard]] std::optional<std::string> open(std::string_view name, bool required);
  [[nodiscard]] bool read_table(std::string_view name, bool required,
                                std::span<const KnownColumn> known, const Table::Declare& declare,
                                AddRow add);
  void read_series();

  const PackageReader& read_;
  std::string folder_;
  const LoadOptions& options_;
  NetworkBuilder builder_;
  JsonDocument document_;  // the descriptor's values, into which cells point
  Descriptor descriptor_;
};

Built PackageLoad::run() {
  builder_.reading(named(kDescriptor));
  if (std::optional<std::string> bytes = read_(kDescriptor)) {
    read_descriptor(*std::move(bytes));
    if (!document_.root) return std::move(builder_).build();
  } else {
    assume_names();
  }
  if (options_.direction) {
    descriptor_.dataset.directed = *options_.direction == Direction::directed;
  }
  builder_.describe(descriptor_.dataset);
  bool readable = read_table("sources", false, kSourceColumns, nullptr, add_source_row);
  readable =
      read_table(
          "entities", true, kEntityColumns,
          [this](ColumnInfo info) { return builder_.declare_entity_attribute(std::move(info)); },
          add_entity_row) &&
      readable;
  // Without them every reference would be an error of its own.
  if (!readable) return std::move(builder_).build();
  static_cast<void>(read_table(
      "relations", true, kRelationColumns,
      [this](ColumnInfo info) { return builder_.declare_relation_attribute(std::move(info)); },
      add_relation_row));
  static_cast<void>(read_table("claims", false, kClaimColumns, nullptr, add_claim_row));
  read_series();
  builder_.reading(named(kDescriptor));
  add_containers(builder_, descriptor_.containers);
  return std::move(builder_).build();
}

void PackageLoad::read_descriptor(std::string bytes) {
  document_ = parse_json(std::move(bytes));
  report(builder_, document_.faults);
  if (document_.root) descriptor_ = package::read_descriptor(builder_, *document_.root);
}

// A folder without a descriptor: the usual names, and what cannot be known is said.
void PackageLoad::assume_names() {
  builder_.warning({}, "there is no datapackage.json",
                   "add one for title, licence, column types and relation types; until then "
                   "further columns are text and relations undirected");
  for (const char* name : {"entities", "relations", "sources", "claims"}) {
    Resource resource;
    resource.name = name;
    resource.path = resource.name + ".csv";
    if (read_(resource.path)) descriptor_.resources.push_back(std::move(resource));
  }
  if (read_(kSeries)) {
    Resource resource;
    resource.name = "series";
    resource.path = kSeries;
    descriptor_.resources.push_back(std::move(resource));
  }
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
bool PackageLoad::read_table(std::string_view name, bool required,
                             std::span<const KnownColumn> known, const Table::Declare& declare,
                             AddRow add) {
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
std::optional<std::string> read_within(const std::filesystem::path& folder,
                                       const std::string& path) {
  std::error_code failure;
  const std::filesystem::path root = std::filesystem::canonical(folder, failure);
  if (failure) return std::nullopt;
  const std::filesystem::path file = std::filesystem::canonical(root / path, failure);
  if (failure || !std::filesystem::is_regular_file(file, failure)) return std::nullopt;
  const std::filesystem::path relative = file.lexically_relative(root);
  if (relative.empty() || *relative.begin() == "..") return std::nullopt;
  return read_file(file);
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
  const PackageReader read = [&folder](const std::string& name) {
    return read_within(folder, name);
  };
  std::string shown = is_folder ? path.generic_string() : path.parent_path().generic_string();
  while (shown.size() > 1 && shown.ends_with('/')) shown.pop_back();
  return read_data_package(read, shown, options);
}

}  // namespace summitry
