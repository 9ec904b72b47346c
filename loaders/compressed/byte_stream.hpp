// Bytes in order, whatever they are kept in: a plain file, gzip, zstd, or memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace summitry {

// How much may come out of a compressed file: a few bytes can stand for gigabytes.
struct DecodedLimit {
  static constexpr std::uint64_t kFactor = 100;  // of the file's size
  static constexpr std::uint64_t kLeast = std::uint64_t{64} << 20U;

  std::uint64_t bytes = 0;  // 0: kFactor times the size of the file, or kLeast where that is more
};

class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  virtual ~ByteStream() = default;

  // Fills `buffer`, with less only where the bytes end. Throws LoadError with one finding when they
  // cannot be read: damaged, cut off, or more than allowed.
  [[nodiscard]] virtual std::size_t read(std::span<char> buffer) = 0;
  // How many bytes there are in all; 0 where that is not known, as of compressed ones.
  [[nodiscard]] virtual std::uint64_t size() const { return 0; }
};

// The bytes of a file, decoded when they begin as gzip or zstd do, whatever the file is called.
// Throws LoadError when it cannot be opened.
[[nodiscard]] std::unique_ptr<ByteStream> open_bytes(const std::filesystem::path& path,
                                                     const DecodedLimit& limit = {});

// Bytes in memory as they are; they must outlive it.
[[nodiscard]] std::unique_ptr<ByteStream> stream_of(std::string_view bytes);

// What is in a stream of `size` bytes, decoded when it begins as gzip or zstd do; findings name it as
// `file`.
[[nodiscard]] std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> stream,
                                                  const std::string& file, std::uint64_t size,
                                                  const DecodedLimit& limit = {});

// All bytes of a file, decoded.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& path,
                                     const DecodedLimit& limit = {});

// Appends all that is left of a stream.
void append_rest(ByteStream& stream, std::string& bytes);

// The path without .gz or .zst: what is in x.csv.gz is x.csv.
[[nodiscard]] std::filesystem::path content_path(const std::filesystem::path& path);

}  // namespace summitry
