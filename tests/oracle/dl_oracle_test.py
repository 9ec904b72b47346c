"""UCINET DL files that both igraph and our loader read: the same entities, relations and weights."""
import json
import pathlib
import random
import tempfile
import unittest

import igraph

import program

LABELS = ["ann", "bo", "c-3", "d.e", "Fay_G"]


def drawn(seed, values):
    """Labels and a square matrix of weights."""
    source = random.Random(seed)
    labels = LABELS[:source.randint(2, len(LABELS))]
    weights = [[source.choice(values) for _ in labels] for _ in labels]
    weights[0][-1] = 1  # without a relation igraph has no weights
    return labels, weights


def edges(labels, weights):
    return [(u, v, w) for u, row in enumerate(weights) for v, w in enumerate(row) if w != 0]


def full_matrix(labels, weights, embedded):
    rows = [" ".join(map(str, row)) for row in weights]
    if embedded:
        rows = [" ".join(labels)] + [f"{label} {row}" for label, row in zip(labels, rows)]
    return "fullmatrix", rows


def edge_list(labels, weights, embedded):
    names = labels if embedded else range(1, len(labels) + 1)
    return "edgelist1", [f"{names[u]} {names[v]} {w}" for u, v, w in edges(labels, weights)]


class DL(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)

    def ours(self, path):
        out = self.folder / "read.json"
        program.output("convert", path, out, "--format", "network-json", "--quiet")
        read = json.loads(out.read_text(encoding="utf-8"))
        return sorted((r["source"], r["target"], r["weight"]) for r in read["relations"])

    def igraphs(self, path):
        graph = igraph.Graph.Read_DL(str(path), directed=True)
        name = graph.vs["name"]
        weighted = "weight" in graph.es.attributes()  # a matrix of igraph's is of 0 and 1 alone
        return sorted((name[e.source], name[e.target], e["weight"] if weighted else 1)
                      for e in graph.es)

    def compare(self, labels, weights, write, embedded):
        form, rows = write(labels, weights, embedded)
        head = "labels embedded:" if embedded else "labels:\n" + "\n".join(labels)
        path = self.folder / "drawn.dl"
        path.write_text(f"DL n={len(labels)}\nformat = {form}\n{head}\ndata:\n"
                        + "\n".join(rows) + "\n")
        expected = sorted((labels[u], labels[v], w) for u, v, w in edges(labels, weights))
        self.assertEqual(expected, self.ours(path))
        self.assertEqual(self.igraphs(path), self.ours(path))

    def test_random_files(self):
        for seed in range(12):
            for write, values in ((full_matrix, [0, 1]), (edge_list, [0, 0, 1, 2.5, 1e6])):
                for embedded in (False, True):
                    with self.subTest(seed=seed, form=write.__name__, embedded=embedded):
                        self.compare(*drawn(seed, values), write, embedded)

    def test_node_list(self):
        path = self.folder / "nodes.dl"
        path.write_text("dl n=4\nformat = nodelist1\nlabels:\na,b,c,d\ndata:\n1 2 3\n3 1\n")
        graph = igraph.Graph.Read_DL(str(path), directed=True)
        theirs = sorted((graph.vs["name"][e.source], graph.vs["name"][e.target]) for e in graph.es)
        out = self.folder / "read.json"
        program.output("convert", path, out, "--format", "network-json", "--quiet")
        read = json.loads(out.read_text(encoding="utf-8"))
        self.assertEqual(theirs, sorted((r["source"], r["target"]) for r in read["relations"]))
        self.assertEqual(["a", "b", "c", "d"], [e["id"] for e in read["entities"]])


if __name__ == "__main__":
    unittest.main()
