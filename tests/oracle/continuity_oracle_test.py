"""Continuity against set arithmetic in Python, SciPy's hypergeometric and a sampler of our own here.

The data sets that ship with a series are read from their CSV files by the rules of the documentation,
with no code of the program.
"""
import csv
import json
import os
import pathlib
import random
import subprocess
import sys

from scipy.stats import hypergeom

PROGRAM = os.environ["SUMMITRY_PROGRAM"]
SOURCE = pathlib.Path(os.environ["SUMMITRY_SOURCE"])


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def continuity(path, *flags):
    run = subprocess.run([PROGRAM, "continuity", str(path), "--format", "json", "--quiet", *flags],
                         capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip() or f"exit {run.returncode}")
    return json.loads(run.stdout)


def rosters(folder):
    """Participants by edition, and those whose every relation there is inferred."""
    series = json.loads((folder / "series.json").read_text(encoding="utf-8"))[0]
    kind = {row["id"]: row["kind"] for row in rows(folder / "entities.csv")}
    seen = {edition: {} for edition in series["editions"]}
    for row in rows(folder / "relations.csv"):
        if row["type"] not in series["participation"]:
            continue
        if (row.get("status") or "realised") != "realised":
            continue
        if row.get("confidence") == "unverified" or kind[row["source"]] in ("summit", "document"):
            continue
        direct = row["target"] in seen or kind[row["target"]] == "summit"
        edition = row["target"] if direct else row.get("summit")
        if edition in seen:
            basis = seen[edition].setdefault(row["source"], set())
            basis.add(row.get("basis") or "observed")
    return series["editions"], seen


def close(ours, theirs, tolerance=1e-9):
    if ours is None or theirs is None:
        return ours is None and theirs is None
    return abs(ours - theirs) <= tolerance * max(1.0, abs(theirs))


def ratio(part, whole):
    return part / whole if whole else None


def expected_pair(a, b, earlier, universe):
    x, absent = len(a & b), earlier - a
    y, z = len(a) - x, len(b) - x
    smaller = min(y, z)
    replacement = None if not a | b else (smaller / (x + smaller) if x + smaller else 0.0)
    total = ratio(y + z, 2 * x + y + z)
    law = hypergeom(universe, len(a), len(b))
    return {"retained": x, "jaccard": ratio(x, len(a | b)), "replacement": replacement,
            "growth": None if total is None else total - replacement,
            "return_after_absence": ratio(len(absent & b), len(absent)),
            "mean": law.mean(), "sd": law.std(), "tail": law.sf(x - 1)}


def check_pair(name, ours, theirs):
    wrong = [f"{name}: {key} is {ours[key]}, expected {theirs[key]}"
             for key in ("retained", "jaccard", "replacement", "growth", "return_after_absence")
             if not close(ours[key], theirs[key])]
    for key, value in (("mean", ours["expected"]["retained"]), ("sd", ours["expected"]["sd"])):
        if not close(value, theirs[key]):
            wrong.append(f"{name}: expected {key} is {value}, SciPy says {theirs[key]}")
    # SciPy's own tail is good to about ten digits.
    if abs(ours["p_value"] - theirs["tail"]) > 1e-8 * theirs["tail"] + 1e-300:
        wrong.append(f"{name}: p is {ours['p_value']}, SciPy says {theirs['tail']}")
    return wrong


def check_package(folder):
    editions, seen = rosters(folder)
    result = continuity(folder, "--null-model", "hypergeometric")
    universe = len(set().union(*seen.values()))
    wrong = []
    for ours in result["editions"]:
        people = seen[ours["id"]]
        inferred = sum(basis == {"inferred"} for basis in people.values())
        if sorted(ours["roster"]) != sorted(people) or ours["inferred"] != inferred:
            wrong.append(f"{folder.name}: the roster of {ours['id']} differs")
    for ours in result["all_pairs"]:
        first, second = editions.index(ours["from"]), editions.index(ours["to"])
        earlier = set().union(*(seen[e] for e in editions[:first]))
        theirs = expected_pair(set(seen[ours["from"]]), set(seen[ours["to"]]), earlier, universe)
        wrong += check_pair(f"{folder.name} {first}-{second}", ours, theirs)
    return wrong, len(result["all_pairs"])


