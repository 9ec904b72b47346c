// Groups of entities from a CSV file with the columns `id` and `community`, in any place; others are not
// read, so what `summitry communities --format csv` writes is such a file. A community is any text, and an
// empty one says that none is known.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/network.hpp"

namespace summitry {

// By entity; nothing for one without a row.
using Groups = std::vector<std::optional<std::string>>;

// Throws LoadError with the first ten things that are wrong: a file that cannot be read, no such column, a
// row without an id, an id that is no entity's, or one that stands there twice.
[[nodiscard]] Groups load_groups(const std::filesystem::path& path, const Network& network);
[[nodiscard]] Groups read_groups(std::string bytes, const std::string& file,
                                 const Network& network);

}  // namespace summitry
