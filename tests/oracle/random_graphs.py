"""Small random graphs, the same on every machine: what the program is compared with other software on."""
import itertools
import random
from dataclasses import dataclass, field

KINDS = [(d, m) for d in (False, True) for m in ("none", "strength", "distance")]


@dataclass
class Case:
    """A graph of vertices 0..n-1. `meaning` says what weights mean: none, strength or distance."""

    name: str
    n: int
    directed: bool
    meaning: str
    edges: list = field(default_factory=list)  # (source, target, weight)

    @property
    def ids(self):
        return [f"v{v:03d}" for v in range(self.n)]

    def has_isolates(self):
        return len({end for u, v, _ in self.edges for end in (u, v)}) < self.n


def weight(draw, meaning):
    """Tenths, so that different paths are often equally long but for rounding."""
    return 1.0 if meaning == "none" else draw.randint(1, 30) / 10


def pairs(draw, n, shape):
    """The edges of one shape, without weights."""
    if shape == "sparse":
        return [(draw.randrange(n), draw.randrange(n)) for _ in range(draw.randint(0, n))]
    if shape == "dense":
        return [(u, v) for u in range(n) for v in range(n) if u < v and draw.random() < 0.4]
    if shape == "bipartite":
        half = n // 2
        return [(u, v) for u in range(half) for v in range(half, n) if draw.random() < 0.3]
    if shape == "islands":  # three parts without an edge between them
        drawn = [(draw.randrange(n), draw.randrange(n)) for _ in range(3 * n)]
        return [(u, v) for u, v in drawn if u % 3 == v % 3]
    if shape == "tree":
        return [(draw.randrange(v), v) for v in range(1, n)]
    return [(v, (v + 1) % n) for v in range(n)] + [(draw.randrange(n), draw.randrange(n))]  # ring


def messy(draw, edges, n):
    """Loops and parallel edges thrown in."""
    extra = [(draw.randrange(n),) * 2 for _ in range(draw.randint(0, 3))]
    return edges + extra + draw.sample(edges, min(len(edges), draw.randint(0, 4)))


def cases(count=300, seed=20260216):
    """Every kind of graph in turn: direction x meaning x shape x clean or messy."""
    draw = random.Random(seed)
    shapes = ["sparse", "dense", "bipartite", "islands", "tree", "ring"]
    result = [Case(f"{m}-{n}-{'directed' if d else 'undirected'}", n, d, m)
              for d, m in KINDS for n in (0, 1)]
    while len(result) < count:
        i = len(result)
        directed, meaning = KINDS[i % len(KINDS)]
        shape = shapes[(i // len(KINDS)) % len(shapes)]
        n = draw.randint(2, 24)
        drawn = pairs(draw, n, shape)
        if shape == "sparse":
            drawn = messy(draw, drawn, n)
        elif i % 2 == 0:
            drawn = messy(draw, sorted({(min(p), max(p)) if not directed else p
                                        for p in drawn if p[0] != p[1]}), n)
        else:
            drawn = sorted({(min(p), max(p)) if not directed else p
                            for p in drawn if p[0] != p[1]})
        if directed:
            drawn = [(u, v) if draw.random() < 0.6 else (v, u) for u, v in drawn]
        edges = [(u, v, weight(draw, meaning)) for u, v in drawn]
        result.append(Case(f"{shape}-{i}", n, directed, meaning, edges))
    return result


def every_graph(n, directed):
    """All simple graphs on n labelled vertices, without weights."""
    ends = itertools.permutations(range(n), 2) if directed else itertools.combinations(range(n), 2)
    ends = list(ends)
    for chosen in itertools.product((False, True), repeat=len(ends)):
        edges = [(u, v, 1.0) for (u, v), there in zip(ends, chosen) if there]
        number = sum(there << i for i, there in enumerate(chosen))
        yield Case(f"every-{n}-{'directed' if directed else 'undirected'}-{number}", n, directed,
                   "none", edges)


def clique(vertices):
    return list(itertools.combinations(vertices, 2))


def odd_pairs(draw, n, shape):
    """Graphs on few vertices that have something that algorithms trip over."""
    if shape == "soup":  # anything: loops, parallel and reciprocal edges
        return [(draw.randrange(n), draw.randrange(n)) for _ in range(draw.randint(0, 2 * n + 2))]
    if shape == "loops":  # hardly anything else
        return [(v, v) for v in range(n) for _ in range(draw.randint(0, 2))] + [(0, n - 1)]
    if shape == "star":  # some rays doubled, some vertices left alone
        return [(0, draw.randrange(n)) for _ in range(n)]
    if shape == "barbell":  # two cliques, a bridge or two, and pendants
        half, bridges = (n + 1) // 2, draw.randint(1, 2) if n > 1 else 0
        return clique(range(half)) + clique(range(half, n - 1)) + [
            (draw.randrange(half), draw.randrange(half, n)) for _ in range(bridges)]
    if shape == "twins":  # vertices with the same neighbours
        hubs = range(max(1, n // 3))
        return [(h, v) for v in range(len(hubs), n) for h in hubs if draw.random() < 0.8]
    if shape == "reciprocal":  # arcs both ways, so that no direction is one
        drawn = [(draw.randrange(n), draw.randrange(n)) for _ in range(n)]
        return drawn + [(v, u) for u, v in drawn]
    return [(v, draw.randrange(v + 1, n)) for v in range(n - 1) for _ in range(2)]  # no cycle


def odd_case(draw, i):
    shapes = ["soup", "loops", "star", "barbell", "twins", "reciprocal", "acyclic"]
    directed, meaning = KINDS[i % len(KINDS)]
    shape = shapes[(i // len(KINDS)) % len(shapes)]
    n = draw.randint(1, 9)
    edges = [(u, v, weight(draw, meaning)) for u, v in odd_pairs(draw, n, shape)]
    return Case(f"{shape}-{i}", n, directed, meaning, edges)


def many_cases(odd=1350, seed=20260217):
    """More than a thousand graphs for each measure, however it reads weights: the cases above, every
    graph on four vertices and every directed one on three, and odd ones."""
    draw = random.Random(seed)
    return [*cases(), *every_graph(4, False), *every_graph(3, True),
            *(odd_case(draw, i) for i in range(odd))]
