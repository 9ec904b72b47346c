// The encodings of text files that spreadsheets write: UTF-8 with and without a byte order mark, UTF-16
// with one, and Windows-1252, which holds Latin-1.
//
// A file that is no UTF-8 is read as Windows-1252 where none of its characters is UTF-8 and all of its
// bytes are characters; else it is damaged, and its first bad byte an error. What is not UTF-8 is said.
#pragma once

#include <string>

#include "engine/network_builder.hpp"
#include "loaders/text.hpp"

namespace summitry::delimited {

// The text, with warnings and errors about it told to the builder, in the file that it reads.
[[nodiscard]] CleanText decoded(NetworkBuilder& builder, std::string bytes);

}  // namespace summitry::delimited
