"""Which other software answers for which measure, and why none does for some.
"""
from peer_cohesion import (articulation, bridge, clustering, constraint, core, degrees,
                           effective_size, onion, opsahl_degree, triangles, truss)
from peer_flow import (current_flow_betweenness, current_flow_closeness, information, laplacian,
                       spanning_edge)
from peer_paths import (average_distance, betweenness, closeness, eccentricity, edge_betweenness,
                        harmonic)
from peer_spectral import (authority, bonacich_power, communicability, eigenvector, hub, katz,
                           pagerank, subgraph_centrality)

VERTICES = {
    "degree": lambda p: degrees(p, "degree"),
    "in-degree": lambda p: degrees(p, "in_degree"),
    "out-degree": lambda p: degrees(p, "out_degree"),
    "strength": lambda p: degrees(p, "degree", "weight"),
    "in-strength": lambda p: degrees(p, "in_degree", "weight"),
    "out-strength": lambda p: degrees(p, "out_degree", "weight"),
    "opsahl-degree": opsahl_degree,
    "laplacian": laplacian,
    "betweenness": betweenness,
    "closeness": closeness,
    "harmonic": harmonic,
    "eccentricity": eccentricity,
    "average-distance": average_distance,
    "eigenvector": eigenvector,
    "pagerank": pagerank,
    "katz": katz,
    "hub": hub,
    "authority": authority,
    "bonacich-power": bonacich_power,
    "communicability": communicability,
    "subgraph-centrality": subgraph_centrality,
    "current-flow-betweenness": current_flow_betweenness,
    "current-flow-closeness": current_flow_closeness,
    "information": information,
    "core": core,
    "onion": onion,
    "clustering": clustering,
    "triangles": triangles,
    "articulation": articulation,
    "constraint": constraint,
    "effective-size": effective_size,
}

EDGES = {
    "edge-betweenness": edge_betweenness,
    "spanning-edge": spanning_edge,
    "truss": truss,
    "bridge": bridge,
}

# Why nothing is compared.
WITHOUT_PEER = {
    "approximate-betweenness": "random: its error bound is a test of its own; exact when small",
    "within-module-z": "against the partition that our own community detection finds",
    "participation": "against the partition that our own community detection finds",
}
