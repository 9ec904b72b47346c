#include "loaders/spreadsheet/xlsx.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <regex>

#include "exporters/tabular/xlsx.hpp"
#include "loaders/load.hpp"
#include "loaders/spreadsheet/cells.hpp"
#include "loaders/spreadsheet/formats.hpp"
#include "loaders/two_mode/two_mode.hpp"
#include "tests/exporters/interchange/nasty.hpp"
#include "tests/exporters/random_network.hpp"
#include "tests/loaders/round_trip.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/zip.hpp"

using namespace summitry;
using testing::Zip;

namespace {

constexpr const char* kRootLinks =
    R"(<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr const char* kStyles =
    R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy"/><numFmt numFmtId="165" formatCode="mmm\ yyyy"/>
<numFmt numFmtId="166" formatCode="#,##0.00\ &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>
<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs></styleSheet>)";
constexpr const char* kTexts =
    R"(<sst><si><t>Source</t></si><si><t>Target</t></si><si><r><t>Fr</t></r><r><t xml:space="preserve">ance </t></r><rPh><t>x</t></rPh></si></sst>)";

using Sheets = std::vector<std::pair<std::string, std::string>>;  // names and <row>s

std::string workbook(const Sheets& sheets, const std::string& properties = "",
                     const std::string& after = "") {
  Zip zip;
  std::string list;
  std::string links;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    list += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"s" + number +
            "\"/>";
    links += "<Relationship Id=\"s" + number +
             "\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    zip.add("xl/worksheets/sheet" + number + ".xml",
            "<worksheet><sheetData>" + sheets[i].second + "</sheetData>" + after + "</worksheet>");
  }
  links +=
      R"(<Relationship Id="a" Type="http://x/styles" Target="/xl/styles.xml"/><Relationship Id="b" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>)";
  zip.add("_rels/.rels", kRootLinks)
      .add("xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>")
      .add("xl/workbook.xml",
           "<workbook xmlns:r=\"r\">" + properties + "<sheets>" + list + "</sheets></workbook>")
      .add("xl/styles.xml", kStyles)
      .add("xl/sharedStrings.xml", kTexts);
  return zip.bytes();
}

// A row of texts, with bare numbers where they are numbers.
std::string row(const std::vector<std::string>& cells) {
  std::string out = "<row>";
  for (const std::string& cell : cells) {
    out += cell.empty()         ? "<c/>"
           : parse_number(cell) ? "<c><v>" + cell + "</v></c>"
                                : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
  }
  return out + "</row>";
}

std::string findings_of(const Built& built) {
  std::string lines;
  for (const Finding& finding : built.findings) lines += to_string(finding) + "\n";
  return lines;
}

