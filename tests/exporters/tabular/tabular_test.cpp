// Tables for databases, workbooks and papers.
#include <sqlite3.h>

#include <memory>

#include "exporters/interchange/xml_writer.hpp"
#include "exporters/tabular/paper.hpp"
#include "exporters/tabular/result_tables.hpp"
#include "exporters/tabular/sqlite.hpp"
#include "exporters/tabular/xlsx.hpp"
#include "tests/exporters/golden.hpp"
#include "tests/exporters/interchange/nasty.hpp"
#include "tests/exporters/interchange/parts.hpp"
#include "tests/support/catch.hpp"

namespace summitry {
namespace {

using example::times;
using example::Whole;

// A database opened from bytes; a query's cells joined by `|` and lines.
class Reader {
 public:
  explicit Reader(std::string bytes) : bytes_(std::move(bytes)) {
    sqlite3_open(":memory:", &database_);
    auto* data = reinterpret_cast<unsigned char*>(bytes_.data());
    const auto size = static_cast<sqlite3_int64>(bytes_.size());
    REQUIRE(sqlite3_deserialize(database_, "main", data, size, size, SQLITE_DESERIALIZE_READONLY) ==
            SQLITE_OK);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { sqlite3_close(database_); }

  std::string ask(const std::string& sql) {
    std::string out;
    const auto row = [](void* text, int count, char** cells, char** /*names*/) {
      for (int i = 0; i < count; ++i) {
        static_cast<std::string*>(text)->append(i > 0 ? "|" : "").append(cells[i] ? cells[i] : "-");
      }
      static_cast<std::string*>(text)->append("\n");
      return 0;
    };
    char* error = nullptr;
    sqlite3_exec(database_, sql.c_str(), row, &out, &error);
    INFO(sql << ": " << (error != nullptr ? error : ""));
    CHECK(error == nullptr);
    sqlite3_free(error);
    return out;
  }

 private:
  std::string bytes_;
  sqlite3* database_ = nullptr;
};

}  // namespace

TEST_CASE("sqlite: the tables are those that have rows, and can be joined", "[exporters][sqlite]") {
  const Whole whole;
  const Continuity found = example::continuity(whole.network);
  ExportParts parts = whole.with_results();
  parts.continuity = &found;
  Reader reader(to_sqlite(parts));
  CHECK(reader.ask("SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'") ==
        "about,entities,relations,citations,sources,claims,series,edges,measures,methods,"
        "communities,editions,transitions,participation,containers,relation_types,attributes\n");
  CHECK(reader.ask("SELECT name, type FROM attributes WHERE column_name = 'topics'") ==
        "topics|list\n");
  CHECK(reader.ask("SELECT r.source, r.target, c.locator FROM citations c JOIN relations r "
                   "USING (relation) JOIN sources s ON s.id = c.source "
                   "WHERE s.id = 'gazette' AND r.type = 'signed'") == "fra|pact|7\n");
  CHECK(reader.ask("SELECT edition FROM participation WHERE entity = 'fra' ORDER BY position") ==
        "s1\ns2\n");
  CHECK(reader.ask("SELECT retained, jaccard, z FROM transitions") == "1|0.5|-\n");
  CHECK(reader.ask("PRAGMA foreign_key_check").empty());
  CHECK(reader.ask("PRAGMA integrity_check") == "ok\n");
}

TEST_CASE("sqlite: values keep their types, and missing is NULL", "[exporters][sqlite]") {
  const Whole whole;
  Reader reader(to_sqlite(whole.with_results()));
  CHECK(reader.ask("SELECT staff, typeof(staff), [is-active], share FROM entities "
                   "WHERE id = 'fra'") == "9007199254740993|integer|1|-\n");
  CHECK(reader.ask("SELECT since, topics, description FROM entities WHERE id IN ('deu', 'lab') "
                   "ORDER BY id") ==
        "-|a\x7C"
        "b c|-\n2019-04|-|Two lines:\nthe second.\n");
  CHECK(reader.ask("SELECT degree, typeof(degree), pagerank FROM measures WHERE entity = 'ada'") ==
        "0.0|real|-\n");
  CHECK(reader.ask("SELECT count(*) FROM relations") ==
        std::to_string(whole.network.relation_count()) + '\n');
}

TEST_CASE("sqlite: names are data, whatever they hold", "[exporters][sqlite]") {
  const Whole whole(example::nasty_network(), {});
  Reader reader(to_sqlite(whole.plain()));
  std::string all;
  for (const std::string& name : example::kNasty) all += name + '\n';
  CHECK(reader.ask("SELECT name FROM entities ORDER BY id") == all);
  CHECK(reader.ask("SELECT [data-Kind] FROM entities WHERE id = 'n0'") ==
        example::kNasty[1] + '\n');
}

TEST_CASE("sqlite, xlsx: the same input gives the same bytes", "[exporters][sqlite][xlsx]") {
  const Whole whole;
  const ExportParts parts = whole.with_results();
  CHECK(to_sqlite(parts) == to_sqlite(parts));
  CHECK(to_xlsx(parts) == to_xlsx(parts));
  CHECK(to_xlsx(parts).starts_with("PK"));
}

TEST_CASE("sqlite, xlsx: nobody makes empty tables", "[exporters][sqlite][xlsx]") {
  const Whole whole(example::nobody(), {});
  Reader reader(to_sqlite(whole.plain()));
  CHECK(reader.ask("SELECT count(*) FROM entities") == "0\n");
  CHECK(to_xlsx(whole.plain()).starts_with("PK"));
}

TEST_CASE("paper: tables and references byte for byte", "[exporters][paper]") {
  const Whole whole;
  const Continuity found = example::continuity(whole.network);
  ExportParts parts = whole.with_results();
  parts.continuity = &found;
  check_golden("paper.md", paper_markdown(parts));
  check_golden("paper.tex", paper_latex(parts));
  check_golden("paper.bib", paper_bibtex(parts));
}

TEST_CASE("paper: nothing in a name is run by LaTeX", "[exporters][paper]") {
  CHECK(latex_text("a & b % $ # _ { }") == "a \\& b \\% \\$ \\# \\_ \\{ \\}");
  CHECK(latex_text("~^\\alpha") == "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}alpha");
  CHECK(latex_text("two\nlines") == "two lines");
  CHECK(latex_text("--") == "-{}-");
  CHECK(latex_text("<b>") == "\\textless{}b\\textgreater{}");
  CHECK(latex_text("[1]") == "{[}1]");
}

TEST_CASE("paper: a table has as many rows as asked for, and says of how many",
          "[exporters][paper]") {
  const Whole whole;
  ExportParts parts = whole.with_results();
  parts.top = 3;
  CHECK(times(paper_markdown(parts), "3 of 11 entities, by degree") == 1);
  parts.top = 0;
  CHECK(times(paper_markdown(parts), "All 11 entities, by degree") == 1);
}

TEST_CASE("bibtex: every work of a reference once, with authors, year and DOI",
          "[exporters][paper]") {
  const Whole whole;
  std::vector<NamedScores> scores = whole.scores;
  scores[0].reference = "Seidman 1983, doi:10.1016/0378; Dasari, Ranjan & Zubair 2014, doi:10.1/x";
  scores[1].reference =
      "Seidman 1983, doi:10.1016/0378; sampled: Brandes et al. 2008; 2017, doi:10.1/y";
  ExportParts parts = whole.plain();
  parts.scores = &scores;
  const std::string bib = paper_bibtex(parts);
  CHECK(times(bib, "@misc{seidman-1983,") == 1);
  CHECK(times(bib, "author = {{Dasari} and {Ranjan} and {Zubair}}") == 1);
  CHECK(times(bib, "doi = {10.1016/0378}") == 1);
  CHECK(times(bib, "@misc{brandes-et-al-2008,\n  author = {{Brandes} and others}") == 1);
  CHECK(times(bib, "@misc{brandes-et-al-2017,\n  author = {{Brandes} and others}") == 1);
  CHECK(times(bib, "@misc{source-gazette,") == 1);
}

}  // namespace summitry
