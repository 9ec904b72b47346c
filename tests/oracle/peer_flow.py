"""What spreads over all paths together: current, resistance, energy. Weights are strengths, that is
conductances.
"""
import networkx as nx
import numpy as np
from peer_graphs import NAN


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
