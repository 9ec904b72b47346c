"""What counts: degrees, cores, triangles, cuts, and who brokers."""
import graph_tool as gt
import graph_tool.clustering
import graph_tool.topology
import igraph
import networkx as nx
import numpy as np
from peer_graphs import NAN, SMALL, agree

EXACT = 1e-11


def degrees(p, ends, weight=None):
    if not p.case.directed:
        return p.by_vertex(dict(p.multi.degree(weight=weight)))
    return p.by_vertex(dict(getattr(p.multi, ends)(weight=weight)))


def core(p):
    theirs = p.by_vertex(nx.core_number(p.undirected))
    others = graph_tool.topology.kcore_decomposition(p.graph_tool_simple).a if p.n > 0 else []
    agree("core, NetworkX and graph-tool", theirs, others, 0)
    return theirs


def clustering(p):
    theirs = p.by_vertex(nx.clustering(p.undirected))
    others = graph_tool.clustering.local_clustering(p.graph_tool_simple).a if p.n > 0 else []
    agree("clustering, NetworkX and graph-tool", theirs, np.nan_to_num(others), EXACT)
    return theirs


def triangles(p):
    theirs = p.by_vertex(nx.triangles(p.undirected))
    if p.n <= SMALL:
        closed = np.diag(np.linalg.matrix_power(p.simple_matrix, 3)) / 2 if p.n > 0 else []
        agree("triangles, NetworkX and closed walks", theirs, closed, EXACT)
    return theirs


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


def opsahl_degree(p):
    """alpha = 1/2: the geometric mean of degree and strength."""
    return list(np.sqrt(np.multiply(degrees(p, "degree"), degrees(p, "degree", "weight"))))


def onion(p):
    return p.by_vertex(nx.onion_layers(p.undirected))


def truss(p):
    """The largest k whose truss NetworkX finds to hold the edge; parallel edges share theirs."""
    largest = {tuple(sorted(e)): 2 for e in p.undirected.edges}
    k = 3
    while p.n > 0:
        held = [tuple(sorted(e)) for e in nx.k_truss(p.undirected, k).edges]
        if not held:
            break
        largest |= dict.fromkeys(held, k)
        k += 1
    return [largest.get((min(u, v), max(u, v)), 0) for u, v, _ in p.case.edges]


def articulation(p):
    """How many components more there are without the vertex. graph-tool knows which do that."""
    if p.n == 0:
        return []
    before = nx.number_connected_components(p.undirected)
    result = []
    for v in range(p.n):
        rest = p.undirected.subgraph(set(range(p.n)) - {v})
        alone = p.undirected.degree(v) == 0
        result.append(0 if alone else nx.number_connected_components(rest) - before)
    cuts = graph_tool.topology.label_biconnected_components(p.graph_tool_simple)[1].a
    agree("articulation, NetworkX and graph-tool", [k > 0 for k in result], cuts, 0)
    return result


def bridge(p):
    """igraph on the undirected graph with its parallel edges."""
    graph = igraph.Graph(p.n, [(u, v) for u, v, _ in p.case.edges])
    found = set(graph.bridges()) if p.case.edges else set()
    return [float(e in found) for e in range(len(p.case.edges))]
