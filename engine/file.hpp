// Files: read whole with a clear error, written whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace summitry {

// The bytes of a file. Throws LoadError with one finding when it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

// Writes to a temporary name beside `path`, then renames: no reader ever sees half a file, and a
// failure leaves the old one. Missing parent folders are made. Throws SaveError.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace summitry
