"""What is brought near ahead is asked for in the machine code too: a compiler may leave such calls out."""

import os
import pathlib
import platform
import re
import subprocess
import unittest

ROOT = pathlib.Path(os.environ.get("SUMMITRY_SOURCE") or pathlib.Path(__file__).parents[2])
BUILD = pathlib.Path(os.environ.get("SUMMITRY_PROGRAM", ROOT / "build/release/summitry")).parent
ASKS = re.compile(r"\b(bring_near|bring_row_near|LookingAhead)\b")


def asking_sources():
    """Those that ask for memory themselves, not through a header that somebody else tests."""
    for folder in ("engine", "algorithms"):
        for source in sorted((ROOT / folder).rglob("*.cpp")):
            if ASKS.search(source.read_text()):
                yield folder, source.relative_to(ROOT)


@unittest.skipUnless(platform.machine() == "x86_64", "another processor's instructions")
class Prefetch(unittest.TestCase):
    def test_every_source_that_asks_has_the_instruction(self):
        sources = list(asking_sources())
        self.assertGreaterEqual(len(sources), 4)
        for folder, source in sources:
            compiled = BUILD / "CMakeFiles" / f"summitry_{folder}.dir" / f"{source}.o"
            code = subprocess.run(["objdump", "-d", "--no-show-raw-insn", compiled],
                                  capture_output=True, text=True, check=True).stdout
            with self.subTest(source=str(source)):
                self.assertIn("prefetch", code)


if __name__ == "__main__":
    unittest.main()
