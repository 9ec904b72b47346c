"""Seconds of the whole continuity suite against participations: makes the series, measures and draws.

usage: continuity_growth.py PROGRAM COW-FOLDER OUT-FOLDER PICTURE.svg [SAMPLES]

Shares of the memberships of cow_igo.py (editions every 5 years), 10,000 SAMPLES of every sampled null
model, all threads, one run each. The exponent is the slope of a straight line through the logarithms.
"""
import pathlib
import subprocess
import sys
import time

import log_plot

SHARES = (0.02, 0.05, 0.1, 0.25, 0.5, 1.0)


def measure(program, cow, out, share, samples):
    folder = out / f"cow-{share}"
    script = pathlib.Path(__file__).with_name("cow_igo.py")
    made = subprocess.run([sys.executable, script, cow, folder, "5", str(share)], check=True,
                          capture_output=True, text=True).stdout
    start = time.monotonic()
    subprocess.run([program, "continuity", folder, "--samples", samples, "--quiet", "-o",
                    folder / "continuity.json"], check=True)
    return int(made.split()[4]), time.monotonic() - start


def svg(points, samples):
    plot = log_plot.LogPlot(points, 480, 320)
    plot.line(points, "#4477aa")
    plot.dots(points, "#4477aa")
    return plot.svg("Seconds against participations", f"participations; {samples} samples; "
                    f"m^{log_plot.exponent(points):.2f}")


def main():
    program, cow, out, picture = (pathlib.Path(word) for word in sys.argv[1:5])
    samples = sys.argv[5] if len(sys.argv) > 5 else "10000"
    points = []
    for share in SHARES:
        points.append(measure(program, cow, out, share, samples))
        print("{} participations: {:.2f} s".format(*points[-1]))
    picture.write_text(svg(points, samples), encoding="utf-8")


if __name__ == "__main__":
    main()
