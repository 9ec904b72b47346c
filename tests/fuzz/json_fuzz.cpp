// Any bytes as JSON and as a network of ours: what is accepted must be JSON to another parser too.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "loaders/json.hpp"
#include "loaders/network_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const summitry::JsonDocument document = summitry::parse_json(bytes);
  if (document.faults.empty()) {
    if (!document.root || !nlohmann::json::accept(bytes)) std::abort();
  }
  const summitry::Built built = summitry::read_network_json(bytes, "fuzz.json");
  if (!built.network && built.findings.empty()) std::abort();
  return 0;
}
