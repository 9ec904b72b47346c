"""What follows paths: betweenness, closeness and their kin. Weights are distances.

Every difference in definition is in the peer_*.py, at the measure that it concerns. A value that no
peer defines is None and is not compared.
"""
import graph_tool as gt
import graph_tool.centrality
import networkx as nx
import numpy as np
import scipy.sparse
from peer_graphs import NAN, agree

EXACT = 1e-11


def betweenness(p):
    """igraph: parallel edges are different paths there as here. graph-tool, for which only lengths
    that agree to the last bit are equal, is given whole numbers."""
    if not p.case.edges:
        return [0.0] * p.n
    theirs = p.igraph.betweenness(directed=p.case.directed, weights=p.weights)
    agree("betweenness, igraph and graph-tool", theirs, graph_tool_betweenness(p)[0].a, EXACT)
    return theirs


def edge_betweenness(p):
    """As betweenness, by edge."""
    if not p.case.edges:
        return []
    theirs = p.igraph.edge_betweenness(directed=p.case.directed, weights=p.weights)
    agree("edge betweenness, igraph and graph-tool", theirs, graph_tool_betweenness(p)[1].a, EXACT)
    return theirs


def graph_tool_betweenness(p):
    weight = p.graph_tool.ep.tenths if p.weighted else None
    return graph_tool.centrality.betweenness(p.graph_tool, weight=weight, norm=False)


def distances(p):
    """SciPy: from row to column, infinite where there is no path."""
    ends = list(p.shortest.edges(data="weight"))
    u, v, w = zip(*ends) if ends else ((), (), ())
    matrix = scipy.sparse.csr_matrix((w, (u, v)), shape=(p.n, p.n))
    return scipy.sparse.csgraph.dijkstra(matrix, directed=p.case.directed)


def graph_tool_closeness(p, **kind):
    """graph-tool counts distances from the vertex, so it is given the arcs reversed."""
    graph = gt.GraphView(p.graph_tool, reversed=p.case.directed)
    return graph_tool.centrality.closeness(graph, weight=graph.ep.weight, **kind).a


def closeness(p):
    """graph-tool: within what reaches the vertex, and not a number where nothing does."""
    theirs = p.by_vertex(nx.closeness_centrality(p.shortest, distance="weight", wf_improved=True))
    if p.n > 1:
        reached = np.isfinite(distances(p)).sum(axis=0)
        others = np.nan_to_num(graph_tool_closeness(p)) * (reached - 1) / (p.n - 1)
        agree("closeness, NetworkX and graph-tool", theirs, others, EXACT)
    return theirs


def harmonic(p):
    theirs = p.by_vertex(nx.harmonic_centrality(p.shortest, distance="weight"))
    others = graph_tool_closeness(p, harmonic=True, norm=False) if p.n > 0 else []
    agree("harmonic, NetworkX and graph-tool", theirs, others, EXACT)
    return theirs


def eccentricity(p):
    """Among the vertices that reach it."""
    if p.n == 0:
        return []
    d = distances(p)
    theirs = np.where(np.isfinite(d), d, 0.0).max(axis=0)
    if not p.weighted:
        agree("eccentricity, SciPy and igraph", theirs, p.igraph.eccentricity(mode="in"), EXACT)
    return theirs


def average_distance(p):
    """From the vertices that reach it; missing where there are none."""
    if p.n == 0:
        return []
    d = distances(p)
    total = np.where(np.isfinite(d), d, 0.0).sum(axis=0)
    others = np.isfinite(d).sum(axis=0) - 1
    return [t / k if k > 0 else NAN for t, k in zip(total, others)]
