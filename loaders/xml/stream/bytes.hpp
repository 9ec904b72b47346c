// The bytes of a file, a stretch at a time, so that a large one is never in memory as a whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "loaders/compressed/byte_stream.hpp"

namespace summitry {

class XmlBytes {
 public:
  explicit XmlBytes(std::string text);  // in memory already
  // A pipe is read whole at once, and so is what is compressed. Throws LoadError when the file cannot
  // be read.
  explicit XmlBytes(const std::filesystem::path& path, const DecodedLimit& limit = {});

  // Bytes from `offset` on: `wanted` or more, fewer only at the end. Valid until the next call.
  [[nodiscard]] std::string_view at(std::size_t offset, std::size_t wanted);
  [[nodiscard]] std::size_t size() const { return size_; }
  // All of them, and none are left.
  [[nodiscard]] std::string take();

 private:
  void read(std::size_t wanted);

  std::filesystem::path path_;
  std::ifstream file_;  // closed where the text is in memory
  std::size_t size_ = 0;
  std::string window_;
  std::size_t begin_ = 0;  // of the window
};

}  // namespace summitry
