"""What NetworkX and igraph say about a graph, brought to our definitions.

Every difference in definition is in this file, at the measure that it concerns. A value that no
peer defines is None and is not compared.
"""
import math
import warnings

import igraph
import networkx as nx
import numpy as np

warnings.filterwarnings("ignore")

NAN = float("nan")
SMALL = 200  # vertices


class Peers:
    """One graph in the forms that the peers want."""

    def __init__(self, case):
        self.case = case
        self.n = case.n
        self.weighted = case.meaning != "none"
        self.multi = self.filled(nx.MultiDiGraph() if case.directed else nx.MultiGraph())
        self.shortest = self.merged(case.directed, min)  # parallel edges: the shortest counts
        self.joined = self.merged(case.directed, sum)  # parallel edges add up
        self.undirected = self.merged(False, sum)  # reciprocal ones as well
        self.matrix = self.adjacency()

    def filled(self, graph):
        graph.add_nodes_from(range(self.n))
        graph.add_edges_from((u, v, {"weight": w}) for u, v, w in self.case.edges)
        return graph

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

    def adjacency(self):
        """Sums of weights; an undirected loop stands once, as in NetworkX."""
        if self.n == 0:
            return np.zeros((0, 0))
        return nx.to_numpy_array(self.multi, nodelist=range(self.n), weight="weight")

    def joined_with_loops(self):
        """Sums of parallel edges in a simple graph that keeps loops."""
        kind = nx.DiGraph if self.case.directed else nx.Graph
        return nx.from_numpy_array(self.matrix, create_using=kind)

    def igraph(self):
        graph = igraph.Graph(self.n, [(u, v) for u, v, _ in self.case.edges],
                             directed=self.case.directed)
        return graph, [w for _, _, w in self.case.edges] if self.weighted else None

    def by_vertex(self, values):
        return [values[v] for v in range(self.n)]


def unit(x):
    """Euclidean norm 1; numpy's sign is arbitrary."""
    norm = np.linalg.norm(x)
    return np.abs(x) / norm if norm > 0 else x


def shares(x):
    total = np.sum(np.abs(x))
    return np.abs(x) / total if total > 0 else np.full(len(x), 1 / max(len(x), 1))


def degrees(p, ends, weight=None):
    if not p.case.directed:
        return p.by_vertex(dict(p.multi.degree(weight=weight)))
    return p.by_vertex(dict(getattr(p.multi, ends)(weight=weight)))


def betweenness(p):
    """igraph: parallel edges are different paths there as here."""
    if p.n == 0 or not p.case.edges:
        return [0.0] * p.n
    graph, weights = p.igraph()
    return graph.betweenness(directed=p.case.directed, weights=weights)


def closeness(p):
    return p.by_vertex(nx.closeness_centrality(p.shortest, distance="weight", wf_improved=True))


def harmonic(p):
    return p.by_vertex(nx.harmonic_centrality(p.shortest, distance="weight"))


def eigenvector(p):
    """Undirected: numpy's eigenspace, onto which a uniform vector is projected, which is the only
    eigenvector where there is one (checked against NetworkX then). Directed: only where the largest
    eigenvalue is simple; no cycle at all: zeros, as igraph."""
    if p.n == 0:
        return []
    if not p.case.edges:
        return [1 / math.sqrt(p.n)] * p.n
    if p.case.directed:
        return left_eigenvector(p)
    values, vectors = np.linalg.eigh(p.matrix)
    space = vectors[:, values > values[-1] * (1 - 1e-9)]
    result = unit(space @ (space.T @ np.ones(p.n)))
    if space.shape[1] == 1 and p.n > 2:
        theirs = nx.eigenvector_centrality_numpy(p.joined_with_loops(), weight="weight")
        agree("eigenvector, numpy and NetworkX", result, unit(np.array(p.by_vertex(theirs))), 1e-7)
    return list(result)


def left_eigenvector(p):
    values, vectors = np.linalg.eig(p.matrix.T)
    largest = np.max(np.abs(values))
    if nx.is_directed_acyclic_graph(p.multi):
        return [0.0] * p.n
    near = [i for i, value in enumerate(values) if abs(value - largest) < 1e-3 * largest]
    if len(near) != 1:
        return [None] * p.n
    return list(unit(np.real(vectors[:, near[0]])))


def pagerank(p):
    if p.n == 0:
        return []
    theirs = nx.pagerank(p.multi, alpha=0.85, tol=1e-15, max_iter=2000, weight="weight")
    if p.case.edges and (p.case.directed or not any(u == v for u, v, _ in p.case.edges)):
        graph, weights = p.igraph()
        agree("pagerank, NetworkX and igraph", p.by_vertex(theirs),
              graph.pagerank(weights=weights, damping=0.85), 1e-9)
    return p.by_vertex(theirs)


def katz(p):
    if p.n == 0:
        return []
    largest = np.max(np.abs(np.linalg.eigvals(p.matrix)))
    if p.case.directed and nx.is_directed_acyclic_graph(p.multi):
        largest = 1.0  # rounding leaves something like 1e-5 of a zero here
    alpha = 0.9 / largest if largest > 0 else 0.9
    graph = p.joined_with_loops()
    return p.by_vertex(nx.katz_centrality_numpy(graph, alpha=alpha, weight="weight"))


