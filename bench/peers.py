"""graph-tool and NetworkX in the benchmark: bench_centrality starts this with a pipe to either end.

usage: peers.py graph-tool|NetworkX FILE directed|undirected

Says its name, the threads that it can use and its kernels on a line. Then for each line "KERNEL THREADS" it answers "SECONDS COUNT",
the seconds of the call alone, and COUNT doubles as bytes; or a line "error WHY".
"""
import sys
import time

import numpy as np


def edges_of(path):
    with open(path, "rb") as file:
        return np.fromstring(file.read(), dtype=np.int64, sep=" ").reshape(-1, 2)


def lengths_of(edges):
    """As length_of() in edges.cpp."""
    ends = np.sort(edges, axis=1).astype(np.uint64)
    mixed = ends[:, 0] * np.uint64(0x9E3779B97F4A7C15) + ends[:, 1] * np.uint64(0xC2B2AE3D27D4EB4F)
    return (mixed >> np.uint64(40)) % np.uint64(9) + np.uint64(1)


def unit(x):
    return np.abs(x) / np.linalg.norm(x)


def shares(x):
    return np.abs(x) / np.abs(x).sum()


def smallest_members(label):
    """For each vertex the smallest vertex of its component."""
    first = np.full(label.max() + 1, len(label))
    np.minimum.at(first, label, np.arange(len(label)))
    return first[label]


class GraphTool:
    """A kernel returns a call, and what brings its result to the form of the benchmark."""
    most_threads = 2

    def __init__(self, edges, directed):
        import graph_tool
        from graph_tool import centrality, clustering, topology

        self.name = f"graph-tool {graph_tool.__version__.split()[0]}"
        self.library, self.centrality = graph_tool, centrality
        self.clustering, self.topology = clustering, topology
        self.directed = directed
        self.graph = graph_tool.Graph(directed=directed)
        self.graph.add_vertex(int(edges.max()) + 1)
        self.graph.add_edge_list(edges)
        self.lengths = self.graph.new_ep("double", vals=lengths_of(edges))
        self.backwards = graph_tool.GraphView(self.graph, reversed=directed)
        self.alpha = 0.0
        self.kernels = {
            "closeness": lambda: self.closeness(None),
            "harmonic": lambda: (lambda: self.centrality.closeness(
                self.backwards, harmonic=True, norm=False), lambda x: x.a),
            "betweenness": lambda: self.betweenness(0, None),
            "edge-betweenness": lambda: self.betweenness(1, None),
            "weighted-closeness": lambda: self.closeness(self.lengths),
            "weighted-betweenness": lambda: self.betweenness(0, self.lengths),
            "pagerank": lambda: (lambda: centrality.pagerank(self.graph, epsilon=1e-10),
                                 lambda x: x.a),
            "pagerank-12": lambda: (lambda: centrality.pagerank(self.graph, epsilon=1e-12),
                                    lambda x: x.a),
            "eigenvector": lambda: (lambda: centrality.eigenvector(self.graph, epsilon=1e-10),
                                    lambda x: unit(x[1].a)),
            "hits": lambda: (lambda: centrality.hits(self.graph, epsilon=1e-10), lambda x:
                             np.concatenate([shares(x[2].a), shares(x[1].a)])),
            "katz": self.katz,
            "clustering": lambda: (lambda: clustering.local_clustering(
                self.graph, undirected=True), lambda x: x.a),
            "core": lambda: (lambda: topology.kcore_decomposition(
                library_undirected(graph_tool, self.graph)), lambda x: x.a),
            "components": lambda: (lambda: topology.label_components(
                self.graph, directed=False)[0], lambda x: smallest_members(x.a)),
        }
        if directed:
            del self.kernels["clustering"]  # reciprocal pairs count twice
            for name in ("closeness", "weighted-closeness"):  # no count of who reaches a vertex
                self.kernels.pop(name, None)

    def threads(self, count):
        self.library.openmp_set_num_threads(count)

    def betweenness(self, which, weight):
        return (lambda: self.centrality.betweenness(self.graph, weight=weight, norm=False),
                lambda x: x[which].a)

    def closeness(self, weight):
        """graph-tool's is within what reaches the vertex: its share of all comes from harmonic
        counts, outside the clock."""

        def scaled(values):
            label, count = self.topology.label_components(self.graph, directed=False)
            size = count[label.a] - 1.0
            return np.nan_to_num(values.a) * size / (len(size) - 1)

        return lambda: self.centrality.closeness(self.backwards, weight=weight), scaled

    def katz(self):
        """alpha as ours: 0.9 / lambda."""
        if self.alpha == 0.0:
            value, _ = self.centrality.eigenvector(self.graph, epsilon=1e-13)
            self.alpha = 0.9 / value
        return (lambda: self.centrality.katz(self.graph, alpha=self.alpha, epsilon=1e-10),
                lambda x: unit(x.a))


def library_undirected(library, graph):
    return library.GraphView(graph, directed=False) if graph.is_directed() else graph


class NetworkX:
    most_threads = 1

    def __init__(self, edges, directed):
        import networkx as nx

        self.name = f"NetworkX {nx.__version__}"
        self.n = int(edges.max()) + 1
        self.graph = nx.DiGraph() if directed else nx.Graph()
        self.graph.add_nodes_from(range(self.n))
        self.graph.add_weighted_edges_from(
            (int(u), int(v), int(w)) for (u, v), w in zip(edges, lengths_of(edges)))
        g = self.graph
        both = nx.Graph(g)
        whole = {
            "pagerank": lambda: nx.pagerank(g, tol=1e-10 / self.n, max_iter=1000, weight=None),
            "core": lambda: nx.core_number(both),
            "triangles": lambda: nx.triangles(both),
            "clustering": lambda: nx.clustering(both),
        }
        if self.n * g.number_of_edges() < 2e7:
            whole |= {
                "closeness": lambda: nx.closeness_centrality(g),
                "harmonic": lambda: nx.harmonic_centrality(g),
                "betweenness": lambda: nx.betweenness_centrality(g, normalized=False),
            }
            whole |= {"weighted-" + name: call for name, call in {
                "closeness": lambda: nx.closeness_centrality(g, distance="weight"),
                "betweenness": lambda: nx.betweenness_centrality(
                    g, normalized=False, weight="weight"),
            }.items()}
        self.kernels = {name: lambda call=call: (call, self.by_vertex)
                        for name, call in whole.items()}

    def threads(self, count):
        pass

    def by_vertex(self, values):
        return np.array([values[v] for v in range(self.n)])


def answer(library, kernel, threads):
    library.threads(threads)
    call, convert = library.kernels[kernel]()
    begin = time.perf_counter()
    result = call()
    seconds = time.perf_counter() - begin
    values = np.ascontiguousarray(convert(result), dtype=np.float64)
    return f"{seconds} {len(values)}\n".encode() + values.tobytes()


def main():
    kind = {"graph-tool": GraphTool, "NetworkX": NetworkX}[sys.argv[1]]
    library = kind(edges_of(sys.argv[2]), sys.argv[3] == "directed")
    out = sys.stdout.buffer
    out.write(f"{library.name}: {library.most_threads} {' '.join(library.kernels)}\n".encode())
    out.flush()
    for line in sys.stdin:
        kernel, threads = line.split()
        try:
            out.write(answer(library, kernel, int(threads)))
        except Exception as trouble:  # said in the table's stead, where it happened
            out.write(f"error {type(trouble).__name__}: {trouble}".replace("\n", " ").encode())
            out.write(b"\n")
        out.flush()


if __name__ == "__main__":
    main()
