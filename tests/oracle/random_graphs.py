"""Small random graphs, the same on every machine: what the program is compared with other software on."""
import random
from dataclasses import dataclass, field


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
    kinds = [(d, m) for d in (False, True) for m in ("none", "strength", "distance")]
    result = [Case(f"{m}-{n}-{'directed' if d else 'undirected'}", n, d, m)
              for d, m in kinds for n in (0, 1)]
    while len(result) < count:
        i = len(result)
        directed, meaning = kinds[i % len(kinds)]
        shape = shapes[(i // len(kinds)) % len(shapes)]
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