def hits(p):
    """numpy's singular vectors, onto which uniform hubs are projected; checked against NetworkX
    where the pair is unique."""
    if p.n == 0 or not p.case.edges:
        return shares(np.zeros(p.n)), shares(np.zeros(p.n))
    left, values, _ = np.linalg.svd(p.matrix)
    space = left[:, values > values[0] * (1 - 1e-9)]
    hub = space @ (space.T @ np.ones(p.n))
    hub, authority = shares(hub), shares(p.matrix.T @ hub)
    if space.shape[1] == 1 and p.n > 2:
        theirs, _ = nx.hits(p.joined_with_loops(), max_iter=10000, tol=1e-12)
        agree("hub, numpy and NetworkX", hub, p.by_vertex(theirs), 1e-7)
    return hub, authority


def core(p):
    return p.by_vertex(nx.core_number(p.undirected))


def clustering(p):
    return p.by_vertex(nx.clustering(p.undirected))


def triangles(p):
    return p.by_vertex(nx.triangles(p.undirected))


def constraint(p):
    """Loops are left out; missing without contacts. Weights also where there are none, so that
    parallel and reciprocal edges add up. igraph is given the arcs; NetworkX the undirected graph,
    because in a directed one it has no value for a vertex that nothing leaves, and only if it is
    small, because it takes its time."""
    edges = list(p.joined.edges(data="weight"))
    graph = igraph.Graph(p.n, [e[:2] for e in edges], directed=p.case.directed)
    theirs = graph.constraint(weights=[e[2] for e in edges]) if edges else [NAN] * p.n
    if p.n <= SMALL:
        agree("constraint, NetworkX and igraph", theirs,
              p.by_vertex(nx.constraint(p.undirected, weight="weight")), 1e-9)
    return theirs


def effective_size(p):
    """NetworkX on the undirected graph, as for constraint. In a large one only where all that joins
    pairs is the same, for which it has a faster way."""
    weights = {w for _, _, w in p.undirected.edges(data="weight")}
    if p.n > SMALL and len(weights) > 1:
        return [None] * p.n
    weight = "weight" if p.n <= SMALL else None
    return p.by_vertex(nx.effective_size(p.undirected, weight=weight))


def by_component(p, small, compute):
    """`compute` for components of at least three vertices, `small(size)` for the others."""
    result = [0.0] * p.n
    for members in nx.connected_components(p.undirected):
        values = compute(p.undirected.subgraph(members)) if len(members) > 2 else None
        for v in members:
            result[v] = values[v] if values else small(p, v, len(members))
    return result


def current_flow_betweenness(p):
    """NetworkX normalizes; ours is the sum over pairs. It takes a sum over all pairs from another:
    what is left at the end of a single edge, through which nothing passes, is rounding."""

    def compute(part):
        pairs = (len(part) - 1) * (len(part) - 2) / 2
        theirs = nx.current_flow_betweenness_centrality(
            part, normalized=True, weight="weight", solver="full")
        return {v: value * pairs if value > 1e-14 else 0.0 for v, value in theirs.items()}

    return by_component(p, lambda *_: 0.0, compute)


def information(p):
    """NetworkX leaves out the number of vertices; two joined by w have resistance 1/w."""

    def compute(part):
        theirs = nx.information_centrality(part, weight="weight", solver="full")
        return {v: value * len(part) for v, value in theirs.items()}

    def small(peers, v, size):
        return NAN if size == 1 else 2 * peers.undirected.degree(v, weight="weight")

    return by_component(p, small, compute)


class Disagreement(Exception):
    """Two peers differ from each other: the comparison itself is wrong."""


def agree(what, a, b, tolerance):
    for x, y in zip(a, b):
        if not same(x, y, tolerance):
            raise Disagreement(f"{what}: {x} and {y}")


def same(x, y, tolerance):
    if x is None or y is None:
        return True
    if math.isnan(x) or math.isnan(y):
        return math.isnan(x) and math.isnan(y)
    return abs(x - y) <= tolerance * max(abs(x), abs(y)) + 1e-3 * tolerance


def expected(case):
    """Values of every measure that reads the graph's weights, by name."""
    p = Peers(case)
    result = {
        "degree": degrees(p, "degree"),
        "in-degree": degrees(p, "in_degree"),
        "out-degree": degrees(p, "out_degree"),
        "core": core(p),
        "clustering": clustering(p),
        "triangles": triangles(p),
    }
    if case.meaning != "distance":
        hub, authority = hits(p)
        result |= {
            "strength": degrees(p, "degree", "weight"),
            "in-strength": degrees(p, "in_degree", "weight"),
            "out-strength": degrees(p, "out_degree", "weight"),
            "eigenvector": eigenvector(p),
            "pagerank": pagerank(p),
            "katz": katz(p),
            "hub": list(hub),
            "authority": list(authority),
            "constraint": constraint(p),
            "effective-size": effective_size(p),
            "current-flow-betweenness": current_flow_betweenness(p),
            "information": information(p),
        }
    if case.meaning != "strength":
        result |= {
            "betweenness": betweenness(p),
            "closeness": closeness(p),
            "harmonic": harmonic(p),
        }
    return result
