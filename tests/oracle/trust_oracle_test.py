"""What is said about communities, against SciPy and against what it must be by definition.

Chances of traits against scipy.stats.hypergeom; counts of traits against the tables of the data set;
confidence against the co-membership of the same runs; the order of the rows of a data package.
"""
import csv
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from scipy.stats import hypergeom

PROGRAM = os.environ["SUMMITRY_PROGRAM"]
SOURCE = pathlib.Path(os.environ["SUMMITRY_SOURCE"])


def program(*words):
    run = subprocess.run([PROGRAM, *map(str, words), "--quiet"], capture_output=True, text=True,
                         check=False)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip() or f"exit {run.returncode}")
    return run.stdout


def found(folder, *flags):
    return json.loads(program("communities", folder, "--format", "json", *flags))


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def holders(trait, entities, relations):
    """The ids that have the trait, from the tables: of relations those that join two kinds."""
    if trait["of"] == "attribute":
        return {e["id"] for e in entities if trait["value"] in (e.get(trait["column"]) or "").split("|")}
    far, near = ("target", "source") if trait["of"] == "relation-to" else ("source", "target")
    kind = {e["id"]: e["kind"] for e in entities}
    return {r[near] for r in relations if r["type"] == trait["column"] and r[far] == trait["entity"]
            and kind[r[near]] != kind[r[far]]}


def check_traits(name, folder, *flags):
    """Lines on what differs, and how many traits there were."""
    result = found(folder, *flags)
    entities = rows(folder / "entities.csv")
    relations = [r for r in rows(folder / "relations.csv")
                 if (r.get("status") or "realised") == "realised"
                 and r.get("confidence") != "unverified"]
    vertices = {e["id"] for e in result["entities"]}
    wrong, seen = [], 0
    for community in result["communities"]:
        members = set(community["members"])
        for trait in community["traits"]:
            seen += 1
            have = holders(trait, entities, relations) & vertices
            what = f"{name}: community {community['id']}, {trait['column']} {trait['value']}"
            if (trait["inside"], trait["size"]) != (len(have & members), len(have)):
                wrong.append(f"{what}: {trait['inside']} of {trait['size']}, the tables say "
                             f"{len(have & members)} of {len(have)}")
            p = hypergeom.sf(trait["inside"] - 1, len(vertices), trait["size"], len(members))
            if abs(trait["p"] - p) > 1e-8 * p + 1e-290:
                wrong.append(f"{what}: p {trait['p']}, SciPy says {p}")
            if not p <= trait["p_adjusted"] * (1 + 1e-8) or trait["p_adjusted"] >= 0.05:
                wrong.append(f"{what}: adjusted {trait['p_adjusted']} for p {p}")
            mean = hypergeom.mean(len(vertices), trait["size"], len(members))
            if abs(trait["expected"] - mean) > 1e-9:
                wrong.append(f"{what}: expected {trait['expected']}, SciPy says {mean}")
    return wrong, seen


def check_confidence(name, folder, *flags):
    """An entity's confidence is its mean co-membership with the others of its community."""
    result = found(folder, "--together", "1e-9", *flags)
    share = {}
    for pair in result["co_membership"]["pairs"]:
        share[pair["id_a"], pair["id_b"]] = share[pair["id_b"], pair["id_a"]] = pair["probability"]
    wrong = []
    confidence = {e["id"]: e["confidence"] for e in result["entities"]}
    for community in result["communities"]:
        members = community["members"]
        for one in members if len(members) > 1 else []:
            mean = sum(share.get((one, other), 0) for other in members if other != one)
            mean /= len(members) - 1
            if abs(confidence[one] - mean) > 1e-9:
                wrong.append(f"{name}: confidence of {one} {confidence[one]}, its pairs say {mean}")
    wavering = sorted((i for i, c in confidence.items() if c < 0.75), key=lambda i: confidence[i])
    if [confidence[i] for i in wavering] != [confidence[i] for i in result["stability"]["wavering"]]:
        wrong.append(f"{name}: others waver than those below 0.75")
    runs = sum(s["runs"] for s in result["stability"]["solutions"])
    if runs != result["stability"]["runs"]:
        wrong.append(f"{name}: solutions of {runs} runs, there were {result['stability']['runs']}")
    return wrong


def check_order(name, folder, scratch):
    """The same bytes whatever the order of the rows, and with one thread as with two."""
    shuffled = scratch / name
    shutil.copytree(folder, shuffled)
    draw = random.Random(6)
    for table in ("entities", "relations"):
        lines = rows(folder / f"{table}.csv")
        draw.shuffle(lines)
        with open(shuffled / f"{table}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, lines[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(lines)
    wrong = []
    for flags in ([], ["--consensus"], ["--resolution", "auto"], ["--resolution-profile"],
                  ["--random-graphs", "5"], ["--method", "louvain"],
                  ["--method", "label-propagation"]):
        outputs = []
        for where, threads in ((folder, 1), (shuffled, 2)):
            text = program("communities", where, "--format", "json", "--threads", threads, "--runs",
                           8, *flags)
            document = json.loads(text)
            document.pop("command")  # it names the folder
            outputs.append(json.dumps(document))
        if outputs[0] != outputs[1]:
            wrong.append(f"{name}: {' '.join(flags)}: other bytes for rows in another order")
    return wrong


def main():
    datasets = SOURCE / "datasets"
    wrong, traits = [], 0
    for name, flags in (("ai-summits", []), ("ai-summits", ["--kinds", "country,organisation"]),
                        ("southern-women", []), ("southern-women", ["--project", "person"]),
                        ("karate", [])):
        lines, seen = check_traits(name, datasets / name, *flags)
        wrong += lines
        traits += seen
    for name, flags in (("karate", ["--runs", "30", "--method", "label-propagation"]),
                        ("southern-women", []), ("florentine-families", [])):
        wrong += check_confidence(name, datasets / name, *flags)
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("karate", "southern-women", "florentine-families"):
            wrong += check_order(name, datasets / name, pathlib.Path(scratch))
    print(*wrong[:30], sep="\n")
    if traits < 50:
        wrong.append(f"only {traits} traits were compared")
    if wrong:
        sys.exit(f"{len(wrong)} differences: {wrong[-1]}")
    print(f"{traits} traits, the same")


if __name__ == "__main__":
    main()
