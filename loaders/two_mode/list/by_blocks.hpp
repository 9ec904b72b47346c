// Lists of participants and events block by block, by all cores: for millions of rows, with the memory of
// the blocks at hand beside that of the Network.
//
// Network and findings are those of the list read as a whole, whatever the number of threads. A list with
// dates is gone through twice, since an event has its date where all of its rows agree.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/edge_list/row_waves.hpp"
#include "loaders/load.hpp"

namespace summitry::two_mode {

using OpenList = std::function<std::unique_ptr<ByteStream>()>;

// Nothing when the list must be read as a whole: a name stands in both modes; it has columns or values
// whose type only all rows together tell; it is not clean text.
[[nodiscard]] std::optional<Built> read_list_by_blocks(const OpenList& open,
                                                       const std::string& file,
                                                       const LoadOptions& options,
                                                       std::size_t block = kListBlock);

}  // namespace summitry::two_mode
