// Edge lists block by block, by all cores: for millions of lines, with the memory of the blocks at hand
// beside that of the Network.
//
// Blocks of whole lines are read by several threads at once and joined one after another, so that
// Network and findings are the same whatever the number of threads, and the same as read row by row.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/edge_list/row_waves.hpp"
#include "loaders/load.hpp"

namespace summitry {

// Nothing when the list must be read as a whole: it names summits, is not clean text, has fewer than
// two rows, or a row that does not seem to end.
[[nodiscard]] std::optional<Built> read_edge_list_by_blocks(ByteStream& stream,
                                                            const std::string& file,
                                                            const LoadOptions& options,
                                                            std::size_t block = kListBlock);

// The other way, which reads every list: row by row, all of it in memory.
[[nodiscard]] Built read_edge_list_whole(std::string bytes, const std::string& file,
                                         const LoadOptions& options);

}  // namespace summitry
