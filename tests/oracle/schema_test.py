"""The program's JSON is what docs/schema says: real output against the schemas, by jsonschema."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator

SOURCE = Path(os.environ["SUMMITRY_SOURCE"])
PROGRAM = os.environ["SUMMITRY_PROGRAM"]
DATASETS = sorted(p.parent for p in SOURCE.glob("datasets/*/datapackage.json"))
SERIES = [folder for folder in DATASETS if (folder / "series.json").exists()]


def validator(name):
    schema = json.loads((SOURCE / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(schema, document, what):
    found = []
    for error in sorted(schema.iter_errors(document), key=lambda e: list(map(str, e.path))):
        place = "/".join(map(str, error.path))
        found.append(f"{what}: /{place}: {error.message[:300]}")
    return found


def run(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"summitry {' '.join(map(str, arguments))}: {done.stderr.decode()}")
    return done.stdout


def check_golden():
    """The files of the C++ tests, which hold what no shipped data set has."""
    found = []
    for name in ("measures", "communities", "resolution", "continuity", "network"):
        document = json.loads((SOURCE / f"tests/golden/{name}.json").read_text(encoding="utf-8"))
        found += faults(validator(name), document, f"tests/golden/{name}.json")
        found += check_refusal(name, document)
    return found


def check_refusal(name, document):
    """A schema that takes anything would prove nothing: what is wrong must be refused."""
    wrong = dict(document, surplus=1)
    short = {key: value for key, value in document.items() if key != "summitry"}
    found = []
    for what, broken in (("with a surplus key", wrong), ("without its first key", short)):
        if not faults(validator(name), broken, name):
            found.append(f"docs/schema/{name}.schema.json accepts a document {what}")
    return found


def check_program(folder):
    commands = [
        ("measures", ["measure", folder, "--measures", "degree,pagerank,closeness"]),
        ("measures", ["measure", folder, "--measures", "degree,constraint", "--centralisation"]),
        ("communities", ["communities", folder]),
        ("communities", ["communities", folder, "--truth", "kind", "--scores"]),
        ("communities", ["communities", folder, "--runs", "5", "--consensus", "--together", "0.9",
                         "--random-graphs", "3"]),
        ("communities", ["communities", folder, "--runs", "1"]),
        ("resolution", ["communities", folder, "--resolution-profile", "--runs", "3"]),
    ]
    if folder in SERIES:
        commands.append(("continuity", ["continuity", folder]))
        commands.append(("series-communities", ["communities", folder, "--multislice"]))
    found = []
    for name, command in commands:
        document = json.loads(run(*command, "--format", "json", "--quiet"))
        found += faults(validator(name), document, f"{command[0]} {folder.name}")
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / "network.json"
        run("convert", folder, target, "--quiet")
        document = json.loads(target.read_text(encoding="utf-8"))
        found += faults(validator("network"), document, f"convert {folder.name}")
    return found


def main():
    found = check_golden()
    for folder in DATASETS:
        found += check_program(folder)
    print("\n".join(found[:40]))
    if found or not DATASETS or not SERIES:
        sys.exit(f"{len(found)} faults in {len(DATASETS)} data sets")


if __name__ == "__main__":
    main()
