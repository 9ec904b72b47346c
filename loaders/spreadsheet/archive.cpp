// ZIP archives through libzip. See archive.hpp.
#include "loaders/spreadsheet/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

#include "loaders/text.hpp"

namespace summitry::spreadsheet {

struct ArchiveState {
  zip_t* archive = nullptr;
};

namespace {

constexpr std::size_t kAlways = std::size_t{1} << 24U;  // bytes
constexpr std::size_t kFactor = 50;
constexpr const char* kRemedy = "save the workbook anew as .xlsx";

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using File = std::unique_ptr<zip_file_t, CloseFile>;

// Without the code before it, in small letters as other findings.
std::string reason(zip_error_t* error) {
  std::string why = zip_error_strerror(error);
  if (!why.empty() && why[0] >= 'A' && why[0] <= 'Z') {
    why[0] = static_cast<char>(why[0] - 'A' + 'a');
  }
  return why;
}

}  // namespace

Archive::Archive(NetworkBuilder& builder, std::string_view bytes)
    : builder_(builder),
      state_(std::make_unique<ArchiveState>()),
      allowed_(kAlways + kFactor * bytes.size()) {
  constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0";
  if (bytes.starts_with(kCompoundFile)) {
    fail("a workbook of the old kind, or one with a password",
         "open it and save it as .xlsx without a password");
    return;
  }
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) state_->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (state_->archive == nullptr) {
    if (source != nullptr) zip_source_free(source);
    fail("no workbook: " + reason(&error), kRemedy);
  }
  zip_error_fini(&error);
}

Archive::~Archive() {
  if (state_->archive != nullptr) zip_discard(state_->archive);
}

bool Archive::is_readable() const {
  return state_->archive != nullptr;
}

bool Archive::has(const std::string& name) const {
  return is_readable() && zip_name_locate(state_->archive, name.c_str(), 0) >= 0;
}

void Archive::fail(const std::string& what, std::string remedy) {
  builder_.error({{}, 1, 1}, what, std::move(remedy));
}

std::optional<std::string> Archive::part(const std::string& name) {
  zip_stat_t about;
  if (!is_readable() || zip_stat(state_->archive, name.c_str(), 0, &about) != 0) {
    fail("the workbook lacks its part " + in_quotes(name), kRemedy);
    return std::nullopt;
  }
  const bool is_known = (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0;
  if (is_known && about.encryption_method != ZIP_EM_NONE) {
    fail("the part " + in_quotes(name) + " needs a password", "save it without a password");
    return std::nullopt;
  }
  const File file(zip_fopen(state_->archive, name.c_str(), 0));
  std::string bytes;
  std::array<char, 1U << 14U> buffer{};
  zip_int64_t read = file == nullptr ? -1 : 1;
  while (read > 0) {
    read = zip_fread(file.get(), buffer.data(), buffer.size());
    const auto count = static_cast<std::size_t>(std::max<zip_int64_t>(read, 0));
    if (count > allowed_) {
      fail("the part " + in_quotes(name) + " unpacks to far more than the workbook's size",
           "save the table as CSV if that is meant");
      return std::nullopt;
    }
    allowed_ -= count;
    bytes.append(buffer.data(), count);
  }
  if (read == 0) return bytes;
  fail(
      "the part " + in_quotes(name) + " cannot be unpacked: " +
          reason(file == nullptr ? zip_get_error(state_->archive) : zip_file_get_error(file.get())),
      kRemedy);
  return std::nullopt;
}

}  // namespace summitry::spreadsheet
