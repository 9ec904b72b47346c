#include "loaders/edge_graph.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "engine/error.hpp"
#include "engine/lower.hpp"
#include "engine/parallel.hpp"
#include "loaders/edge_ids.hpp"
#include "loaders/edge_text.hpp"
#include "loaders/long_text.hpp"

namespace summitry {
namespace {

constexpr std::size_t kBlock = 1 << 20;  // bytes
constexpr std::size_t kFewestBytes = 4;  // of a line with an edge: "1 2\n"
constexpr std::size_t kMore = 4096;      // bytes behind a block in which its last line mostly ends
constexpr std::uint64_t kMostKept = std::uint64_t{1} << 28U;

std::string_view without_end(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

bool names_columns(std::string_view line) {
  std::string name;
  for (const char c : lower(line)) {
    if (c == ' ' || c == '\t' || c == ',' || c == ';') {
      if (!name.empty() && name.back() != ' ') name += ' ';
    } else {
      name += c;
    }
  }
  return name == "source target" || name == "source target weight";
}

// Where the first line begins that may hold an edge: behind a byte order mark, comments, blank lines
// and the names of columns.
std::size_t first_edge_line(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  constexpr std::size_t kLongestHeader = 200;
  std::size_t at = text.starts_with(kMark) ? kMark.size() : 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = without_end(text.substr(at, end - at));
    const std::size_t begin = line.find_first_not_of(" \t");
    const bool skipped =
        begin == std::string_view::npos || line[begin] == '#' || line[begin] == '%';
    if (!skipped) {
      const bool header = line.size() <= kLongestHeader && names_columns(line);
      return header ? std::min(end + 1, text.size()) : at;
    }
    at = std::min(end + 1, text.size());
  }
  return at;
}

// Reads a list in two passes: how many lines each block of it has, then the lines into their places.
class EdgeGraphLoad {
 public:
  EdgeGraphLoad(const LongText& text, const std::string& file, const EdgeGraphOptions& options,
                const Run& run)
      : text_(text), file_(file), options_(options), run_(run) {}

