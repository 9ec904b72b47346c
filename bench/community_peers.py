"""graph-tool, NetworkX and python-louvain in bench_communities: started as peers.py is, answers as it does.

An answer's values are labels, one a vertex. graph-tool finds a degree-corrected block model of least
description length; NetworkX has Louvain and label propagation, python-louvain has Louvain.
"""
import pathlib
import random
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from peers import answer, edges_of  # noqa: E402

LARGEST_BLOCK_MODEL = 200_000  # edges; beyond it takes many minutes


class GraphTool:
    most_threads = 2

    def __init__(self, edges, directed):
        import graph_tool
        from graph_tool import inference

        self.library, self.inference = graph_tool, inference
        self.name = f"graph-tool {graph_tool.__version__.split()[0]}"
        self.graph = graph_tool.Graph(directed=directed)
        self.graph.add_vertex(int(edges.max()) + 1)
        self.graph.add_edge_list(edges)
        self.kernels = {}
        if len(edges) <= LARGEST_BLOCK_MODEL:
            self.kernels["block-model"] = lambda: (
                lambda: self.inference.minimize_blockmodel_dl(self.graph),
                lambda state: np.array(state.get_blocks().a))
        graph_tool.seed_rng(1)

    def threads(self, count):
        self.library.openmp_set_num_threads(count)


def networkx_graph(nx, edges, directed):
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(int(edges.max()) + 1))
    graph.add_edges_from((int(u), int(v)) for u, v in edges)
    return graph


class NetworkX:
    most_threads = 1

    def __init__(self, edges, directed):
        import networkx as nx

        self.name = f"NetworkX {nx.__version__}"
        self.n = int(edges.max()) + 1
        self.graph = networkx_graph(nx, edges, directed)
        self.seed = 0
        methods = {"louvain": nx.community.louvain_communities,
                   "label-propagation": nx.community.asyn_lpa_communities}
        self.kernels = {name: lambda method=method: (lambda: self.found(method), self.labels)
                        for name, method in methods.items()}

    def found(self, method):
        self.seed += 1
        return list(method(self.graph, seed=self.seed))

    def labels(self, groups):
        label = np.zeros(self.n)
        for number, group in enumerate(groups):
            label[list(group)] = number
        return label

    def threads(self, count):
        pass


class PythonLouvain:
    """Debian's tells no version of its own. Unasked it visits vertices in the order of their numbers, at every
    call the same: here in an order by chance, as all others do."""
    most_threads = 1
    name = "python-louvain"

    def __init__(self, edges, directed):
        import community
        import networkx as nx

        self.graph = networkx_graph(nx, edges, directed)
        self.seed = 0
        self.kernels = {} if directed else {
            "louvain": lambda: (lambda: self.louvain(community), self.labels)}

    def louvain(self, library):
        self.seed += 1
        random.seed(self.seed)
        return library.best_partition(self.graph, randomize=True)

    def labels(self, community_of):
        return np.array([community_of[v] for v in range(len(community_of))])

    def threads(self, count):
        pass


def main():
    known = {"graph-tool": GraphTool, "NetworkX": NetworkX, "python-louvain": PythonLouvain}
    kind = known[sys.argv[1]]
    library = kind(edges_of(sys.argv[2]), sys.argv[3] == "directed")
    out = sys.stdout.buffer
    out.write(f"{library.name}: {library.most_threads} {' '.join(library.kernels)}\n".encode())
    out.flush()
    for line in sys.stdin:
        kernel, threads = line.split()
        try:
            out.write(answer(library, kernel, int(threads)))
        except Exception as trouble:  # said in the table's stead, where it happened
            out.write(f"error {type(trouble).__name__}: {trouble}\n".encode())
        out.flush()


if __name__ == "__main__":
    main()
