// Plain edge lists straight into a Graph.
#include "loaders/edge_graph.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "engine/error.hpp"
#include "engine/file.hpp"
#include "engine/random.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

using Ids = std::vector<std::uint64_t>;
using Lines = std::vector<std::string>;

EdgeGraph parse(std::string_view text, const EdgeGraphOptions& options = {}, int threads = 1) {
  return parse_edge_graph(text, "list", options, {.threads = threads});
}

EdgeGraph good(std::string_view text, const EdgeGraphOptions& options = {}) {
  EdgeGraph read = parse(text, options);
  for (const Finding& finding : read.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(read.graph);
  return read;
}

Lines faults(std::string_view text, const EdgeGraphOptions& options = {}) {
  const EdgeGraph read = parse(text, options);
  CHECK_FALSE(read.graph);
  Lines lines;
  for (const Finding& finding : read.findings) lines.push_back(to_string(finding));
  return lines;
}

// The slow and obvious way: a map of ids, and the Graph's own constructor with relations, which sorts
// edges by another way.
EdgeGraph by_map(const std::vector<std::pair<std::uint64_t, std::uint64_t>>& edges,
                 Direction direction) {
  std::map<std::uint64_t, VertexId> number;
  for (const auto& [u, v] : edges) number[u] = number[v] = 0;
  EdgeGraph expected;
  for (auto& [id, vertex] : number) {
    vertex = static_cast<VertexId>(expected.ids.size());
    expected.ids.push_back(id);
  }
  GraphParts parts;
  parts.vertices = static_cast<VertexId>(number.size());
  parts.direction = direction;
  for (const auto& [u, v] : edges) {
    parts.relations.push_back(static_cast<std::uint32_t>(parts.edges.size()));
    parts.edges.push_back({number[u], number[v]});
  }
  expected.graph = Graph(std::move(parts));
  return expected;
}

bool same_rows(const Graph& a, const Graph& b) {
  const auto equal = [](auto x, auto y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end());
  };
  return equal(a.out_offsets(), b.out_offsets()) && equal(a.out_targets(), b.out_targets()) &&
         equal(a.in_offsets(), b.in_offsets()) && equal(a.in_targets(), b.in_targets()) &&
         equal(a.out_arc_weights(), b.out_arc_weights());
}

// A line of a kind that lists hold, now and then an odd one that counts for nothing.
std::string random_list(std::size_t lines, std::uint64_t ids, std::uint64_t factor,
                        std::uint64_t seed,
                        std::vector<std::pair<std::uint64_t, std::uint64_t>>& edges) {
  Random random(seed);
  std::string text;
  while (edges.size() < lines) {
    if (random.below(50) == 0) text += random.below(2) == 0 ? "# a comment, 1 2\n" : " \t\r\n";
    edges.emplace_back(random.below(ids) * factor, random.below(ids) * factor);
    text += std::to_string(edges.back().first);
    text += " \t,;"[random.below(4)];
    if (random.below(20) == 0) text += "  ";
    text += std::to_string(edges.back().second);
    text += random.below(9) == 0 ? "\r\n" : "\n";
  }
  return text;
}

struct TemporaryFile {
  std::filesystem::path path = std::filesystem::temp_directory_path() /
                               ("summitry-edge-graph-" + std::to_string(::getpid()) + ".txt");
  TemporaryFile() = default;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path); }
};

}  // namespace

TEST_CASE("edge graph: the same list in every spelling", "[loaders][edge_graph]") {
  for (const char* text : {"7 5\n5 9\n9 9\n7 5\n", "7,5\r\n5,9\r\n9,9\r\n7,5",
                           "7\t5\n5\t9\n9\t9\n7\t5", "source,target\n7;5\n5 ; 9\n9  9 \n 7, 5\n",
                           "\xEF\xBB\xBF# comment\n%\n\nSource Target Weight\n7 5 1\n5 9 2.5\n"
                           "# within\n9 9 1e3\n \t\n7 5\n",
                           "007 5\n5 00000000000000009\n9 9\n7 000000000000000000000005\n"}) {
    INFO(text);
    const EdgeGraph read = good(text);
    CHECK(read.ids == Ids{5, 7, 9});
    CHECK(read.graph->edges() == std::vector<Edge>{{0, 1}, {0, 1}, {0, 2}, {2, 2}});
    CHECK_FALSE(read.graph->weighted());
  }
}

TEST_CASE("edge graph: direction and weights as told", "[loaders][edge_graph]") {
  const char* const text = "2 0 0.5\n0 1 -3\n2 0 4e2\n1 1 7\n";
  const EdgeGraph read = good(text, {Direction::directed, WeightMeaning::strength});
  CHECK(read.ids.empty());  // vertex v is id v
  CHECK(read.graph->directed());
  CHECK(read.graph->edges() == std::vector<Edge>{{0, 1}, {1, 1}, {2, 0}, {2, 0}});
  CHECK(read.graph->edge_weights() == std::vector<double>{-3, 7, 0.5, 400});
  CHECK(good(text, {.weights = WeightMeaning::distance}).graph->weight_meaning() ==
        WeightMeaning::distance);
}

