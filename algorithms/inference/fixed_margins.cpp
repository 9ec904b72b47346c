#include "algorithms/inference/fixed_margins.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numeric>

#include "algorithms/options.hpp"

namespace summitry {
namespace {

// What is held at a time is bounded as well as what is done.
constexpr std::size_t kMostChoices = 100'000;  // of one row
constexpr std::size_t kMostHeld =
    13'000'000;                     // numbers in choices by size, or in known ways to go on
constexpr std::size_t kAround = 8;  // what a list of numbers takes beside them
constexpr std::size_t kMostRows = 60;
constexpr double kNoWay = -std::numeric_limits<double>::infinity();

// needs[k - 1]: how many columns still need k ones.
using Needs = std::vector<std::size_t>;

struct OutOfBudget {};

class LogFactorials {
 public:
  explicit LogFactorials(std::size_t most) : log_(most + 1, 0.0) {
    for (std::size_t i = 2; i <= most; ++i) {
      log_[i] = log_[i - 1] + std::log(static_cast<double>(i));
    }
  }
  [[nodiscard]] double choose(std::size_t n, std::size_t k) const {
    return log_[n] - log_[k] - log_[n - k];
  }

 private:
  std::vector<double> log_;
};

// A sum of numbers given by their logarithms.
class LogSum {
 public:
  void add(double log) {
    if (log == kNoWay) return;
    if (log > largest_) {
      sum_ = sum_ * std::exp(largest_ - log) + 1.0;
      largest_ = log;
    } else {
      sum_ += std::exp(log - largest_);
    }
  }
  [[nodiscard]] double log() const { return sum_ > 0.0 ? largest_ + std::log(sum_) : kNoWay; }

 private:
  double largest_ = kNoWay;
  double sum_ = 0.0;
};

// One row's choice: how many columns it takes of those that need 1, 2, …, and in how many ways.
struct Choice {
  Needs taken;
  double ways = 0.0;    // logarithm
  std::size_t key = 0;  // of what is left, see Tails
};

class Counter {
 public:
  Counter(std::vector<std::size_t> rows, std::size_t columns, std::size_t budget)
      : rows_(std::move(rows)), factorials_(columns), budget_(budget), known_(rows_.size() + 1) {}

  [[nodiscard]] const LogFactorials& factorials() const { return factorials_; }
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  [[nodiscard]] std::size_t row(std::size_t i) const { return rows_[i]; }

  void spend(std::size_t steps) {
    if (steps > budget_) throw OutOfBudget{};
    budget_ -= steps;
  }

  // Every way to take `size` columns, where those that need `all_of` are all taken.
  [[nodiscard]] std::vector<Choice> choices(const Needs& needs, std::size_t size,
                                            std::size_t all_of) {
    std::vector<Choice> found;
    Choice choice{Needs(needs.size(), 0), 0.0};
    extend(needs, size, all_of, needs.size(), choice, found);
    return found;
  }

  // The logarithm of the number of ways to fill rows from `row` on.
  [[nodiscard]] double completions(const Needs& needs, std::size_t row) {
    if (row == rows_.size()) {
      return std::all_of(needs.begin(), needs.end(), [](std::size_t n) { return n == 0; }) ? 0.0
                                                                                           : kNoWay;
    }
    const auto known = known_[row].find(needs);
    if (known != known_[row].end()) return known->second;
    LogSum sum;
    for (const Choice& choice : choices(needs, rows_[row], rows_.size() - row)) {
      sum.add(choice.ways + completions(after(needs, choice.taken), row + 1));
    }
    held_ += needs.size() + kAround;
    if (held_ > kMostHeld) throw OutOfBudget{};
    return known_[row][needs] = sum.log();
  }

  [[nodiscard]] static Needs after(const Needs& needs, const Needs& taken) {
    Needs left = needs;
    for (std::size_t i = 0; i < left.size(); ++i) {
      left[i] -= taken[i];
      if (i > 0) left[i - 1] += taken[i];
    }
    return left;
  }