  EdgeGraph read() && {
    find_first_line();
    count_lines();
    if (!read_narrow()) read_wide();
    report();
    if (result_.findings.empty()) build();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool weighted() const { return options_.weights != WeightMeaning::none; }

  template <class Work>
  void blocks(const Work& work) {
    std::vector<std::string> buffers(static_cast<std::size_t>(run_.thread_count()));
    parallel_blocks(text_.size() - begin_, kBlock, run_, "reading edges",
                    [&](const Block& block) { work(block, buffers[block.thread]); });
  }

  // Text with a block in it, from [begin, end) of the text.
  struct Window {
    std::string_view text;
    std::size_t begin;
    std::size_t end;
  };
  [[nodiscard]] Window window_of(const Block& block, std::size_t more, std::string& buffer) const;
  [[nodiscard]] Window window_to_line_end(const Block& block, std::string& buffer) const;

  void find_first_line();
  void count_lines();
  template <class AnyEdge>
  [[nodiscard]] bool read_into(std::vector<AnyEdge>& edges);
  template <class Item>
  void close_gaps(std::vector<Item>& items) const;
  [[nodiscard]] bool read_narrow();
  void read_wide();
  [[nodiscard]] bool fits_when_kept();
  void report();
  void report(const LineFault& fault, std::size_t block);
  void build();

  const LongText& text_;
  const std::string& file_;
  const EdgeGraphOptions& options_;
  const Run& run_;
  std::size_t begin_ = 0;            // of the first line that may hold an edge
  std::size_t above_ = 0;            // lines
  std::vector<std::size_t> lines_;   // that begin in each block
  std::vector<std::size_t> places_;  // of each block's first edge; one more than blocks
  std::vector<BlockOfEdges> read_;
  std::vector<Edge> edges_;
  std::vector<double> weights_;
  std::uint64_t highest_ = 0;
  DenseIds dense_;
  EdgeGraph result_;
};

void EdgeGraphLoad::find_first_line() {
  std::string buffer;
  const std::string_view start = text_.piece(0, std::min(text_.size(), kBlock), buffer);
  begin_ = first_edge_line(start);
  above_ = static_cast<std::size_t>(
      std::count(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(begin_), '\n'));
}

// The block, the byte before it, which tells whether a line begins with it, and `more` behind it.
EdgeGraphLoad::Window EdgeGraphLoad::window_of(const Block& block, std::size_t more,
                                               std::string& buffer) const {
  const std::size_t before = block.index > 0 ? 1 : 0;
  const std::size_t begin = begin_ + block.begin - before;
  const std::size_t end = std::min(text_.size(), begin_ + block.end + more);
  const std::string_view text = text_.piece(begin, end, buffer);
  return {text, std::min(before, text.size()),
          std::min(before + block.end - block.begin, text.size())};
}

// With all of the last line that begins in the block.
EdgeGraphLoad::Window EdgeGraphLoad::window_to_line_end(const Block& block,
                                                        std::string& buffer) const {
  for (std::size_t more = kMore;; more *= 8) {
    const Window window = window_of(block, more, buffer);
    const bool whole = begin_ + block.end + more >= text_.size();
    if (whole || window.text.find('\n', window.end) != std::string_view::npos) return window;
  }
}

void EdgeGraphLoad::count_lines() {
  lines_.assign(block_count(text_.size() - begin_, kBlock), 0);
  blocks([this](const Block& block, std::string& buffer) {
    const Window window = window_of(block, 0, buffer);
    lines_[block.index] = lines_beginning(window.text, window.begin, window.end);
  });
  places_.assign(1, 0);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::size_t bytes = std::min(kBlock, text_.size() - begin_ - i * kBlock);
    const std::size_t most = (bytes + kFewestBytes - 1) / kFewestBytes;
    places_.push_back(places_.back() + std::min(lines_[i], most));
  }
}

// False when ids do not fit.
template <class AnyEdge>
bool EdgeGraphLoad::read_into(std::vector<AnyEdge>& edges) {
  read_.assign(lines_.size(), {});
  edges.resize(places_.back());
  weights_.resize(weighted() ? places_.back() : 0);
  blocks([&](const Block& block, std::string& buffer) {
    const std::size_t place = places_[block.index];
    const std::size_t count = places_[block.index + 1] - place;
    const std::span<double> weights(weights_);
    const Window window = window_to_line_end(block, buffer);
    read_[block.index] = read_edges(window.text, window.begin, window.end,
                                    std::span<AnyEdge>(edges).subspan(place, count),
                                    weighted() ? weights.subspan(place, count) : weights);
  });
  const auto narrow = [](const BlockOfEdges& block) { return block.too_narrow; };
  if (std::any_of(read_.begin(), read_.end(), narrow)) return false;
  for (const BlockOfEdges& block : read_) highest_ = std::max(highest_, block.highest);
  close_gaps(edges);
  if (weighted()) close_gaps(weights_);
  return true;
}

// Comments and blank lines have left places empty.
template <class Item>
void EdgeGraphLoad::close_gaps(std::vector<Item>& items) const {
  auto end = items.begin();
  for (std::size_t i = 0; i < read_.size(); ++i) {
    const auto begin = items.begin() + static_cast<std::ptrdiff_t>(places_[i]);
    const auto count = static_cast<std::ptrdiff_t>(read_[i].edges);
    end = begin == end ? end + count : std::move(begin, begin + count, end);
  }
  items.erase(end, items.end());
}

bool EdgeGraphLoad::read_narrow() {
  if (!read_into(edges_)) return false;
  if (edges_.empty() || options_.ids == EdgeIds::kept) return true;
  dense_ = make_dense(edges_, highest_, run_);
  return true;
}

void EdgeGraphLoad::read_wide() {
  std::vector<Edge>().swap(edges_);
  std::vector<WideEdge> wide;
  static_cast<void>(read_into(wide));
  if (options_.ids == EdgeIds::compact) dense_ = make_dense(wide, edges_, run_);
}

void EdgeGraphLoad::report(const LineFault& fault, std::size_t block) {
  const auto blocks_before = lines_.begin() + static_cast<std::ptrdiff_t>(block);
  const std::size_t before = std::accumulate(lines_.begin(), blocks_before, above_);
  result_.findings.push_back(
      {Severity::error, file_, before + fault.line + 1, fault.column, fault.what, fault.remedy});
}

void EdgeGraphLoad::report() {
  std::size_t count = 0;
  std::size_t edge_count = 0;
  bool grown = false;
  for (std::size_t i = 0; i < read_.size(); ++i) {
    count += read_[i].fault_count;
    edge_count += read_[i].edges;
    grown |= read_[i].grown;
    for (const LineFault& fault : read_[i].faults) {
      if (result_.findings.size() < kMostFaults) report(fault, i);
    }
  }
  const auto error = [this](std::string what, std::string remedy) {
    result_.findings.push_back({Severity::error, file_, 0, 0, std::move(what), std::move(remedy)});
  };
  if (grown) error("the file is being written to", "read it again once it is complete");
  if (count > kMostFaults) {
    error(std::to_string(count - kMostFaults) + " further lines cannot be read",
          "mend those above first");
  } else if (count == 0 && edge_count == 0) {
    error("the list is empty", "write a line for every edge");
  } else if (count == 0 && options_.ids == EdgeIds::kept && highest_ >= kMostKept) {
    error("the id " + std::to_string(highest_) + " would make as many vertices",
          "number vertices below 268435456, or have ids compacted");
  }
}

void EdgeGraphLoad::build() {
  GraphParts parts;
  parts.vertices =
      static_cast<VertexId>(options_.ids == EdgeIds::kept ? highest_ + 1 : dense_.count);
  parts.direction = options_.direction;
  parts.meaning = options_.weights;
  parts.edges = std::move(edges_);
  parts.weights = std::move(weights_);
  result_.ids = std::move(dense_.ids);
  result_.graph = Graph(std::move(parts), run_);
}

}  // namespace

EdgeGraph parse_edge_graph(std::string_view bytes, const std::string& file,
                           const EdgeGraphOptions& options, const Run& run) {
  const LongText text(bytes);
  return EdgeGraphLoad(text, file, options, run).read();
}

EdgeGraph read_edge_graph_checked(const std::filesystem::path& path,
                                  const EdgeGraphOptions& options, const Run& run) {
  const LongText text(path, options.decoded);
  const std::string file = path.generic_string();
  return EdgeGraphLoad(text, file, options, run).read();
}

Graph read_edge_graph(const std::filesystem::path& path, const EdgeGraphOptions& options,
                      const Run& run) {
  EdgeGraph read = read_edge_graph_checked(path, options, run);
  if (!read.graph) throw LoadError(to_string(read.findings.front()), read.findings);
  return *std::move(read.graph);
}

}  // namespace summitry
