"""Findings and titles of figures in report.html, computed again from the tables beside it."""
import collections
import json
import pathlib
import re
import tempfile
import unittest

import program
from page_oracle_test import Page

PERCENT = "{:.1f} %"


def counted(number):
    return f"{number:,}"


class Findings(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.work.cleanup)
        folder = cls.folder = pathlib.Path(cls.work.name, "report")
        program.output("report", program.SOURCE / "datasets/ai-summits", "-o", folder, "--quiet")
        html = (folder / "report.html").read_text(encoding="utf-8")
        page = Page(html)
        cls.said = page.text()
        cls.data = json.loads("".join(page.data))
        cls.titles = dict(re.findall(r'<h3 id="figure-(\w+)-title">([^<]*)</h3>', html))
        cls.participants = cls.rows("participants.csv")
        cls.editions = [one["id"] for one in cls.data["editions"]]
        cls.names = [one["name"] for one in cls.data["editions"]]

    @classmethod
    def rows(cls, name):
        return program.rows_of(cls.folder / name)

    def at(self, edition):
        return {row["id"] for row in self.participants if row[edition] == "1"}

    def test_the_leader_is_first_in_the_metrics(self):
        countries = [row for row in self.rows("metrics.csv") if row["kind"] == "country"]
        first, second, third = sorted(countries, key=lambda row: -float(row["betweenness"]))[:3]
        said = (f"Among the {len(countries)} countries, {first['name']} is the most central by "
                f"betweenness ({float(first['betweenness']):,.1f}), followed by {second['name']} "
                f"({float(second['betweenness']):,.1f}) and {third['name']} "
                f"({float(third['betweenness']):,.1f}).")
        self.assertIn(said, self.said)

    def test_communities_are_counted(self):
        sizes = collections.Counter(row["community"] for row in self.rows("communities.csv"))
        groups = [size for size in sizes.values() if size > 1]
        self.assertIn(f"The network falls into {len(groups)} communities (", self.said)
        self.assertIn(f"; the three largest have {max(groups)} entities", self.said)
        self.assertEqual(sorted(sizes.values(), reverse=True),
                         [one["size"] for one in self.data["communities"]])

    def test_the_last_step_is_counted(self):
        before, after = self.at(self.editions[-2]), self.at(self.editions[-1])
        both = len(before & after)
        said = (f"From {self.names[-2]} to {self.names[-1]}, {both} of the {len(before)} "
                f"participants named at the earlier edition are named again "
                f"({PERCENT.format(100 * both / len(before))}); {len(after - before)} of the "
                f"{len(after)} at the later one were not at the earlier.")
        self.assertIn(said, self.said)

    def test_those_at_every_edition_are_counted(self):
        always = set.intersection(*map(self.at, self.editions))
        anybody = set.union(*map(self.at, self.editions))
        self.assertIn(f"{len(always)} of the {len(anybody)} participants named at any edition",
                      self.said)
        title = f"{len(always)} participants of {len(anybody)} named at every edition"
        self.assertEqual(title, self.titles["alluvial"])
        self.assertEqual(title, self.titles["participation"])

    def test_what_was_taken_up_is_counted(self):
        rows = self.rows("initiatives.csv")
        announced = {row["id"] for row in rows}
        seen = {row["id"] for row in rows if row["taken up at"]}
        self.assertIn(f"Of the {len(announced)} initiatives and documents announced before the last "
                      f"edition, {len(seen)} are seen again at a later one", self.said)

    def test_refusals_are_counted(self):
        self.assertIn(f"{len(self.rows('refusals.csv'))} refusals and withdrawals are on record",
                      self.said)

    def test_the_drawing_is_counted(self):
        drawn = [i for i, one in enumerate(self.data["entities"]) if one.get("drawn")]
        ties = {frozenset((one["source"], one["target"]))
                for one in self.data["relations"] if one.get("drawn")}
        self.assertEqual(f"{counted(len(drawn))} entities and {counted(len(ties))} ties between them",
                         self.titles["network"])
        self.assertLessEqual(set().union(*ties), set(drawn))

    def test_no_title_goes_unchecked(self):
        neutral = {"effects": "Retention against chance", "survival": "How long participants stay",
                   "overlap": "How alike the rosters of two editions are",
                   "work": "How long what is set up goes on",
                   "ranks": "The first 10 by strength"}
        for name, title in neutral.items():
            self.assertEqual(title, self.titles[name])
        self.assertEqual({"network", "alluvial", "participation", "blocs", "lineage", "funding",
                          *neutral},
                         set(self.titles))

    def test_funders_are_counted(self):
        funding = [row for row in self.rows("relations.csv") if row["type"] == "funds"]
        self.assertEqual(f"{len({row['source'] for row in funding})} funders, "
                         f"{len({row['target'] for row in funding})} recipients",
                         self.titles["funding"])

    def test_blocs_and_lineages_are_counted(self):
        found = json.loads((self.folder / "continuity.json").read_text(encoding="utf-8"))
        threads = found["blocs"]["life"]["threads"]
        lasting = [one for one in threads if len(one["seen"]) > 1]
        self.assertEqual(f"{len(lasting)} of {len(threads)} blocs seen at two editions or more",
                         self.titles["blocs"])
        descents = found["lineage"]["descents"]
        joined = {one[end] for one in descents for end in ("older", "younger")}
        self.assertEqual(f"{len(joined)} initiatives and texts with an ancestor or a descendant",
                         self.titles["lineage"])


if __name__ == "__main__":
    unittest.main()