TEST_CASE("edge graph: ids of any size, compacted by rising id", "[loaders][edge_graph]") {
  CHECK(good("4294967295 4294967294\n").ids == Ids{4294967294, 4294967295});
  CHECK(good("4294967296 3\n3 12345678901234567\n").ids == Ids{3, 4294967296, 12345678901234567});
  const EdgeGraph wide = good("18446744073709551615 0\n0 99999999\n");
  CHECK(wide.ids == Ids{0, 99999999, 18446744073709551615U});
  CHECK(wide.graph->edges() == std::vector<Edge>{{0, 1}, {0, 2}});
}

TEST_CASE("edge graph: kept ids leave gaps as isolates", "[loaders][edge_graph]") {
  const EdgeGraph read = good("2 5\n", {.ids = EdgeIds::kept});
  CHECK(read.ids.empty());
  CHECK(read.graph->vertex_count() == 6);
  CHECK(read.graph->edges() == std::vector<Edge>{{2, 5}});
  const Lines expected{
      "list: error: the id 268435456 would make as many vertices; number vertices below 268435456, "
      "or have ids compacted"};
  CHECK(faults("2 268435456\n", {.ids = EdgeIds::kept}) == expected);
  CHECK(faults("2 18446744073709551615\n", {.ids = EdgeIds::kept}).size() == 1);
}

TEST_CASE("edge graph: says line and column of all that it cannot read", "[loaders][edge_graph]") {
  CHECK(
      faults("# comment\n1 2\n1 x\n\n1\n1 2 é 4\n12a 3\n1 -2\n18446744073709551616 1\n1 2 3 4\n") ==
      Lines{
          "list:3:3: error: \"x\" is no id; write whole numbers from 0 on, or load names as an "
          "edge list",
          "list:5:2: error: the line has no target; write source and target",
          "list:6:5: error: the weight \"é\" is no number; write a finite number with a decimal "
          "point",
          "list:7:1: error: \"12a\" is no id; write whole numbers from 0 on, or load names as an "
          "edge list",
          "list:8:3: error: \"-2\" is no id; write whole numbers from 0 on, or load names as an "
          "edge list",
          "list:9:1: error: the id \"18446744073709551616\" is too large; write ids up to "
          "18446744073709551615",
          "list:10:7: error: more than three cells; write source, target and, if wanted, weight"});
  const EdgeGraphOptions weighted{.weights = WeightMeaning::strength};
  CHECK(
      faults("1 2\n1 2 inf\n1 2 1e999\n", weighted) ==
      Lines{
          "list:1:4: error: the line has no weight; write source, target and weight",
          "list:2:5: error: the weight \"inf\" is no number; write a finite number with a decimal "
          "point",
          "list:3:5: error: the weight \"1e999\" is no number; write a finite number with a "
          "decimal point"});
}

TEST_CASE("edge graph: an empty list", "[loaders][edge_graph]") {
  for (const char* text : {"", "\n\n", "# nothing\n", "source target\n", "source,target\n\n#\n"}) {
    INFO(text);
    CHECK(faults(text) == Lines{"list: error: the list is empty; write a line for every edge"});
  }
}

TEST_CASE("edge graph: survives what is no list", "[loaders][edge_graph]") {
  using namespace std::string_view_literals;
  CHECK(faults("1 2\n1\0 2\n"sv) ==
        Lines{"list:2:1: error: \"1\xEF\xBF\xBD\" is no id; write whole numbers from 0 on, or load "
              "names as an edge list"});
  CHECK(faults("1 2\r1 2\n").size() == 1);                  // a lone carriage return ends no line
  CHECK(faults("1 2\n\xFF\xFE 3\n").size() == 1);           // not UTF-8
  const std::string long_line(std::size_t{3} << 20U, '7');  // three blocks without an end
  CHECK(faults(long_line).size() == 1);
  CHECK(faults("1 2\n" + long_line + "\n3 4\n")[0].starts_with("list:2:1: error: the id"));
  CHECK(good("1 2\n#" + long_line + "\n3 4\n" + std::string(1 << 21, ' ') + "3 4\n")
            .graph->edge_count() == 3);
}

