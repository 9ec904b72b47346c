// Decoding of gzip, by zlib; several members one after another are one text.
#include <zlib.h>

#include <algorithm>
#include <limits>

#include "engine/error.hpp"
#include "loaders/compressed/decoder.hpp"

namespace summitry {
namespace {

constexpr int kGzipAlone = 15 + 16;  // the largest window, and gzip's header and checksum

uInt length(std::size_t size) {
  return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

class Gzip : public Decoder {
 public:
  Gzip() {
    if (inflateInit2(&stream_, kGzipAlone) != Z_OK) throw Error("gzip: zlib is not available");
  }
  ~Gzip() override { inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  DecodedPiece decode(std::string_view input, std::span<char> output) override {
    if (ended_ && !input.empty()) begin_member(input);
    // zlib does not write to its input, but its type does not say so.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = length(input.size());
    stream_.next_out = reinterpret_cast<Bytef*>(output.data());
    stream_.avail_out = length(output.size());
    const uInt in = stream_.avail_in;
    const uInt out = stream_.avail_out;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
      throw DecodeFault{"the gzip data is damaged", "copy or download the file again"};
    }
    ended_ = result == Z_STREAM_END;
    return {in - stream_.avail_in, out - stream_.avail_out};
  }

  [[nodiscard]] bool complete() const override { return ended_; }

 private:
  void begin_member(std::string_view input) {
    if (input.front() != '\x1F') {
      throw DecodeFault{"further bytes behind the end of the gzip data",
                        "copy or download the file again"};
    }
    inflateReset(&stream_);
    ended_ = false;
  }

  z_stream stream_{};
  bool ended_ = false;
};

}  // namespace

bool is_gzip(std::string_view first_bytes) {
  return first_bytes.starts_with("\x1F\x8B");
}

std::unique_ptr<Decoder> gzip_decoder() {
  return std::make_unique<Gzip>();
}

}  // namespace summitry
