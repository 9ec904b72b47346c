// UCINET DL (.dl), as far as it is written down anywhere: full matrices, the lower or the upper half of
// symmetric ones, edgelist1, edgelist2, nodelist1 and nodelist2.
//
// `n=` is one mode, whose relations are directed but those of half a matrix; `nr=` and `nc=` are two, of kind mode-1 and mode-2,
// undirected. Labels are listed (`labels:`, `row labels:`, `column labels:`) or `labels embedded` in the
// data. They are ids, where all have one and no two share one; else numbers are, and labels are names.
// 0 in a matrix is no relation, any other number its weight. Matrices (`nm=`) are relation types, named
// by `matrix labels:`. A symmetric matrix that is read as undirected has one relation for each pair.
#pragma once

#include <filesystem>
#include <string>

#include "engine/network_builder.hpp"
#include "loaders/load.hpp"

namespace summitry {

[[nodiscard]] Built load_dl(const std::filesystem::path& path, const LoadOptions& options = {});

// The text of a file; findings name it as `file`.
[[nodiscard]] Built read_dl(std::string bytes, const std::string& file,
                            const LoadOptions& options = {});

}  // namespace summitry
