// gzip and zstd: what goes in comes out, and what is damaged, cut off or out of all bounds is an error.
#include <zlib.h>
#include <zstd.h>

#include <array>
#include <filesystem>

#include "engine/error.hpp"
#include "loaders/compressed/byte_stream.hpp"
#include "loaders/edge_graph.hpp"
#include "loaders/load.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

using namespace summitry;
using testing::Folder;
namespace fs = std::filesystem;

namespace {

std::string gzipped(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstandard(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3);
  REQUIRE_FALSE(ZSTD_isError(size));
  out.resize(size);
  return out;
}

std::string decoded_text(const std::string& bytes, const DecodedLimit& limit = {}) {
  const auto stream = decoded(stream_of(bytes), "x.gz", bytes.size(), limit);
  std::string text;
  append_rest(*stream, text);
  return text;
}

// What the error says, or "" when there is none.
std::string fault(const std::string& bytes, const DecodedLimit& limit = {}) {
  try {
    static_cast<void>(decoded_text(bytes, limit));
  } catch (const LoadError& error) {
    return error.what();
  }
  return "";
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += std::to_string(i * 7919 % 10007) + "\n";
  return text;
}

}  // namespace

TEST_CASE("compressed: what went in comes out, one member or several", "[loaders][compressed]") {
  const std::string text = long_text();
  for (const auto& pack : {gzipped, zstandard}) {
    CHECK(decoded_text(pack(text)) == text);
    CHECK(decoded_text(pack("")).empty());
    CHECK(decoded_text(pack(text) + pack("") + pack("more")) == text + "more");
  }
  CHECK(decoded_text(text) == text);
  CHECK(decoded_text("").empty());
  CHECK(decoded_text("\x1F") == "\x1F");
}

TEST_CASE("compressed: every format is read by the name within, and by its content",
          "[loaders][compressed]") {
  const Folder folder("compressed-formats");
  const std::string list = "source,target\na,b\nb,c\n";
  const std::string gml =
      "graph [ node [ id 1 label \"a\" ] node [ id 2 label \"b\" ]\n"
      "edge [ source 1 target 2 ] ]";
  const std::string json = R"({"nodes": [{"id": "a"}, {"id": "b"}],
                               "links": [{"source": "a", "target": "b"}]})";
  for (const fs::path& path :
       {folder.write("a.csv.gz", gzipped(list)), folder.write("b.CSV.ZST", zstandard(list)),
        folder.write("c.csv", gzipped(list)), folder.write("d.csv.gz", list)}) {
    INFO(path.filename().string());
    CHECK(load(path).relation_count() == 2);
    CHECK(load_checked(path).format == "edge-list");
  }
  CHECK(load(folder.write("a.gml.gz", gzipped(gml))).relation_count() == 1);
  CHECK(load(folder.write("a.json.zst", zstandard(json))).relation_count() == 1);
  const std::string graphml =
      "<graphml><graph edgedefault='directed'><node id='a'/><node id='b'/>"
      "<edge source='a' target='b'/></graph></graphml>";
  const std::string gexf =
      "<gexf version='1.3'><graph><nodes><node id='a'/><node id='b'/></nodes>"
      "<edges><edge source='a' target='b'/></edges></graph></gexf>";
  CHECK(load(folder.write("a.graphml.zst", zstandard(graphml))).relation_count() == 1);
  CHECK(load(folder.write("a.gexf.gz", gzipped(gexf))).relation_count() == 1);
  // Gone through twice, for the dates of events.
  const Loaded attended = load_checked(
      folder.write("who.csv.gz", gzipped("person,event,date\nAnn,E1,2020\nBob,E1,2020\n")));
  CHECK(attended.format == "two-mode-list");
  REQUIRE(attended.network);
  CHECK(attended.network->relation_count() == 2);
  CHECK(attended.network->entity(attended.network->index_of("E1")).active.from == Date{2020});
  static_cast<void>(folder.write("both.nodes.csv.gz", gzipped("Id,Label\na,A\nb,B\nc,C\n")));
  const fs::path edges =
      folder.write("both.edges.csv.gz", gzipped("Source,Target,Type\na,b,Directed\n"));
  CHECK(load(edges).entities().size() == 3);
  CHECK_THROWS_AS(load(folder.write("list.gz", gzipped(list))), LoadError);
  CHECK(load(folder.path() / "list.gz", {.format = "edge-list"}).relation_count() == 2);
}