def swapped(lists, draw, attempts):
    """Random swaps of two attendances: another chain with the same equilibrium as curveball."""
    cells = [(t, who) for t, roster in enumerate(lists) for who in sorted(roster)]
    for _ in range(attempts):
        i, k = draw.randrange(len(cells)), draw.randrange(len(cells))
        (s, p), (t, q) = cells[i], cells[k]
        if q not in lists[s] and p not in lists[t]:
            lists[s].remove(p), lists[s].add(q)
            lists[t].remove(q), lists[t].add(p)
            cells[i], cells[k] = (s, q), (t, p)
    return lists


def check_margins(folder, model):
    """Fixed margins, counted or of 4,000 samples, against means of 1,000 samples of the swap chain."""
    editions, seen = rosters(folder)
    result = continuity(folder, "--null-model", model, "--samples", "4000")
    draw = random.Random(8)
    lists = [set(seen[e]) for e in editions]
    total = sum(map(len, lists))
    swapped(lists, draw, 30 * total)
    sums = {}
    for _ in range(1000):
        swapped(lists, draw, 3 * total)
        for i, a in enumerate(lists):
            for k in range(i + 1, len(lists)):
                sums.setdefault((editions[i], editions[k]), []).append(len(a & lists[k]))
    wrong = []
    for ours in result["all_pairs"]:
        sample = sums[ours["from"], ours["to"]]
        mean, sd = sum(sample) / 1000, ours["expected"]["sd"]
        if abs(ours["expected"]["retained"] - mean) > 0.25 * sd + 1e-9:
            wrong.append(f"{folder.name} {ours['from']}-{ours['to']}: {model} expects "
                         f"{ours['expected']['retained']}, swaps {mean}")
    return wrong


def product_limit(lives):
    """Survival and Greenwood's sum by definition, at every time at which a life ends."""
    rows, survival, greenwood = [], 1.0, 0.0
    for time in sorted({end for end, _ in lives}):
        at_risk = sum(end >= time > 0 for end, _ in lives)
        gone = sum(end == time and event for end, event in lives)
        survival *= 1 - gone / at_risk if at_risk else 1.0
        if at_risk > gone:
            greenwood += gone / (at_risk * (at_risk - gone))
        rows.append((time, at_risk, gone, survival, survival * greenwood ** 0.5))
    return rows


def check_life(folder, missed):
    editions, seen = rosters(folder)
    lives = []
    for who in set().union(*seen.values()):
        there = [t for t, edition in enumerate(editions) if who in seen[edition]]
        gone = len(editions) - 1 - there[-1] >= missed
        lives.append((there[-1] - there[0] + gone, gone))
    result = continuity(folder, "--null-model", "none", "--missed", str(missed))["life"]
    theirs = product_limit(lives)
    ours = [tuple(row[key] for key in ("time", "at_risk", "events", "survival", "error"))
            for row in result["since_first"]["rows"]]
    if len(ours) != len(theirs) or not all(close(a, b) for x, y in zip(ours, theirs)
                                           for a, b in zip(x, y)):
        return [f"{folder.name}: the life table with {missed} missed differs"]
    return []


def check_adjusted(folder):
    """Benjamini and Hochberg by definition, within each null model."""
    wrong, families = [], {}
    for test in continuity(folder, "--samples", "200")["tests"]:
        families.setdefault(test["method"], []).append(test)
    for method, tests in families.items():
        p_values = sorted(t["p_value"] for t in tests if t["p_value"] is not None)
        for test in tests:
            p = test["p_value"]
            adjusted = None if p is None else min(
                [1.0] + [len(p_values) * cut / sum(q <= cut for q in p_values)
                         for cut in p_values if cut >= p])
            if not close(test["p_adjusted"], adjusted):
                wrong.append(f"{folder.name}, {method}, {test['name']}: adjusted p")
    return wrong


def main():
    wrong, compared = [], 0
    for name in ("ai-summits", "unfccc-side-events", "southern-women"):
        more, pairs = check_package(SOURCE / "datasets" / name)
        wrong += more
        compared += pairs
    for name in ("ai-summits", "southern-women"):
        wrong += check_margins(SOURCE / "datasets" / name, "curveball")
    wrong += check_margins(SOURCE / "datasets" / "ai-summits", "fixed-margins")
    for name in ("ai-summits", "unfccc-side-events", "southern-women"):
        wrong += check_life(SOURCE / "datasets" / name, 1) + check_life(SOURCE / "datasets" / name, 2)
        wrong += check_adjusted(SOURCE / "datasets" / name)
    print("\n".join(wrong))
    print(f"{compared} pairs of editions compared, {len(wrong)} differences")
    return 1 if wrong or compared < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
