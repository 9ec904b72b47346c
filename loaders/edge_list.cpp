// Edge lists. See edge_list.hpp.
#include "loaders/edge_list.hpp"

#include <algorithm>
#include <utility>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/delimited/encoding.hpp"
#include "loaders/edge_list/by_blocks.hpp"
#include "loaders/edge_list/edge_list_load.hpp"
#include "loaders/edge_list/list_reader.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

// Twice through the list: summits first, since a relation may name one that is an end further down.
void read_rows(NetworkBuilder& builder, std::string_view text, const LoadOptions& options) {
  const char delimiter = delimiter_of(first_line(text));
  EdgeListLoad load(builder, options);
  bool has_header = false;
  with_list_reader(delimiter, text, [&](auto& reader) {
    if (reader.next()) {
      has_header = load.read_header(reader.row(), expects_header(delimiter));
    } else {
      builder.error({{}, 1, 1}, "the list is empty", "write a line for every relation");
    }
  });
  if (!load.usable()) return;
  with_list_reader(delimiter, text, [&](auto& reader) {
    if (has_header) static_cast<void>(reader.next());
    for (bool first = true; reader.next(); first = false) {
      if (first) load.note_direction(reader.row());
      load.add_summits(reader.row());
    }
  });
  with_list_reader(delimiter, text, [&](auto& reader) {
    if (has_header) static_cast<void>(reader.next());
    while (reader.next()) load.add_row(reader.row(), reader.problems());
  });
  load.finish();
}

}  // namespace

Built read_edge_list_whole(std::string bytes, const std::string& file, const LoadOptions& options) {
  NetworkBuilder builder;
  builder.reading(file);
  builder.allow_repeats();
  builder.allow_unstated();
  const CleanText text = delimited::decoded(builder, std::move(bytes));
  if (text.readable) read_rows(builder, text.bytes, options);
  return std::move(builder).build();
}

Built read_edge_list(std::string bytes, const std::string& file, const LoadOptions& options) {
  const auto stream = stream_of(bytes);
  const std::size_t block = std::min(kListBlock, bytes.size() + 1);
  if (auto built = read_edge_list_by_blocks(*stream, file, options, block))
    return *std::move(built);
  return read_edge_list_whole(std::move(bytes), file, options);
}

Built load_edge_list(const std::filesystem::path& path, const LoadOptions& options) {
  const std::string file = path.generic_string();
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path, ignored)) {  // not a pipe, which cannot be read twice
    const auto stream = open_bytes(path, options.decoded);
    if (auto built = read_edge_list_by_blocks(*stream, file, options)) return *std::move(built);
  }
  return read_edge_list_whole(read_bytes(path, options.decoded), file, options);
}

}  // namespace summitry
