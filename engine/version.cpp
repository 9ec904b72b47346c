#include "engine/version.hpp"

namespace summitry {

std::string_view version() {
  return SUMMITRY_VERSION;
}

}  // namespace summitry
