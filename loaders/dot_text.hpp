// DOT as text: cgraph's parser with its complaints as findings, and DOT's escapes undone.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/network_builder.hpp"

struct Agraph_s;  // cgraph's graph

namespace summitry::dot {

struct CloseGraph {
  void operator()(Agraph_s* graph) const;
};
using GraphPointer = std::unique_ptr<Agraph_s, CloseGraph>;

// The first graph of the text, or nothing with what is wrong reported. A second one is an error.
// cgraph keeps global state: one thread at a time.
[[nodiscard]] GraphPointer parse(NetworkBuilder& builder, std::string_view text);

// The text behind DOT's escapes: a doubled backslash, \n, and the \% that our exporter begins a
// text with that would look like a name of cgraph's own.
[[nodiscard]] std::string plain(std::string_view written);

// A label as a name: \N is the vertex's own, line ends of all three kinds become spaces.
[[nodiscard]] std::string name_from_label(std::string_view label, const std::string& id);

}  // namespace summitry::dot
