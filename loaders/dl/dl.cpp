#include "loaders/dl/dl.hpp"

#include <utility>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/dl/data.hpp"
#include "loaders/dl/header.hpp"
#include "loaders/json_fields.hpp"
#include "loaders/text.hpp"

namespace summitry {

Built read_dl(std::string bytes, const std::string& file, const LoadOptions& options) {
  NetworkBuilder builder;
  builder.reading(file);
  const CleanText clean = clean_text(std::move(bytes));
  report(builder, clean.faults);
  if (clean.readable) {
    dl::Words words(clean.bytes);
    if (const auto header = dl::read_header(builder, words, clean.bytes.size())) {
      interchange::add_graph(builder, dl::read_data(builder, words, *header, options), options);
    }
  }
  return std::move(builder).build();
}

Built load_dl(const std::filesystem::path& path, const LoadOptions& options) {
  return read_dl(read_bytes(path, options.decoded), path.generic_string(), options);
}

}  // namespace summitry
