"""report.html as other software reads it: well-formed, and with the figures of the files beside it."""
import csv
import html.parser
import json
import math
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as tree

import program

VOID = {"meta", "br", "hr", "img", "input", "link", "wbr"}


class Page(html.parser.HTMLParser):
    """Elements must close in the order in which they were opened; texts and tables are kept."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.words, self.data = [], [], [], []
        self.ids, self.names = [], []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if len(attributes) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice: {attrs}")
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.names += [attributes["data-entity"]] if "data-entity" in attributes else []
        if tag not in VOID:
            self.open.append(tag if tag != "script" or "type" not in attributes else "data")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        last = self.open.pop() if self.open else None
        if tag != ("script" if last == "data" else last):
            self.faults.append(f"</{tag}> closes <{last}> at {self.getpos()}")

    def handle_data(self, data):
        inside = self.open[-1] if self.open else ""
        if inside == "data":
            self.data.append(data)
        elif inside not in ("script", "style"):
            self.words.append(data)

    def text(self):
        return " ".join("".join(self.words).split())


def plain(markdown):
    """A sentence of Markdown without its marks."""
    text = re.sub(r"\\(.)", "\0\\1", markdown)
    text = re.sub(r"(?<!\0)\*+|(?<!\0)`", "", text)
    return " ".join(html.unescape(text.replace("\0", "")).split())


def findings(report):
    inside = report.split("## Key findings\n")[1].split("\n## ")[0]
    return [plain(line.split(". ", 1)[1]) for line in inside.splitlines() if line]


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.reports = {}
        for name in ("ai-summits", "southern-women"):
            into = pathlib.Path(cls.folder.name, name)
            program.output("report", program.SOURCE / "datasets" / name, "-o", into, "--quiet")
            cls.reports[name] = into, Page((into / "report.html").read_text(encoding="utf-8"))

    def each(self):
        for name, (folder, page) in self.reports.items():
            with self.subTest(name):
                yield folder, page

    def test_is_well_formed(self):
        for _, page in self.each():
            self.assertEqual([], page.faults)
            self.assertEqual(len(page.ids), len(set(page.ids)))

    def test_pictures_are_xml(self):
        for folder, _ in self.each():
            text = (folder / "report.html").read_text(encoding="utf-8")
            pictures = re.findall(r"<svg.*?</svg>", text, re.S)
            self.assertTrue(pictures)
            for picture in pictures:
                tree.fromstring(picture)

    def test_libxml_reads_it(self):
        for folder, _ in self.each():
            done = subprocess.run(["xmllint", "--html", "--noout", "--huge", folder / "report.html"],
                                  capture_output=True, text=True, check=False)
            # It knows the elements of HTML 4 alone.
            faults = [line for line in done.stderr.splitlines()
                      if "error" in line and "Tag " not in line]
            self.assertEqual([], faults)

    def test_says_what_the_report_says(self):
        for folder, page in self.each():
            said = page.text()
            sentences = findings((folder / "report.md").read_text(encoding="utf-8"))
            self.assertGreaterEqual(len(sentences), 2)
            for sentence in sentences:
                self.assertIn(sentence, said)

    def test_holds_every_section_of_the_report(self):
        for folder, _ in self.each():
            report = (folder / "report.md").read_text(encoding="utf-8")
            text = (folder / "report.html").read_text(encoding="utf-8")
            held = {html.unescape(re.sub("<[^>]*>", "", heading))
                    for heading in re.findall(r"<h\d[^>]*>(.*?)</h\d>", text)}
            wanted = {plain(line) for line in re.findall(r"^##+ (.*)$", report, re.M)}
            # Figures stand in the sections that they belong to.
            self.assertEqual({"Figures"}, wanted - held)

    def test_figures_are_those_of_the_metrics(self):
        for folder, page in self.each():
            data = json.loads("".join(page.data))
            named = [figure["name"] for figure in data["figures"]]
            rows = {row["id"]: row for row in program.rows_of(folder / "metrics.csv")}
            told = {one["id"]: one for one in data["entities"] if "figures" in one}
            self.assertEqual(rows.keys(), told.keys())
            for k, name in enumerate(named):
                values = {i: float(row[name]) for i, row in rows.items() if row[name]}
                for i, one in told.items():
                    figure = one["figures"][k]
                    self.assertEqual(figure is None, i not in values)
                    if figure is None:
                        continue
                    value, rank = figure
                    self.assertTrue(math.isclose(value, values[i], rel_tol=1e-15, abs_tol=0))
                    self.assertEqual(1 + sum(v > value for v in values.values()), rank)

    def test_names_lead_to_entities(self):
        for _, page in self.each():
            data = json.loads("".join(page.data))
            known = {one["id"] for one in data["entities"]}
            self.assertTrue(page.names)
            self.assertLessEqual(set(page.names), known)

    def test_relations_are_those_of_the_data(self):
        folder, page = self.reports["ai-summits"]
        data = json.loads("".join(page.data))
        with open(program.SOURCE / "datasets/ai-summits/relations.csv", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        ids = [one["id"] for one in data["entities"]]

        def key(source, kind, target, status, cited):
            return source, kind, target, status or "realised", tuple(sorted(cited))

        told = sorted(key(ids[one["source"]], data["types"][one["type"]]["type"],
                          ids[one["target"]], one["status"],
                          [data["sources"][s[0]]["id"] for s in one.get("sources", [])])
                      for one in data["relations"])
        wanted = sorted(key(row["source"], row["type"], row["target"], row["status"],
                            [s.split("#")[0] for s in row["sources"].split("|") if s])
                        for row in rows)
        self.assertEqual(wanted, told)


if __name__ == "__main__":
    unittest.main()
