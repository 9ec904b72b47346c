// What goes wrong, as types: one exception a cause, each message a sentence a researcher can act on.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/finding.hpp"

namespace summitry {

class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// An option outside its range: names the function, the option, the legal range and the value.
class InvalidOption : public Error {
 public:
  using Error::Error;
};

// A weight that an algorithm cannot read (negative, or distance where strength is meant).
class InvalidWeight : public Error {
 public:
  using Error::Error;
};

// A name that is not known: an id, a measure, a column. The message offers the nearest known one.
class UnknownName : public Error {
 public:
  using Error::Error;
};

// Input data that cannot become a Network. Holds every finding, not only the first.
class LoadError : public Error {
 public:
  LoadError(const std::string& message, std::vector<Finding> findings)
      : Error(message), findings_(std::move(findings)) {}
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }

 private:
  std::vector<Finding> findings_;
};

// An output file that could not be written whole; the old file, if any, is untouched.
class SaveError : public Error {
 public:
  using Error::Error;
};

// The user asked to stop (Ctrl-C); nothing was half-written.
class Cancelled : public Error {
 public:
  Cancelled() : Error("stopped before it was finished; nothing was written") {}
};

}  // namespace summitry