TEST_CASE("compressed: a graph straight from a compressed list", "[loaders][compressed]") {
  const Folder folder("compressed-graph");
  const std::string text = "0 1\n1 2\n2 0\n";
  const Graph plain = read_edge_graph(folder.write("a.txt", text));
  for (const fs::path& path :
       {folder.write("a.txt.gz", gzipped(text)), folder.write("a.txt.zst", zstandard(text))}) {
    CHECK(read_edge_graph(path).edges() == plain.edges());
  }
}

TEST_CASE("compressed: findings have the place in what came out", "[loaders][compressed]") {
  const Folder folder("compressed-findings");
  const Loaded loaded =
      load_checked(folder.write("a.csv.gz", gzipped("source,target,weight\na,b,1\nc,d,x\n")));
  REQUIRE(loaded.findings.size() == 1);
  CHECK(loaded.findings[0].line == 3);
  CHECK(loaded.findings[0].column == 5);
  CHECK(loaded.findings[0].file.ends_with("a.csv.gz"));
}

TEST_CASE("compressed: cut off anywhere, it is an error", "[loaders][compressed]") {
  const std::string text = "source,target\na,b\nb,c\n";
  for (const std::string& whole : {gzipped(text), zstandard(text)}) {
    for (std::size_t size = 4; size < whole.size(); ++size) {
      INFO(size);
      CHECK(fault(whole.substr(0, size)) ==
            "x.gz: error: the compressed data ends too early; copy or download the file again");
    }
  }
}

TEST_CASE("compressed: damaged data is an error", "[loaders][compressed]") {
  std::string gzip = gzipped(long_text());
  CHECK(fault(gzip + "more") ==
        "x.gz: error: further bytes behind the end of the gzip data; copy or download the file "
        "again");
  gzip[gzip.size() / 2] = static_cast<char>(gzip[gzip.size() / 2] + 1);
  CHECK(fault(gzip) == "x.gz: error: the gzip data is damaged; copy or download the file again");
  std::string zstd = zstandard(long_text());
  CHECK(fault(zstd + "more") ==
        "x.gz: error: the zstd data is damaged; copy or download the file again");
}

TEST_CASE("compressed: a bomb is stopped at the limit, which can be raised",
          "[loaders][compressed]") {
  const std::string text(std::size_t{65} << 20U, '0');
  for (const std::string& bomb : {gzipped(text), zstandard(text)}) {
    CHECK(bomb.size() < 100'000);
    CHECK(fault(bomb) ==
          "x.gz: error: more than 64 MiB come out of it; if it is to be trusted, allow more by "
          "--decoded-limit");
    CHECK(fault(bomb, {std::uint64_t{65} << 20U}).empty());
    CHECK_FALSE(fault(bomb, {(std::uint64_t{65} << 20U) - 1}).empty());
  }
}

TEST_CASE("compressed: a zstd frame that asks for 4 GiB is refused before it is given any",
          "[loaders][compressed]") {
  // Magic number, a descriptor without sizes, a window of 2^32 bytes, a last block of one raw byte.
  const std::string frame(
      "\x28\xB5\x2F\xFD\x00\xB0\x09\x00\x00"
      "a",
      10);
  CHECK(fault(frame) ==
        "x.gz: error: the zstd data asks for more than 128 MiB of memory to be read; compress it "
        "without --long and --ultra");
  std::string small = frame;
  small[5] = '\x00';  // 1 KiB
  CHECK(decoded_text(small) == "a");
}
