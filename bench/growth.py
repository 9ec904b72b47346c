"""Seconds against edges, with the exponent of growth: makes the graphs, measures, fits and draws.

usage: growth.py BUILD-FOLDER OUT-FOLDER PICTURE.svg [LARGEST]

Barabási-Albert graphs of 5 edges a vertex with 10^4, 10^4.5, … edges up to LARGEST (10^7), one
thread, the median of three runs. The exponent is the slope of a straight line through the logarithms
of the points from 10^5 edges on.
"""
import json
import pathlib
import subprocess
import sys

import log_plot

KERNELS = {"reading": "#4477aa", "pagerank": "#ee6677", "eigenvector": "#228833", "core": "#ccbb44",
           "components": "#66ccee", "triangles": "#aa3377", "clustering": "#999999"}
FIRST = 4.0  # power of ten, of edges


def measure(build, out, edges):
    """Seconds of each kernel, and the edges that the graph has."""
    graph = out / f"growth-{edges}.txt"
    if not graph.exists():
        subprocess.run([build / "bench/bench_generate", "barabasi-albert", str(edges // 5), "5", graph],
                       check=True)
    subprocess.run([build / "bench/bench_centrality", "--graph", graph, "--name", "growth", "--ours",
                    "--repeats", "3", "--kernels", ",".join(KERNELS), "--output",
                    graph.with_suffix("")], check=True, stdout=subprocess.DEVNULL)
    result = json.loads(graph.with_suffix(".json").read_text())
    return result["edges"], {row["kernel"]: row["times"][0]["median"] for row in result["kernels"]}


def exponent(points):
    return log_plot.exponent([point for point in points if point[0] >= 0.9e5] or points)


def svg(series):
    plot = log_plot.LogPlot(sum(series.values(), []), 440, 350, margin=210)
    for row, (kernel, points) in enumerate(series.items()):
        plot.line(points, KERNELS[kernel])
        plot.legend(row, KERNELS[kernel], f"{kernel}: m^{exponent(points):.2f}")
    return plot.svg("Seconds against edges", "edges")


def main():
    build, out, picture = (pathlib.Path(word) for word in sys.argv[1:4])
    largest = float(sys.argv[4]) if len(sys.argv) > 4 else 1e7
    series = {kernel: [] for kernel in KERNELS}
    power = FIRST
    while 10 ** power <= largest * 1.01:
        edges, seconds = measure(build, out, 5 * round(10 ** power / 5))
        for kernel, t in seconds.items():
            series[kernel].append((edges, t))
        power += 0.5
    picture.write_text(svg(series), encoding="utf-8")
    for kernel, points in series.items():
        print(f"{kernel}: exponent {exponent(points):.2f}, "
              + ", ".join(f"{m}: {t:.3g} s" for m, t in points))


if __name__ == "__main__":
    main()
