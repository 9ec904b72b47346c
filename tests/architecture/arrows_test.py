"""The one-way arrows: cli -> {loaders, algorithms, exporters} -> engine.

Reads every #include and the CMake link lines, and finds whatever breaks them. The second half
plants faults in a copy of the tree, so that a checker that has gone blind is found as well.
"""

import os
import pathlib
import re
import shutil
import tempfile
import unittest

ROOT = pathlib.Path(os.environ.get("SUMMITRY_SOURCE") or pathlib.Path(__file__).parents[2])
MIDDLE = ("loaders", "algorithms", "exporters")
FOLDERS = ("engine", *MIDDLE, "cli")
MAY_USE = {
    "engine": {"engine"},
    **{folder: {folder, "engine"} for folder in MIDDLE},
    "cli": set(FOLDERS),
}
# Slow to compile and nobody else's business: they stay out of what users of a measure include.
HEAVY = re.compile(r"<(boost|Eigen|Spectra|graphviz|nlohmann|unsupported)/")
# The views for other libraries pull those libraries in, so a header may not pull in the views.
VIEWS = {"engine/bgl.hpp", "engine/matrix.hpp"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]+>|"[^"]+")')
# What people call need not be told how to run; parts that algorithms share always are.
ALGORITHM = re.compile(r"\[\[nodiscard\]\][^;]*\bconst Run& run = \{\}")
PROMISES = ("Cost", "Method")


def sources(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".cpp", ".hpp"):
                yield path, path.relative_to(root).as_posix(), folder


def include_faults(root):
    for path, name, folder in sources(root):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            where, target = f"{name}:{number}", found[1]
            if target.startswith('"'):
                target = target.strip('"')
                used = target.split("/")[0]
                if not (root / target).is_file():
                    yield f'{where}: "{target}" does not start at the root of the repository'
                elif used not in MAY_USE[folder]:
                    yield f"{where}: {folder} may not use {used}"
                elif target in VIEWS and path.suffix == ".hpp" and name not in VIEWS:
                    yield f"{where}: {target} belongs in sources, not in a header"
            elif folder == "algorithms" and path.suffix == ".hpp" and HEAVY.match(target):
                yield f"{where}: {target} belongs in the source, not in a public header"


def link_faults(root):
    text = re.sub(r"#.*", "", (root / "CMakeLists.txt").read_text(encoding="utf-8"))
    calls = re.findall(r"summitry_library\(\s*(\w+)([^)]*)\)", text)
    if {folder for folder, _ in calls} != set(FOLDERS) - {"cli"}:
        yield "CMakeLists.txt: not every folder is a summitry_library() of its own"
    for folder, links in calls:
        for used in re.findall(r"summitry(?:::|_)(\w+)", links):
            if used not in MAY_USE.get(folder, set()) - {folder}:
                yield f"CMakeLists.txt: {folder} may not link {used}"


def promise_faults(root):
    for path, name, folder in sources(root):
        text = path.read_text(encoding="utf-8")
        in_family = folder == "algorithms" and name.count("/") > 1
        if not in_family or path.suffix != ".hpp" or not ALGORITHM.search(text):
            continue
        for promise in PROMISES:
            if not re.search(rf"^//\s*{promise}\b", text, re.MULTILINE):
                yield f"{name}: does not state its {promise}"


def faults(root):
    return [*include_faults(root), *link_faults(root), *promise_faults(root)]


class Tree(unittest.TestCase):
    def test_the_arrows_run_one_way(self):
        self.assertEqual([], faults(ROOT))

    def test_there_is_something_to_check(self):
        folders = {folder for _, _, folder in sources(ROOT)}
        self.assertEqual(set(FOLDERS), folders)


class Checker(unittest.TestCase):
    """Each test plants one fault in a copy and expects exactly that one more to be found."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        shutil.copy(ROOT / "CMakeLists.txt", self.root)
        for folder in FOLDERS:
            if (ROOT / folder).is_dir():
                shutil.copytree(ROOT / folder, self.root / folder)
        for name in ("engine/planted.hpp", "loaders/planted.hpp", "exporters/planted.hpp"):
            (self.root / name).parent.mkdir(exist_ok=True)
            (self.root / name).write_text("#pragma once\n")
        self.before = set(faults(self.root))

    def expect(self, name, text, message):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        self.assertEqual([message], sorted(set(faults(self.root)) - self.before))

    def test_finds_the_engine_using_a_loader(self):
        self.expect("engine/bad.cpp", '#include "loaders/planted.hpp"\n',
                    "engine/bad.cpp:1: engine may not use loaders")

    def test_finds_an_algorithm_using_an_exporter(self):
        self.expect("algorithms/bad.cpp", '\n  #  include "exporters/planted.hpp"\n',
                    "algorithms/bad.cpp:2: algorithms may not use exporters")

    def test_finds_a_loader_using_an_exporter(self):
        self.expect("loaders/deep/bad.hpp", '#include "exporters/planted.hpp"\n',
                    "loaders/deep/bad.hpp:1: loaders may not use exporters")

    def test_finds_a_path_that_does_not_start_at_the_root(self):
        self.expect("loaders/bad.cpp", '#include "planted.hpp"\n',
                    'loaders/bad.cpp:1: "planted.hpp" does not start at the root of the repository')

    def test_finds_a_heavy_header_in_a_public_one(self):
        self.expect("algorithms/family/bad.hpp", "#include <boost/graph/graph_traits.hpp>\n",
                    "algorithms/family/bad.hpp:1: <boost/graph/graph_traits.hpp> belongs in the "
                    "source, not in a public header")

    def test_finds_a_measure_that_does_not_state_its_cost(self):
        self.expect("algorithms/family/bad.hpp",
                    "// Method  none\n[[nodiscard]] Scores bad(const Graph& graph,\n"
                    "                         const Run& run = {});\n",
                    "algorithms/family/bad.hpp: does not state its Cost")

    def test_finds_a_link_line_that_goes_the_wrong_way(self):
        listing = (self.root / "CMakeLists.txt").read_text()
        call = "summitry_library(engine"
        planted = listing.replace(call, f"{call} summitry::loaders")
        self.assertNotEqual(listing, planted)
        self.expect("CMakeLists.txt", planted, "CMakeLists.txt: engine may not link loaders")


if __name__ == "__main__":
    unittest.main()
