#include "loaders/compressed/byte_stream.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "engine/error.hpp"
#include "engine/lower.hpp"
#include "loaders/compressed/decoder.hpp"

namespace summitry {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10U;
constexpr std::size_t kFirstPiece = std::size_t{4} << 10U;  // most files are small
constexpr std::array<std::string_view, 2> kSuffixes{".gz", ".zst"};

[[noreturn]] void refuse(const std::string& file, std::string what, std::string remedy) {
  const Finding finding{Severity::error, file, 0, 0, std::move(what), std::move(remedy)};
  throw LoadError(to_string(finding), {finding});
}

[[noreturn]] void unreadable(const std::string& file, const std::string& why) {
  refuse(file, "cannot be read: " + why, "name a file or folder that is there and may be read");
}

class Memory : public ByteStream {
 public:
  explicit Memory(std::string_view bytes) : size_(bytes.size()), left_(bytes) {}

  std::size_t read(std::span<char> buffer) override {
    const std::size_t count = std::min(buffer.size(), left_.size());
    std::copy_n(left_.begin(), count, buffer.begin());
    left_.remove_prefix(count);
    return count;
  }

  [[nodiscard]] std::uint64_t size() const override { return size_; }

 private:
  std::uint64_t size_;
  std::string_view left_;
};

class File : public ByteStream {
 public:
  explicit File(const std::filesystem::path& path)
      : name_(path.generic_string()), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (file_ < 0) unreadable(name_, std::strerror(errno));
    struct stat status {};
    if (::fstat(file_, &status) != 0) return;
    if (S_ISDIR(status.st_mode)) {
      ::close(file_);
      unreadable(name_, "it is a folder");
    }
    size_ = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
  }
  ~File() override { ::close(file_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  std::size_t read(std::span<char> buffer) override {
    std::size_t done = 0;
    while (done < buffer.size()) {
      const auto got = ::read(file_, buffer.data() + done, buffer.size() - done);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) unreadable(name_, std::strerror(errno));
      if (got == 0) break;
      done += static_cast<std::size_t>(got);
    }
    return done;
  }

  [[nodiscard]] std::uint64_t size() const override { return size_; }  // 0 of what is no plain file

 private:
  std::string name_;
  int file_;
  std::uint64_t size_ = 0;
};

// Gives the bytes that were looked at to tell the format, then those that follow.
class Decoded : public ByteStream {
 public:
  Decoded(std::unique_ptr<ByteStream> source, std::string file, std::uint64_t size,
          const DecodedLimit& limit)
      : source_(std::move(source)), file_(std::move(file)), limit_(limit.bytes) {
    // One more than the file has, so that the first filling already tells the end.
    input_.resize(size == 0 ? kPiece : std::min<std::uint64_t>(kPiece, size + 1));
    if (limit_ == 0) limit_ = std::max(size * DecodedLimit::kFactor, DecodedLimit::kLeast);
    fill();
    decoder_ = decoder_for(input());
  }

  std::size_t read(std::span<char> buffer) override {
    if (decoder_ == nullptr) return plain(buffer);
    std::size_t done = 0;
    while (done < buffer.size()) {
      if (begin_ == end_) fill();
      const std::size_t given = decoded(buffer.subspan(done));
      if (given == 0 && begin_ == end_ && ended_) break;
      done += given;
    }
    return done;
  }

  [[nodiscard]] std::uint64_t size() const override {
    return decoder_ == nullptr ? source_->size() : 0;
  }

 private:
  [[nodiscard]] std::string_view input() const {
    return std::string_view(input_.data(), end_).substr(begin_);
  }

  void fill() {
    if (ended_) return;  // begin_ and end_ stay: nothing is left between them
    begin_ = 0;
    end_ = source_->read(input_);
    ended_ = end_ < input_.size();
  }

  std::size_t plain(std::span<char> buffer) {
    const std::string_view seen = input().substr(0, buffer.size());
    std::copy(seen.begin(), seen.end(), buffer.begin());
    begin_ += seen.size();
    return seen.size() + source_->read(buffer.subspan(seen.size()));
  }

  std::size_t decoded(std::span<char> buffer) {
    DecodedPiece piece;
    try {
      piece = decoder_->decode(input(), buffer);
    } catch (const DecodeFault& fault) {
      refuse(file_, std::string(fault.what), std::string(fault.remedy));
    }
    begin_ += piece.taken;
    given_ += piece.given;
    if (given_ > limit_) {
      refuse(file_, "more than " + std::to_string(limit_ >> 20U) + " MiB come out of it",
             "if it is to be trusted, allow more by --decoded-limit");
    }
    if (piece.given == 0 && begin_ == end_ && ended_ && !decoder_->complete()) {
      refuse(file_, "the compressed data ends too early", "copy or download the file again");
    }
    return piece.given;
  }

  std::unique_ptr<ByteStream> source_;
  std::string file_;
  std::uint64_t limit_;
  std::uint64_t given_ = 0;
  std::vector<char> input_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool ended_ = false;
  std::unique_ptr<Decoder> decoder_;
};

}  // namespace

std::unique_ptr<Decoder> decoder_for(std::string_view first_bytes) {
  if (is_gzip(first_bytes)) return gzip_decoder();
  return is_zstd(first_bytes) ? zstd_decoder() : nullptr;
}

std::unique_ptr<ByteStream> open_bytes(const std::filesystem::path& path,
                                       const DecodedLimit& limit) {
  auto file = std::make_unique<File>(path);
  const std::uint64_t size = file->size();
  return decoded(std::move(file), path.generic_string(), size, limit);
}

std::unique_ptr<ByteStream> stream_of(std::string_view bytes) {
  return std::make_unique<Memory>(bytes);
}

std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> stream, const std::string& file,
                                    std::uint64_t size, const DecodedLimit& limit) {
  return std::make_unique<Decoded>(std::move(stream), file, size, limit);
}

std::string read_bytes(const std::filesystem::path& path, const DecodedLimit& limit) {
  const std::unique_ptr<ByteStream> stream = open_bytes(path, limit);
  std::error_code ignored;
  const auto size = std::filesystem::file_size(path, ignored);
  std::string bytes;
  if (!ignored) bytes.reserve(size + kPiece);
  append_rest(*stream, bytes);
  return bytes;
}

void append_rest(ByteStream& stream, std::string& bytes) {
  std::size_t piece = kFirstPiece;
  for (bool more = true; more; piece = std::min(2 * piece, kPiece)) {
    const std::size_t before = bytes.size();
    bytes.resize(before + piece);
    const std::size_t got = stream.read(std::span(bytes).subspan(before));
    bytes.resize(before + got);
    more = got == piece;
  }
}

std::filesystem::path content_path(const std::filesystem::path& path) {
  const std::string suffix = lower(path.extension().string());
  const bool compressed = std::find(kSuffixes.begin(), kSuffixes.end(), suffix) != kSuffixes.end();
  return compressed ? path.parent_path() / path.stem() : path;
}

}  // namespace summitry
