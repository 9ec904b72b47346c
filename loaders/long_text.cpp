#include "loaders/long_text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "engine/file.hpp"

namespace summitry {

LongText::LongText(const std::filesystem::path& path) {
  struct stat status {};
  const bool plain = ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
  if (plain) file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ >= 0) {
    size_ = static_cast<std::size_t>(status.st_size);
    return;
  }
  copy_ = read_file(path);  // says what is wrong when it cannot
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