// Numbers to 12 digits: the library that writes workbooks gives them 16, one less than a double may need.
std::vector<std::string> rounded(std::vector<std::string> lines) {
  static const std::regex number(R"(-?[0-9]+\.[0-9]+(e[-+][0-9]+)?)");
  for (std::string& line : lines) {
    std::string out;
    std::sregex_iterator at(line.begin(), line.end(), number);
    std::size_t end = 0;
    for (; at != std::sregex_iterator(); ++at) {
      const auto begin = static_cast<std::size_t>(at->position());
      std::array<char, 40> buffer{};
      std::snprintf(buffer.data(), buffer.size(), "%.12g", std::stod(at->str()));
      out.append(line, end, begin - end).append(buffer.data());
      end = begin + at->str().size();
    }
    line = out.append(line, end);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

Network network_of(Built built) {
  for (const Finding& finding : built.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(built.network);
  return *std::move(built.network);
}

}  // namespace

TEST_CASE("xlsx: cells of every type in a sheet of edges", "[loaders][xlsx]") {
  const std::string rows =
      R"(<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>)"
      R"(<c r="D2" t="str"><f>"We"&amp;"ight"</f><v>Weight</v></c><c r="E2" t="inlineStr"><is><t>sure</t></is></c>)"
      R"(<c r="F2" t="inlineStr"><is><t>day</t></is></c><c r="G2" t="inlineStr"><is><t>month</t></is></c>)"
      R"(<c r="H2" t="inlineStr"><is><t>year</t></is></c><c r="I2" t="inlineStr"><is><t>code</t></is></c></row>)"
      R"(<row r="4"><c r="B4" t="s"><v>2</v></c><c r="C4"><v>7</v></c><c r="D4"><f>1/2</f><v>0.5</v></c>)"
      R"(<c r="E4" t="b"><v>1</v></c><c r="F4" s="1"><v>45292</v></c><c r="G4" s="3"><v>45292</v></c>)"
      R"(<c r="H4" s="2"><v>45292</v></c><c r="I4" t="inlineStr"><is><t>5</t></is></c></row>)";
  const Network network = network_of(read_xlsx(workbook({{"Sheet1", rows}}), "b.xlsx"));
  REQUIRE(network.relation_count() == 1);
  CHECK(network.entity(network.relation(0).source).id == "France");
  CHECK(network.entity(network.relation(0).target).id == "7");
  CHECK(network.relation(0).weight == 0.5);
  CHECK(network.relation_column("sure").value(0) == Value(true));
  CHECK(network.relation_column("day").value(0) == Value(*parse_date("2024-01-01")));
  CHECK(network.relation_column("month").value(0) == Value(*parse_date("2024-01")));
  CHECK(network.relation_column("year").value(0) == Value(std::int64_t{2024}));
  CHECK(network.relation_column("code").value(0) == Value("5"));
}

TEST_CASE("xlsx: dates of both calendars, and styles that show none", "[loaders][xlsx]") {
  using namespace spreadsheet;
  CHECK(date_of(1, Epoch::of_1900, Shows::day) == "1900-01-01");
  CHECK(date_of(59, Epoch::of_1900, Shows::day) == "1900-02-28");
  CHECK_FALSE(date_of(60, Epoch::of_1900, Shows::day));
  CHECK(date_of(61, Epoch::of_1900, Shows::day) == "1900-03-01");
  CHECK(date_of(45292.75, Epoch::of_1900, Shows::day) == "2024-01-01");
  CHECK(date_of(43830, Epoch::of_1904, Shows::day) == "2024-01-01");
  CHECK(date_of(0, Epoch::of_1904, Shows::day) == "1904-01-01");
  CHECK(date_of(2'958'465, Epoch::of_1900, Shows::day) == "9999-12-31");
  CHECK_FALSE(date_of(2'958'465, Epoch::of_1904, Shows::day));
  CHECK_FALSE(date_of(-1, Epoch::of_1900, Shows::day));
  CHECK(shown_by("dd/mm/yy") == Shows::day);
  CHECK(shown_by("[$-409]mmmm\\ yyyy;@") == Shows::month);
  CHECK(shown_by("yyyy") == Shows::year);
  CHECK(shown_by("h:mm:ss") == Shows::number);
  CHECK(shown_by("0.00\" days\"") == Shows::number);
  CHECK(shown_by("General") == Shows::number);
  const std::string rows =
      row({"Source", "Target", "at"}) +
      R"(<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c>)"
      R"(<c s="5"><v>43830.5</v></c></row>)";
  const Built built = read_xlsx(workbook({{"S", rows}}, "<workbookPr date1904=\"1\"/>"), "b.xlsx");
  CHECK(findings_of(built) ==
        "b.xlsx#S:2:3: warning: times of the day are left out; a date has a year, a month and a "
        "day\n");
  CHECK(built.network->relation_column("at").value(0) == Value(*parse_date("2024-01-01")));
}

TEST_CASE("xlsx: errors, formulas without a value and merged cells are said", "[loaders][xlsx]") {
  const std::string rows =
      row({"Source", "Target", "n", "m"}) +
      R"(<row r="7"><c r="A7" t="inlineStr"><is><t>a</t></is></c><c r="B7" t="inlineStr"><is><t>b</t></is></c>)"
      R"(<c r="C7" t="e"><v>#N/A</v></c><c r="D7"><f>A1</f></c></row>)";
  const Built built =
      read_xlsx(workbook({{"My sheet", rows}}, "",
                         R"(<mergeCells count="1"><mergeCell ref="A7:A9"/></mergeCells>)"),
                "b.xlsx");
  CHECK(findings_of(built) ==
        "b.xlsx#My sheet:7:1: warning: merged cells, the first \"My sheet!A7:A9\": their value "
        "stands in the first of them alone; write it into each\n"
        "b.xlsx#My sheet:7:3: warning: the cell My sheet!C7 has the error \"#N/A\"; mend its "
        "formula; its value is missing\n"
        "b.xlsx#My sheet:7:4: warning: formulas without a stored value, the first at My sheet!D7; "
        "open the workbook in a spreadsheet program and save it\n");
  REQUIRE(built.network);
  CHECK(built.network->relation_column("n").missing(0));
}

TEST_CASE("xlsx: nodes and edges by the names of sheets, others are said to be left out",
          "[loaders][xlsx]") {
  const Built built =
      read_xlsx(workbook({{"Notes", row({"made by hand"})},
                          {"Nodes", row({"Id", "Label", "seats"}) + row({"a", "A", "3"}) +
                                        row({"alone", "B", ""})},
                          {"Edges", row({"Source", "Target"}) + row({"a", "a"})}}),
                "b.xlsx");
  REQUIRE(built.network);
  CHECK(built.network->entities().size() == 2);
  CHECK(built.network->relation_count() == 1);
  CHECK(built.network->entity_column("seats").value(0) == Value(std::int64_t{3}));
  CHECK(findings_of(built) ==
        "b.xlsx:1:1: warning: left out: the sheets \"Notes\"; write a table to a workbook of its "
        "own to read it\n");
}

TEST_CASE("xlsx: two-mode tables, found and named", "[loaders][xlsx][two-mode]") {
  const std::string matrix =
      workbook({{"Who", row({"", "E1", "E2"}) + row({"Ann", "1", "0"}) + row({"Bob", "1", "1"})}});
  const Built found = read_xlsx(matrix, "b.xlsx");
  REQUIRE(found.network);
  CHECK(found.network->relation_count() == 3);
  CHECK(findings_of(found).find("read as a two-mode matrix") != std::string::npos);
  const Network list = network_of(
      read_two_mode_list(workbook({{"L", row({"person", "event"}) + row({"Ann", "E1"})}}), "b.xlsx",
                         {.format = "two-mode-list", .direction = {}}));
  CHECK(testing::relations(list) == std::vector<std::string>{"Ann attended E1"});
}

TEST_CASE("xlsx: what cannot be read is told", "[loaders][xlsx]") {
  const auto told = [](const std::string& bytes) {
    return findings_of(read_xlsx(bytes, "b.xlsx"));
  };
  CHECK(told("").find("lacks its part \"_rels/.rels\"") != std::string::npos);
  CHECK(told("no archive").find("b.xlsx:1:1: error: no workbook: ") == 0);
  CHECK(told("\xD0\xCF\x11\xE0 and more").find("one with a password") != std::string::npos);
  CHECK(told(Zip().add("a", "b").bytes()).find("lacks its part \"_rels/.rels\"") !=
        std::string::npos);
  CHECK(told(Zip().add("_rels/.rels", "<Relationships/>").bytes())
            .find("an archive without a workbook") != std::string::npos);
  const std::string whole = workbook({{"S", row({"Source", "Target"})}});
  CHECK(told(whole.substr(0, whole.size() / 2)).find("no workbook: ") != std::string::npos);
  std::string torn = whole;
  torn.replace(torn.find("<worksheet>"), 11, "<workshoot>");
  CHECK(told(torn).find("cannot be unpacked") != std::string::npos);
  CHECK(told(workbook({{"S", "<row><c>"}})).find("#xl/worksheets/sheet1.xml:1:") !=
        std::string::npos);
  CHECK(told(workbook({{"S", row({"who", "what"})}})).find("no sheet whose columns tell") !=
        std::string::npos);
  CHECK(told(workbook({{"S", row({"Source", "Target"})}, {"T", row({"person", "event"})}}))
            .find("2 sheets that could be meant") != std::string::npos);
  CHECK(told(workbook({{"S", "<row r=\"3\"/><row r=\"2\"/>"}})).find("the row \"2\" after row 3") !=
        std::string::npos);
  CHECK(told(workbook({{"S", "<row><c r=\"B1\"/><c r=\"A1\"/></row>"}}))
            .find("the cell \"A1\" in row 1") != std::string::npos);
  CHECK(
      told(workbook({{"S", "<row><c><v>1e400</v></c></row>"}})).find("the bad number \"1e400\"") !=
      std::string::npos);
  CHECK(told(workbook({{"S", "<row><c t=\"s\"><v>9</v></c></row>"}})).find("refers to no text") !=
        std::string::npos);
}

TEST_CASE("xlsx: a text that is shared without bound is refused", "[loaders][xlsx]") {
  std::string cells = row({"Source", "Target", std::string(100'000, 'x')});
  std::string text = "<sst><si><t>" + std::string(1'000'000, 'x') + "</t></si></sst>";
  for (int i = 0; i < 100; ++i) cells += "<row><c t=\"s\"><v>0</v></c></row>";
  Zip zip;
  zip.add("_rels/.rels", kRootLinks)
      .add(
          "xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="s" Type="x/worksheet" Target="s.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="t.xml"/></Relationships>)")
      .add("xl/workbook.xml", R"(<workbook><sheets><sheet name="S" r:id="s"/></sheets></workbook>)")
      .add("xl/t.xml", text)
      .add("xl/s.xml", "<worksheet><sheetData>" + cells + "</sheetData></worksheet>");
  CHECK(findings_of(read_xlsx(zip.bytes(), "b.xlsx")).find("repeat texts far beyond") !=
        std::string::npos);
}

TEST_CASE("xlsx: references and escapes", "[loaders][xlsx]") {
  using namespace spreadsheet;
  const auto at = position_of("XFD1048576");
  REQUIRE(at);
  CHECK(at->column == 16'384);
  CHECK(reference_of(*at) == "XFD1048576");
  CHECK(reference_of({27, 27}) == "AA27");
  CHECK_FALSE(position_of("A0"));
  CHECK_FALSE(position_of("7"));
  CHECK_FALSE(position_of("A99999999"));
  CHECK_FALSE(position_of(""));
  CHECK(without_escapes("a_x000D_b_x0041_") == "a\rbA");
  CHECK(without_escapes("_x005F_x0041_") == "_x0041_");
  CHECK(without_escapes("_xD800_ _x00_ _x") == "\xEF\xBF\xBD _x00_ _x");
}

TEST_CASE("xlsx: what was exported and loaded again is what was there", "[loaders][xlsx]") {
  const auto check = [](const Network& network) {
    const Graph graph = select(network, testing::everything());
    const std::string bytes = to_xlsx({.network = network, .graph = graph});
    const bool directed = network.dataset().directed;
    const LoadOptions options{.format = "",
                              .direction = directed ? Direction::directed : Direction::undirected};
    const Network after = network_of(read_xlsx(bytes, "b.xlsx", options));
    CHECK(after.dataset().name == network.dataset().name);
    CHECK(after.dataset().title == network.dataset().title);
    CHECK(after.sources().size() == network.sources().size());
    CHECK(after.claims().size() == network.claims().size());
    CHECK(after.series().size() == network.series().size());
    CHECK(rounded(testing::entities_in_full(after)) == rounded(testing::entities_in_full(network)));
    CHECK(rounded(testing::relations_in_full(after)) ==
          rounded(testing::relations_in_full(network)));
  };
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    INFO("seed " << seed);
    check(testing::random_network(seed));
  }
}
