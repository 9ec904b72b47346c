"""What no compiler checks: leftovers, paths of one machine, long files, scripts that cannot run."""

import os
import pathlib
import re
import stat
import tempfile
import unittest

ROOT = pathlib.Path(os.environ.get("SUMMITRY_SOURCE") or pathlib.Path(__file__).parents[2])
NOT_OURS = {".git", "build", "out", "__pycache__", "node_modules", ".cache"}
TEXT = {".cpp", ".hpp", ".py", ".cmake", ".txt", ".md", ".json", ".csv", ".html", ".js", ".css", ""}
CODE = {".cpp", ".hpp", ".py", ".cmake"}
# Samples keep what they were given, faults included.
SAMPLES = ("tests/data/", "tests/golden/", "tests/fuzz/corpus/")

LONGEST = 500
LONG_ON_PURPOSE = {}  # file: the reason why it is not split
# Spelt apart, so that this file does not find itself.
LEFTOVERS = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")
# A path of one machine: not one inside a URL, nor the last part of a longer path.
MACHINE = re.compile(r"(?<![\w.~:/%}$-])/(?:ho" r"me|ro" r"ot|wo" r"rk|tm" r"p/bash_jobs)/")


def texts(root):
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(set(folders) - NOT_OURS)
        for file in sorted(files):
            path = pathlib.Path(folder, file)
            name = path.relative_to(root).as_posix()
            if path.suffix in TEXT and not path.is_symlink() and not name.startswith(SAMPLES):
                yield path, name


def faults(root):
    for path, name in texts(root):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            yield f"{name}: is not UTF-8"
            continue
        for number, line in enumerate(lines, 1):
            for found in (LEFTOVERS.search(line), MACHINE.search(line)):
                if found:
                    yield f"{name}:{number}: {found[0]}"
        if path.suffix in CODE and len(lines) > LONGEST and name not in LONG_ON_PURPOSE:
            yield f"{name}: {len(lines)} lines, {LONGEST} at most"
        if name.startswith("script/") and not path.stat().st_mode & stat.S_IXUSR:
            yield f"{name}: cannot be run"
        if path.suffix == ".hpp" and "#pragma once" not in lines:
            yield f"{name}: lacks #pragma once"
        # A source may leave it to the header that it begins with.
        says = ("//", '#include "') if path.suffix == ".cpp" else "//"
        if path.suffix in (".cpp", ".hpp") and not "".join(lines[:1]).startswith(says):
            yield f"{name}:1: the first line does not say what the file is"


class Tree(unittest.TestCase):
    def test_nothing_is_left_over(self):
        self.assertEqual([], list(faults(ROOT)))


class Checker(unittest.TestCase):
    """A fault planted in a folder of its own must be found, and only it."""

    def expect(self, name, text, message):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            self.assertEqual([message] if message else [], list(faults(pathlib.Path(folder))))

    def test_finds_a_leftover(self):
        self.expect("engine/a.cpp", "// A.\n// TO" "DO: more\n", "engine/a.cpp:2: TO" "DO")

    def test_finds_a_path_of_one_machine(self):
        self.expect("README.md", "see `/ho" "me/someone/x`\n", "README.md:1: /ho" "me/")

    def test_leaves_addresses_alone(self):
        self.expect("README.md", "see https://example.org/ho" "me/x and a/ro" "ot/b\n", None)

    def test_finds_a_long_file(self):
        self.expect("a.py", "\n" * (LONGEST + 1), f"a.py: {LONGEST + 1} lines, {LONGEST} at most")

    def test_finds_a_script_that_cannot_be_run(self):
        self.expect("script/a", "#!/bin/sh\n", "script/a: cannot be run")

    def test_finds_a_source_that_does_not_say_what_it_is(self):
        self.expect("engine/a.cpp", "int a;\n",
                    "engine/a.cpp:1: the first line does not say what the file is")


if __name__ == "__main__":
    unittest.main()
