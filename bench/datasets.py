"""Small networks of datasets/ as edge lists, and the groups that they know as labels beside.

usage: datasets.py FOLDER

karate.txt               friends in a club; the truth: which of the two clubs each joined when it split
football.txt             teams that played one another; the truth: their conferences
southern-women.txt       women and the events they came to, two-mode
florentine-families.txt  families by marriage or business; one without either is left out

All undirected and without weights, each pair once. Numbers go by the order of ids, so that the same data
give the same file.
"""
import csv
import pathlib
import sys

DATASETS = pathlib.Path(__file__).resolve().parent.parent / "datasets"
TRUTH = {"karate": "club", "football": "conference", "southern-women": None,
         "florentine-families": None}


def rows(name, table):
    with open(DATASETS / name / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder, name, truth):
    pairs = {tuple(sorted((row["source"], row["target"]))) for row in rows(name, "relations")}
    number = {one: i for i, one in enumerate(sorted({one for pair in pairs for one in pair}))}
    path = folder / f"{name}.txt"
    path.write_text("".join(f"{number[u]} {number[v]}\n" for u, v in sorted(pairs)), encoding="ascii")
    print(f"{path}: {len(number)} vertices, {len(pairs)} edges")
    if truth is None:
        return
    group = {row["id"]: row[truth] for row in rows(name, "entities")}
    label = {one: i for i, one in enumerate(sorted(set(group.values())))}
    lines = [f"{label[group[one]]}\n" for one in number]
    (folder / f"{name}.txt.truth").write_text("".join(lines), encoding="ascii")


def main():
    for name, truth in TRUTH.items():
        write(pathlib.Path(sys.argv[1]), name, truth)


if __name__ == "__main__":
    main()
