// Markdown and plain words for reports: escaping, tables, lists and rounded figures.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace summitry::markdown {

// The text as it is: nothing in it is markup, and it stays on one line.
[[nodiscard]] std::string escaped(std::string_view text);
// A link for http and https addresses; the title alone for any other.
[[nodiscard]] std::string link(std::string_view title, std::string_view address);
[[nodiscard]] std::string code(std::string_view text);
[[nodiscard]] std::string code_block(std::string_view text);

struct TableColumn {
  std::string title;
  bool number = false;  // set flush right
};
// Cells are Markdown already; "" becomes a dash for what is missing. "" when there are no rows.
[[nodiscard]] std::string table(const std::vector<TableColumn>& columns,
                                const std::vector<std::vector<std::string>>& rows);

// 12,345.
[[nodiscard]] std::string count(std::size_t number);
// "1 country", "2 countries".
[[nodiscard]] std::string count(std::size_t number, std::string_view one, std::string_view many);
// Whole numbers whole; others with three decimals, with one from 100 on, with three digits below
// 0.01; "" when not a number.
[[nodiscard]] std::string figure(double value);
[[nodiscard]] std::string figure(const std::optional<double>& value);
// "69.0 %"; "" where there is none.
[[nodiscard]] std::string percent(double share);
[[nodiscard]] std::string percent(const std::optional<double>& share);
// "a, b and c"; beyond `most` items "a, b and 12 more".
[[nodiscard]] std::string listed(const std::vector<std::string>& items, std::size_t most,
                                 std::string_view joint = "and");
// With a capital at its start.
[[nodiscard]] std::string capitalised(std::string_view text);
// With a capital at its start and a full stop at its end.
[[nodiscard]] std::string sentence(std::string_view text);

}  // namespace summitry::markdown
