// What the documents say is true: their commands run, their generated parts are current, their links
// lead somewhere.
#include <map>
#include <regex>

#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace summitry::cli;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = summitry::testing::source_dir();

std::vector<fs::path> documents() {
  std::vector<fs::path> paths = {kRoot / "README.md"};
  for (const auto& entry : fs::directory_iterator(kRoot / "docs")) {
    if (entry.path().extension() == ".md") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The ```sh blocks that follow a line `<!-- runs -->`, as one script, so that they build on one
// another as a reader's would.
std::string runnable(const std::string& text) {
  std::string script;
  bool marked = false;
  bool inside = false;
  for (const std::string& line : lines_of(text)) {
    if (inside && line == "```") inside = marked = false;
    if (inside) script += line + "\n";
    if (line == "```sh") inside = marked;
    if (line == "<!-- runs -->") marked = true;
  }
  return script;
}

// The lines of the blocks without a language that follow one that runs: what it prints.
std::vector<std::string> shown(const std::string& text) {
  std::vector<std::string> lines;
  bool printed = false;  // since the last heading something runs
  bool inside = false;
  bool of_output = false;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with("```")) {
      inside = !inside;
      of_output = inside && printed && line == "```";
      continue;
    }
    if (line == "<!-- runs -->") printed = true;
    if (!inside && line.starts_with("#")) printed = false;
    if (of_output) lines.push_back(line);
  }
  return lines;
}

// Whether an output has a line like that; `…` stands for anything.
bool is_printed(const std::string& output, const std::string& line) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; (at = line.find("…", begin)) != std::string::npos;) {
    parts.push_back(line.substr(begin, at - begin));
    begin = at + std::string("…").size();
  }
  parts.push_back(line.substr(begin));
  const auto printed = lines_of(output);
  return std::any_of(printed.begin(), printed.end(), [&](const std::string& candidate) {
    if (parts.size() == 1) return candidate == line;
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::size_t found = candidate.find(parts[i], at);
      if (found == std::string::npos || (i == 0 && found != 0)) return false;
      at = found + parts[i].size();
    }
    return parts.back().empty() || candidate.ends_with(parts.back());
  });
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  const std::size_t to = text.find(end);
  if (from == std::string::npos || to == std::string::npos) return "";
  return text.substr(from + begin.size(), to - from - begin.size());
}

}  // namespace

TEST_CASE("documents: the commands that they show as examples run, and print what is shown",
          "[cli]") {
  std::size_t scripts = 0;
  std::size_t lines = 0;
  for (const fs::path& path : documents()) {
    const std::string script = runnable(text_of(path));
    if (script.empty()) continue;
    ++scripts;
    const Workshop shop;
    const Outcome outcome = shop.shell(script);
    INFO(path.filename() << "\n" << script << "\n" << outcome.err);
    CHECK(outcome.code == 0);
    for (const std::string& line : shown(text_of(path))) {
      if (line.find_first_not_of(" ⋮") == std::string::npos) continue;  // left out
      ++lines;
      INFO("does not print: " << line << "\n" << outcome.out);
      CHECK(is_printed(outcome.out + outcome.err, line));
    }
  }
  CHECK(scripts >= 4);
  CHECK(lines >= 20);
}

TEST_CASE("documents: the five-minute tour ends with a picture and a report", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.shell(runnable(text_of(kRoot / "README.md"))).code == 0);
  CHECK(has(shop.read("clean-air.svg"), "<svg"));
  CHECK(has(shop.read("out/clean-air/report.md"), "Clean Air Forum"));
}

TEST_CASE("documents: the README's measures are those of the catalogue", "[cli]") {
  const std::string command = "catalogue measures --brief --format markdown";
  const std::string table =
      Workshop().run({"catalogue", "measures", "--brief", "--format", "markdown"}).out;
  INFO("put what `summitry " << command << "` prints between the marks");
  CHECK(between(text_of(kRoot / "README.md"), "<!-- measures -->\n", "<!-- end of measures -->") ==
        table);
}

TEST_CASE("documents: docs/measures.md is the catalogue", "[cli]") {
  const Workshop shop;
  const std::string text = shop.run({"catalogue", "measures", "--format", "markdown"}).out + "\n" +
                           shop.run({"catalogue", "methods", "--format", "markdown"}).out;
  INFO("put what the commands of docs/measures.md print between the marks");
  CHECK(between(text_of(kRoot / "docs/measures.md"), "<!-- catalogue -->\n",
                "<!-- end of catalogue -->") == text);
}

TEST_CASE("documents: docs/formats.md is the catalogue", "[cli]") {
  const std::string command = "catalogue formats --format markdown";
  const std::string list = Workshop().run({"catalogue", "formats", "--format", "markdown"}).out;
  INFO("put what `summitry " << command << "` prints between the marks");
  CHECK(between(text_of(kRoot / "docs/formats.md"), "<!-- catalogue -->\n",
                "<!-- end of catalogue -->") == list);
}

TEST_CASE("documents: the page on the AI summits is what the report says", "[cli]") {
  const Workshop shop;
  REQUIRE(shop.run({"report", "datasets/ai-summits", "-o", "out", "--quiet"}).code == 0);
  const std::string report = shop.read("out/report.md");
  const std::string page = text_of(kRoot / "docs/ai-summits.md");
  INFO("script/flagship writes it anew");
  for (const char* title : {"Key findings", "Continuity", "What carries over",
                            "Refusals and withdrawals", "Coverage", "Sources"}) {
    const std::string heading = "\n## " + std::string(title) + "\n";
    const std::size_t begin = report.find(heading);
    REQUIRE(begin != std::string::npos);
    const std::string section = report.substr(begin, report.find("\n## ", begin + 1) - begin);
    INFO(title);
    CHECK(has(page, section));
  }
}

TEST_CASE("documents: the gallery's commands draw the pictures that it shows", "[cli]") {
  const std::string gallery = text_of(kRoot / "docs/gallery.md");
  const std::regex command(R"(summitry (.*) -o (docs/\S+\.svg))");
  std::size_t pictures = 0;
  for (const std::string& line : lines_of(gallery)) {
    std::smatch parts;
    if (!std::regex_match(line, parts, command)) continue;
    ++pictures;
    const Workshop shop;
    INFO(line << "\nscript/gallery draws it anew");
    REQUIRE(shop.shell("summitry " + parts[1].str() + " -o drawn.svg --quiet").code == 0);
    CHECK(shop.read("drawn.svg") == text_of(kRoot / parts[2].str()));
    CHECK(has(gallery, "](" + parts[2].str().substr(5) + ")"));
  }
  CHECK(pictures >= 20);
}

TEST_CASE("documents: links to files lead somewhere", "[cli]") {
  const std::regex link(R"(\]\(([^)#:]+)(#[^)]*)?\))");
  for (const fs::path& path : documents()) {
    const std::string text = text_of(path);
    for (std::sregex_iterator it(text.begin(), text.end(), link), end; it != end; ++it) {
      INFO(path.filename() << ": " << (*it)[1]);
      CHECK(fs::exists(path.parent_path() / (*it)[1].str()));
    }
  }
}

TEST_CASE("documents: every command is named in the changelog", "[cli]") {
  const std::string text = text_of(kRoot / "CHANGELOG.md");
  for (const char* name : {"report", "measure", "top", "communities", "continuity", "draw", "chart",
                           "check", "info", "convert", "resolve", "catalogue", "man"}) {
    CHECK(has(text, std::string("`").append(name).append("`")));
  }
}
