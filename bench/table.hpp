// The benchmark's result as a Markdown table and as JSON.
#pragma once

#include <string>
#include <vector>

#include "bench/match.hpp"
#include "bench/memory.hpp"

namespace summitry::bench {

[[nodiscard]] std::string markdown(const Subject& subject, const std::vector<Row>& rows,
                                   const std::vector<Peak>& peaks);
[[nodiscard]] std::string json(const Subject& subject, const std::vector<Row>& rows,
                               const std::vector<Peak>& peaks);

}  // namespace summitry::bench
