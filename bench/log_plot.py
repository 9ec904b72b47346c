"""Seconds against sizes on logarithmic axes, as SVG, with the exponent of growth."""
import math


def exponent(points):
    """The slope of a straight line through the logarithms of (size, seconds)."""
    x, y = ([math.log10(value) for value in values] for values in zip(*points))
    middle, height = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - middle) ** 2 for a in x)
    along = sum((a - middle) * (b - height) for a, b in zip(x, y))
    return along / spread if spread > 0 else math.nan


class LogPlot:
    """A frame with lines at the powers of ten, wide enough for all points; `margin` is left beside it
    for a legend."""

    LEFT, TOP = 70, 30

    def __init__(self, points, width, height, margin=40):
        sizes, seconds = zip(*points)
        self.sizes, self.seconds = self.powers(sizes), self.powers(seconds)
        self.width, self.height = width, height
        self.page = (self.LEFT + width + margin, self.TOP + height + 60)
        self.parts = [self.grid()]

    @staticmethod
    def powers(values):
        """The powers of ten around them; a hair beyond one does not count."""
        low = math.floor(math.log10(min(values)) + 0.01)
        return low, max(low + 1, math.ceil(math.log10(max(values)) - 0.01))

    def place(self, size, seconds):
        def share(value, powers):
            return (math.log10(value) - powers[0]) / (powers[1] - powers[0])

        return (self.LEFT + share(size, self.sizes) * self.width,
                self.TOP + (1 - share(seconds, self.seconds)) * self.height)

    def grid(self):
        lines = []
        for power in range(self.sizes[0], self.sizes[1] + 1):
            x, _ = self.place(10.0 ** power, 10.0 ** self.seconds[0])
            lines.append(f'<path d="M{x:.1f} {self.TOP}v{self.height}" stroke="#ddd"/>')
            lines.append(self.text(x, self.TOP + self.height + 18, f"10^{power}", "middle"))
        for power in range(self.seconds[0], self.seconds[1] + 1):
            _, y = self.place(10.0 ** self.sizes[0], 10.0 ** power)
            lines.append(f'<path d="M{self.LEFT} {y:.1f}h{self.width}" stroke="#ddd"/>')
            lines.append(self.text(self.LEFT - 8, y + 4, f"10^{power} s", "end"))
        return "\n".join(lines)

    @staticmethod
    def text(x, y, words, anchor="start"):
        return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'

    def line(self, points, colour):
        path = "L".join("{:.1f} {:.1f}".format(*self.place(*point)) for point in points)
        self.parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')

    def dots(self, points, colour):
        for x, y in (self.place(*point) for point in points):
            self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>')

    def legend(self, row, colour, words):
        x, y = self.LEFT + self.width + 20, self.TOP + 20 + 24 * row
        self.parts.append(f'<path d="M{x} {y - 4}h22" stroke="{colour}" stroke-width="3"/>')
        self.parts.append(self.text(x + 30, y, words))

    def svg(self, title, axis):
        width, height = self.page
        return "\n".join([
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            'font-family="sans-serif" font-size="13">', f"<title>{title}</title>",
            f'<rect width="{width}" height="{height}" fill="white"/>', *self.parts,
            self.text(self.LEFT + self.width / 2, height - 12, axis, "middle"), "</svg>"]) + "\n"
