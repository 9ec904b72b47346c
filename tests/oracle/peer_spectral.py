"""What multiplies by the adjacency matrix: eigenvector, PageRank and their kin. Weights are
strengths.
"""
import math

import graph_tool.centrality
import networkx as nx
import numpy as np
import scipy.linalg
from peer_graphs import agree, shares, unit


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
        theirs = nx.eigenvector_centrality_numpy(p.joined_with_loops, weight="weight")
        agree("eigenvector, numpy and NetworkX", result, unit(np.array(p.by_vertex(theirs))), 1e-7)
    return list(result)


def left_eigenvector(p):
    if p.acyclic:
        return [0.0] * p.n
    values, vectors = np.linalg.eig(p.matrix.T)
    largest = np.max(np.abs(values))
    near = [i for i, value in enumerate(values) if abs(value - largest) < 1e-3 * largest]
    if len(near) != 1:
        return [None] * p.n
    result = unit(np.real(vectors[:, near[0]]))
    if np.sort(np.abs(values))[-2:-1].sum() < 0.9 * largest:
        _, theirs = graph_tool.centrality.eigenvector(
            p.graph_tool, weight=p.graph_tool.ep.weight, epsilon=1e-15, max_iter=2000)
        agree("eigenvector, numpy and graph-tool", result, unit(theirs.a), 1e-7)
    return list(result)


def pagerank(p):
    """igraph and graph-tool count an undirected loop twice."""
    if p.n == 0:
        return []
    theirs = p.by_vertex(
        nx.pagerank(p.multi, alpha=0.85, tol=1e-15, max_iter=2000, weight="weight"))
    if p.case.edges and (p.case.directed or not p.has_loops):
        others = p.igraph.pagerank(weights=p.weights, damping=0.85)
        agree("pagerank, NetworkX and igraph", theirs, others, 1e-9)
        others = graph_tool.centrality.pagerank(p.graph_tool, weight=p.graph_tool.ep.weight,
                                                epsilon=1e-15, max_iter=2000)
        agree("pagerank, NetworkX and graph-tool", theirs, others.a, 1e-9)
    return theirs


def largest_eigenvalue(p):
    """Rounding leaves something like 1e-5 of a zero where there is no cycle."""
    if p.n == 0 or (p.case.directed and p.acyclic):
        return 0.0
    return np.max(np.abs(np.linalg.eigvals(p.matrix)))


def katz(p):
    """alpha = 0.9 / lambda, or 0.9 where there is no cycle. graph-tool counts an undirected loop
    twice."""
    if p.n == 0:
        return []
    largest = largest_eigenvalue(p)
    alpha = 0.9 / largest if largest > 0 else 0.9
    theirs = p.by_vertex(
        nx.katz_centrality_numpy(p.joined_with_loops, alpha=alpha, weight="weight"))
    if p.case.directed or not p.has_loops:
        others = graph_tool.centrality.katz(p.graph_tool, alpha=alpha, epsilon=1e-15,
                                            weight=p.graph_tool.ep.weight, max_iter=2000)
        agree("katz, NetworkX and graph-tool", theirs, unit(others.a), 1e-9)
    return theirs


def bonacich_power(p):
    """The system solved by numpy for the default beta. igraph has it in R alone."""
    if p.n == 0:
        return []
    if not p.case.edges:
        return [0.0] * p.n
    largest = largest_eigenvalue(p)
    beta = 0.9 / largest if largest > 0 else 0.9
    x = np.linalg.solve(np.eye(p.n) - beta * p.matrix, p.matrix.sum(axis=1))
    return list(x * math.sqrt(p.n / (x @ x)))


def exponential(p):
    return scipy.linalg.expm(p.matrix) if p.n > 0 else np.zeros((0, 0))


def communicability(p):
    """SciPy."""
    return exponential(p).sum(axis=1)


def subgraph_centrality(p):
    """SciPy; NetworkX where it has it, for simple graphs without weights."""
    theirs = np.diag(exponential(p))
    if p.n > 1 and not p.case.directed and not p.has_loops and p.matrix.max() == 1.0:
        others = p.by_vertex(nx.subgraph_centrality(p.undirected))
        agree("subgraph centrality, SciPy and NetworkX", theirs, others, 1e-9)
    return theirs


def hubs_and_authorities(p):
    """numpy's singular vectors, onto which uniform hubs are projected; checked against NetworkX
    where the pair is unique."""
    if p.n == 0 or not p.case.edges:
        return shares(np.zeros(p.n)), shares(np.zeros(p.n))
    left, values, _ = np.linalg.svd(p.matrix)
    space = left[:, values > values[0] * (1 - 1e-9)]
    hub = space @ (space.T @ np.ones(p.n))
    hub, authority = shares(hub), shares(p.matrix.T @ hub)
    if space.shape[1] == 1 and p.n > 2:
        theirs, _ = nx.hits(p.joined_with_loops, max_iter=10000, tol=1e-12)
        agree("hub, numpy and NetworkX", hub, p.by_vertex(theirs), 1e-7)
    return hub, authority


def hub(p):
    return hubs_and_authorities(p)[0]


def authority(p):
    return hubs_and_authorities(p)[1]
