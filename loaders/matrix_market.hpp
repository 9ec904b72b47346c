// Matrix Market (.mtx): an entry of the matrix is a relation, its value the weight.
//
// A square matrix has entities 1 to n; it is undirected where it says symmetric, directed where it is
// general or skew-symmetric (then each entry also stands the other way round, negated). A matrix of
// another shape joins row-1, … of kind mode-1 to column-1, … of kind mode-2. Coordinates list the
// entries, also those of value 0; in an array 0 is no relation. Patterns have no weights; complex
// matrices are refused.
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_matrix_market(const std::filesystem::path& path,
                                       const LoadOptions& options = {});

// The text of such a file; findings name it as `file`.
[[nodiscard]] Built read_matrix_market(std::string bytes, const std::string& file,
                                       const LoadOptions& options = {});

}  // namespace summitry
