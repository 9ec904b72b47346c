// A text too long to hold: a plain file of which only the pieces at hand are read. Or one in memory, as
// is what comes out of a compressed file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "loaders/compressed/byte_stream.hpp"

namespace summitry {

class LongText {
 public:
  // The text must outlive it.
  explicit LongText(std::string_view text) : text_(text), size_(text.size()) {}
  // Throws LoadError with one finding when the file cannot be read. What is no plain file, a pipe
  // say, is read whole.
  explicit LongText(const std::filesystem::path& path, const DecodedLimit& limit = {});
  ~LongText();
  LongText(const LongText&) = delete;
  LongText& operator=(const LongText&) = delete;

  [[nodiscard]] std::size_t size() const { return size_; }

  // [begin, end), from any thread; of a file it is read into `buffer`. Shorter when somebody has cut
  // the file short since it was opened.
  [[nodiscard]] std::string_view piece(std::size_t begin, std::size_t end,
                                       std::string& buffer) const;

 private:
  std::string copy_;
  std::string_view text_;
  std::size_t size_ = 0;
  int file_ = -1;
};

}  // namespace summitry
