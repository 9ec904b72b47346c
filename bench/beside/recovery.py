#!/usr/bin/env python3
"""What is found of communities that are known: ours and the peers, graph by graph, in OUT/recovery.md.

usage: recovery.py OURS GRAPHS OUT [--beside FOLDER] [--methods METHOD,…] [--tables] [GRAPH]...

OURS is the folder of bench_communities and bench_generate. Graphs that GRAPHS lacks are made there.
FOLDER holds programs of this folder; without it Debian's igraph, graph-tool, NetworkX and python-louvain
take part alone. Measured are all methods on all graphs, or those named; the tables are of whatever has been
measured so far. --tables measures nothing. One thread: figures here hang on seeds, not on the machine.
"""
import argparse
import pathlib
import subprocess
import sys
import time

import recovery_tables as tables

ALL = ("louvain", "leiden-2", "leiden", "leiden-auto", "label-propagation", "infomap", "block-model")
LARGE = ALL[:-1]
QUICK = ("leiden-2", "label-propagation")
BESIDE = {"louvain": ("igraph", "networkit", "gve"), "leiden-2": ("igraph", "networkit", "gve"),
          "leiden": ("igraph", "leidenalg"), "label-propagation": ("igraph", "networkit"),
          "infomap": ("igraph", "networkit", "infomap")}
MIXINGS = ("0.1", "0.3", "0.5", "0.7")
SMALL = ("karate", "southern-women", "florentine-families", "football")
# the methods and how many seeds; the words for bench_generate are the name's, but for two
GRAPHS = {name: (ALL, 10) for name in SMALL}
GRAPHS |= {f"lfr-{size}-{mixing}": (ALL, 10) for size in (1000, 10000) for mixing in MIXINGS}
GRAPHS |= {"planted": (ALL, 10)}
GRAPHS |= {f"lfr-100000-{mixing}": (LARGE, 3) for mixing in MIXINGS}
GRAPHS |= {f"lfr-1000000-{mixing}": (QUICK, 1) for mixing in ("0.3", "0.5")}


def make(ours, graphs, name):
    path = graphs / f"{name}.txt"
    if path.exists():
        return
    if name in SMALL:
        script = pathlib.Path(__file__).parent.parent / "datasets.py"
        subprocess.run([sys.executable, script, graphs], check=True)
        return
    words = ["planted", "100", "100", "12", "8"] if name == "planted" else name.split("-")
    subprocess.run([ours / "bench_generate", *words, path], check=True)


def measure(given, name, method):
    path = given.graphs / f"{name}.txt"
    words = [given.ours / "bench_communities", "--graph", path, "--name", name, "--methods", method,
             "--threads", "1", "--runs", str(GRAPHS[name][1]), "--long-run", "3",
             "--output", given.out / f"{name}.{method}"]
    truth = path.with_name(f"{name}.txt.truth")
    words += ["--truth", truth] if truth.exists() else []
    if method == "leiden-auto":
        words.append("--ours")
    elif given.beside:
        peers = [given.beside / f"beside_{peer}" for peer in BESIDE.get(method, ())]
        words += ["--beside", ",".join(str(peer) for peer in peers if peer.exists())] if peers else []
        words += ["--without", "igraph"] if (given.beside / "beside_igraph").exists() else []
    begin = time.monotonic()
    with open(given.out / f"{name}.{method}.log", "w", encoding="utf-8") as log:
        code = subprocess.run(words, stdout=log, stderr=subprocess.STDOUT, check=False).returncode
    told = f", failed: see {log.name}" if code else ""
    print(f"{name} {method}: {time.monotonic() - begin:.0f} s{told}", flush=True)
    return code


def results(out):
    found = [(name, (out / f"{name}.{method}.md").read_text(encoding="utf-8"))
             for name, (methods, _) in GRAPHS.items() for method in methods
             if (out / f"{name}.{method}.md").exists()]
    parts = {"What is found": tables.of_recovery(found),
             "Which resolution": tables.of_resolutions(found),
             "Modularity": tables.of_modularity(found),
             "Every program": tables.of_agreement(found),
             "Where ours finds less than the best peer by the same method": tables.of_shortfalls(found)}
    return "\n".join(f"## {title}\n\n{table}" for title, table in parts.items())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("ours", type=pathlib.Path)
    parser.add_argument("graphs", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--beside", type=pathlib.Path, help="the programs of bench/beside")
    parser.add_argument("--methods", help="all unless given")
    parser.add_argument("--tables", action="store_true", help="of what has been measured")
    parser.add_argument("names", nargs="*", metavar="GRAPH", help=f"of {', '.join(GRAPHS)}")
    given = parser.parse_intermixed_args()  # names may follow options
    asked = given.methods.split(",") if given.methods else ALL
    unknown = [name for name in given.names if name not in GRAPHS]
    unknown += [method for method in asked if method not in ALL]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(GRAPHS)} and {', '.join(ALL)}")
    for folder in (given.graphs, given.out):
        folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    for name in [] if given.tables else given.names or GRAPHS:
        methods = [method for method in GRAPHS[name][0] if method in asked]
        if methods:
            make(given.ours, given.graphs, name)
        for method in methods:
            failed |= measure(given, name, method) != 0
    (given.out / "recovery.md").write_text(results(given.out), encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
