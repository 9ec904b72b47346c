"""Seconds of the whole continuity suite against participations: makes the series, measures and draws.

usage: continuity_growth.py PROGRAM COW-FOLDER OUT-FOLDER PICTURE.svg [SAMPLES]

Shares of the memberships of cow_igo.py (editions every 5 years), 10,000 SAMPLES of every sampled null
model, all threads, one run each. The exponent is the slope of a straight line through the logarithms.
"""
import math
import pathlib
import subprocess
import sys
import time

SHARES = (0.02, 0.05, 0.1, 0.25, 0.5, 1.0)
LEFT, TOP, WIDTH, HEIGHT = 70, 30, 480, 320


def measure(program, cow, out, share, samples):
    folder = out / f"cow-{share}"
    script = pathlib.Path(__file__).with_name("cow_igo.py")
    made = subprocess.run([sys.executable, script, cow, folder, "5", str(share)], check=True,
                          capture_output=True, text=True).stdout
    start = time.monotonic()
    subprocess.run([program, "continuity", folder, "--samples", samples, "--quiet", "-o",
                    folder / "continuity.json"], check=True)
    return int(made.split()[4]), time.monotonic() - start


def exponent(points):
    pairs = [(math.log10(m), math.log10(t)) for m, t in points]
    x, y = (sum(values) / len(pairs) for values in zip(*pairs))
    return sum((a - x) * (b - y) for a, b in pairs) / sum((a - x) ** 2 for a, _ in pairs)


def svg(points, samples):
    left, right = (f(math.log10(m) for m, _ in points) for f in (min, max))
    low = math.floor(min(math.log10(t) for _, t in points))
    high = math.ceil(max(math.log10(t) for _, t in points))
    left, right = math.floor(left), math.ceil(right)

    def place(m, t):
        return (LEFT + (math.log10(m) - left) / (right - left) * WIDTH,
                TOP + (high - math.log10(t)) / (high - low) * HEIGHT)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 40} '
             f'{TOP + HEIGHT + 60}" font-family="sans-serif" font-size="13">',
             "<title>Seconds against participations</title>",
             f'<rect width="{LEFT + WIDTH + 40}" height="{TOP + HEIGHT + 60}" fill="white"/>']
    for power in range(left, right + 1):
        x, _ = place(10.0 ** power, 10.0 ** low)
        parts.append(f'<path d="M{x:.1f} {TOP}v{HEIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{TOP + HEIGHT + 18}" text-anchor="middle">10^{power}'
                     "</text>")
    for power in range(low, high + 1):
        _, y = place(10.0 ** left, 10.0 ** power)
        parts.append(f'<path d="M{LEFT} {y:.1f}h{WIDTH}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">10^{power} s</text>')
    path = "L".join("{:.1f} {:.1f}".format(*place(m, t)) for m, t in points)
    parts.append(f'<path d="M{path}" fill="none" stroke="#4477aa" stroke-width="2"/>')
    for m, t in points:
        x, y = place(m, t)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#4477aa"/>')
    parts.append(f'<text x="{LEFT + WIDTH / 2}" y="{TOP + HEIGHT + 44}" text-anchor="middle">'
                 f"participations; {samples} samples; m^{exponent(points):.2f}</text>")
    return "\n".join([*parts, "</svg>"]) + "\n"


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
