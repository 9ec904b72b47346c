"""The benchmark itself on a tiny graph: that graphs come out as stated, and answers agree."""
import json
import pathlib
import subprocess
import sys
import tempfile


def made(build, folder, *words):
    path = pathlib.Path(folder) / f"{words[0]}.txt"
    subprocess.run([build / "bench_generate", *words, path], check=True, stdout=subprocess.DEVNULL)
    edges = [tuple(map(int, line.split())) for line in path.read_text().splitlines()]
    assert all(u != v for u, v in edges), "a loop"
    assert len({(min(e), max(e)) for e in edges}) == len(edges), "a pair twice"
    used = {v for edge in edges for v in edge}
    assert used == set(range(len(used))), "a vertex without an edge"
    return path, len(used), len(edges)


def main():
    build = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        _, n, m = made(build, folder, "barabasi-albert", "200", "3")
        assert (n, m) == (200, 3 * 200 - 6), (n, m)
        path, n, m = made(build, folder, "rmat", "7")
        subprocess.run([build / "bench_centrality", "--graph", path, "--name", "tiny", "--quick",
                        "--memory", "--output", f"{folder}/tiny"], check=True, stdout=subprocess.DEVNULL)
        result = json.loads(pathlib.Path(f"{folder}/tiny.json").read_text())
        assert (result["vertices"], result["edges"]) == (n, m)
        names = {row["kernel"] for row in result["kernels"]}
        assert {"closeness", "betweenness", "pagerank", "triangles", "reading"} <= names, names
        alone = {"estimate", "top-closeness", "top-harmonic", "triangle-count"}
        assert all(len(row["times"]) >= 3 or row["kernel"] in alone for row in result["kernels"]), \
            "peers are missing"
        assert {"weighted-closeness", "weighted-betweenness"} | alone <= names, names
        peaks = result["reading peak, MB"]
        assert set(peaks) == {"nobody", "ours", "igraph", "boost"}, peaks
        assert all(1.0 < peaks["nobody"] <= peaks[one] + 1.0 for one in peaks), peaks
        subprocess.run([build / "bench_centrality", "--graph", path, "--name", "tiny", "--quick",
                        "--directed", "--kernels", "eigenvector,hits,closeness,weighted-closeness"],
                       check=True, stdout=subprocess.DEVNULL)
        communities(build, folder)
        recovery(build, folder)
        beside(build, folder, path)
        loading(build, folder, path)
    return 0


PROGRAM_BESIDE = """#!/usr/bin/python3
import struct, sys
print("Guess 1: 2 triangle-count components", flush=True)
for line in sys.stdin:
    if line.startswith("components"):
        break  # it ends where an answer is due
    sys.stdout.buffer.write(b"0.5 1\\n" + struct.pack("d", 1e9))
    sys.stdout.flush()
"""


def beside(build, folder, path):
    """A program that answers wrongly, or ends, is in the table and does not count."""
    program = pathlib.Path(folder) / "guess"
    program.write_text(PROGRAM_BESIDE)
    program.chmod(0o755)
    done = subprocess.run([build / "bench_centrality", "--graph", path, "--name", "guess", "--quick",
                           "--kernels", "triangle-count,components", "--output", f"{folder}/guess",
                           "--beside", program, "--without", "igraph,Boost,graph-tool,NetworkX"],
                          stdout=subprocess.DEVNULL, check=False)
    assert done.returncode == 1, done
    rows = json.loads(pathlib.Path(f"{folder}/guess.json").read_text())["kernels"]
    guesses = [(row["kernel"], time["threads"], time["seconds"], time["trouble"].split()[0])
               for row in rows for time in row["times"] if time["contender"] == "Guess 1"]
    assert guesses == [("triangle-count", 1, [0.5], "differs"), ("triangle-count", 2, [0.5], "differs"),
                       ("components", 1, [], "it"), ("components", 2, [], "it")], guesses
    assert not any("ratio1" in row for row in rows), rows


