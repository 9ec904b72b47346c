"""What run.py measures: a run is one process of ours with its peers on one graph."""
from dataclasses import dataclass

DEBIAN = ("igraph", "Boost.Graph", "graph-tool", "NetworkX", "python-louvain")


@dataclass(frozen=True)
class Run:
    name: str
    graph: str
    kernels: tuple
    beside: tuple
    seconds: int  # that it takes about
    without: tuple = DEBIAN  # of the peers that Debian packages
    directed: bool = False
    memory: bool = False
    repeats: int = 5
    long_run: float = 2.0  # seconds; what takes longer runs once
    program: str = "bench_centrality"


def communities(graph, methods, beside, seconds, repeats=3):
    """Small graphs from forty seeds: what is found there differs most from one to the next."""
    return Run(f"communities-{graph}", graph, methods, beside, seconds, repeats=repeats,
               long_run=30.0, program="bench_communities")


def in_python(graph, seconds):
    """With Debian's graph-tool, NetworkX and python-louvain, each but for one run where it takes long."""
    return Run(f"python-{graph}", graph, ("louvain", "label-propagation", "block-model"), (), seconds,
               without=("igraph",), program="bench_communities")


PATHS = ("closeness", "harmonic", "eccentricity", "mean-distance")
LEADERS = ("estimate", "top-closeness", "top-harmonic")
WALKS = ("pagerank", "pagerank-12", "eigenvector", "hits")
LOCAL = ("triangles", "triangle-count", "clustering", "core", "components")
ALL = ("igraph", "networkit", "gapbs")
FAST = ("louvain", "leiden-2", "label-propagation")
METHODS = ("louvain", "leiden-2", "leiden", "label-propagation", "ten-seeds")


def in_double(graph, seconds):
    return Run(f"{graph}-double", graph, ("pagerank",), ("gapbs_double",), seconds)


RUNS = [
    Run("rmat18", "rmat18", (*WALKS, *LOCAL, "sampled-betweenness", "reading"), ALL, 190,
        memory=True),
    Run("astro-ph", "astro-ph", ("closeness", *LEADERS, *WALKS, *LOCAL), ALL, 50),
    Run("astro-ph-paths", "astro-ph", (*PATHS[1:], "betweenness", "edge-betweenness"),
        ("igraph",), 140, without=("igraph", "graph-tool", "NetworkX")),
    communities("astro-ph", (*METHODS, "infomap"),
                ("gve", "igraph", "networkit", "leidenalg", "infomap"), 240, 40),
    in_python("lfr-1000-0.5", 20), in_python("lfr-10000-0.5", 150),
    communities("lfr-10000-0.3", METHODS, ("gve", "igraph", "networkit"), 60, 40),
    communities("lfr-10000-0.5", METHODS, ("gve", "igraph", "networkit"), 60, 40),
    communities("lfr-100000-0.3", METHODS, ("gve", "igraph", "networkit"), 70),
    communities("lfr-100000-0.5", METHODS, ("gve", "igraph", "networkit"), 95),
    communities("lfr-1000000-0.5", FAST, ("gve", "igraph", "networkit"), 870),
    communities("debian", METHODS, ("gve", "igraph", "networkit"), 260, 20),
    communities("rmat18", FAST, ("gve", "igraph", "networkit"), 140),
    communities("rmat20", FAST, ("gve", "igraph", "networkit"), 600),
    Run("debian", "debian", (*PATHS[:3], *WALKS, "components"), ALL, 110, directed=True),
    Run("rmat14", "rmat14", (*PATHS[:3], *LEADERS), ("igraph", "networkit"), 55),
    Run("rmat14-betweenness", "rmat14", ("betweenness", "edge-betweenness"), ("igraph",), 130,
        without=("igraph", "graph-tool", "NetworkX")),
    Run("maintainers", "maintainers", ("betweenness", "edge-betweenness"), ("igraph",), 30,
        without=("igraph", "graph-tool", "NetworkX")),
    Run("astro-ph-lengths", "astro-ph", ("weighted-closeness", "weighted-betweenness"),
        ("igraph",), 130),
    Run("ba1m", "ba1m", ("pagerank", "core", "components", "triangle-count", "sampled-betweenness"),
        ALL, 180, repeats=3),
    Run("rmat20", "rmat20", ("pagerank", "core", "components", "reading"), ALL, 150, memory=True,
        repeats=3),
    in_double("rmat18", 20), in_double("ba1m", 30), in_double("rmat20", 60),
]
