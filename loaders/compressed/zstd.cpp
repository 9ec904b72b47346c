// Decoding of zstd, by its own library; several frames one after another are one text.
#include <zstd.h>
#include <zstd_errors.h>

#include "engine/error.hpp"
#include "loaders/compressed/decoder.hpp"

namespace summitry {
namespace {

// A frame may ask its reader to keep as much of the text at hand as it likes: 128 MiB is what zstd
// needs for every level without --long.
constexpr int kLargestWindow = 27;  // bits

class Zstd : public Decoder {
 public:
  Zstd() : context_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
    if (context_ == nullptr || ZSTD_isError(ZSTD_DCtx_setParameter(
                                   context_.get(), ZSTD_d_windowLogMax, kLargestWindow)) != 0) {
      throw Error("zstd: its library is not available");
    }
  }

  DecodedPiece decode(std::string_view input, std::span<char> output) override {
    if (complete_ && input.empty()) return {};  // not the beginning of another frame
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{output.data(), output.size(), 0};
    const std::size_t left = ZSTD_decompressStream(context_.get(), &out, &in);
    if (ZSTD_getErrorCode(left) == ZSTD_error_frameParameter_windowTooLarge) {
      throw DecodeFault{"the zstd data asks for more than 128 MiB of memory to be read",
                        "compress it without --long and --ultra"};
    }
    if (ZSTD_isError(left) != 0) {
      throw DecodeFault{"the zstd data is damaged", "copy or download the file again"};
    }
    complete_ = left == 0;
    return {in.pos, out.pos};
  }

  [[nodiscard]] bool complete() const override { return complete_; }

 private:
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context_;
  bool complete_ = false;
};

}  // namespace

bool is_zstd(std::string_view first_bytes) {
  return first_bytes.starts_with("\x28\xB5\x2F\xFD");
}

std::unique_ptr<Decoder> zstd_decoder() {
  return std::make_unique<Zstd>();
}

}  // namespace summitry
