// A value a row, held once as long as all rows have the same: most lists have one type of relations,
// and all of one status.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace summitry {

template <class T>
class UniformColumn {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool uniform() const { return values_.empty(); }
  [[nodiscard]] T operator[](std::size_t row) const { return uniform() ? value_ : values_[row]; }
  [[nodiscard]] std::size_t bytes() const { return values_.capacity() * sizeof(T); }

  void push_back(T value) { append(1, value); }

  void append(std::size_t count, T value) {
    if (count == 0) return;
    make_room_for(value);
    size_ += count;
    if (!uniform()) values_.resize(size_, value);
  }

  void append(std::span<const T> rows) {
    const auto other = [&rows](T value) { return value != rows.front(); };
    if (uniform() && std::none_of(rows.begin(), rows.end(), other)) {
      if (!rows.empty()) append(rows.size(), rows.front());
      return;
    }
    if (uniform()) values_.assign(size_, value_);
    values_.insert(values_.end(), rows.begin(), rows.end());
    size_ = values_.size();
  }

  // Row i is what row order[i] was.
  void reorder(const std::vector<std::uint32_t>& order) {
    if (uniform()) return;
    std::vector<T> moved;
    moved.reserve(order.size());
    for (const std::uint32_t row : order) moved.push_back(values_[row]);
    values_ = std::move(moved);
  }

 private:
  void make_room_for(T value) {
    if (size_ == 0) value_ = value;
    if (uniform() && value != value_) values_.assign(size_, value_);
  }

  T value_{};
  std::size_t size_ = 0;
  std::vector<T> values_;  // empty while all are value_
};

}  // namespace summitry
