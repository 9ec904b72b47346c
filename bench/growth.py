"""Seconds against edges, with the exponent of growth: makes the graphs, measures, fits and draws.

usage: growth.py BUILD-FOLDER OUT-FOLDER PICTURE.svg [LARGEST]

Barabási-Albert graphs of 5 edges a vertex with 10^4, 10^4.5, … edges up to LARGEST (10^7), one
thread, the median of three runs. The exponent is the slope of a straight line through the logarithms
of the points from 10^5 edges on.
"""
import json
import math
import pathlib
import subprocess
import sys

KERNELS = {"reading": "#4477aa", "pagerank": "#ee6677", "eigenvector": "#228833", "core": "#ccbb44",
           "components": "#66ccee", "triangles": "#aa3377", "clustering": "#999999"}
WIDTH, HEIGHT, LEFT, TOP = 720, 440, 70, 30
PLOT_WIDTH, PLOT_HEIGHT = 440, 350
FIRST, LAST = 4.0, 7.0  # powers of ten, of edges


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
    pairs = [(math.log10(m), math.log10(t)) for m, t in points if m >= 0.9e5] or [
        (math.log10(m), math.log10(t)) for m, t in points]
    x, y = (sum(values) / len(pairs) for values in zip(*pairs))
    spread = sum((a - x) ** 2 for a, _ in pairs)
    return sum((a - x) * (b - y) for a, b in pairs) / spread if spread > 0 else math.nan


def svg(series):
    seconds = [t for points in series.values() for _, t in points]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))

    def place(m, t):
        return (LEFT + (math.log10(m) - FIRST) / (LAST - FIRST) * PLOT_WIDTH,
                TOP + (high - math.log10(t)) / (high - low) * PLOT_HEIGHT)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
             'font-family="sans-serif" font-size="13">', "<title>Seconds against edges</title>",
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
    for power in range(int(FIRST), int(LAST) + 1):
        x, _ = place(10.0 ** power, 10.0 ** low)
        parts.append(f'<path d="M{x:.1f} {TOP}v{PLOT_HEIGHT}" stroke="#ddd"/>')
        parts.append(label(x, TOP + PLOT_HEIGHT + 18, f"10^{power}", "middle"))
    for power in range(low, high + 1):
        _, y = place(10.0 ** FIRST, 10.0 ** power)
        parts.append(f'<path d="M{LEFT} {y:.1f}h{PLOT_WIDTH}" stroke="#ddd"/>')
        parts.append(label(LEFT - 8, y + 4, f"10^{power} s", "end"))
    parts.append(label(LEFT + PLOT_WIDTH / 2, HEIGHT - 12, "edges", "middle"))
    for i, (kernel, points) in enumerate(series.items()):
        path = "L".join("{:.1f} {:.1f}".format(*place(m, t)) for m, t in points)
        colour, y = KERNELS[kernel], TOP + 20 + 24 * i
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<path d="M{LEFT + PLOT_WIDTH + 20} {y - 4}h22" stroke="{colour}" '
                     'stroke-width="3"/>')
        parts.append(label(LEFT + PLOT_WIDTH + 50, y, f"{kernel}: m^{exponent(points):.2f}", "start"))
    return "\n".join([*parts, "</svg>"]) + "\n"


def label(x, y, text, anchor):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'


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
