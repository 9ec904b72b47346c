// UsageError: the command line is wrong (exit 2), as against what it was given to read (exit 1).
#pragma once

#include "engine/error.hpp"

namespace summitry::cli {

class UsageError : public Error {
 public:
  using Error::Error;
};

}  // namespace summitry::cli
