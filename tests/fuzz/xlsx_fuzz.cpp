// Any bytes as a workbook: as an archive where they begin as one, else as its parts (see files_in.hpp),
// since bytes changed within an archive only break its checksums. Parts that are not given are those of
// a workbook with two sheets.
#include <zip.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include "loaders/spreadsheet/xlsx.hpp"
#include "tests/fuzz/files_in.hpp"

namespace {

using Parts = std::map<std::string, std::string>;

void add_missing(Parts& parts) {
  parts.emplace(
      "_rels/.rels",
      R"(<Relationships><Relationship Id="1" Type="/officeDocument" Target="b"/></Relationships>)");
  parts.emplace("b",
                R"(<workbook><sheets><sheet name="Nodes" r:id="1"/><sheet name="Edges" r:id="2"/>)"
                R"(</sheets></workbook>)");
  parts.emplace("_rels/b.rels",
                R"(<Relationships><Relationship Id="1" Type="/worksheet" Target="n"/>)"
                R"(<Relationship Id="2" Type="/worksheet" Target="e"/>)"
                R"(<Relationship Id="3" Type="/styles" Target="y"/>)"
                R"(<Relationship Id="4" Type="/sharedStrings" Target="s"/></Relationships>)");
  parts.emplace(
      "y", R"(<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>)");
  parts.emplace("s", "<sst><si><t>Id</t></si><si><t>Source</t></si><si><t>Target</t></si></sst>");
  parts.emplace("n", R"(<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c></row>)"
                     R"(<row><c r="A2"><v>1</v></c></row></sheetData></worksheet>)");
  parts.emplace(
      "e", R"(<worksheet><sheetData><row><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>2</v></c>)"
           R"(</row></sheetData></worksheet>)");
}

// `parts` outlive the writing: libzip reads them when the archive is closed.
std::string zipped(const Parts& parts) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE);
    if (index < 0) {
      zip_source_free(source);  // no name for a part
      continue;
    }
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  std::string bytes;
  if (zip_close(archive) != 0) {
    zip_discard(archive);
  } else if (zip_source_open(target) == 0) {
    zip_stat_t about;
    zip_source_stat(target, &about);
    bytes.resize(about.size);
    if (zip_source_read(target, bytes.data(), about.size) < 0) bytes.clear();
    zip_source_close(target);
  }
  zip_source_free(target);
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(data, data + size);
  if (!bytes.starts_with("PK")) {
    Parts parts = files_in(bytes);
    add_missing(parts);
    bytes = zipped(parts);
  }
  const summitry::Built built = summitry::read_xlsx(bytes, "fuzz.xlsx");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
