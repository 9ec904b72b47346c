"""Positions and blocs against SciPy, igraph and plain Python on the data sets that ship.

Graphs of editions, ranks, QAP, agreement of blocs, lineages and agendas are made again from the CSV
files by the rules of docs/positions.md, with no code of the program.
"""
import csv
import itertools
import json
import math
import os
import pathlib
import random
import subprocess
import sys

import igraph
from scipy.spatial.distance import jensenshannon
from scipy.stats import hypergeom, kendalltau, spearmanr

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


def counts(row):
    return (row.get("status") or "realised") == "realised" and row.get("confidence") != "unverified"


class Series:
    """Rosters and weighted pairs of each edition, from the files."""

    def __init__(self, folder):
        series = json.loads((folder / "series.json").read_text(encoding="utf-8"))[0]
        self.editions = series["editions"]
        self.entities = {row["id"]: row for row in rows(folder / "entities.csv")}
        self.relations = [row for row in rows(folder / "relations.csv") if counts(row)]
        kind = {i: row["kind"] for i, row in self.entities.items()}
        self.rosters = {edition: set() for edition in self.editions}
        for row in self.relations:
            if row["type"] not in series["participation"]:
                continue
            if kind[row["source"]] in ("summit", "document"):
                continue
            direct = row["target"] in self.rosters or kind[row["target"]] == "summit"
            edition = row["target"] if direct else row.get("summit")
            if edition in self.rosters:
                self.rosters[edition].add(row["source"])
        self.weights = {edition: self.pairs(edition, kind) for edition in self.editions}

    def pairs(self, edition, kind):
        roster, tied = self.rosters[edition], {}
        for row in self.relations:
            if row.get("summit") != edition or row["source"] not in roster:
                continue
            if kind[row["target"]] == "summit" or row["target"] in roster | set(self.editions):
                continue
            tied.setdefault(row["target"], set()).add(row["source"])
        weights = {}
        for who in tied.values():
            for pair in itertools.combinations(sorted(who), 2):
                weights[pair] = weights.get(pair, 0) + 1
        return weights

    def strength(self, edition):
        total = dict.fromkeys(self.rosters[edition], 0)
        for (a, b), weight in self.weights[edition].items():
            total[a] += weight
            total[b] += weight
        return total


def close(ours, theirs, tolerance=1e-9):
    if ours is None or theirs is None or (isinstance(theirs, float) and math.isnan(theirs)):
        return ours is None and (theirs is None or math.isnan(theirs))
    return abs(ours - theirs) <= tolerance * max(1.0, abs(theirs))


def ratio(part, whole):
    return part / whole if whole else None


def correlation(first, second, common):
    """Pearson's over all pairs, the mean and the deviations worked out from the sums."""
    pairs = list(itertools.combinations(common, 2))
    x = [first.get(pair, 0) for pair in pairs]
    y = [second.get(pair, 0) for pair in pairs]
    n = len(pairs)
    mx, my = sum(x) / n, sum(y) / n
    xx, yy = sum((v - mx) ** 2 for v in x), sum((v - my) ** 2 for v in y)
    if not xx or not yy:
        return None
    return sum((a - mx) * (b - my) for a, b in zip(x, y)) / math.sqrt(xx * yy)


def relabelled(weights, common, draw):
    image = dict(zip(common, draw.sample(common, len(common))))
    return {tuple(sorted((image[a], image[b]))): weight for (a, b), weight in weights.items()
            if a in image and b in image}


def check_edges(data, ours, name):
    a, b = ours["from"], ours["to"]
    common = sorted(data.rosters[a] & data.rosters[b])
    inside = [{pair for pair in data.weights[e] if set(pair) <= set(common)} for e in (a, b)]
    kept, union = len(inside[0] & inside[1]), len(inside[0] | inside[1])
    every = len(common) * (len(common) - 1) // 2
    theirs = {"common": len(common), "before": len(inside[0]), "after": len(inside[1]),
              "kept": kept, "hamming": union - kept, "jaccard": ratio(kept, union),
              "jaccard_all": ratio(len(set(data.weights[a]) & set(data.weights[b])),
                                   len(set(data.weights[a]) | set(data.weights[b]))),
              "persistence": ratio(kept, len(inside[0])),
              "formation": ratio(len(inside[1]) - kept, every - len(inside[0]))}
    wrong = [f"{name}: {key} is {ours[key]}, expected {value}" for key, value in theirs.items()
             if not close(ours[key], value)]
    if len(common) < 3:
        return wrong
    observed = correlation(data.weights[a], data.weights[b], common)
    test = ours["test"]
    if not close(test["observed"], observed):
        wrong.append(f"{name}: QAP is {test['observed']}, expected {observed}")
    if observed is not None and len(common) > 6:
        draw = random.Random(5)
        times = 100 if len(common) < 80 else 10
        more = sum(correlation(relabelled(data.weights[a], common, draw), data.weights[b], common)
                   >= observed - 1e-12 for _ in range(times))
        share, error = more / times, math.sqrt(max(test["p_value"], 1 / times) / times)
        if abs(share - test["p_value"]) > 5 * error:
            wrong.append(f"{name}: p of QAP is {test['p_value']}, {share} here")
    return wrong


