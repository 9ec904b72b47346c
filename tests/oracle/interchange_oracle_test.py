"""What `convert` writes, read back by the software that it is meant for.

NetworkX, igraph, SQLite and openpyxl must find the entities, edges, weights, names and measures that
our own JSON has: of networks with nasty names, parallel relations, loops and missing values.
"""
import json
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

import graph_tool
import igraph
import networkx as nx
import openpyxl

import program

NAMES = ["<script>alert('x')</script>", 'say "yes" & no', "two\nlines\tand a tab",
         "=cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "100 % $ # _ { } ~ ^ \\alpha",
         "مؤتمر القمة 🎉 日本", "]]> -- <!--", "'apostrophes'"]
ENTITIES = ("id", "kind", "name", "staff", "from")
RELATIONS = ("source", "type", "target", "weight", "note", "from")


def write_nasty(folder):
    """A chain with a loop, and a pair joined three times."""
    folder.mkdir()
    program.write_csv(folder / "entities.csv", ENTITIES,
                      [(f"n{i}", "person" if i % 2 else "country", name,
                        "" if i % 3 else 10 ** 15 + i, "2023-05" if i == 1 else "")
                       for i, name in enumerate(NAMES)])
    chain = [(f"n{i}", "knows", f"n{i + 1}", i + 0.5, NAMES[i], "2024" if i < 3 else "")
             for i in range(len(NAMES) - 1)]
    program.write_csv(folder / "relations.csv", RELATIONS,
                      [*chain, ("n0", "likes", "n1", 2, "", "2020-02"),
                       ("n1", "likes", "n0", 4, "", "2021"), ("n2", "knows", "n2", 1, "", "")])
    types = {"staff": "integer", "weight": "number", "from": "date"}
    tables = [{"name": name, "path": f"{name}.csv", "schema": {"fields": [
        {"name": field, "type": types.get(field, "string")} for field in fields]}}
        for name, fields in (("entities", ENTITIES), ("relations", RELATIONS))]
    (folder / "datapackage.json").write_text(json.dumps(
        {"name": "nasty", "title": "Nasty <names>", "resources": tables}), encoding="utf-8")
    return folder


def flag_sets():
    for direction in ("--directed", "--undirected"):
        for parallel in ("keep", "merge"):
            yield [direction, "--parallel-relations", parallel, "--weights", "weight"]


