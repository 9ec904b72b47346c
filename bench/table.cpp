#include "bench/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace summitry::bench {
namespace {

// Three digits, as many as such a measurement bears.
std::string seconds_text(double seconds) {
  if (seconds >= 100.0) return fmt::format("{:.0f}", seconds);
  if (seconds >= 0.1) return fmt::format("{:.3g}", seconds);
  return fmt::format("{:.2g}", seconds);
}

std::string ratio_text(std::optional<double> ratio) {
  if (!ratio) return "";
  return *ratio >= 10.0 ? fmt::format("{:.0f}", *ratio) : fmt::format("{:.1f}", *ratio);
}

std::string cell(const Row& row, const std::string& contender, int threads) {
  for (const Time& time : row.times) {
    if (time.contender != contender || time.threads != threads) continue;
    if (time.seconds.empty()) return "failed";
    return seconds_text(time.median()) + (time.trouble.empty() ? "" : " (differs)");
  }
  return "";
}

struct Column {
  std::string contender;
  int threads;
};

std::vector<Column> columns_of(const std::vector<Row>& rows) {
  std::vector<Column> columns;
  for (const Row& row : rows) {
    for (const Time& time : row.times) {
      const bool known = std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
        return column.contender == time.contender && column.threads == time.threads;
      });
      if (!known) columns.push_back({time.contender, time.threads});
    }
  }
  std::stable_partition(columns.begin(), columns.end(),
                        [](const Column& column) { return column.contender == "ours"; });
  return columns;
}

std::string verdict(const Row& row, const std::string& graph) {
  const auto target = target_of(row.kernel->name, graph);
  if (!target) return "no target";
  const auto one = row.ratio(1);
  const auto two = row.ratio(2);
  if (!one || !two) return "no peer";
  if (*one >= target->one && *two >= target->two) return "hit";
  if (*one >= target->one) return "hit at 1, missed at 2";
  return *two >= target->two ? "missed at 1, hit at 2" : "missed";
}

std::string target_text(const Row& row, const std::string& graph) {
  const auto target = target_of(row.kernel->name, graph);
  return target ? fmt::format("{} · {}", target->one, target->two) : "";
}

nlohmann::json time_json(const Time& time) {
  nlohmann::json result = {{"contender", time.contender},
                           {"threads", time.threads},
                           {"seconds", time.seconds},
                           {"difference", time.difference}};
  if (!time.seconds.empty()) result["median"] = time.median();
  if (!time.trouble.empty()) result["trouble"] = time.trouble;
  return result;
}

}  // namespace

std::string markdown(const Subject& subject, const std::vector<Row>& rows,
                     const std::vector<Peak>& peaks) {
  const std::vector<Column> columns = columns_of(rows);
  std::string text =
      fmt::format("{}: {} vertices, {} edges, {}; seconds, the median\n\n| kernel |", subject.name,
                  subject.list.vertices, subject.list.edges.size(),
                  subject.direction == Direction::directed ? "directed" : "undirected");
  std::string rule = "|---|";
  for (const Column& column : columns) {
    text += fmt::format(" {}, {}T |", column.contender, column.threads);
    rule += "---|";
  }
  text += " peer/ours 1T · 2T | target | |\n" + rule + "---|---|---|\n";
  for (const Row& row : rows) {
    text += fmt::format("| {} |", row.kernel->title);
    for (const Column& column : columns) {
      text += fmt::format(" {} |", cell(row, column.contender, column.threads));
    }
    text +=
        fmt::format(" {} · {} | {} | {} |\n", ratio_text(row.ratio(1)), ratio_text(row.ratio(2)),
                    target_text(row, subject.name), verdict(row, subject.name));
  }
  for (const Row& row : rows) {
    for (const Time& time : row.times) {
      if (time.trouble.empty()) continue;
      text += fmt::format("\n{} by {}: {}", row.kernel->name, time.contender, time.trouble);
    }
  }
  if (!peaks.empty()) text += "\n| reader | peak memory, MB |\n|---|---|\n";
  for (const Peak& peak : peaks)
    text += fmt::format("| {} | {:.0f} |\n", peak.reader, peak.megabytes);
  return text + "\n";
}

std::string json(const Subject& subject, const std::vector<Row>& rows,
                 const std::vector<Peak>& peaks) {
  nlohmann::json result = {{"graph", subject.name},
                           {"vertices", subject.list.vertices},
                           {"edges", subject.list.edges.size()},
                           {"directed", subject.direction == Direction::directed}};
  result["kernels"] = nlohmann::json::array();
  for (const Row& row : rows) {
    nlohmann::json one = {{"kernel", row.kernel->name}, {"verdict", verdict(row, subject.name)}};
    if (const auto target = target_of(row.kernel->name, subject.name)) {
      one["target"] = {target->one, target->two};
    }
    one["title"] = row.kernel->title;
    for (const int threads : {1, 2}) {
      if (row.ratio(threads)) one[fmt::format("ratio{}", threads)] = *row.ratio(threads);
    }
    one["times"] = nlohmann::json::array();
    for (const Time& time : row.times) one["times"].push_back(time_json(time));
    result["kernels"].push_back(std::move(one));
  }
  for (const Peak& peak : peaks) result["reading peak, MB"][peak.reader] = peak.megabytes;
  return result.dump(2) + "\n";
}

}  // namespace summitry::bench
