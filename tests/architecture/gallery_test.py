"""No two texts of a picture of the documentation overlap, and none leaves its page."""

import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree as tree

ROOT = pathlib.Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"
HEIGHT = 0.8  # of the letters, about the middle of the line; leading is not counted


def texts(picture):
    """(text, left, top, right, bottom) of every text, in the page's own coordinates."""
    root = tree.parse(picture).getroot()
    shift = re.search(r"translate\(0 (\d+)\)", root.find(f"{SVG}g").get("transform"))
    for text in root.iter(f"{SVG}text"):
        size = float(text.get("font-size"))
        # Only texts in letters whose width is known for sure have a length.
        width = float(text.get("textLength", size * 0.5 * len(text.text or "")))
        part = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor")]
        left = float(text.get("x")) - part * width
        middle = float(text.get("y")) + float(shift.group(1)) - 0.35 * size
        half = HEIGHT * size / 2
        yield text.text, left, middle - half, left + width, middle + half


def meet(one, other):
    return one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]


class Gallery(unittest.TestCase):
    def test_texts_stand_apart(self):
        pictures = sorted([*ROOT.glob("docs/ai-summits*.svg"), *ROOT.glob("docs/pictures/*.svg")])
        self.assertGreater(len(pictures), 15)
        for picture in pictures:
            with self.subTest(picture=picture.name):
                boxes = list(texts(picture))
                self.assertGreater(len(boxes), 5)
                clashes = [(a[0], b[0]) for i, a in enumerate(boxes) for b in boxes[:i] if meet(a, b)]
                self.assertEqual(clashes, [])
                width = float(tree.parse(picture).getroot().get("width"))
                self.assertEqual([box[0] for box in boxes if box[1] < 0 or box[3] > width], [])


if __name__ == "__main__":
    sys.exit(unittest.main())
