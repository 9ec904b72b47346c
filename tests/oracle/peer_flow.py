"""What spreads over all paths together: current, resistance, energy. Weights are strengths, that is
conductances.
"""
import networkx as nx
import numpy as np
from peer_graphs import NAN, agree


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


def resistances(p):
    """By the pseudo-inverse of the Laplacian. Between components it means nothing."""
    laplacian = np.zeros((p.n, p.n))
    for u, v, w in p.undirected.edges(data="weight"):
        laplacian[[u, v], [u, v]] += w
        laplacian[u, v] = laplacian[v, u] = -w
    inverse = np.linalg.pinv(laplacian, hermitian=True) if p.n > 0 else laplacian
    diagonal = np.diag(inverse)
    return diagonal[:, None] + diagonal[None, :] - 2 * inverse


def current_flow_closeness(p):
    """Missing without neighbours. NetworkX on each component of three and more."""
    r = resistances(p)
    result = [NAN] * p.n
    for members in nx.connected_components(p.undirected):
        members = sorted(members)
        if len(members) < 2:
            continue
        for v in members:
            result[v] = 1 / r[v, members].sum()
        if 2 < len(members):
            theirs = nx.current_flow_closeness_centrality(
                p.undirected.subgraph(members), weight="weight", solver="full")
            agree("current-flow closeness, numpy and NetworkX",
                  [result[v] for v in members], [theirs[v] for v in members], 1e-8)
    return result


def spanning_edge(p):
    """A loop is in no tree."""
    r = resistances(p)
    return [w * r[u, v] if u != v else 0.0 for u, v, w in p.case.edges]


def laplacian(p):
    """By the definition: the energy lost without the vertex. NetworkX has it from version 3 on."""
    w = np.zeros((p.n, p.n))
    for u, v, weight in p.undirected.edges(data="weight"):
        w[u, v] = w[v, u] = weight

    def energy(joined):
        return np.square(joined.sum(axis=0)).sum() + np.square(joined).sum()

    rest = [np.delete(np.delete(w, v, axis=0), v, axis=1) for v in range(p.n)]
    return [energy(w) - energy(joined) for joined in rest]
