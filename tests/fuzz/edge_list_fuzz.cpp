// Any bytes as an edge list: the same by blocks as row by row.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/edge_list/by_blocks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kBlock = 64;
  const std::string bytes(data, data + size);
  const auto stream = summitry::stream_of(bytes);
  const auto blocks =
      summitry::read_edge_list_by_blocks(*stream, "fuzz.csv", {.threads = 1}, kBlock);
  const summitry::Built whole = summitry::read_edge_list_whole(bytes, "fuzz.csv", {});
  if (!whole.network && whole.findings.empty()) std::abort();
  if (!blocks) return 0;
  if (blocks->findings.size() != whole.findings.size()) std::abort();
  for (std::size_t i = 0; i < whole.findings.size(); ++i) {
    if (to_string(blocks->findings[i]) != to_string(whole.findings[i])) std::abort();
  }
  if (blocks->network.has_value() != whole.network.has_value()) std::abort();
  if (whole.network && blocks->network->content_hash() != whole.network->content_hash()) {
    std::abort();
  }
  return 0;
}
