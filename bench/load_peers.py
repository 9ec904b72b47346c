"""graph-tool and NetworkX in the benchmark of loading: bench_load starts this for each.

usage: load_peers.py graph-tool|networkx edges|names|graphml|gexf|small FILE

Prints "SECONDS VERTICES EDGES BYTES": of the reading alone, and what the process holds afterwards.
"""
import resource
import sys
import time


def graph_tool_reader(kind, path):
    import graph_tool as gt

    if kind == "graphml":
        return lambda: gt.load_graph(path, fmt="graphml")
    delimiter = " " if kind == "edges" else ","
    return lambda: gt.load_graph_from_csv(path, hashed=kind == "names", skip_first=kind == "names",
                                          csv_options={"delimiter": delimiter})


def networkx_reader(kind, path):
    import networkx as nx

    if kind == "gexf":
        return lambda: nx.read_gexf(path)
    if kind == "graphml":
        return lambda: nx.read_graphml(path)
    return lambda: nx.read_edgelist(path, create_using=nx.MultiGraph)


def counts(graph):
    if hasattr(graph, "num_vertices"):
        return graph.num_vertices(), graph.num_edges()
    return graph.number_of_nodes(), graph.number_of_edges()


def resident():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def main():
    peer, kind, path = sys.argv[1:]
    read = {"graph-tool": graph_tool_reader, "networkx": networkx_reader}[peer](kind, path)
    begin = time.perf_counter()
    graph = read()
    seconds = time.perf_counter() - begin
    print(seconds, *counts(graph), resident())


if __name__ == "__main__":
    main()
