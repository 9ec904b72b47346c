"""Files that NetworkX, igraph and graph-tool wrote, read by our loaders of GraphML and GEXF.

Vertices, edges, weights and attributes must be those that the other program had.
"""
import json
import pathlib
import random
import tempfile
import unittest

import graph_tool
import igraph
import networkx as nx

import program

NAMES = ["<script>alert('x')</script>", 'say "yes" & no', "two\nlines\tand a tab", "-1+1",
         "مؤتمر القمة 🎉 日本", "]]> -- <!--", "é", "NA", " spaces "]


def random_graph(seed, kind):
    """A multigraph or not, directed or not, with loops, isolates, texts, numbers and gaps."""
    rand = random.Random(seed)
    graph = kind()
    for i, name in enumerate(NAMES):
        graph.add_node(f"n{i}", name=name, staff=rand.randrange(10 ** 12))
        if rand.random() < 0.5:
            graph.nodes[f"n{i}"]["share"] = rand.random()
        if rand.random() < 0.5:
            graph.nodes[f"n{i}"]["checked"] = rand.random() < 0.5
    for _ in range(15):
        u, v = rand.randrange(len(NAMES)), rand.randrange(len(NAMES))
        graph.add_edge(f"n{u}", f"n{v}", weight=rand.randrange(1, 9) / 2, said=rand.choice(NAMES))
    return graph


class XmlLoaders(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = pathlib.Path(self.scratch.name)

    def read(self, path):
        out = self.folder / "read.json"
        program.output("convert", path, out, "--format", "network-json", "--quiet")
        return json.loads(out.read_text(encoding="utf-8"))

    def cases(self):
        for seed, kind in enumerate([nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph] * 3):
            yield random_graph(seed, kind)

    def ends(self, source, target, directed):
        return (source, target) if directed else tuple(sorted((source, target)))

    def check_same(self, graph, network, id_of=lambda node: node):
        directed = graph.is_directed()
        self.assertEqual(directed, network["dataset"].get("directed", False))
        read = {entity["id"]: entity for entity in network["entities"]}
        self.assertEqual({id_of(node) for node in graph}, set(read))
        for node, data in graph.nodes(data=True):
            entity = read[id_of(node)]
            self.assertEqual(data["name"], entity["name"])
            wanted = {key: value for key, value in data.items() if key != "name"}
            self.assertEqual(wanted, {key: value for key, value in entity["attributes"].items()
                                      if key in ("staff", "share", "checked")})
        self.assertEqual(
            sorted((*self.ends(id_of(u), id_of(v), directed), data["weight"], data["said"])
                   for u, v, data in graph.edges(data=True)),
            sorted((*self.ends(r["source"], r["target"], directed), r["weight"],
                    r["attributes"]["said"]) for r in network["relations"]))

    def test_graphml_of_networkx(self):
        for graph in self.cases():
            path = self.folder / "networkx.graphml"
            nx.write_graphml(graph, path)
            self.check_same(graph, self.read(path))

    def test_gexf_of_networkx(self):
        for graph in self.cases():
            path = self.folder / "networkx.gexf"
            nx.write_gexf(graph, path)
            self.check_same(graph, self.read(path))

    def test_graphml_of_igraph(self):
        for graph in self.cases():
            for _, data in graph.nodes(data=True):
                data.pop("share", None)  # igraph writes what is missing as a number or a text
                data.pop("checked", None)
            theirs = igraph.Graph.from_networkx(graph)
            del theirs.vs["_nx_name"]
            path = self.folder / "igraph.graphml"
            theirs.write_graphml(str(path))
            self.check_same(graph, self.read(path))

    def test_graphml_of_graph_tool(self):
        for graph in self.cases():
            theirs = graph_tool.Graph(directed=graph.is_directed())
            name, staff = theirs.new_vp("string"), theirs.new_vp("int64_t")
            weight, said = theirs.new_ep("double"), theirs.new_ep("string")
            for node, data in graph.nodes(data=True):
                for gap in ("share", "checked"):
                    data.pop(gap, None)  # it has no missing values
                vertex = theirs.add_vertex()
                name[vertex], staff[vertex] = data["name"], data["staff"]
            for u, v, data in graph.edges(data=True):
                edge = theirs.add_edge(int(u[1:]), int(v[1:]))
                weight[edge], said[edge] = data["weight"], data["said"]
            theirs.vp["name"], theirs.vp["staff"] = name, staff
            theirs.ep["weight"], theirs.ep["said"] = weight, said
            path = self.folder / "graph_tool.graphml"
            theirs.save(str(path), fmt="graphml")
            self.check_same(graph, self.read(path))


if __name__ == "__main__":
    unittest.main()
