"""graph-tool and NetworkX in bench_communities: started as peers.py is, and answers as it does.

An answer's values are labels, one a vertex. graph-tool finds a degree-corrected block model of least
description length; NetworkX has Louvain.
"""
import pathlib
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


class NetworkX:
    most_threads = 1

    def __init__(self, edges, directed):
        import networkx as nx

        self.name = f"NetworkX {nx.__version__}"
        self.n = int(edges.max()) + 1
        self.graph = nx.DiGraph() if directed else nx.Graph()
        self.graph.add_nodes_from(range(self.n))
        self.graph.add_edges_from((int(u), int(v)) for u, v in edges)
        self.seed = 0
        self.kernels = {"louvain": lambda: (lambda: self.louvain(nx), self.labels)}

    def louvain(self, nx):
        self.seed += 1
        return nx.community.louvain_communities(self.graph, seed=self.seed)

    def labels(self, groups):
        label = np.zeros(self.n)
        for number, group in enumerate(groups):
            label[list(group)] = number
        return label

    def threads(self, count):
        pass


def main():
    kind = {"graph-tool": GraphTool, "networkx": NetworkX}[sys.argv[1]]
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
