// A ZIP archive of parts that are stored as they are, for tests of what reads archives.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace summitry::testing {

[[nodiscard]] inline std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

class Zip {
 public:
  Zip& add(const std::string& name, const std::string& bytes) {
    const auto offset = static_cast<std::uint32_t>(parts_.size());
    const std::string about = about_part(name, bytes);
    parts_ += "PK\x03\x04" + about + name + bytes;
    directory_ += "PK\x01\x02" + number(20, 2) + about + number(0, 2) + number(0, 2) +
                  number(0, 2) + number(0, 4) + number(offset, 4) + name;
    ++count_;
    return *this;
  }

  [[nodiscard]] std::string bytes() const {
    return parts_ + directory_ + "PK\x05\x06" + number(0, 4) + number(count_, 2) +
           number(count_, 2) + number(static_cast<std::uint32_t>(directory_.size()), 4) +
           number(static_cast<std::uint32_t>(parts_.size()), 4) + number(0, 2);
  }

 private:
  static std::string number(std::uint32_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i)
      out += static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU);
    return out;
  }
  // What a part's own header and the directory both say.
  static std::string about_part(const std::string& name, const std::string& bytes) {
    const auto size = static_cast<std::uint32_t>(bytes.size());
    return number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(crc32(bytes), 4) +
           number(size, 4) + number(size, 4) + number(static_cast<std::uint32_t>(name.size()), 2) +
           number(0, 2);
  }

  std::string parts_;
  std::string directory_;
  std::uint32_t count_ = 0;
};

}  // namespace summitry::testing
