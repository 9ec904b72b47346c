"""Tables that Python's csv and openpyxl wrote, read by our loaders, in every delimiter and encoding."""
import csv
import datetime
import json
import pathlib
import random
import tempfile
import unittest

import openpyxl

import program

NAMES = ["Köln", 'say "yes"; or, no', "two\nlines", "NA", "O'Neill", "a|b", "tab\there", "São Tomé"]
UNICODE = ["مؤتمر القمة", "日本 🎉", "e\u0301"]
ENCODINGS = {"utf-8": UNICODE, "utf-8-sig": UNICODE, "utf-16": UNICODE, "cp1252": []}


def random_tables(seed, more_names):
    """Nodes with texts, numbers, dates, truths and gaps; edges with parallel ones and loops."""
    rand = random.Random(seed)
    names = NAMES + more_names
    nodes = [{"Id": f"n{i}", "Label": name, "seats": rand.choice([None, rand.randrange(10 ** 6)]),
              "share": rand.choice([None, rand.randrange(1, 99) / 8]),
              "since": rand.choice([None, datetime.date(1990 + i, 1 + i, 28)]),
              "active": rand.choice([None, True, False]), "said": rand.choice([None, *names])}
             for i, name in enumerate(names)]
    edges = [{"Source": f"n{rand.randrange(len(names))}", "Target": f"n{rand.randrange(len(names))}",
              "Weight": rand.choice([None, rand.randrange(1, 9) / 2]), "note": rand.choice(names)}
             for _ in range(20)]
    # A value in every column, so that its type can be known.
    nodes[0] |= {"seats": 7, "share": 0.5, "since": datetime.date(2001, 2, 3), "active": True}
    return nodes, edges


def in_text(value, comma):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return repr(value).replace(".", "," if comma else ".")
    return "" if value is None else str(value)


class Tables(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = pathlib.Path(self.scratch.name)

    def read(self, path, *options):
        out = self.folder / "read.json"
        program.output("convert", path, out, "--format", "network-json", "--quiet", *options)
        return json.loads(out.read_text(encoding="utf-8"))

    def write_csv(self, name, rows, delimiter, encoding):
        comma = delimiter != ","
        with open(self.folder / name, "w", newline="", encoding=encoding) as file:
            writer = csv.writer(file, delimiter=delimiter)
            writer.writerow(rows[0])
            writer.writerows([in_text(value, comma) for value in row.values()] for row in rows)
        return self.folder / name

    def write_workbook(self, sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            sheet.append(list(rows[0]))
            for row in rows:
                sheet.append(list(row.values()))
        book.save(self.folder / "book.xlsx")
        return self.folder / "book.xlsx"

    def check_same(self, nodes, edges, network):
        read = {entity["id"]: entity for entity in network["entities"]}
        self.assertEqual({node["Id"] for node in nodes}, set(read))
        for node in nodes:
            entity = read[node["Id"]]
            self.assertEqual(node["Label"], entity["name"])
            wanted = {key: value for key, value in node.items()
                      if key not in ("Id", "Label") and value is not None}
            wanted = {key: str(value) if isinstance(value, datetime.date) else value
                      for key, value in wanted.items()}
            self.assertEqual(wanted, entity.get("attributes", {}))
        self.assertEqual(
            sorted((*sorted((e["Source"], e["Target"])), e["Weight"] or 0, e["note"]) for e in edges),
            sorted((*sorted((r["source"], r["target"])), r.get("weight", 0), r["note"])
                   for r in network["relations"]))

    def test_csv_in_every_delimiter_and_encoding(self):
        for seed, (encoding, names) in enumerate(ENCODINGS.items()):
            for delimiter in ",;\t|":
                with self.subTest(encoding=encoding, delimiter=delimiter):
                    nodes, edges = random_tables(seed, names)
                    self.write_csv("x.nodes.csv", nodes, delimiter, encoding)
                    path = self.write_csv("x.edges.csv", edges, delimiter, encoding)
                    self.check_same(nodes, edges, self.read(path))

    def test_workbooks(self):
        for seed in range(8):
            nodes, edges = random_tables(seed, UNICODE)
            path = self.write_workbook({"Nodes": nodes, "Edges": edges})
            self.check_same(nodes, edges, self.read(path))

    def test_two_modes_as_matrix_and_as_list(self):
        rand = random.Random(7)
        people = [name for name in NAMES if "\n" not in name and "\t" not in name]
        events = ["Rio", "Cairo", "Paris"]
        there = sorted((p, e) for p in people for e in events if rand.random() < 0.6)
        matrix = [{"": p, **{e: int((p, e) in there) for e in events}} for p in people]
        rows = [{"person": p, "event": e} for p, e in there]
        for path, option in [
                (self.write_csv("m.csv", matrix, ",", "utf-8"), "two-mode-matrix"),
                (self.write_csv("l.csv", rows, "\t", "utf-16"), "two-mode-list"),
                (self.write_workbook({"Who": rows}), "two-mode-list")]:
            network = self.read(path, "--input-format", option)
            self.assertLessEqual(set(people), {entity["id"] for entity in network["entities"]})
            self.assertEqual(there, sorted((r["source"], r["target"])
                                           for r in network["relations"]))


if __name__ == "__main__":
    unittest.main()