def check_ranks(data, ours, name):
    a, b = data.strength(ours["from"]), data.strength(ours["to"])
    common = sorted(set(a) & set(b))
    x, y = [a[who] for who in common], [b[who] for who in common]
    wrong = []
    if len(common) > 2 and len(set(x)) > 1 and len(set(y)) > 1:
        exact = len(set(x)) == len(set(y)) == len(x) <= 33
        tau = kendalltau(x, y, method="exact" if exact else "asymptotic")
        rho = spearmanr(x, y)
        for test, theirs in ((ours["tests"][0], tau), (ours["tests"][1], rho)):
            if not close(test["observed"], theirs[0]) or not close(test["p_value"], theirs[1], 1e-7):
                wrong.append(f"{name}: {test['statistic']} {test['observed']} p {test['p_value']}, "
                             f"SciPy says {theirs[0]} p {theirs[1]}")
    elif ours["tau_b"] is not None:
        wrong.append(f"{name}: tau-b is {ours['tau_b']} where it is undefined")
    if common:
        k = min(10, len(common))
        cut = [sorted(values, reverse=True)[k - 1] for values in (x, y)]
        tops = [{who for who, v in zip(common, values) if v >= c}
                for values, c in zip((x, y), cut)]
        shared = len(tops[0] & tops[1])
        p = hypergeom(len(common), len(tops[0]), len(tops[1])).sf(shared - 1)
        if ours["top"]["shared"] != shared or not close(ours["tests"][2]["p_value"], p, 1e-7):
            wrong.append(f"{name}: top {ours['top']} p {ours['tests'][2]['p_value']}, "
                         f"expected {shared} p {p}")
    return wrong


def renumbered(labels):
    """From 0 without gaps: igraph wants labels below their number."""
    number = {label: i for i, label in enumerate(sorted(set(labels)))}
    return [number[label] for label in labels]


def check_blocs(found, name):
    """The partitions are the program's; that they agree so far is igraph's word."""
    label = [{who: i for i, bloc in enumerate(one["blocs"]) for who in bloc}
             for one in found["blocs"]["editions"]]
    wrong = []
    for t, step in enumerate(found["blocs"]["steps"]):
        common = sorted(set(label[t]) & set(label[t + 1]))
        if len(common) != step["common"]:
            wrong.append(f"{name}: {step['common']} joined at both, expected {len(common)}")
        if len(common) < 2:
            continue
        first, second = (renumbered([one[who] for who in common])
                         for one in (label[t], label[t + 1]))
        ours, several = step["agreement"], len(set(first)) > 1 and len(set(second)) > 1
        values = {"variation": igraph.compare_communities(first, second, method="vi")}
        if several:
            values["adjusted_rand"] = igraph.compare_communities(first, second,
                                                                 method="adjusted_rand")
            values["normalised_information"] = igraph.compare_communities(first, second,
                                                                          method="nmi")
        for key, theirs in values.items():
            if not close(ours[key], theirs, 1e-8):
                wrong.append(f"{name} {t}: {key} is {ours[key]}, igraph says {theirs}")
    return wrong


def check_agenda(found, name):
    shares = [{one["theme"]: one["share"] for one in edition["themes"]}
              for edition in found["agenda"]["editions"]]
    wrong = []
    for t, step in enumerate(found["agenda"]["steps"]):
        themes = sorted(set(shares[t]) | set(shares[t + 1]))
        theirs = None
        if shares[t] and shares[t + 1]:
            theirs = jensenshannon([shares[t].get(x, 0) for x in themes],
                                   [shares[t + 1].get(x, 0) for x in themes], base=2)
        if not close(step["distance"], None if theirs is None else float(theirs), 1e-7):
            wrong.append(f"{name}: agendas are {step['distance']} apart, SciPy says {theirs}")
    return wrong


def check_package(folder):
    data, found = Series(folder), continuity(folder)
    wrong = []
    for ours in found["positions"]["edges"]:
        wrong += check_edges(data, ours, f"{folder.name} {ours['from']}")
    for ours in found["positions"]["ranks"]:
        wrong += check_ranks(data, ours, f"{folder.name} {ours['from']}")
    strengths = {edition: data.strength(edition) for edition in data.editions}
    for place in found["positions"]["places"]:
        if place["value"] != strengths[place["edition"]][place["entity"]]:
            wrong.append(f"{folder.name}: the strength of {place['entity']} differs")
            break
    wrong += check_blocs(found, folder.name) + check_agenda(found, folder.name)
    return wrong, len(found["positions"]["edges"])


def main():
    wrong, compared = [], 0
    for name in ("ai-summits", "southern-women", "unfccc-side-events"):
        more, steps = check_package(SOURCE / "datasets" / name)
        wrong += more
        compared += steps
    print("\n".join(wrong[:40]))
    print(f"{compared} steps compared, {len(wrong)} differences")
    return 1 if wrong or compared < 30 else 0


if __name__ == "__main__":
    sys.exit(main())
