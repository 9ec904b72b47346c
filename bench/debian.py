"""Graphs from apt's own package lists, written as edge lists into a folder.

usage: debian.py FOLDER

debian.txt       a package depends on another, recommends or suggests it; every alternative, and for
                 a virtual package the first by name that provides it; directed, deep
needs.txt        a package needs another: Depends and Pre-Depends, every alternative; a virtual
                 package stands for itself, joined to those that provide it; directed, shallow
maintainers.txt  who maintains which package, by the address in Maintainer; undirected, two-mode
"""
import pathlib
import re
import subprocess
import sys

NAME = re.compile(r"\s*([a-z0-9][a-z0-9+.-]*)")


def stanzas():
    """The first stanza of every package, as a dictionary of its fields."""
    text = subprocess.run(["apt-cache", "dumpavail"], capture_output=True, text=True, check=True,
                          errors="replace").stdout
    seen = set()
    for block in text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines()
                      if ": " in line and not line[0].isspace())
        if fields.get("Package") and fields["Package"] not in seen:
            seen.add(fields["Package"])
            yield fields


def names(text):
    found = (NAME.match(part) for part in re.split("[,|]", text or ""))
    return [match.group(1) for match in found if match]


def write(path, pairs):
    """Numbers in order of names, so that the same lists give the same file."""
    number = {name: i for i, name in enumerate(sorted({name for pair in pairs for name in pair}))}
    lines = sorted((number[u], number[v]) for u, v in set(pairs) if u != v)
    path.write_text("".join(f"{u} {v}\n" for u, v in lines), encoding="ascii")
    print(f"{path}: {len(number)} vertices, {len(lines)} edges")


def dependencies(packages):
    """Pairs of real packages, by all fields that an installer may follow."""
    real = {fields["Package"] for fields in packages}
    provider = {}
    for fields in packages:
        for virtual in names(fields.get("Provides")):
            provider[virtual] = min(provider.get(virtual, fields["Package"]), fields["Package"])
    for fields in packages:
        for field in ("Depends", "Pre-Depends", "Recommends", "Suggests"):
            for other in names(fields.get(field)):
                if other in real:
                    yield fields["Package"], other
                if other in provider:
                    yield fields["Package"], provider[other]


def main():
    folder = pathlib.Path(sys.argv[1])
    packages = list(stanzas())
    needs, maintained = [], []
    for fields in packages:
        package = fields["Package"]
        needs += [(package, other) for field in ("Depends", "Pre-Depends")
                  for other in names(fields.get(field))]
        needs += [(virtual, package) for virtual in names(fields.get("Provides"))]
        address = re.search(r"<(.*)>", fields.get("Maintainer", ""))
        if address:
            maintained.append(("@" + address.group(1).lower(), package))
    write(folder / "debian.txt", list(dependencies(packages)))
    write(folder / "needs.txt", needs)
    write(folder / "maintainers.txt", maintained)


if __name__ == "__main__":
    main()
