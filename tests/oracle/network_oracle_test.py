"""What `info --full` says of a network's tail and its Laplacian, against SciPy.

The laws of the tail are fitted by SciPy's simplex from several starts, on sums taken term by term;
likelihoods, Vuong's deviations and p follow from the formulas of algorithms/structure/degrees/tail_rivals.hpp.
"""
import json
import math
import pathlib
import random
import tempfile
import unittest

import numpy as np
from scipy import optimize, sparse, special, stats
from scipy.sparse.linalg import eigsh

import program

FAR = 60_000  # terms of a sum that are taken one by one


def preferential(n, k, power, seed):
    """Newcomers join k others, drawn by their degree to a power."""
    draw = random.Random(seed)
    degree = [1.0] * n
    edges = {(0, 1)}
    for v in range(2, n):
        weights = [d ** power for d in degree[:v]]
        for u in set(draw.choices(range(v), weights, k=k)):
            edges.add((u, v))
            degree[u] += 1
            degree[v] += 1
    return sorted(edges)


def ring_with_shortcuts(n, shortcuts, seed):
    draw = random.Random(seed)
    edges = {(v, (v + 1) % n) for v in range(n - 1)} | {(0, n - 1)}
    while len(edges) < n + shortcuts:
        u, v = sorted((draw.randrange(n), draw.randrange(n)))
        if u < v:
            edges.add((u, v))
    return sorted(edges)


def figures(folder, edges, name):
    path = pathlib.Path(folder) / f"{name}.csv"
    program.write_csv(path, ("source", "target"), [(f"v{u}", f"v{v}") for u, v in edges])
    said = json.loads(program.output("info", path, "--full", "--format", "json", "--quiet"))
    return {row["item"]: row["value"] for section in ("degrees", "components")
            for row in said[section]}


def degrees(edges):
    count = {}
    for edge in edges:
        for v in edge:
            count[v] = count.get(v, 0) + 1
    return np.array(sorted(count.values()))


class Law:
    """A logarithm of f with parameters; its sum from the start on, up to FAR."""

    def __init__(self, log_f, starts):
        self.log_f, self.starts = log_f, starts

    def log_p(self, parameters, x, start):
        k = np.arange(start, start + FAR, dtype=float)
        with np.errstate(all="ignore"):
            logs = self.log_f(parameters, k)
            value = self.log_f(parameters, x) - special.logsumexp(logs)
        return value if np.all(np.isfinite(value)) else np.full(len(x), -1e9)

    def fit(self, x, start):
        found = [optimize.minimize(lambda p: -np.sum(self.log_p(p, x, start)), at,
                                   method="Nelder-Mead",
                                   options={"xatol": 1e-7, "fatol": 1e-9, "maxiter": 600})
                 for at in self.starts]
        return min(found, key=lambda one: one.fun).x


LAWS = {
    "an exponential": Law(lambda p, x: -np.exp(p[0]) * x, [[-1.0]]),
    "a log-normal": Law(
        lambda p, x: -np.log(x) - (np.log(x) - p[0]) ** 2 / (2 * np.exp(2 * p[1])),
        [[1.0, 0.0], [-3.0, 0.7]]),
    "a stretched exponential": Law(
        lambda p, x: (np.exp(p[1]) - 1) * np.log(x) - np.exp(p[0]) * x ** np.exp(p[1]),
        [[0.0, -0.5], [1.0, -1.2]]),
    "a truncated power law": Law(lambda p, x: -p[0] * np.log(x) - np.exp(p[1]) * x,
                                 [[1.5, -3.0], [2.5, -6.0]]),
}


class Tail(unittest.TestCase):
    """Each law, its ratio and its p."""

    def check(self, edges, name):
        with tempfile.TemporaryDirectory() as folder:
            said = figures(folder, edges, name)
        start, exponent = said["tail: starts at degree"], said["tail: exponent"]
        x = degrees(edges)
        x = x[x >= start].astype(float)
        self.assertEqual(len(x), said["tail: entities"])
        found = optimize.minimize_scalar(
            lambda a: a * np.sum(np.log(x)) + len(x) * math.log(special.zeta(a, start)),
            bounds=(1.01, 20), method="bounded", options={"xatol": 1e-9})
        self.assertAlmostEqual(exponent, found.x, delta=1e-5)
        power = -exponent * np.log(x) - math.log(special.zeta(exponent, start))
        for law_name, law in LAWS.items():
            with self.subTest(graph=name, law=law_name):
                other = law.log_p(law.fit(x, start), x, start)
                ratio = power - other
                item = f"tail: against {law_name}"
                if law_name == "a truncated power law":
                    expected = min(0.0, np.sum(ratio))
                    p = stats.chi2.sf(-2 * expected, 1)
                else:
                    expected = np.sum(ratio) / (math.sqrt(len(x)) * np.std(ratio))
                    p = 2 * stats.norm.sf(abs(expected))
                self.assertAlmostEqual(said[item], expected, delta=2e-3)
                self.assertAlmostEqual(said[item + ", p"], p, delta=2e-3)

    def test_tails_of_several_kinds(self):
        for seed, (k, power) in enumerate([(2, 1.0), (3, 0.6), (2, 0.8), (4, 0.3)]):
            self.check(preferential(900, k, power, seed), f"preferential-{k}-{power}")


class Laplacian(unittest.TestCase):
    """Algebraic connectivity beyond what a dense solver does."""

    def check(self, edges, n, name):
        with tempfile.TemporaryDirectory() as folder:
            said = figures(folder, edges, name)["algebraic connectivity"]
        u, v = np.array(edges).T
        ones = np.ones(len(edges))
        adjacency = sparse.coo_matrix((ones, (u, v)), shape=(n, n)).tocsc()
        adjacency = adjacency + adjacency.T
        laplacian = sparse.diags(np.asarray(adjacency.sum(axis=1)).ravel()) - adjacency
        values = eigsh(laplacian.tocsc(), k=3, sigma=-1e-3, which="LM", tol=1e-13,
                       return_eigenvectors=False)
        expected = sorted(values)[1]
        self.assertAlmostEqual(said / expected, 1.0, delta=1e-9, msg=name)

    def test_rings_and_hubs(self):
        self.check(ring_with_shortcuts(3000, 30, 1), 3000, "ring")
        self.check(ring_with_shortcuts(6000, 2500, 2), 6000, "small-world")
        self.check(preferential(2500, 3, 1.0, 3), 2500, "hubs")


if __name__ == "__main__":
    unittest.main()
