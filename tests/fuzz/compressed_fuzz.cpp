// Any bytes as a compressed edge list: the first two bytes of gzip and zstd come from the seeds.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/error.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/edge_list.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 20U;
  const std::string bytes(data, data + size);
  try {
    const auto stream = summitry::decoded(summitry::stream_of(bytes), "fuzz.csv.gz", size, {kMost});
    std::string text;
    summitry::append_rest(*stream, text);
    if (text.size() > kMost && text.size() > size) std::abort();
    const summitry::Built built = summitry::read_edge_list(std::move(text), "fuzz.csv.gz");
    if (!built.network && built.findings.empty()) std::abort();
  } catch (const summitry::LoadError& error) {
    if (error.findings().empty()) std::abort();
  }
  return 0;
}
