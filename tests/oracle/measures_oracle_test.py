"""Every measure against NetworkX and igraph: 300 random graphs and the data sets that ship.

Runs the program itself, so that loading, selecting and printing are compared as well.
"""
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import peers  # noqa: E402
from random_graphs import Case, cases  # noqa: E402

PROGRAM = os.environ["SUMMITRY_PROGRAM"]
SOURCE = pathlib.Path(os.environ["SUMMITRY_SOURCE"])
TOLERANCE = 1e-9  # relative

# Against the partition that our own community detection finds: no peer has that partition.
WITHOUT_PEER = {"participation"}


def write_csv(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def resource(name, *fields):
    return {"name": name, "path": f"{name}.csv", "profile": "tabular-data-resource",
            "schema": {"fields": [{"name": f, "type": "number" if f == "weight" else "string"}
                                  for f in fields]}}


def write_package(case, folder):
    """A data package: the only form that can hold isolates, and nobody at all."""
    folder.mkdir()
    ids = case.ids
    entity, relation, source = ("id", "kind", "name"), ("source", "type", "target", "weight"), (
        "id", "title")
    write_csv(folder / "entities.csv", entity, [(i, "organisation", i.upper()) for i in ids])
    write_csv(folder / "relations.csv", relation,
              [(ids[u], "knows", ids[v], w) for u, v, w in case.edges])
    write_csv(folder / "sources.csv", source, [])
    (folder / "datapackage.json").write_text(json.dumps({
        "name": "random", "title": "A random graph", "version": "1.0.0",
        "resources": [resource("entities", *entity), resource("relations", *relation),
                      resource("sources", *source)]}), encoding="utf-8")
    return folder


def write_edge_list(case, folder):
    path = folder.with_suffix(".csv")
    ids = case.ids
    write_csv(path, ("source", "target", "weight"), [(ids[u], ids[v], w) for u, v, w in case.edges])
    return path


def options(case):
    flags = ["--directed" if case.directed else "--undirected", "--parallel-relations", "keep"]
    if case.meaning != "none":
        flags += ["--weights", "weight", "--weights-mean", case.meaning]
    return flags


def measured(path, flags):
    """What the program prints, as columns by name."""
    run = subprocess.run(
        [PROGRAM, "measure", str(path), "--measures", "all", "--format", "csv", "--quiet", *flags],
        capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip() or f"exit {run.returncode}")
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    header = next(csv.reader(io.StringIO(run.stdout)))
    return {name: [row[name] for row in rows] for name in header}


def number(text):
    return float(text) if text else peers.NAN


def differences(name, ids, ours, case):
    """One line a measure that differs, and how many values were compared."""
    if ours["id"] != ids:
        return [f"{name}: entities {ours['id'][:3]}…, expected {ids[:3]}…"], 0
    wrong, compared = [], 0
    expected = peers.expected(case)
    for measure, theirs in expected.items():
        if measure not in ours:
            wrong.append(f"{name}: {measure} is missing")
            continue
        for entity, text, value in zip(ids, ours[measure], theirs):
            compared += value is not None
            if not peers.same(number(text), value, TOLERANCE):
                wrong.append(f"{name}: {measure} of {entity} is {text or 'missing'}, "
                             f"peers say {value}")
                break
    unknown = set(ours) - {"id", "kind", "name"} - set(expected) - WITHOUT_PEER
    wrong += [f"{name}: {measure} is compared with nothing" for measure in sorted(unknown)]
    return wrong, compared


def check_random(folder):
    wrong, compared = [], 0
    for i, case in enumerate(cases()):
        plain = case.edges and not case.has_isolates() and i % 2 == 0
        place = folder / f"graph{i:03d}"
        path = write_edge_list(case, place) if plain else write_package(case, place)
        more, count = differences(case.name, case.ids, measured(path, options(case)), case)
        wrong += more
        compared += count
    return wrong, compared


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def default_selection(folder, directed):
    """The data set as the program takes it unasked: realised, not unverified, parallels merged."""
    ids = sorted((row["id"] for row in rows_of(folder / "entities.csv")), key=str.encode)
    place = {entity: v for v, entity in enumerate(ids)}
    pairs = set()
    for row in rows_of(folder / "relations.csv"):
        if (row.get("status") or "realised") != "realised" or row.get("confidence") == "unverified":
            continue
        u, v = place[row["source"]], place[row["target"]]
        pairs.add((u, v) if directed else (min(u, v), max(u, v)))
    return ids, Case(folder.name, len(ids), directed, "none", [(u, v, 1.0) for u, v in sorted(pairs)])


def check_datasets():
    wrong, compared = [], 0
    names = ["florentine-families", "karate", "krackhardt-kite", "southern-women", "ai-summits"]
    for name in names:
        folder = SOURCE / "datasets" / name
        for directed in (False, True):
            ids, case = default_selection(folder, directed)
            ours = measured(folder, ["--directed" if directed else "--undirected"])
            more, count = differences(f"{name}, {'' if directed else 'un'}directed", ids, ours, case)
            wrong += more
            compared += count
    return wrong, compared


def main():
    with tempfile.TemporaryDirectory() as folder:
        wrong, compared = check_random(pathlib.Path(folder))
    more, count = check_datasets()
    wrong += more
    compared += count
    for line in wrong[:40]:
        print(line)
    print(f"{compared} values compared, {len(wrong)} differences")
    # Far fewer comparisons than there are would mean that the test has lost its subject.
    return 1 if wrong or compared < 50000 else 0


if __name__ == "__main__":
    sys.exit(main())