 private:
  void extend(const Needs& needs, std::size_t size, std::size_t all_of, std::size_t kinds,
              Choice& choice, std::vector<Choice>& found) {
    if (kinds == 0) {
      spend(1);
      if (size == 0) found.push_back(choice);
      if (found.size() > kMostChoices) throw OutOfBudget{};
      return;
    }
    const std::size_t i = kinds - 1;
    std::size_t below = 0;
    for (std::size_t k = 0; k < i; ++k) below += needs[k];
    const std::size_t most = std::min(needs[i], size);
    std::size_t least = size > below ? size - below : 0;
    if (i + 1 >= all_of) least = std::max(least, needs[i]);
    const double before = choice.ways;
    for (std::size_t n = least; n <= most; ++n) {
      choice.taken[i] = n;
      choice.ways = before + factorials_.choose(needs[i], n);
      extend(needs, size - n, all_of, i, choice, found);
    }
    choice.taken[i] = 0;
    choice.ways = before;
  }

  std::vector<std::size_t> rows_;
  LogFactorials factorials_;
  std::size_t budget_;
  std::size_t held_ = 0;
  std::vector<std::map<Needs, double>> known_;  // by row
};

// In how many ways a table can be finished once two rows are filled: known tables looked up by a number
// that is the sum of the numbers of its parts.
class Tails {
 public:
  Tails(Counter& counter, std::size_t columns) : counter_(counter) {
    // How many need 1 follows from the rest, since the rows to come have their sums.
    std::size_t stride = 1;
    for (std::size_t i = 0; i + 2 < counter.rows(); ++i) {
      stride_.push_back(i == 0 ? 0 : stride);
      if (i > 0) stride *= columns + 1;
      if (stride > kMostTails) throw OutOfBudget{};
    }
    known_.assign(stride, std::numeric_limits<double>::quiet_NaN());
  }

  [[nodiscard]] std::size_t key(const Needs& needs) const {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < stride_.size(); ++i) sum += needs[i] * stride_[i];
    return sum;
  }
  // `a` and `b` are the two parts of what is needed, with the sum of their numbers.
  [[nodiscard]] double ways(std::size_t key, const Needs& a, const Needs& b) {
    double& known = known_[key];
    if (std::isnan(known)) {
      Needs needs = a;
      for (std::size_t i = 0; i < needs.size(); ++i) needs[i] += b[i];
      known = counter_.completions(needs, 2);
    }
    return known;
  }

 private:
  static constexpr std::size_t kMostTails = std::size_t{1} << 22U;

  Counter& counter_;
  std::vector<std::size_t> stride_;  // by needs
  std::vector<double> known_;        // not a number: not yet
};

std::size_t total(std::span<const std::size_t> sums) {
  return std::accumulate(sums.begin(), sums.end(), std::size_t{0});
}

void check(std::span<const std::size_t> rows, std::span<const std::size_t> columns) {
  if (total(rows) != total(columns)) {
    refuse_option("fixed_margins", "column_sums", "equal in total to the row sums",
                  option_text(total(columns)));
  }
}

// Nothing when some column needs more ones than there are rows.
std::optional<Needs> needs_of(std::span<const std::size_t> columns, std::size_t rows) {
  Needs needs(rows, 0);
  for (const std::size_t sum : columns) {
    if (sum > rows) return std::nullopt;
    if (sum > 0) ++needs[sum - 1];
  }
  return needs;
}

// The second row's choices among columns that the first row took, or did not take, by how many they
// are; `taken` of each is turned into what its columns need afterwards.
std::vector<std::vector<Choice>> by_size(Counter& counter, const Tails& tails, const Needs& needs) {
  const std::size_t size = counter.row(1);
  std::vector<std::vector<Choice>> result(size + 1);
  std::size_t held = 0;
  for (std::size_t part = 0; part <= std::min(size, total(needs)); ++part) {
    result[part] = counter.choices(needs, part, counter.rows() - 1);
    held += result[part].size() * (needs.size() + kAround);
    if (held > kMostHeld) throw OutOfBudget{};
    for (Choice& choice : result[part]) {
      choice.taken = Counter::after(needs, choice.taken);
      choice.key = tails.key(choice.taken);
    }
  }
  return result;
}

// Adds up the tables in which the first row makes this choice, by the overlap with the second.
void add_overlaps(Counter& counter, Tails& tails, const Needs& needs, const Choice& first,
                  std::vector<LogSum>& by_overlap) {
  Needs shared(needs.size(), 0);  // what the columns of the first row need now
  Needs others = needs;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    others[i] -= first.taken[i];
    if (i > 0) shared[i - 1] = first.taken[i];
  }
  const auto from_shared = by_size(counter, tails, shared);
  const auto from_others = by_size(counter, tails, others);
  for (std::size_t overlap = 0; overlap < from_shared.size(); ++overlap) {
    const std::vector<Choice>& rest = from_others[from_others.size() - 1 - overlap];
    for (const Choice& u : from_shared[overlap]) {
      counter.spend(rest.size());
      LogSum sum;
      for (const Choice& v : rest) sum.add(v.ways + tails.ways(u.key + v.key, u.taken, v.taken));
      by_overlap[overlap].add(first.ways + u.ways + sum.log());
    }
  }
}

}  // namespace

