// What turns compressed bytes into plain ones, a piece at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace summitry {

struct DecodedPiece {
  std::size_t taken = 0;  // bytes of the input
  std::size_t given = 0;  // bytes of the output
};

class Decoder {
 public:
  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  virtual ~Decoder() = default;

  // Throws DecodeFault when the input is not what it should be.
  [[nodiscard]] virtual DecodedPiece decode(std::string_view input, std::span<char> output) = 0;
  // Whether the input may end here.
  [[nodiscard]] virtual bool complete() const = 0;
};

struct DecodeFault {
  std::string_view what;
  std::string_view remedy;
};

// Nothing when the bytes, the first of a file, begin neither as gzip nor as zstd.
[[nodiscard]] std::unique_ptr<Decoder> decoder_for(std::string_view first_bytes);

[[nodiscard]] bool is_gzip(std::string_view first_bytes);
[[nodiscard]] bool is_zstd(std::string_view first_bytes);
[[nodiscard]] std::unique_ptr<Decoder> gzip_decoder();
[[nodiscard]] std::unique_ptr<Decoder> zstd_decoder();

}  // namespace summitry
