#include "engine/file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "engine/error.hpp"

namespace summitry {
namespace {

[[noreturn]] void unreadable(const std::filesystem::path& path, const std::string& why) {
  const Finding finding{Severity::error,
                        path.string(),
                        0,
                        0,
                        "cannot be read: " + why,
                        "name a file or folder that is there and may be read"};
  throw LoadError(to_string(finding), {finding});
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) unreadable(path, "it is a folder");
  std::ifstream file(path, std::ios::binary);
  if (!file) unreadable(path, std::strerror(errno));
  std::ostringstream bytes;
  if (file.peek() != std::ifstream::traits_type::eof()) bytes << file.rdbuf();
  if (file.bad() || bytes.bad()) unreadable(path, "reading failed");
  return std::move(bytes).str();
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code failure;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), failure);
  if (failure) {
    throw SaveError("cannot make the folder " + path.parent_path().string() + ": " +
                    failure.message());
  }
  std::filesystem::path temporary = path;
  temporary += ".part-" + std::to_string(::getpid());
  {
    std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.flush();
    if (!file) {
      const std::string why = std::strerror(errno);
      std::filesystem::remove(temporary, failure);
      throw SaveError("cannot write " + path.string() + ": " + why);
    }
  }
  std::filesystem::rename(temporary, path, failure);
  if (failure) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    throw SaveError("cannot write " + path.string() + ": " + failure.message());
  }
}

}  // namespace summitry
