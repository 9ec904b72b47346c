// Manual pages: from the same text as help, and valid roff.
#include "cli/manual.hpp"

#include "cli/command.hpp"
#include "tests/cli/workshop.hpp"
#include "tests/support/catch.hpp"

using namespace summitry::cli;

namespace {

bool has_groff(const Workshop& shop) {
  return shop.shell("command -v groff >/dev/null").code == 0;
}

}  // namespace

TEST_CASE("manual: every command has a page with each of its options and examples", "[cli]") {
  const Workshop shop;
  for (const Command* command : commands()) {
    INFO(command->name);
    const Outcome page = shop.run({"man", std::string(command->name)});
    CHECK(page.code == 0);
    CHECK(page.out == manual(*command));
    CHECK(page.out.starts_with(".TH SUMMITRY-"));
    std::size_t entries = 0;
    for (const std::string& line : lines_of(page.out))
      entries += line.starts_with("\\fB\\-") ? 1 : 0;
    CHECK(entries == command->options.size());
  }
  CHECK(shop.run({"man"}).out.starts_with(".TH SUMMITRY 1"));
}

TEST_CASE("manual: groff has nothing to complain about", "[cli]") {
  const Workshop shop;
  if (!has_groff(shop)) return;
  std::string script = "summitry man | groff -man -ww -z\n";
  for (const Command* command : commands()) {
    script += "summitry man " + std::string(command->name) + " | groff -man -ww -z\n";
  }
  const Outcome outcome = shop.shell(script);
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
}

TEST_CASE("manual: groff does complain about a page that is wrong", "[cli]") {
  const Workshop shop;
  if (!has_groff(shop)) return;
  CHECK_FALSE(shop.shell("printf '.TH A 1\\n.XX\\n' | groff -man -ww -z").err.empty());
}
