#include "exporters/report/markdown.hpp"

#include <algorithm>
#include <cmath>

#include "engine/number.hpp"

namespace summitry::markdown {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether a line that begins so would be a list: "- ", "+ ", "1. ", "1) ".
bool begins_list(std::string_view text) {
  if (text.empty()) return false;
  if (text.front() == '-' || text.front() == '+') return true;
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == std::string_view::npos || digits == 0) return false;
  const bool ends = digits + 1 == text.size() || text[digits + 1] == ' ';
  return ends && (text[digits] == '.' || text[digits] == ')');
}

std::string longest_run_of_backticks(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest, '`');
}

std::string one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return out;
}

// What would end the address, or is not allowed in one.
std::string encoded_address(std::string_view address) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20U || c == '<' || c == '>' || c == '|' || c == '\\' || c == '"') {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    } else {
      out += c;
    }
  }
  return out;
}

// Commas between thousands of a number written with digits.
std::string grouped(std::string number) {
  const std::size_t first = number.starts_with('-') ? 1 : 0;
  std::size_t end = std::min(number.find('.'), number.size());
  for (; end > first + 3; end -= 3) number.insert(end - 3, ",");
  return number;
}

}  // namespace

std::string escaped(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_{}[]<>#|~$";
  std::string out;
  const std::string line = one_line(text);
  const bool list = begins_list(line);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool marks_list =
        list && out.find_first_not_of("0123456789") == std::string::npos && !is_digit(c);
    if (kMarkup.find(c) != std::string_view::npos || marks_list) out += '\\';
    if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string link(std::string_view title, std::string_view address) {
  if (!address.starts_with("http://") && !address.starts_with("https://")) return escaped(title);
  return "[" + escaped(title) + "](<" + encoded_address(address) + ">)";
}

std::string code(std::string_view text) {
  const std::string fence = longest_run_of_backticks(text) + "`";
  const std::string pad = text.find('`') == std::string_view::npos ? "" : " ";
  std::string line;
  for (const char c : one_line(text)) {
    if (c == '|') line += '\\';  // a table would end its cell here
    line += c;
  }
  return fence + pad + line + pad + fence;
}

std::string code_block(std::string_view text) {
  const std::string fence = longest_run_of_backticks(text) + "```";
  return fence + "\n" + std::string(text) + "\n" + fence + "\n";
}

std::string table(const std::vector<TableColumn>& columns,
                  const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty()) return "";
  std::string out = "|";
  for (const TableColumn& column : columns) out += " " + column.title + " |";
  out += "\n|";
  for (const TableColumn& column : columns) out += column.number ? " --: |" : " --- |";
  out += "\n";
  for (const std::vector<std::string>& row : rows) {
    out += "|";
    for (const std::string& cell : row) out += " " + (cell.empty() ? "–" : cell) + " |";
    out += "\n";
  }
  return out;
}

std::string count(std::size_t number) {
  return grouped(std::to_string(number));
}

std::string count(std::size_t number, std::string_view one, std::string_view many) {
  return count(number) + " " + std::string(number == 1 ? one : many);
}

std::string figure(double value) {
  if (!std::isfinite(value)) return std::isnan(value) ? "" : shortest(value);
  const double size = std::fabs(value);
  if (std::floor(value) == value && size < 1e15) {
    return (value < 0 ? "-" : "") + count(static_cast<std::size_t>(size));
  }
  if (size >= 100 && size < 1e15) return grouped(rounded(value, 1));
  if (size >= 0.01) return rounded(value, 3);
  const int leading_zeros = static_cast<int>(-std::floor(std::log10(size))) - 1;
  return leading_zeros > 8 ? shortest(value) : rounded(value, leading_zeros + 3);
}

std::string figure(const std::optional<double>& value) {
  return value ? figure(*value) : "";
}

std::string percent(double share) {
  return rounded(100.0 * share, 1) + " %";
}

std::string percent(const std::optional<double>& share) {
  return share ? percent(*share) : "";
}

std::string capitalised(std::string_view text) {
  if (text.empty() || text.front() < 'a' || text.front() > 'z') return std::string(text);
  std::string out(1, static_cast<char>(text.front() - 'a' + 'A'));
  out += text.substr(1);
  return out;
}

std::string sentence(std::string_view text) {
  std::string out = capitalised(text);
  if (!out.empty() && !out.ends_with('.')) out += '.';
  return out;
}

std::string listed(const std::vector<std::string>& items, std::size_t most,
                   std::string_view joint) {
  const std::size_t shown = items.size() > most ? most : items.size();
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == shown && shown == items.size();
    if (i > 0) out += last ? " " + std::string(joint) + " " : ", ";
    out += items[i];
  }
  if (shown == items.size()) return out;
  return out + (out.empty() ? "" : " and ") + count(items.size() - shown) +
         (out.empty() ? "" : " more");
}

}  // namespace summitry::markdown
