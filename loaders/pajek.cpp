#include "loaders/pajek.hpp"

#include <deque>
#include <set>
#include <system_error>
#include <utility>

#include "loaders/compressed/byte_stream.hpp"
#include "loaders/json_fields.hpp"
#include "loaders/pajek/beside.hpp"
#include "loaders/pajek/sections.hpp"
#include "loaders/text.hpp"

namespace summitry {
namespace {

namespace fs = std::filesystem;

class PajekLoad {
 public:
  explicit PajekLoad(std::string file) : file_(std::move(file)) {}

  void read(std::string bytes) {
    if (const std::string* text = checked(file_, std::move(bytes))) {
      pajek::Sections(builder_, *text, draft_).read();
    }
  }

  void read_beside(const fs::path& path, std::string bytes, const std::string& name,
                   ColumnType type) {
    if (const std::string* text = checked(path.generic_string(), std::move(bytes))) {
      pajek::read_beside(builder_, *text, name, type, draft_);
    }
  }

  Built finish(const LoadOptions& options) && {
    builder_.reading(file_);
    interchange::ForeignGraph graph = std::move(draft_).finish(builder_);
    interchange::add_graph(builder_, std::move(graph), options);
    return std::move(builder_).build();
  }

 private:
  const std::string* checked(const std::string& file, std::string bytes) {
    builder_.reading(file);
    CleanText clean = clean_text(std::move(bytes));
    report(builder_, clean.faults);
    return clean.readable ? &files_.emplace_back(std::move(clean.bytes)) : nullptr;
  }

  std::string file_;
  std::deque<std::string> files_;  // cells point into them
  NetworkBuilder builder_;
  pajek::Draft draft_;
};

// Files that begin with the network's name and end with .clu or .vec, in order of their names.
std::set<fs::path> files_beside(const fs::path& path) {
  std::set<fs::path> found;
  const std::string begin = path.stem().string() + '.';
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const fs::path extension = entry.path().extension();
    if (extension != ".clu" && extension != ".vec") continue;
    if (!entry.path().filename().string().starts_with(begin)) continue;
    found.insert(path.has_parent_path() ? entry.path() : entry.path().filename());
  }
  return found;
}

// What stands between the network's name and the extension: "kind" in x.kind.clu.
std::string name_beside(const fs::path& path, const fs::path& network, bool is_partition) {
  const std::string stem = path.stem().string();
  const std::size_t begin = network.stem().string().size() + 1;
  if (begin < stem.size()) return stem.substr(begin);
  return is_partition ? "partition" : "vector";
}

}  // namespace

Built read_pajek(std::string bytes, const std::string& file, const LoadOptions& options) {
  PajekLoad load(file);
  load.read(std::move(bytes));
  return std::move(load).finish(options);
}

Built load_pajek(const fs::path& path, const LoadOptions& options) {
  PajekLoad load(path.generic_string());
  load.read(read_bytes(path, options.decoded));
  const fs::path network = content_path(path);
  for (const fs::path& beside : files_beside(network)) {
    const bool is_partition = beside.extension() == ".clu";
    load.read_beside(beside, read_bytes(beside, options.decoded),
                     name_beside(beside, network, is_partition),
                     is_partition ? ColumnType::integer : ColumnType::number);
  }
  return std::move(load).finish(options);
}

}  // namespace summitry
