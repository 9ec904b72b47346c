"""Memberships in intergovernmental organisations as a series: writes a data package for `summitry continuity`.

usage: cow_igo.py SOURCE-FOLDER OUT-FOLDER [YEARS-BETWEEN-EDITIONS [SHARE]]

SOURCE-FOLDER holds membership.csv (igo, year, state, status 1 full, 2 associate, 3 observer) of the
Correlates of War project, whose terms name no open licence: so it is read from a path and not shipped.
An edition is a year; a participant is the membership of one state in one organisation, of kind
membership, with the state as its subtype. SHARE (1) keeps that share of memberships, chosen by name.
"""
import csv
import hashlib
import json
import pathlib
import re
import sys

CITATION = ("Pevehouse, Nordstrom, McManus & Jamison (2020), Tracking organizations in the world, "
            "J. Peace Research 57(3), 492-503")


def key(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


def kept(name, share):
    digest = hashlib.sha256(name.encode()).digest()
    return int.from_bytes(digest[:4], "big") < share * 2 ** 32


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    source, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    every = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    share = float(sys.argv[4]) if len(sys.argv) > 4 else 1.0
    memberships, rows = {}, set()
    with open(source / "membership.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = f"{key(row['state'])}--{key(row['igo'])}"
            if int(row["year"]) % every or not kept(name, share):
                continue
            memberships[name] = (row["state"], row["igo"])
            rows.add((name, f"year-{row['year']}"))
    years = sorted({edition for _, edition in rows})
    out.mkdir(parents=True, exist_ok=True)
    entities = [(name, "membership", f"{state} in {igo}", state)
                for name, (state, igo) in memberships.items()]
    entities += [(year, "summit", year.removeprefix("year-"), "") for year in years]
    write(out / "entities.csv", ("id", "kind", "name", "subtype"), sorted(entities))
    write(out / "relations.csv", ("source", "type", "target", "sources", "confidence"),
          sorted((name, "attended", year, "cow", "secondary") for name, year in rows))
    write(out / "sources.csv", ("id", "title"), [("cow", CITATION)])
    (out / "series.json").write_text(json.dumps([{
        "id": "years", "name": "Years", "editions": years, "participation": ["attended"]}]))
    resources = [{"name": name, "path": f"{name}.csv"} for name in ("entities", "relations", "sources")]
    resources.append({"name": "series", "path": "series.json"})
    (out / "datapackage.json").write_text(json.dumps({
        "name": "cow-igo", "title": "Memberships in intergovernmental organisations",
        "version": "3.0", "resources": resources}))
    print(f"{len(years)} editions, {len(memberships)} memberships, {len(rows)} participations")


if __name__ == "__main__":
    main()
