// Words that reports and pictures share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace summitry {

// The plural of a kind, in a sentence: "countries", "people". Other English words by rule.
[[nodiscard]] std::string plural(std::string_view kind);

// "p = 0.012" or "p < 0.001"; "" where there is none.
[[nodiscard]] std::string p_in_words(double p);
[[nodiscard]] std::string p_in_words(const std::optional<double>& p);
// The same without "p" and "=": "0.012", "< 0.001".
[[nodiscard]] std::string p_figure(double p);

}  // namespace summitry
