"""The program itself on a graph: so that loading, selecting and printing are compared as well."""
import csv
import io
import json
import os
import pathlib
import subprocess

PROGRAM = os.environ["SUMMITRY_PROGRAM"]
SOURCE = pathlib.Path(os.environ["SUMMITRY_SOURCE"])


def output(*arguments):
    run = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True,
                         check=False)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip() or f"exit {run.returncode}")
    return run.stdout


def catalogue():
    """What the program says of its measures, by name."""
    listed = json.loads(output("catalogue", "measures", "--format", "json", "--quiet"))
    return {measure["measure"]: measure for measure in listed["measures"]}


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


def measured(path, measures, flags):
    """What the program prints, as columns of text by name. One thread: the graphs are small."""
    text = output("measure", path, "--measures", ",".join(measures), "--format", "csv", "--quiet",
                  "--threads", "1", *flags)
    header, *rows = csv.reader(io.StringIO(text))
    return dict(zip(header, zip(*rows))) if rows else {name: () for name in header}


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))
