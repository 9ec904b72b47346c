// Two-mode tables. See two_mode.hpp.
#include "loaders/two_mode/two_mode.hpp"

#include <utility>

#include "engine/file.hpp"
#include "loaders/delimited/read_table.hpp"
#include "loaders/two_mode/list.hpp"
#include "loaders/two_mode/matrix.hpp"

namespace summitry {
namespace {

using Add = void (*)(NetworkBuilder&, tables::Table&, const LoadOptions&);

Built read(std::string bytes, const std::string& file, const LoadOptions& options, Add add) {
  NetworkBuilder builder;
  builder.reading(file);
  if (auto table = delimited::read_table(builder, std::move(bytes), file)) {
    add(builder, *table, options);
  }
  return std::move(builder).build();
}

}  // namespace

Built read_two_mode_matrix(std::string bytes, const std::string& file, const LoadOptions& options) {
  return read(std::move(bytes), file, options, two_mode::add_matrix);
}

Built read_two_mode_list(std::string bytes, const std::string& file, const LoadOptions& options) {
  return read(std::move(bytes), file, options, two_mode::add_list);
}

Built load_two_mode_matrix(const std::filesystem::path& path, const LoadOptions& options) {
  return read_two_mode_matrix(read_file(path), path.generic_string(), options);
}

Built load_two_mode_list(const std::filesystem::path& path, const LoadOptions& options) {
  return read_two_mode_list(read_file(path), path.generic_string(), options);
}

}  // namespace summitry
