// A ZIP archive in memory, unpacked a part at a time and never beyond a bound: all that is asked of it may
// be 16 MiB and fifty times the archive. Sizes that the archive claims are not believed. libzip is behind
// it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/network_builder.hpp"

namespace summitry::spreadsheet {

struct ArchiveState;  // private to archive.cpp

class Archive {
 public:
  // `bytes` outlive this. What is wrong is an error of the file that the builder reads.
  Archive(NetworkBuilder& builder, std::string_view bytes);
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive();

  [[nodiscard]] bool is_readable() const;
  [[nodiscard]] bool has(const std::string& name) const;
  // A part as it was packed; nothing, with an error, where it cannot be unpacked.
  [[nodiscard]] std::optional<std::string> part(const std::string& name);
  // Bytes that may still be unpacked.
  [[nodiscard]] std::size_t allowed() const { return allowed_; }

 private:
  void fail(const std::string& what, std::string remedy);

  NetworkBuilder& builder_;
  std::unique_ptr<ArchiveState> state_;
  std::size_t allowed_ = 0;
};

}  // namespace summitry::spreadsheet