def loading(build, folder, edges):
    """Everybody reads the same, by itself."""
    names = f"{folder}/attendance.csv"
    subprocess.run([build / "bench_generate", "attendance", "50", "7", "400", names], check=True)
    table = subprocess.run([build / "bench_load", "--edges", edges, "--names", names, "--small", edges],
                           check=True, capture_output=True, text=True).stdout
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()
            if line.startswith("| ") and "nobody" not in line and "reader" not in line]
    assert len(rows) == 13, table
    assert all(float(row[3]) >= float(row[4]) > 1 for row in rows), table
    counts = {tuple(row[5:]) for row in rows}
    assert len(counts) == 2 and ("57", "400") in counts, counts


def communities(build, folder):
    """The generated graphs have the stated mixing, and everybody finds what is plain to see."""
    path, n, m = made(build, folder, "lfr", "1000", "0.2")
    truth = pathlib.Path(f"{path}.truth").read_text().split()
    edges = [tuple(map(int, line.split())) for line in path.read_text().splitlines()]
    across = sum(truth[u] != truth[v] for u, v in edges) / m
    assert n == len(truth) == 1000 and abs(2 * m / n - 20) < 2 and abs(across - 0.2) < 0.02, \
        (n, m, across)
    table = subprocess.run(
        [build / "bench_communities", "--graph", path, "--truth", f"{path}.truth", "--runs", "2",
         "--name", "tiny"], check=True, capture_output=True, text=True).stdout
    rows = [line.split("|")[1:-1] for line in table.splitlines() if line.startswith("| ")][1:]
    found = {(method.strip(), name.split()[0]): float(rand) for
             method, name, _, _, _, _, _, rand, *_ in rows if method.strip() != "truth"}
    memory = {name.split()[0]: float(mebibytes) for method, name, *_, mebibytes, _ in rows if
              method.strip() == "louvain"}
    assert memory["NetworkX"] > 0, memory  # in a process of its own
    for method in ("louvain", "leiden-2", "leiden", "label-propagation", "infomap"):
        for name in ("ours", "igraph"):
            assert found[method, name] > 0.7, (method, name, found)
    assert found["ten-seeds", "ours"] > 0.7, found
    assert found["leiden-auto", "ours"] > 0.95, found
    lengths = {name.split()[0]: float(nats) for method, name, *_, nats, _, _ in rows if
               method.strip() == "block-model"}
    assert 0 < lengths["ours"] <= 1.01 * lengths["graph-tool"], lengths
    for method, name in (("louvain", "NetworkX"), ("louvain", "python-louvain"),
                         ("label-propagation", "NetworkX"), ("block-model", "graph-tool")):
        assert found[method, name] > 0.7, (method, name, found)
    one = subprocess.run([build / "bench_communities", "--graph", path, "--ours", "--threads", "1",
                          "--methods", "leiden-auto"], check=True, capture_output=True,
                         text=True).stdout
    assert one.count("\n| leiden-auto | ours | 1 ") == 1 == one.count("\n| leiden-auto"), one


def recovery(build, folder):
    """Known groups of a small network: who finds how much of them."""
    script = pathlib.Path(__file__).parent / "beside" / "recovery.py"
    subprocess.run([sys.executable, script, build, folder, f"{folder}/found", "football", "--methods",
                    "leiden-auto,louvain"], check=True, stdout=subprocess.DEVNULL)
    table = pathlib.Path(f"{folder}/found/recovery.md").read_text()
    row = next(line for line in table.splitlines() if line.startswith("| football | 12 |"))
    cells = [cell.strip() for cell in row.split("|")]
    rand, mutual, count = map(float, cells[4].split(" · "))
    assert rand > 0.85 and mutual > 0.85 and 11 <= count <= 13, row
    assert "Louvain" in cells[8] and cells[9].startswith("+"), row


if __name__ == "__main__":
    sys.exit(main())
