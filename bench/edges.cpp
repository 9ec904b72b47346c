#include "bench/edges.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <utility>

#include "engine/error.hpp"
#include "engine/random.hpp"

namespace summitry::bench {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("cannot read " + path);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

// The next number at or after `at`, which moves behind it; false at the end of the line.
bool next_number(const char*& at, const char* end, VertexId& number) {
  while (at < end && (*at == ' ' || *at == '\t' || *at == ',' || *at == '\r')) ++at;
  if (at == end || *at == '\n') return false;
  const auto [behind, trouble] = std::from_chars(at, end, number);
  if (trouble != std::errc{}) throw Error("an edge list of the benchmark holds numbers only");
  at = behind;
  return true;
}

void skip_line(const char*& at, const char* end) {
  at = std::find(at, end, '\n');
  if (at < end) ++at;
}

void renumber(EdgeList& list, const std::vector<VertexId>& number) {
  for (Edge& edge : list.edges) edge = {number[edge.source], number[edge.target]};
}

void drop_isolates(EdgeList& list) {
  std::vector<VertexId> number(list.vertices, 0);
  for (const Edge& edge : list.edges) number[edge.source] = number[edge.target] = 1;
  VertexId count = 0;
  for (VertexId& mark : number) mark = mark == 1 ? count++ : 0;
  renumber(list, number);
  list.vertices = count;
}

}  // namespace

EdgeList read_edges(const std::string& path) {
  const std::string text = bytes_of(path);
  EdgeList list;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    Edge edge;
    if (*at != '#' && *at != '%' && next_number(at, end, edge.source)) {
      if (!next_number(at, end, edge.target)) throw Error(path + ": a line with one number");
      list.edges.push_back(edge);
      list.vertices = std::max({list.vertices, edge.source + 1, edge.target + 1});
    }
    skip_line(at, end);
  }
  return list;
}

EdgeList read_metis(const std::string& path) {
  const std::string text = bytes_of(path);
  EdgeList list;
  const char* at = text.data();
  const char* const end = at + text.size();
  VertexId edges = 0;
  while (at < end && *at == '%') skip_line(at, end);
  if (!next_number(at, end, list.vertices) || !next_number(at, end, edges)) {
    throw Error(path + ": not in the METIS format");
  }
  skip_line(at, end);
  list.edges.reserve(edges);
  for (VertexId v = 0; v < list.vertices && at < end; skip_line(at, end)) {
    if (*at == '%') continue;
    VertexId neighbour = 0;
    while (next_number(at, end, neighbour)) {
      if (v < neighbour - 1) list.edges.push_back({v, neighbour - 1});
    }
    ++v;
  }
  return list;
}

void write_edges(const EdgeList& list, const std::string& path) {
  std::string text;
  text.reserve(list.edges.size() * 14);
  for (const Edge& edge : list.edges) {
    text += std::to_string(edge.source);
    text += ' ';
    text += std::to_string(edge.target);
    text += '\n';
  }
  std::ofstream out(path, std::ios::binary);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!out.flush()) throw SaveError("cannot write " + path);
}

void make_simple(EdgeList& list, Direction direction) {
  if (direction == Direction::undirected) {
    for (Edge& edge : list.edges) {
      if (edge.source > edge.target) std::swap(edge.source, edge.target);
    }
  }
  std::erase_if(list.edges, [](const Edge& edge) { return edge.source == edge.target; });
  std::sort(list.edges.begin(), list.edges.end());
  list.edges.erase(std::unique(list.edges.begin(), list.edges.end()), list.edges.end());
  drop_isolates(list);
}

void shuffle(EdgeList& list, std::uint64_t seed) {
  Random random(seed, 1);
  std::vector<VertexId> number(list.vertices);
  for (VertexId v = 0; v < list.vertices; ++v) number[v] = v;
  random.shuffle(std::span(number));
  renumber(list, number);
  for (Edge& edge : list.edges) {
    if (random.below(2) == 1) std::swap(edge.source, edge.target);
  }
  random.shuffle(std::span(list.edges));
}

double length_of(const Edge& edge) {
  const std::uint64_t low = std::min(edge.source, edge.target);
  const std::uint64_t high = std::max(edge.source, edge.target);
  const std::uint64_t mixed = low * 0x9E3779B97F4A7C15U + high * 0xC2B2AE3D27D4EB4FU;
  return static_cast<double>((mixed >> 40U) % 9 + 1);
}

}  // namespace summitry::bench
