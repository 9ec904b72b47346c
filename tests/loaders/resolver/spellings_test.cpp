// The resolver against a list of spellings with the right answer, tests/data/spellings.csv: an id,
// `ambiguous`, or `none`.
#include <sstream>
#include <string>

#include "loaders/resolver/csv_table.hpp"
#include "loaders/resolver/resolver.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace summitry;
using namespace summitry::resolver;

namespace {

struct Tally {
  std::size_t answers = 0;  // spellings of something
  std::size_t chosen = 0;
  std::size_t right = 0;

  void add(const std::string& answer, const Resolution& resolution) {
    const bool is_id = answer != "none" && answer != "ambiguous";
    answers += is_id ? 1 : 0;
    chosen += resolution.chosen != nullptr ? 1 : 0;
    right += resolution.chosen != nullptr && resolution.chosen->id == answer ? 1 : 0;
  }
  [[nodiscard]] double precision() const {
    return static_cast<double>(right) / static_cast<double>(chosen);
  }
  [[nodiscard]] double recall() const {
    return static_cast<double>(right) / static_cast<double>(answers);
  }
};

}  // namespace

TEST_CASE("resolver: precision and recall on the labelled spellings", "[loaders][resolver]") {
  const CsvTable list = load_csv_table(testing::source_dir() + "/tests/data/spellings.csv");
  const Resolver resolver(built_in_gazetteer(), {});
  REQUIRE(list.rows.size() >= 500);
  Tally all;
  std::ostringstream wrong;
  for (const auto& row : list.rows) {
    const std::string& answer = row[1].text;
    const Resolution resolution = resolver.resolve(row[0].text);
    all.add(answer, resolution);
    if (answer == "ambiguous") {
      INFO(row[0].text << " is ambiguous: nothing may be chosen");
      CHECK(resolution.chosen == nullptr);
    }
    if (resolution.chosen != nullptr && resolution.chosen->id != answer) {
      wrong << row[0].text << ": " << resolution.chosen->id << ", not " << answer << '\n';
    }
  }
  WARN("precision " << all.precision() << ", recall " << all.recall() << " on " << list.rows.size()
                    << " spellings; wrongly chosen:\n"
                    << wrong.str());
  CHECK(all.precision() >= 0.99);
  CHECK(all.recall() >= 0.95);
}
