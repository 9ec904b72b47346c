// The newest igraph beside ours, by the very source that measures Debian's.
#include "bench/beside/serve.hpp"
#include "bench/communities.hpp"

namespace summitry::bench {
namespace {

Contender igraph_beside(const Subject& subject) {
  Contender contender = igraph_library(subject);
  contender.kernels.merge(igraph_communities(subject).kernels);
  return contender;
}

}  // namespace
}  // namespace summitry::bench

int main(int argc, char** argv) {
  using namespace summitry::bench;
  return serve(argc, argv, {igraph_beside, read_by_igraph});
}