TEST_CASE("edge graph: of many faults shows the first hundred and counts the rest",
          "[loaders][edge_graph]") {
  std::string text = "# header\n";
  for (int i = 0; i < 400'000; ++i) text += i % 1000 == 999 ? "bad\n" : "12 34\n";
  const Lines lines = faults(text);
  REQUIRE(lines.size() == 101);
  CHECK(lines[0].starts_with("list:1001:1: error: \"bad\" is no id"));
  CHECK(lines[99].starts_with("list:100001:1: "));
  CHECK(lines[100] == "list: error: 300 further lines cannot be read; mend those above first");
}

TEST_CASE("edge graph: counts lines across blocks of text", "[loaders][edge_graph][parallel]") {
  std::string text;
  for (int i = 0; i < 500'000; ++i)
    text += i == 499'998 ? "5 !\n" : i % 7 == 0 ? "\n" : "123 4567\n";
  for (const int threads : {1, 4}) {
    const EdgeGraph read = parse(text, {}, threads);
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].line == 499'999);
    CHECK(read.findings[0].column == 3);
  }
}

TEST_CASE("edge graph: agrees with a map of ids on random lists", "[loaders][edge_graph]") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const std::uint64_t factor = std::vector<std::uint64_t>{1, 3, 1'000'003, 1ULL << 40U}[seed % 4];
    const Direction direction = seed % 8 < 4 ? Direction::undirected : Direction::directed;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> edges;
    const std::string text = random_list(1 + seed % 40, 12, factor, seed, edges);
    INFO(text);
    const EdgeGraph read = good(text, {.direction = direction});
    const EdgeGraph expected = by_map(edges, direction);
    CHECK(same_rows(*read.graph, *expected.graph));
    bool dense = true;
    for (std::size_t v = 0; v < expected.ids.size(); ++v) dense = dense && expected.ids[v] == v;
    CHECK(read.ids == (dense ? Ids{} : expected.ids));
  }
}

TEST_CASE("edge graph: long lists are the same whatever the threads, from a file and from memory",
          "[loaders][edge_graph][parallel]") {
  for (const std::uint64_t factor : {1ULL, 17ULL, 1ULL << 33U}) {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> edges;
    const std::string text = random_list(120'000, 40'000, factor, factor, edges);
    const EdgeGraph expected = by_map(edges, Direction::undirected);
    TemporaryFile file;
    write_file(file.path, text);
    for (const int threads : {1, 2, 4}) {
      INFO(threads);
      const EdgeGraph read = parse(text, {}, threads);
      REQUIRE(read.graph);
      CHECK(same_rows(*read.graph, *expected.graph));
      CHECK((read.ids.empty() || read.ids == expected.ids));
      const EdgeGraph from_file = read_edge_graph_checked(file.path, {}, {.threads = threads});
      REQUIRE(from_file.graph);
      CHECK(same_rows(*from_file.graph, *expected.graph));
      CHECK(from_file.ids == read.ids);
    }
  }
}

TEST_CASE("edge graph: throws for files that cannot be read, and for faults",
          "[loaders][edge_graph]") {
  CHECK_THROWS_AS(read_edge_graph("nowhere/list.txt"), LoadError);
  CHECK_THROWS_AS(read_edge_graph(std::filesystem::temp_directory_path()), LoadError);
  TemporaryFile file;
  write_file(file.path, "1 2\n1 ?\n");
  try {
    static_cast<void>(read_edge_graph(file.path));
    FAIL("a fault went unnoticed");
  } catch (const LoadError& error) {
    REQUIRE(error.findings().size() == 1);
    CHECK(error.findings()[0].file == file.path.generic_string());
    CHECK(error.findings()[0].line == 2);
  }
  write_file(file.path, "1 2\n");
  CHECK(read_edge_graph(file.path).edge_count() == 1);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
namespace {

// The most memory that the process has held since the last call, in bytes. A file's name may be
// missing where the system keeps no such account: then nothing is known.
std::optional<std::size_t> peak_since_last() {
  std::ifstream status("/proc/self/status");
  std::string word;
  std::size_t kilobytes = 0;
  while (status >> word && word != "VmHWM:") continue;
  if (!(status >> kilobytes)) return std::nullopt;
  std::ofstream reset("/proc/self/clear_refs");
  if (!(reset << "5" << std::flush)) return std::nullopt;
  return kilobytes * 1024;
}

std::size_t held_now() {
  std::ifstream sizes("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  sizes >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

TEST_CASE("edge graph: ten million edges are read within 14 bytes each, and kept in 9",
          "[loaders][edge_graph][scale]") {
  constexpr std::size_t kEdges = 10'000'000;
  constexpr std::uint64_t kVertices = 500'000;
  TemporaryFile file;
  {
    Random random(3);
    std::ofstream out(file.path, std::ios::binary);
    for (std::size_t done = 0; done < kEdges; done += 10'000) {
      std::string text;
      for (int i = 0; i < 10'000; ++i) {
        text.append(std::to_string(random.below(kVertices))).append(" ");
        text.append(std::to_string(random.below(kVertices))).append("\n");
      }
      out << text;
    }
  }
  const bool known = peak_since_last().has_value();
  const std::size_t before = held_now();
  const Graph graph = read_edge_graph(file.path, {}, {.threads = 2});
  CHECK(graph.edge_count() == kEdges);
  CHECK(graph.bytes() <= 8 * (kEdges + kVertices) + 1024);
  const auto peak = peak_since_last();
  if (known && peak) CHECK(*peak - before <= 14 * kEdges);
}
#endif
