// A window that moves over a file. See bytes.hpp.
#include "loaders/xml/stream/bytes.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "engine/file.hpp"
#include "loaders/compressed/decoder.hpp"

namespace summitry {
namespace {

constexpr std::size_t kMagic = 16;                       // bytes that tell what a file is
constexpr std::size_t kLeast = std::size_t{256} * 1024;  // bytes read at once

}  // namespace

XmlBytes::XmlBytes(std::string text) : size_(text.size()), window_(std::move(text)) {}

XmlBytes::XmlBytes(const std::filesystem::path& path, const DecodedLimit& limit) : path_(path) {
  std::error_code failure;
  if (std::filesystem::is_regular_file(path, failure)) file_.open(path, std::ios::binary);
  const std::uintmax_t size = file_.is_open() ? std::filesystem::file_size(path, failure) : 0;
  if (size > 0 && !failure) {
    size_ = static_cast<std::size_t>(size);
    if (decoder_for(at(0, kMagic)) == nullptr) return;
  }
  file_.close();
  window_ = read_bytes(path, limit);
  size_ = window_.size();
}

std::string_view XmlBytes::at(std::size_t offset, std::size_t wanted) {
  if (file_.is_open()) {
    if (offset < begin_ || offset > begin_ + window_.size()) {
      window_.clear();
      begin_ = offset;
    }
    if (begin_ + window_.size() < std::min(offset + wanted, size_)) {
      window_.erase(0, offset - begin_);
      begin_ = offset;
      read(wanted);
    }
  }
  return std::string_view(window_).substr(std::min(offset - begin_, window_.size()));
}

// Makes the window hold as many bytes, unless the end of the file comes before.
void XmlBytes::read(std::size_t wanted) {
  const std::size_t had = window_.size();
  const std::size_t more = std::min(std::max(wanted - had, kLeast), size_ - begin_ - had);
  window_.resize(had + more);
  file_.clear();
  file_.seekg(static_cast<std::streamoff>(begin_ + had));
  file_.read(window_.data() + had, static_cast<std::streamsize>(more));
  window_.resize(had + static_cast<std::size_t>(std::max<std::streamsize>(file_.gcount(), 0)));
}

std::string XmlBytes::take() {
  if (!file_.is_open()) return std::move(window_);
  file_.close();
  window_ = {};
  return read_file(path_);
}

}  // namespace summitry
