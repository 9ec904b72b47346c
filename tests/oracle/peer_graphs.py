"""A graph in the forms that other software wants, and how its answers are compared."""
import functools
import math
import os
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "1")  # threads cost more than they save on a few vertices
warnings.filterwarnings("ignore")

import graph_tool as gt  # noqa: E402
import igraph  # noqa: E402
import networkx as nx  # noqa: E402
import numpy as np  # noqa: E402

NAN = float("nan")
SMALL = 200  # vertices


class Peers:
    """One graph in the forms that the peers want, each made when it is asked for."""

    def __init__(self, case):
        self.case = case
        self.n = case.n
        self.weighted = case.meaning != "none"

    @functools.cached_property
    def multi(self):
        graph = nx.MultiDiGraph() if self.case.directed else nx.MultiGraph()
        graph.add_nodes_from(range(self.n))
        graph.add_edges_from((u, v, {"weight": w}) for u, v, w in self.case.edges)
        return graph

    @functools.cached_property
    def shortest(self):
        """Parallel edges: the shortest counts."""
        return self.merged(self.case.directed, min)

    @functools.cached_property
    def joined(self):
        """Parallel edges add up."""
        return self.merged(self.case.directed, sum)

    @functools.cached_property
    def undirected(self):
        """Reciprocal ones add up as well."""
        return self.merged(False, sum)

    def merged(self, directed, rule):
        """The simple graph without loops."""
        groups = {}
        for u, v, w in self.case.edges:
            if u != v:
                groups.setdefault((u, v) if directed else (min(u, v), max(u, v)), []).append(w)
        graph = nx.DiGraph() if directed else nx.Graph()
        graph.add_nodes_from(range(self.n))
        graph.add_weighted_edges_from((u, v, rule(ws)) for (u, v), ws in groups.items())
        return graph

    @functools.cached_property
    def matrix(self):
        """Sums of weights; an undirected loop stands once, as in NetworkX."""
        result = np.zeros((self.n, self.n))
        for u, v, w in self.case.edges:
            result[u, v] += w
            if u != v and not self.case.directed:
                result[v, u] += w
        return result

    @functools.cached_property
    def simple_matrix(self):
        """Who is joined to whom in the undirected simple graph: 0 or 1."""
        if self.n == 0:
            return np.zeros((0, 0))
        return nx.to_numpy_array(self.undirected, nodelist=range(self.n), weight=None)

    @functools.cached_property
    def joined_with_loops(self):
        """Sums of parallel edges in a simple graph that keeps loops."""
        kind = nx.DiGraph if self.case.directed else nx.Graph
        return nx.from_numpy_array(self.matrix, create_using=kind)

    @functools.cached_property
    def weights(self):
        return [w for _, _, w in self.case.edges] if self.weighted else None

    @functools.cached_property
    def igraph(self):
        return igraph.Graph(self.n, [(u, v) for u, v, _ in self.case.edges],
                            directed=self.case.directed)

    @functools.cached_property
    def graph_tool(self):
        """As it is; weights in `ep.weight`, in tenths as whole numbers in `ep.tenths`."""
        return graph_tool_graph(self.n, self.case.directed, self.case.edges)

    @functools.cached_property
    def graph_tool_simple(self):
        return graph_tool_graph(self.n, False, list(self.undirected.edges(data="weight")))

    @functools.cached_property
    def has_loops(self):
        return any(u == v for u, v, _ in self.case.edges)

    @functools.cached_property
    def acyclic(self):
        return nx.is_directed_acyclic_graph(self.multi)

    def by_vertex(self, values):
        return [values[v] for v in range(self.n)]


def graph_tool_graph(n, directed, edges):
    graph = gt.Graph(directed=directed)
    graph.add_vertex(n)
    graph.add_edge_list([(u, v) for u, v, _ in edges])
    graph.ep.weight = graph.new_ep("double", vals=[w for _, _, w in edges])
    graph.ep.tenths = graph.new_ep("int", vals=[round(10 * w) for _, _, w in edges])
    return graph


def unit(x):
    """Euclidean norm 1; the sign is arbitrary."""
    norm = np.linalg.norm(x)
    return np.abs(x) / norm if norm > 0 else x


def shares(x):
    total = np.sum(np.abs(x))
    return np.abs(x) / total if total > 0 else np.full(len(x), 1 / max(len(x), 1))


class Disagreement(Exception):
    """Two peers differ from each other: the comparison itself is wrong."""


def agree(what, a, b, tolerance):
    for x, y in zip(a, b, strict=True):
        if not same(x, y, tolerance):
            raise Disagreement(f"{what}: {x} and {y}")


def same(x, y, tolerance):
    if x is None or y is None:
        return True
    if math.isnan(x) or math.isnan(y):
        return math.isnan(x) and math.isnan(y)
    return x == y or abs(x - y) <= tolerance * max(abs(x), abs(y)) + 1e-3 * tolerance
