#include "loaders/dl/dl.hpp"

#include "engine/random.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/loaders/round_trip.hpp"
#include "tests/support/catch.hpp"

using namespace summitry;

namespace {

using testing::relations;
using Lines = std::vector<std::string>;

Network network_of(const std::string& text, const LoadOptions& options = {}) {
  Built built = read_dl(text, "g.dl", options);
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

std::string kind_of(const Network& network, const char* id) {
  return network.entity(network.index_of(id)).kind;
}

// As a file may have it: any ids, of which quotes and line breaks cannot be written.
std::string label(const std::string& id) {
  std::string text;
  for (const char c : id) text += c == '"' || c == '\n' ? '_' : c;
  return '"' + text + '"';
}

// A square matrix of random weights, and what should be read of it.
struct Drawn {
  std::vector<std::string> labels;
  std::vector<std::vector<double>> weights;

  [[nodiscard]] Lines relations() const {
    Lines lines;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      for (std::size_t j = 0; j < labels.size(); ++j) {
        if (weights[i][j] == 0.0) continue;
        lines.push_back(labels[i] + " related " + labels[j] + ' ' + shortest(weights[i][j]));
      }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }
  // The header with the labels listed, or embedded.
  [[nodiscard]] std::string header(const std::string& format, bool embedded) const {
    std::string text = "DL n = " + std::to_string(labels.size()) + ", Format=" + format + '\n';
    if (embedded) return text + "Labels Embedded:\nDATA:\n";
    text += "labels:\n";
    for (const std::string& one : labels) text += label(one) + ",\n";
    return text + "data:\n";
  }
};

Drawn drawn(std::uint64_t seed) {
  Random random(seed);
  testing::RandomNetwork texts(seed);
  Drawn made;
  const std::size_t n = 1 + random.below(6);
  for (std::size_t i = 0; i < n; ++i) {
    const std::string id = label(std::to_string(i) + texts.text());
    made.labels.push_back(id.substr(1, id.size() - 2));
    made.weights.emplace_back(n);
  }
  for (auto& row : made.weights) {
    for (double& weight : row) {
      if (random.below(2) == 0) weight = (random.unit() - 0.5) * 1e6;
    }
  }
  return made;
}

// Numbers wherever the line happens to break.
std::string as_matrix(const Drawn& made, bool embedded, std::uint64_t seed) {
  Random random(seed);
  std::string text = made.header("FullMatrix", embedded);
  if (embedded) {
    for (const std::string& one : made.labels) text += label(one) + ' ';
  }
  for (std::size_t i = 0; i < made.labels.size(); ++i) {
    if (embedded) text += '\n' + label(made.labels[i]);
    for (const double weight : made.weights[i]) {
      text += random.below(3) == 0 ? "\r\n" : " ";
      text += shortest(weight);
    }
  }
  return text;
}

std::string as_edges(const Drawn& made, bool embedded) {
  std::string text = made.header("edgelist1", embedded);
  for (std::size_t i = 0; i < made.labels.size(); ++i) {
    for (std::size_t j = 0; j < made.labels.size(); ++j) {
      if (made.weights[i][j] == 0.0) continue;
      const std::string ends = embedded ? label(made.labels[i]) + ' ' + label(made.labels[j])
                                        : std::to_string(i + 1) + "\t" + std::to_string(j + 1);
      text += ends + ' ' + shortest(made.weights[i][j]) + '\n';
    }
  }
  return text;
}

}  // namespace

TEST_CASE("dl: a full matrix with its labels listed", "[loaders][dl]") {
  const Network network = network_of(
      "dl n=3\nformat=fullmatrix\nlabels:\nbarry,david\n\"lin, da\"\ndata:\n0 1 0\n0.5 0 0\n0 0 "
      "2\n");
  CHECK(relations(network) ==
        Lines{"barry related david 1", "david related barry 0.5", "lin, da related lin, da 2"});
  CHECK(network.dataset().directed);
  CHECK(network.entity(0).kind == "entity");
}

TEST_CASE("dl: keywords in any case and on any line, fullmatrix is the usual format",
          "[loaders][dl]") {
  const Network network = network_of("DL\nN\n=\n2\nDIAGONAL = ABSENT\nData:\n1 4");
  CHECK(relations(network) == Lines{"1 related 2 1", "2 related 1 4"});
  CHECK(relations(network_of("dl n 2 diagonal present data: 0 1 1 0")).size() == 2);
}

TEST_CASE("dl: embedded labels head the columns and begin the rows", "[loaders][dl]") {
  const Network network =
      network_of("dl n=2 format = fullmatrix\nlabels embedded\ndata:\nann bo\nann 0 1\nbo 3 0\n");
  CHECK(relations(network) == Lines{"ann related bo 1", "bo related ann 3"});
}

TEST_CASE("dl: half a matrix says what each pair is to one another", "[loaders][dl]") {
  const std::string lower = "dl n=3 format=lowerhalf labels: a b c data:\n7\n1 0\n2 3 0\n";
  const Network network = network_of(lower);
  CHECK_FALSE(network.dataset().directed);
  CHECK(relations(network) ==
        Lines{"a related a 7", "a related b 1", "a related c 2", "b related c 3"});
  CHECK(relations(network_of(
            "dl n=3 format = UpperHalf diagonal absent labels: a b c data:\n1 2\n3\n")) ==
        Lines{"a related b 1", "a related c 2", "b related c 3"});
  CHECK(relations(network_of("dl n=3 format=lowerhalf diagonal=absent data:\n1\n2 3\n")) ==
        Lines{"1 related 2 1", "1 related 3 2", "2 related 3 3"});
  CHECK(relations(network_of("dl n=2 format=upperhalf labels embedded data: a b\na 0 4\nb 5\n")) ==
        Lines{"a related b 4", "b related b 5"});
  const Built both = read_dl(lower, "g.dl", {.direction = Direction::directed});
  REQUIRE(both.network);
  CHECK(both.network->dataset().directed);
  CHECK(relations(*both.network) == Lines{"a related a 7", "a related b 1", "a related c 2",
                                          "b related a 1", "b related c 3", "c related a 2",
                                          "c related b 3"});
}

TEST_CASE("dl: half a matrix is the same as the whole, read as undirected", "[loaders][dl]") {
  const LoadOptions undirected{.direction = Direction::undirected};
  const auto content = [&undirected](const std::string& text) {
    const Built built = read_dl("dl n=3 " + text, "g.dl", undirected);
    REQUIRE(built.network);
    return built.network->content_hash();
  };
  const std::string whole = content("data: 0 1 2  1 5 3  2 3 0");
  CHECK(content("format=upperhalf data: 0 1 2  5 3  0") == whole);
  CHECK(content("format=lowerhalf data: 0  1 5  2 3 0") == whole);
}

TEST_CASE("dl: edge lists by number and by label, with weights and without", "[loaders][dl]") {
  CHECK(relations(network_of("dl n=3 format=edgelist1\ndata:\n1 2\n2 3 0.5\n")) ==
        Lines{"1 related 2", "2 related 3 0.5"});
  const Network labelled = network_of("dl n=2 format=edgelist1 labels: a b data:\n1 b 2\nb 1 3\n");
  CHECK(relations(labelled) == Lines{"a related b 2", "b related a 3"});
  const Network embedded =
      network_of("dl n=3 format=edgelist1\nlabels:\nx y z\nlabels embedded:\ndata:\nz x\n");
  CHECK(relations(embedded) == Lines{"z related x"});
  CHECK(embedded.find("y"));
}

TEST_CASE("dl: node lists join the first of a line to all others", "[loaders][dl]") {
  const Network network =
      network_of("dl n=4 format=nodelist1\nlabels embedded\ndata:\na b c\nd a\nc\n");
  CHECK(relations(network) == Lines{"a related b", "a related c", "d related a"});
}

TEST_CASE("dl: two modes are two kinds, undirected", "[loaders][dl]") {
  const Lines expected{"ann related meeting 2", "bo related meeting 1"};
  for (const char* text :
       {"dl nr=2, nc=1 row labels: ann bo column labels: meeting data: 2 1",
        "dl nr=2 nc=1 row labels embedded column labels embedded data: meeting ann 2 bo 1",
        "dl nr=2 nc=1 format=edgelist2 labels embedded data:\nann meeting 2\nbo meeting 1\n"}) {
    INFO(text);
    const Network network = network_of(text);
    CHECK(relations(network) == expected);
    CHECK_FALSE(network.dataset().directed);
    CHECK(kind_of(network, "ann") == "mode-1");
    CHECK(kind_of(network, "meeting") == "mode-2");
  }
  CHECK(relations(network_of("dl nr=1 nc=3 format=nodelist2\ndata:\n1 3 1\n")) ==
        Lines{"row-1 related column-1", "row-1 related column-3"});
}

TEST_CASE("dl: a label in both modes stands for two", "[loaders][dl]") {
  const Network network = network_of("dl nr=1 nc=2 row labels: UN col labels: UN EU data: 1 1");
  CHECK(relations(network) == Lines{"row-1 related column-1 1", "row-1 related column-2 1"});
  CHECK(network.entity(network.index_of("column-1")).name == "UN");
}

TEST_CASE("dl: matrices are types of relations", "[loaders][dl]") {
  CHECK(relations(network_of("dl n=2 nm=2 matrix labels: likes pays data: 0 1 0 0  0 0 5 0")) ==
        Lines{"1 likes 2 1", "2 pays 1 5"});
  CHECK(relations(network_of("dl n=2 nm=2 format=edgelist1 data:\n1 2\n!\n2 1\n")) ==
        Lines{"1 related-1 2", "2 related-2 1"});
}

TEST_CASE("dl: a symmetric matrix read as undirected has a relation for each pair",
          "[loaders][dl]") {
  const LoadOptions undirected{.direction = Direction::undirected};
  CHECK(relations(network_of("dl n=2 data: 1 2 2 0", undirected)) ==
        Lines{"1 related 1 1", "1 related 2 2"});
  CHECK(relations(network_of("dl n=2 data: 0 2 3 0", undirected)).size() == 2);
  CHECK(relations(network_of("dl n=2 data: 0 2 2 0")).size() == 2);
}

TEST_CASE("dl: a missing number and an entity without a name are told", "[loaders][dl]") {
  const Built missing = read_dl("dl n=2 data:\n0 .\nNA 0\n", "g.dl");
  REQUIRE(missing.network);
  CHECK(missing.findings.size() == 2);
  CHECK(missing.network->relation_count() == 0);
  const Built unnamed = read_dl("dl n=4 format=edgelist1 labels embedded data:\na b\n", "g.dl");
  REQUIRE(unnamed.network);
  CHECK(unnamed.network->entities().size() == 2);
  REQUIRE(unnamed.findings.size() == 1);
  CHECK(unnamed.findings[0].line == 1);
  CHECK(unnamed.findings[0].column == 4);
}

TEST_CASE("dl: random networks come back from every format", "[loaders][dl]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    const Drawn made = drawn(seed);
    for (const bool embedded : {false, true}) {
      const Network of_matrix = network_of(as_matrix(made, embedded, seed));
      CHECK(relations(of_matrix) == made.relations());
      CHECK(of_matrix.entities().size() == made.labels.size());
      CHECK(relations(network_of(as_edges(made, embedded))) == made.relations());
    }
  }
}

TEST_CASE("dl: a claim of many entities takes no memory", "[loaders][dl]") {
  for (const char* sizes :
       {"n=4294967296", "nr=90000 nc=90000", "n=99999999999999999999", "n=-1"}) {
    INFO(sizes);
    const Built built = read_dl("dl " + std::string(sizes) + " data:\n1 2\n", "g.dl");
    CHECK_FALSE(built.network);
    CHECK(built.findings.front().line == 1);
  }
}
