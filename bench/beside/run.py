#!/usr/bin/env python3
"""Ours and the peers beside, run after run; one table of all in OUT/beside.md, as of the last run.

usage: run.py OURS BESIDE GRAPHS OUT [RUN]...

OURS is the folder of bench_centrality, BESIDE that of the programs of this folder, GRAPHS that of the
edge lists. Without names all runs are made, in this order; "list" in place of OURS tells them, with
about how long each takes on two quiet cores. See README.md.
"""
import json
import pathlib
import subprocess
import sys
import time

import tables
from runs import RUNS


def command(ours, beside, graphs, out, run):
    given = [ours / run.program, "--graph", graphs / f"{run.graph}.txt", "--name", run.graph,
             "--output", out / run.name, "--long-run", str(run.long_run)]
    peers = [str(beside / f"beside_{peer}") for peer in run.beside]
    given += ["--beside", ",".join(peers)] * bool(peers) + ["--without", ",".join(run.without)]
    truth = graphs / f"{run.graph}.txt.truth"
    if run.program == "bench_communities":
        given += ["--methods", ",".join(run.kernels), "--runs", str(run.repeats)]
        return given + (["--truth", truth] if truth.exists() else [])
    given += ["--kernels", ",".join(run.kernels), "--repeats", str(run.repeats)]
    return given + ["--directed"] * run.directed + ["--memory"] * run.memory


def results(out):
    """Of all runs that have one, this time's or an earlier one's."""
    rows, peaks, found, in_python = [], {}, [], []
    for run in RUNS:
        if run.program == "bench_communities" and (out / f"{run.name}.md").exists():
            (found if run.beside else in_python).append((run.graph, (out / f"{run.name}.md").read_text()))
        elif (out / f"{run.name}.json").exists():
            result = json.loads((out / f"{run.name}.json").read_text())
            rows += [(run.graph, row) for row in result["kernels"]]
            if "reading peak, MB" in result:
                peaks[run.graph] = result["reading peak, MB"]
    return "\n".join([tables.of_kernels(rows), tables.of_peaks(peaks), tables.of_communities(found),
                      tables.of_communities(in_python), tables.of_memory(found + in_python)])


def main():
    if sys.argv[1:] == ["list"]:
        for run in RUNS:
            print(f"{run.name:24} {run.seconds:5} s  {','.join(run.kernels)}")
        print(f"together {sum(run.seconds for run in RUNS) / 60:.0f} minutes")
        return 0
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    ours, beside, graphs, out = map(pathlib.Path, sys.argv[1:5])
    out.mkdir(parents=True, exist_ok=True)
    known = {run.name: run for run in RUNS}
    unknown = set(sys.argv[5:]) - set(known)
    if unknown:
        sys.exit(f"no such run: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    wanted = [known[name] for name in sys.argv[5:]] or RUNS
    failed = 0
    for run in wanted:
        begin = time.monotonic()
        with open(out / f"{run.name}.log", "w", encoding="utf-8") as log:
            code = subprocess.run(command(ours, beside, graphs, out, run), stdout=log,
                                  stderr=subprocess.STDOUT, check=False).returncode
        wrong = code not in (0, 1)  # 1: an answer differs, which the table says
        failed |= wrong
        told = f", failed: see {out / run.name}.log" if wrong else ""
        print(f"{run.name}: {time.monotonic() - begin:.0f} s{told}", flush=True)
        (out / "beside.md").write_text(results(out), encoding="utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main())