class Interchange(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = pathlib.Path(self.scratch.name)
        self.inputs = [write_nasty(self.folder / "nasty"),
                       program.SOURCE / "datasets" / "ai-summits",
                       program.SOURCE / "datasets" / "southern-women"]
        self.results = ["--measures", "degree,core", "--communities", "--runs", "2", "--quiet"]

    def convert(self, source, name, *flags):
        path = self.folder / name
        program.output("convert", source, path, *flags)
        return path

    def cases(self):
        """Each network under each reading, with what our own JSON says of it."""
        for source in self.inputs:
            sets = flag_sets() if source.name == "nasty" else [["--weights", "none"]]
            for flags in sets:
                options = [*flags, *self.results]
                ours = json.loads(self.convert(source, "ours.node-link.json", *options).read_text())
                yield source, options, ours

    def same_counts(self, graph, ours):
        self.assertEqual(len(ours["nodes"]), graph.number_of_nodes())
        self.assertEqual(len(ours["edges"]), graph.number_of_edges())
        self.assertEqual(ours["directed"], graph.is_directed())

    def same_fields(self, theirs, ours, names):
        """Every field of ours is there with its value and type, and nothing where we have nothing."""
        for name in names:
            theirs_is = theirs.get("label" if name == "name" and "name" not in theirs else name)
            value = ours.get(name)
            if isinstance(value, list):
                value = "|".join(value)
            self.assertEqual(value, theirs_is, name)
            self.assertIs(type(value), type(theirs_is), name)

    NODE = ("name", "kind", "staff", "from", "core", "degree", "community")

    def same_edges(self, graph, ours, names):
        ends = sorted if not ours["directed"] else list
        mine = sorted((ends([e["source"], e["target"]]), [str(e.get(n)) for n in names])
                      for e in ours["edges"])
        theirs = sorted((ends([u, v]), [str(data.get(n)) for n in names])
                        for u, v, data in graph.edges(data=True))
        self.assertEqual(mine, theirs)

    def test_networkx_reads_graphml(self):
        for source, options, ours in self.cases():
            graph = nx.read_graphml(self.convert(source, "x.graphml", *options))
            self.same_counts(graph, ours)
            for node in ours["nodes"]:
                self.same_fields(graph.nodes[node["id"]], numbers_as_double(node), self.NODE)
                self.assertIsInstance(graph.nodes[node["id"]]["x"], float)
            self.same_edges(graph, ours, ("type", "status", "note", "relations"))
            self.assertIn("measure-degree", graph.graph)

    def test_networkx_reads_gexf(self):
        for source, options, ours in self.cases():
            graph = nx.read_gexf(self.convert(source, "x.gexf", *options))
            self.same_counts(graph, ours)
            for node in ours["nodes"]:
                self.same_fields(graph.nodes[node["id"]], numbers_as_double(node), self.NODE)
                self.assertEqual({"color", "position", "size"},
                                 {"color", "position", "size"} & set(graph.nodes[node["id"]]["viz"]))
            for edge in ours["edges"]:
                edge["relation-type"] = edge.get("type")
            self.same_edges(graph, ours, ("relation-type", "status", "relations"))

    def test_gexf_tells_when_relations_held(self):
        path = self.convert(self.inputs[0], "x.gexf", "--parallel-relations", "keep", "--quiet")
        graph = nx.read_gexf(path)
        spells = sorted(data["spells"][0] for _, _, data in graph.edges(data=True)
                        if "spells" in data)
        self.assertEqual([("2020-02-01", "2020-02-29"), ("2021-01-01", "2021-12-31")]
                         + 3 * [("2024-01-01", "2024-12-31")], spells)
        self.assertEqual([("2023-05-01", "None")], graph.nodes["n1"]["spells"])

    def test_networkx_reads_node_link(self):
        for source, options, ours in self.cases():
            graph = nx.node_link_graph(ours, link="edges")
            self.same_counts(graph, ours)

    def test_networkx_and_igraph_read_pajek(self):
        for source, options, ours in self.cases():
            path = self.convert(source, "x.net", *options)
            graph = nx.read_pajek(path)
            self.assertEqual(len(ours["nodes"]), graph.number_of_nodes())
            self.assertEqual(len(ours["edges"]), graph.number_of_edges())
            mine = sorted(edge.get("weight", 1) for edge in ours["edges"])
            if "none" not in options:
                self.assertEqual(mine, sorted(w for _, _, w in graph.edges(data="weight")))
            degrees = [int(float(line)) for line in
                       (self.folder / "x.degree.vec").read_text().splitlines()[1:]]
            self.assertEqual([node["degree"] for node in ours["nodes"]], degrees)
            other = igraph.Graph.Read_Pajek(str(path))
            self.assertEqual((len(ours["nodes"]), len(ours["edges"]), ours["directed"]),
                             (other.vcount(), other.ecount(), other.is_directed()))
            types = [edge["type"] for edge in ours["edges"]]
            self.assertEqual(types, other.es["label"])
            self.assertEqual(sorted(types), sorted(t for _, _, t in graph.edges(data="l")))

    def test_graph_tool_reads_graphml_and_dot(self):
        for source, options, ours in self.cases():
            for name in ("x.graphml", "x.dot"):
                graph = graph_tool.load_graph(str(self.convert(source, name, *options)))
                self.assertEqual((len(ours["nodes"]), len(ours["edges"]), ours["directed"]),
                                 (graph.num_vertices(), graph.num_edges(), graph.is_directed()))
                kinds = sorted(graph.vp["kind"][v] for v in graph.vertices())
                self.assertEqual(sorted(node["kind"] for node in ours["nodes"]), kinds)
                types = sorted(graph.ep["type"][e] for e in graph.edges())
                self.assertEqual(sorted(edge["type"] for edge in ours["edges"]), types)

    def test_what_we_write_comes_back(self):
        """All of a real data set, whatever it is written as."""
        source = program.SOURCE / "datasets" / "ai-summits"
        keep = ["--parallel-relations", "keep", "--quiet"]
        ours = json.loads(self.convert(source, "ours.node-link.json", *keep).read_text())
        for name in ("x.graphml", "x.gexf", "x.1.3.gexf", "x.cyjs", "x.node-link.json"):
            path = self.convert(source, name, *keep)
            again = json.loads(self.convert(path, "again.node-link.json", *keep).read_text())
            for one in (ours, again):
                for row in (*one["nodes"], *one["edges"]):
                    row.pop("sources", None)  # their number; the sources have no place there
            self.assertEqual(ours["nodes"], again["nodes"], name)
            self.assertEqual(without_keys(ours["edges"]), without_keys(again["edges"]), name)

    def test_igraph_reads_graphml(self):
        for source, options, ours in self.cases():
            graph = igraph.Graph.Read_GraphML(str(self.convert(source, "x.graphml", *options)))
            self.assertEqual((len(ours["nodes"]), len(ours["edges"]), ours["directed"]),
                             (graph.vcount(), graph.ecount(), graph.is_directed()))
            self.assertEqual([node["id"] for node in ours["nodes"]], graph.vs["id"])
            self.assertEqual([node["name"] for node in ours["nodes"]], graph.vs["label"])
            self.assertEqual([node["degree"] for node in ours["nodes"]], graph.vs["degree"])
            self.assertEqual([edge.get("type", "") for edge in ours["edges"]],
                             graph.es["type"] if ours["edges"] else [])

    def test_xml_is_well_formed_in_both_versions(self):
        for name in ("x.graphml", "x.gexf", "x.1.3.gexf"):
            path = self.convert(self.inputs[0], name, *self.results)
            xml.etree.ElementTree.parse(path)
            subprocess.run(["xmllint", "--noout", path], check=True)

    def test_cytoscape_elements_have_ids_of_their_own(self):
        for source, options, ours in self.cases():
            read = json.loads(self.convert(source, "x.cyjs", *options).read_text())["elements"]
            ids = [one["data"]["id"] for one in read["nodes"] + read["edges"]]
            self.assertEqual(len(ids), len(set(ids)))
            self.assertEqual(len(ours["nodes"]), len(read["nodes"]))
            self.assertLessEqual({edge["data"]["source"] for edge in read["edges"]}, set(ids))

    def test_gephi_tables_name_every_end(self):
        for source, options, ours in self.cases():
            path = self.convert(source, "x.nodes.csv", *options)
            nodes = program.rows_of(path)
            edges = program.rows_of(self.folder / "x.edges.csv")
            self.assertEqual([node["id"] for node in ours["nodes"]], [row["Id"] for row in nodes])
            self.assertEqual([(e["source"], e["target"]) for e in ours["edges"]],
                             [(row["Source"], row["Target"]) for row in edges])
            self.assertEqual({"Directed" if ours["directed"] else "Undirected"},
                             {row["Type"] for row in edges})
            for row in nodes:
                self.assertNotIn(row["Label"][:1], tuple("=+-@\t"))

    def test_sqlite_answers(self):
        for source, options, ours in self.cases():
            path = self.convert(source, "x.sqlite", *options)
            with sqlite3.connect(path) as database:
                rows = database.execute("SELECT entity, degree, name FROM measures").fetchall()
                pairs = database.execute("SELECT entity, community FROM communities").fetchall()
                edges = database.execute("SELECT source, target FROM edges").fetchall()
                broken = database.execute("PRAGMA foreign_key_check").fetchall()
            self.assertEqual([(n["id"], n["degree"], n["name"]) for n in ours["nodes"]], rows)
            self.assertEqual([(n["id"], n["community"]) for n in ours["nodes"]], pairs)
            self.assertEqual([(e["source"], e["target"]) for e in ours["edges"]], edges)
            self.assertEqual([], broken)

    def test_the_sqlite_program_answers_about_a_series(self):
        path = self.convert(program.SOURCE / "datasets" / "ai-summits", "x.sqlite", "--continuity",
                            "--null-model", "none", "--quiet")
        said = json.loads(program.output("continuity", program.SOURCE / "datasets" / "ai-summits",
                                         "--null-model", "none", "--format", "json", "--quiet"))
        retained = [str(step["retained"]) for step in said["transitions"]]
        query = """SELECT count(*) FROM participation a JOIN participation b
                   ON a.entity = b.entity AND b.position = a.position + 1
                   GROUP BY a.position ORDER BY a.position"""
        answer = subprocess.run(["sqlite3", path, query], capture_output=True, text=True,
                                check=True).stdout.split()
        self.assertEqual(retained, answer)

    def test_openpyxl_reads_the_workbook(self):
        for source, options, ours in self.cases():
            book = openpyxl.load_workbook(self.convert(source, "x.xlsx", *options))
            for sheet in book:
                self.assertEqual("A2", sheet.freeze_panes)
                self.assertFalse([cell.coordinate for row in sheet for cell in row
                                  if cell.data_type == "f"], "a formula")
            header, *rows = book["measures"].iter_rows(values_only=True)
            self.assertEqual(["entity", "kind", "name", "degree"], list(header[:4]))
            self.assertEqual([(n["id"], n["name"], n["degree"]) for n in ours["nodes"]],
                             [(row[0], row[2], row[3]) for row in rows])

    def test_nobody_is_read_by_all(self):
        empty = self.folder / "empty.node-link"
        program.write_package(Nobody(), empty)
        self.assertEqual(0, len(nx.read_graphml(self.convert(empty, "e.graphml", "--quiet"))))
        self.assertEqual(0, len(nx.read_gexf(self.convert(empty, "e.gexf", "--quiet"))))
        self.assertEqual(0, len(nx.read_pajek(self.convert(empty, "e.net", "--quiet"))))
        path = self.convert(empty, "e.graphml", "--quiet")
        self.assertEqual(0, igraph.Graph.Read_GraphML(str(path)).vcount())
        openpyxl.load_workbook(self.convert(empty, "e.xlsx", "--quiet"))

    def test_the_same_input_gives_the_same_bytes(self):
        for name in ("x.graphml", "x.gexf", "x.cyjs", "x.sqlite", "x.xlsx", "x.md", "x.tex", "x.bib"):
            first = self.convert(self.inputs[2], name, *self.results, "--threads", "1").read_bytes()
            again = self.convert(self.inputs[2], name, *self.results, "--threads", "2").read_bytes()
            self.assertEqual(first, again, name)


def without_keys(edges):
    """Edges in an order of their own, since those between the same two have none."""
    return sorted(json.dumps({k: v for k, v in edge.items() if k != "key"}, sort_keys=True)
                  for edge in edges)


class Nobody:
    ids = ()
    edges = ()


def numbers_as_double(node):
    """Measures are doubles, even where JSON writes them like integers."""
    return {name: float(value) if name in ("core", "degree") else value
            for name, value in node.items()}


if __name__ == "__main__":
    unittest.main()
