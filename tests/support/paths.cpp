#include "tests/support/paths.hpp"

namespace summitry::testing {

std::string source_dir() {
  return SUMMITRY_SOURCE_DIR;
}
std::string program_path() {
  return SUMMITRY_PROGRAM;
}

}  // namespace summitry::testing