double CountLaw::mean() const {
  double sum = 0.0;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    sum += chances[i] * static_cast<double>(least + i);
  }
  return sum;
}

double CountLaw::sd() const {
  const double middle = mean();
  double sum = 0.0;
  std::size_t possible = 0;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    const double difference = static_cast<double>(least + i) - middle;
    sum += chances[i] * difference * difference;
    possible += chances[i] > 0.0 ? 1 : 0;
  }
  return possible > 1 ? std::sqrt(sum) : 0.0;
}

double CountLaw::upper_tail(std::size_t x) const {
  double sum = 0.0;
  for (std::size_t i = 0; i < chances.size() && least + i < x; ++i) sum += chances[i];
  if (sum == 0.0) return 1.0;
  sum = 0.0;
  for (std::size_t i = chances.size(); i > x - least; --i) sum += chances[i - 1];
  return std::min(1.0, sum);
}

double CountLaw::smallest_tail() const {
  for (std::size_t i = chances.size(); i > 0; --i) {
    if (chances[i - 1] > 0.0) return std::min(1.0, chances[i - 1]);
  }
  return 1.0;
}

CountLaw convolved(const CountLaw& a, const CountLaw& b) {
  if (a.chances.empty()) return b;
  if (b.chances.empty()) return a;
  CountLaw sum{a.least + b.least, std::vector<double>(a.chances.size() + b.chances.size() - 1)};
  for (std::size_t i = 0; i < a.chances.size(); ++i) {
    for (std::size_t k = 0; k < b.chances.size(); ++k) {
      sum.chances[i + k] += a.chances[i] * b.chances[k];
    }
  }
  return sum;
}

std::optional<double> log_table_count(std::span<const std::size_t> row_sums,
                                      std::span<const std::size_t> column_sums,
                                      std::size_t budget) {
  check(row_sums, column_sums);
  if (row_sums.size() > kMostRows) return std::nullopt;
  const auto needs = needs_of(column_sums, row_sums.size());
  if (!needs) return kNoWay;
  // Short rows last: what is left then has few forms.
  std::vector<std::size_t> rows(row_sums.begin(), row_sums.end());
  std::sort(rows.rbegin(), rows.rend());
  try {
    return Counter(std::move(rows), column_sums.size(), budget).completions(*needs, 0);
  } catch (const OutOfBudget&) {
    return std::nullopt;
  }
}

std::optional<CountLaw> fixed_margin_overlap(std::span<const std::size_t> row_sums,
                                             std::span<const std::size_t> column_sums,
                                             std::size_t first, std::size_t second,
                                             std::size_t budget) {
  check(row_sums, column_sums);
  if (first >= row_sums.size() || second >= row_sums.size() || first == second) {
    refuse_option("fixed_margins", "second", "another row than the first", option_text(second));
  }
  if (row_sums.size() > kMostRows) return std::nullopt;
  const auto needs = needs_of(column_sums, row_sums.size());
  std::vector<std::size_t> rows = {row_sums[first], row_sums[second]};
  for (std::size_t i = 0; i < row_sums.size(); ++i) {
    if (i != first && i != second) rows.push_back(row_sums[i]);
  }
  std::sort(rows.begin() + 2, rows.end(), std::greater<>());
  std::vector<LogSum> by_overlap(rows[1] + 1);
  LogSum all;
  try {
    Counter counter(rows, column_sums.size(), budget);
    Tails tails(counter, column_sums.size());
    if (needs) {
      for (const Choice& choice : counter.choices(*needs, rows[0], rows.size())) {
        add_overlaps(counter, tails, *needs, choice, by_overlap);
      }
    }
  } catch (const OutOfBudget&) {
    return std::nullopt;
  }
  for (const LogSum& sum : by_overlap) all.add(sum.log());
  if (all.log() == kNoWay) refuse_option("fixed_margins", "margins", "those of some table", "none");
  CountLaw law;
  for (const LogSum& sum : by_overlap) law.chances.push_back(std::exp(sum.log() - all.log()));
  return law;
}

}  // namespace summitry
