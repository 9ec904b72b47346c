// Who was at what, as CSV or in the first sheet of a workbook: a matrix (matrix.hpp) or a list (list.hpp).
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_two_mode_matrix(const std::filesystem::path& path,
                                         const LoadOptions& options = {});
[[nodiscard]] Built load_two_mode_list(const std::filesystem::path& path,
                                       const LoadOptions& options = {});

// The bytes of a table; findings name it as `file`.
[[nodiscard]] Built read_two_mode_matrix(std::string bytes, const std::string& file,
                                         const LoadOptions& options = {});
[[nodiscard]] Built read_two_mode_list(std::string bytes, const std::string& file,
                                       const LoadOptions& options = {});

// The other way, which reads every list: all of it in memory.
[[nodiscard]] Built read_two_mode_list_whole(std::string bytes, const std::string& file,
                                             const LoadOptions& options = {});

}  // namespace summitry
