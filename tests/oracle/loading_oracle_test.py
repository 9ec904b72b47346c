"""What NetworkX, igraph, graph-tool and SciPy write, read by our loaders.

The same entities, relations, weights and direction must come out.
"""
import json
import pathlib
import tempfile
import unittest

import graph_tool
import igraph
import networkx as nx
import scipy.io

import program

NAMES = ["Ann B.", "café", 'say "yes" & no', "日本 🎉", "مؤتمر", "back\\slash"]
EDGES = [(0, 1, 2.5), (1, 2, 1.0), (2, 0, 4.0), (3, 4, 0.5), (4, 4, 3.0)]


def networkx_graph(directed, names=NAMES):
    graph = (nx.DiGraph if directed else nx.Graph)()
    graph.add_nodes_from(names)
    graph.add_weighted_edges_from((names[u], names[v], w) for u, v, w in EDGES)
    return graph


def igraph_graph(directed, names=NAMES):
    graph = igraph.Graph(n=len(names), edges=[(u, v) for u, v, _ in EDGES], directed=directed)
    graph.vs["name"] = names
    graph.es["weight"] = [w for _, _, w in EDGES]
    return graph


def graph_tool_graph(directed):
    graph = graph_tool.Graph(directed=directed)
    graph.add_vertex(len(NAMES))
    weight = graph.new_edge_property("double")
    for u, v, w in EDGES:
        weight[graph.add_edge(u, v)] = w
    graph.edge_properties["weight"] = weight
    return graph


class Loading(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.addCleanup(self.held.cleanup)
        self.folder = pathlib.Path(self.held.name)

    def expect(self, path, directed, names=NAMES, weighted=True, flags=()):
        out = self.folder / "read.json"
        program.output("convert", path, out, "--format", "network-json", "--quiet", *flags)
        read = json.loads(out.read_text(encoding="utf-8"))

        def line(source, target, weight):
            ends = (source, target) if directed else tuple(sorted((source, target)))
            return (*ends, weight if weighted else None)
        self.assertEqual(sorted(names), sorted(e["id"] for e in read["entities"]))
        self.assertEqual(sorted(line(names[u], names[v], w) for u, v, w in EDGES),
                         sorted(line(r["source"], r["target"], r.get("weight"))
                                for r in read["relations"]))
        self.assertEqual(directed, read["dataset"].get("directed", False))

    def test_gml(self):
        for directed in (False, True):
            with self.subTest(directed=directed):
                nx.write_gml(networkx_graph(directed), self.folder / "n.gml")
                self.expect(self.folder / "n.gml", directed)

    def test_gml_of_igraph(self):
        plain = ["a", "b", "c", "d", "e", "é"]
        for directed in (False, True):
            with self.subTest(directed=directed):
                igraph_graph(directed, plain).write_gml(str(self.folder / "i.gml"))
                self.expect(self.folder / "i.gml", directed, plain)

    def test_gml_of_graph_tool(self):
        graph_tool_graph(True).save(str(self.folder / "g.gml"))
        self.expect(self.folder / "g.gml", True, [str(i) for i in range(len(NAMES))])

    def test_pajek(self):
        names = ["Ann B.", "café", "日本", "d", "e", "f"]
        for directed in (False, True):
            with self.subTest(directed=directed):
                nx.write_pajek(networkx_graph(directed, names), self.folder / "n.net")
                self.expect(self.folder / "n.net", directed, names)

    def test_pajek_of_igraph(self):
        for directed in (False, True):
            with self.subTest(directed=directed):
                igraph_graph(directed).write_pajek(str(self.folder / "i.net"))
                self.expect(self.folder / "i.net", directed, list("123456"))

    def test_dot_of_igraph(self):
        for directed in (False, True):
            with self.subTest(directed=directed):
                igraph_graph(directed).write_dot(str(self.folder / "i.dot"))
                self.expect(self.folder / "i.dot", directed, list("012345"))

    def test_dot_of_graph_tool(self):
        for directed in (False, True):
            with self.subTest(directed=directed):
                graph_tool_graph(directed).save(str(self.folder / "g.dot"), fmt="dot")
                self.expect(self.folder / "g.dot", directed, list("012345"))

    def test_edge_lists(self):
        names = ["a", "b", "c", "d", "é"]  # nobody stands in a list without an edge
        graph = igraph_graph(True, [*names, "f"])
        graph.write_ncol(str(self.folder / "i.edges"))
        graph.write_edgelist(str(self.folder / "i.el"))
        nx.write_weighted_edgelist(networkx_graph(True, [*names, "f"]), self.folder / "n.edgelist")
        directed = ["--input-format", "edge-list", "--directed"]
        self.expect(self.folder / "i.edges", True, names, flags=directed)
        self.expect(self.folder / "n.edgelist", True, names, flags=directed)
        self.expect(self.folder / "i.el", True, list("01234"), weighted=False, flags=directed)

    def test_node_link(self):
        for directed in (False, True):
            with self.subTest(directed=directed):
                data = nx.node_link_data(networkx_graph(directed))
                (self.folder / "n.json").write_text(json.dumps(data), encoding="utf-8")
                self.expect(self.folder / "n.json", directed)

    def test_cytoscape(self):
        data = nx.cytoscape_data(networkx_graph(True))
        (self.folder / "n.cyjs").write_text(json.dumps(data), encoding="utf-8")
        self.expect(self.folder / "n.cyjs", True)

    def test_matrix_market(self):
        matrix = nx.to_scipy_sparse_array(networkx_graph(True), nodelist=NAMES)
        scipy.io.mmwrite(self.folder / "m.mtx", matrix)
        self.expect(self.folder / "m.mtx", True, [str(i + 1) for i in range(len(NAMES))])


if __name__ == "__main__":
    unittest.main()
