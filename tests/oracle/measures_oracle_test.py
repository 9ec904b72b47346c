"""Every measure of the catalogue against other software (NetworkX, igraph, graph-tool, SciPy): more
than a thousand random graphs each, and the data sets that ship.

A measure that is in the catalogue and compared with nothing is a failure, unless peers.py says why.
"""
import collections
import itertools
import multiprocessing
import os
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import peers  # noqa: E402
import program  # noqa: E402
from peer_graphs import NAN, Peers, same  # noqa: E402
from random_graphs import Case, many_cases  # noqa: E402

TOLERANCE = 1e-9  # relative
GRAPHS = 1000  # at least so many with values to compare, for each measure
CATALOGUE = program.catalogue()


def reads(measure, case):
    """Whether the measure can read the graph's weights."""
    use = CATALOGUE[measure]["weights"]
    return case.meaning == "none" or use in ("none", case.meaning)


def readable(references, case):
    return [name for name in references if name in CATALOGUE and reads(name, case)]


def number(text):
    return float(text) if text else NAN


class Report:
    """Lines that tell what is wrong, and in how many graphs each measure was compared."""

    def __init__(self):
        self.wrong, self.graphs, self.values = [], collections.Counter(), 0

    def compare(self, place, measure, ours, theirs):
        """`ours` and `theirs`: what the value is of, and the value."""
        if [key for key, _ in ours] != [key for key, _ in theirs]:
            self.wrong.append(f"{place}: {measure} is about {[key for key, _ in ours][:3]}…, "
                              f"expected {[key for key, _ in theirs][:3]}…")
            return
        compared = sum(value is not None for _, value in theirs)
        self.values += compared
        self.graphs[measure] += compared > 0
        for (key, value), (_, expected) in zip(ours, theirs):
            if not same(value, expected, TOLERANCE):
                self.wrong.append(f"{place}: {measure} of {key} is {value}, peers say {expected}")
                return

    def merge(self, other):
        self.wrong += other.wrong
        self.graphs += other.graphs
        self.values += other.values


def compare_vertices(report, place, case, ids, path, flags):
    ours = program.measured(path, ["all"], flags)
    p = Peers(case)
    for measure in readable(peers.VERTICES, case):
        if measure not in ours:
            report.wrong.append(f"{place}: {measure} is missing")
            continue
        report.compare(place, measure, list(zip(ours["id"], map(number, ours[measure]))),
                       list(zip(ids, peers.VERTICES[measure](p), strict=True)))


def by_edge(pairs, values):
    """Sorted by the ends, then by the value, since parallel edges have no name."""
    return sorted(zip(pairs, values, strict=True),
                  key=lambda row: (row[0], row[1] is not None and row[1]))


def compare_edges(report, place, case, ids, path, flags):
    measures = readable(peers.EDGES, case)
    if not measures:
        return
    ours = program.measured(path, measures, flags)
    ends = [tuple(ids[v] for v in (e[:2] if case.directed else sorted(e[:2]))) for e in case.edges]
    p = Peers(case)
    for measure in measures:
        pairs = list(zip(ours["source"], ours["target"]))
        report.compare(place, measure, by_edge(pairs, map(number, ours[measure])),
                       by_edge(ends, peers.EDGES[measure](p)))


def compare(report, place, case, ids, path, flags):
    try:
        compare_vertices(report, place, case, ids, path, flags)
        compare_edges(report, place, case, ids, path, flags)
    except Exception as trouble:  # peers that disagree, a program that refuses: for this graph
        report.wrong.append(f"{place}: {type(trouble).__name__}: {trouble}")


def check_random(numbered):
    """One of the random graphs; every other one that an edge list can hold is given as one."""
    i, case = numbered
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder) / "graph"
        plain = case.edges and not case.has_isolates() and i % 2 == 0
        path = (program.write_edge_list if plain else program.write_package)(case, place)
        compare(report, case.name, case, case.ids, path, program.options(case))
    return report


def default_selection(folder, directed):
    """The data set as the program takes it unasked: realised, not unverified, parallels merged."""
    rows = program.rows_of(folder / "entities.csv")
    ids = sorted((row["id"] for row in rows), key=str.encode)
    place = {entity: v for v, entity in enumerate(ids)}
    pairs = set()
    for row in program.rows_of(folder / "relations.csv"):
        if (row.get("status") or "realised") != "realised" or row.get("confidence") == "unverified":
            continue
        u, v = place[row["source"]], place[row["target"]]
        pairs.add((u, v) if directed else (min(u, v), max(u, v)))
    return ids, Case(folder.name, len(ids), directed, "none", [(u, v, 1.0) for u, v in sorted(pairs)])


def check_dataset(chosen):
    name, directed = chosen
    report = Report()
    folder = program.SOURCE / "datasets" / name
    ids, case = default_selection(folder, directed)
    way = "directed" if directed else "undirected"
    compare(report, f"{name}, {way}", case, ids, folder, ["--" + way])
    return report


def check_catalogue(report):
    """What has no reference must say why, and what is said must still be true."""
    known = {"entities": peers.VERTICES, "edges": peers.EDGES}
    for name, measure in CATALOGUE.items():
        if (name in known[measure["of"]]) == (name in peers.WITHOUT_PEER):
            report.wrong.append(f"{name} is compared with nothing, or said to be: see peers.py")
    for name in [*peers.VERTICES, *peers.EDGES, *peers.WITHOUT_PEER]:
        if name not in CATALOGUE:
            report.wrong.append(f"{name} is in peers.py and not in the catalogue")
    for name in [*peers.VERTICES, *peers.EDGES]:
        if report.graphs[name] < GRAPHS:
            report.wrong.append(f"{name} was compared on {report.graphs[name]} graphs only")


def main():
    report = Report()
    datasets = ["ai-summits", "southern-women", "florentine-families", "karate", "krackhardt-kite"]
    with multiprocessing.Pool(os.cpu_count()) as pool:
        large = pool.imap_unordered(check_dataset, itertools.product(datasets, (False, True)))
        small = pool.imap(check_random, enumerate(many_cases()), chunksize=16)
        for part in itertools.chain(small, large):
            report.merge(part)
    check_catalogue(report)
    for line in report.wrong[:40]:
        print(line)
    print(f"{report.values} values compared, {min(report.graphs.values())} graphs a measure or "
          f"more, {len(report.wrong)} differences")
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
