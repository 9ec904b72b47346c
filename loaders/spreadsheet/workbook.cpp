// Workbooks. See workbook.hpp.
#include "loaders/spreadsheet/workbook.hpp"

#include <unordered_map>
#include <utility>

#include "loaders/spreadsheet/cells.hpp"
#include "loaders/text.hpp"

namespace summitry::spreadsheet {
namespace {

constexpr std::string_view kWorksheet = "/worksheet";  // how types of relationships end
constexpr std::string_view kSharedStrings = "/sharedStrings";
constexpr std::string_view kStyles = "/styles";
constexpr std::string_view kOfficeDocument = "/officeDocument";

struct Link {
  std::string type;
  std::string part;
};

// The name of a part that another refers to: from the root, or from the folder of that other.
std::string part_named(std::string_view target, std::string_view from) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  const std::size_t slash = from.rfind('/');
  std::string folder(slash == std::string_view::npos ? "" : from.substr(0, slash + 1));
  while (target.starts_with("../") && !folder.empty()) {
    target.remove_prefix(3);
    const std::size_t up = folder.rfind('/', folder.size() - 2);
    folder.resize(up == std::string::npos ? 0 : up + 1);
  }
  return folder + std::string(target);
}

std::string links_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

// By their ids.
std::unordered_map<std::string, Link> read_links(const XmlDocument& document,
                                                 std::string_view from) {
  std::unordered_map<std::string, Link> links;
  const XmlElement root = document.root("Relationships");
  for (XmlElement one = root ? root.first() : XmlElement(); one; one = one.next()) {
    links.emplace(one.attribute("Id").text, Link{std::string(one.attribute("Type").text),
                                                 part_named(one.attribute("Target").text, from)});
  }
  return links;
}

std::string part_of_type(const std::unordered_map<std::string, Link>& links,
                         std::string_view type) {
  std::string part;  // the first by name, where there are several
  for (const auto& [id, link] : links) {
    if (link.type.ends_with(type) && (part.empty() || link.part < part)) part = link.part;
  }
  return part;
}

}  // namespace

Workbook::Workbook(NetworkBuilder& builder, std::string_view bytes, std::string file)
    : builder_(builder), file_(std::move(file)), archive_(builder, bytes) {
  if (!archive_.is_readable()) return;
  auto root = begin_part("_rels/.rels");
  if (!root) return;
  const XmlDocument document(builder_, *std::move(root));
  const std::string part = part_of_type(read_links(document, ""), kOfficeDocument);
  builder_.reading(file_);
  if (part.empty() || !archive_.has(part)) {
    builder_.error({{}, 1, 1}, "an archive without a workbook",
                   "save the table as .xlsx or as CSV");
    return;
  }
  read_sheets(part);
}

std::optional<std::string> Workbook::begin_part(const std::string& part) {
  builder_.reading(file_);
  auto bytes = archive_.part(part);
  builder_.reading(file_ + "#" + part);
  return bytes;
}

void Workbook::read_sheets(const std::string& part) {
  auto link_bytes = begin_part(links_of(part));
  if (!link_bytes) return;
  const XmlDocument link_document(builder_, *std::move(link_bytes));
  const auto links = read_links(link_document, part);
  auto bytes = begin_part(part);
  if (!bytes) return;
  const XmlDocument document(builder_, *std::move(bytes));
  const XmlElement root = document.root("workbook");
  if (!root) return;
  if (const XmlElement properties = root.child("workbookPr")) {
    const std::string_view since_1904 = properties.attribute("date1904").text;
    if (since_1904 == "1" || since_1904 == "true") epoch_ = Epoch::of_1904;
  }
  const XmlElement list = root.child("sheets");
  for (XmlElement one = list ? list.first() : XmlElement(); one; one = one.next()) {
    const auto link = links.find(std::string(one.attribute("r:id").text));
    if (link == links.end() || !link->second.type.ends_with(kWorksheet)) {
      builder_.warning(one.place(),
                       "the sheet " + in_quotes(one.attribute("name").text) + " is left out",
                       "it is no worksheet");
      continue;
    }
    sheets_.push_back({std::string(one.attribute("name").text), link->second.part});
  }
  if (sheets_.empty()) {
    builder_.error(root.place(), "a workbook without a worksheet", "write a table into it");
  }
  if (const std::string styles = part_of_type(links, kStyles); !styles.empty()) {
    if (auto style_bytes = begin_part(styles)) {
      const XmlDocument style_document(builder_, *std::move(style_bytes));
      if (const XmlElement sheet = style_document.root("styleSheet")) styles_ = read_styles(sheet);
    }
  }
  read_shared_texts(part_of_type(links, kSharedStrings));
  builder_.reading(file_);
}

void Workbook::read_shared_texts(const std::string& part) {
  auto texts = std::make_shared<std::vector<std::string>>();
  texts_ = texts;
  auto bytes = part.empty() ? std::nullopt : begin_part(part);
  if (!bytes) return;
  const XmlDocument document(builder_, *std::move(bytes));
  const XmlElement root = document.root("sst");
  for (XmlElement item = root ? root.first() : XmlElement(); item; item = item.next()) {
    if (item.name() == "si") texts->push_back(text_of(item));
  }
}

std::optional<tables::Table> Workbook::read(const Sheet& sheet) {
  const std::string name = file_ + "#" + sheet.name;
  auto bytes = begin_part(sheet.part);
  if (!bytes) return std::nullopt;
  const XmlDocument document(builder_, *std::move(bytes));
  const XmlElement root = document.root("worksheet");
  builder_.reading(name);
  if (!root) return std::nullopt;
  tables::Table table(name);
  const Shared shared{*texts_, styles_, epoch_, archive_.allowed()};
  if (!add_cells(builder_, root, sheet.name, shared, table)) return std::nullopt;
  if (table.rows() == 0) return std::nullopt;
  return table;
}

}  // namespace summitry::spreadsheet
