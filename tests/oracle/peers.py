"""Which other software answers for which measure, and why none does for some.
"""
from peer_cohesion import (clustering, constraint, core, degrees, effective_size, triangles)
from peer_flow import current_flow_betweenness, information
from peer_paths import (betweenness, closeness, harmonic)
from peer_spectral import authority, eigenvector, hub, katz, pagerank

VERTICES = {
    "degree": lambda p: degrees(p, "degree"),
    "in-degree": lambda p: degrees(p, "in_degree"),
    "out-degree": lambda p: degrees(p, "out_degree"),
    "strength": lambda p: degrees(p, "degree", "weight"),
    "in-strength": lambda p: degrees(p, "in_degree", "weight"),
    "out-strength": lambda p: degrees(p, "out_degree", "weight"),
    "betweenness": betweenness,
    "closeness": closeness,
    "harmonic": harmonic,
    "eigenvector": eigenvector,
    "pagerank": pagerank,
    "katz": katz,
    "hub": hub,
    "authority": authority,
    "current-flow-betweenness": current_flow_betweenness,
    "information": information,
    "core": core,
    "clustering": clustering,
    "triangles": triangles,
    "constraint": constraint,
    "effective-size": effective_size,
}

EDGES = {}

# Why nothing is compared.
WITHOUT_PEER = {
    "participation": "against the partition that our own community detection finds",
}
