#include "loaders/edge_list/line_blocks.hpp"

#include <span>

namespace summitry {

bool LineBlocks::next(std::string& text) {
  text = rest_;
  rest_.clear();
  for (std::size_t more = size_; !ended_; more *= 2) {
    const std::size_t before = text.size();
    text.resize(before + more);
    const std::size_t got = stream_->read(std::span(text).subspan(before));
    text.resize(before + got);
    ended_ = got < more;
    if (ended_) break;
    const std::size_t end = text.rfind('\n');
    if (end == std::string::npos) continue;
    rest_.assign(text, end + 1);
    text.resize(end + 1);
    break;
  }
  return !text.empty();
}

}  // namespace summitry
