#include "loaders/long_text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "loaders/compressed/decoder.hpp"

namespace summitry {
namespace {

bool is_compressed(int file) {
  std::array<char, 4> first{};
  const auto got = ::pread(file, first.data(), first.size(), 0);
  const std::string_view seen(first.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  return is_gzip(seen) || is_zstd(seen);
}

}  // namespace

LongText::LongText(const std::filesystem::path& path, const DecodedLimit& limit) {
  struct stat status {};
  const bool plain = ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
  if (plain) file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ >= 0 && !is_compressed(file_)) {
    size_ = static_cast<std::size_t>(status.st_size);
    return;
  }
  if (file_ >= 0) ::close(std::exchange(file_, -1));
  copy_ = read_bytes(path, limit);  // says what is wrong when it cannot
  text_ = copy_;
  size_ = text_.size();
}

LongText::~LongText() {
  if (file_ >= 0) ::close(file_);
}

std::string_view LongText::piece(std::size_t begin, std::size_t end, std::string& buffer) const {
  if (file_ < 0) return text_.substr(begin, end - begin);
  if (buffer.size() < end - begin) buffer.resize(end - begin);
  std::size_t done = 0;
  while (done < end - begin) {
    const auto got =
        ::pread(file_, buffer.data() + done, end - begin - done, static_cast<off_t>(begin + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  return std::string_view(buffer).substr(0, done);
}

}  // namespace summitry
