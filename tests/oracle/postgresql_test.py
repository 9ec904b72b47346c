"""A PostgreSQL server's tables, read by two queries: every type as what it is, and nothing written."""
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

import postgresql_server
import program

TABLES = """
CREATE TYPE mood AS ENUM ('calm', 'cross');
CREATE TABLE people (key bigint, label text, since date, seen timestamptz, at timestamp, born int2,
    height real, share double precision, exact numeric(30, 20), member boolean, tags text[],
    years int[], feels mood, code uuid, notes jsonb);
INSERT INTO people VALUES
    (1, 'Ann "A" Lee', '2023-11-02', '2023-11-02 23:30:00-02', '2020-01-01', 1970, 1.7, 0.1, 12.5,
     true, '{a,"b, c",NULL}', '{1,2}', 'calm', '00000000-0000-0000-0000-000000000001', '{"x": 1}'),
    (2, 'Çem 日本 🎉', NULL, NULL, NULL, NULL, NULL, 1e300, 1.23456789012345678, false, '{}', NULL, NULL,
     NULL, NULL);
CREATE TABLE meets (a bigint, b bigint, hours numeric, kind text, cited text);
INSERT INTO meets VALUES (1, 2, 0.1, 'met', 'press#7|minutes'), (2, 1, 3, NULL, NULL);
CREATE SEQUENCE counter;
CREATE TABLE picture (id text, bytes bytea);
INSERT INTO picture VALUES ('p', '\\x00ff');
"""
PEOPLE = ("SELECT key AS id, label AS name, since, seen, at, born, height, share, exact, member, tags, "
          "years, feels, code, notes FROM people")
MEETS = ("SELECT a AS source, b AS target, hours AS weight, kind AS type, cited AS sources "
         "FROM meets")


class PostgreSQL(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = postgresql_server.Server()
        cls.addClassCleanup(cls.server.stop)
        cls.server.execute(TABLES)

    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)

    def summitry(self, *arguments, **environment):
        return subprocess.run([program.PROGRAM, *map(str, arguments)], capture_output=True, text=True,
                              check=False, cwd=self.folder, env={**os.environ, **environment})

    def read(self, relations, entities=None, address=None):
        out = self.folder / "read.json"
        queries = ["--relations-query", relations]
        if entities is not None:
            queries += ["--entities-query", entities]
        run = self.summitry("convert", address or self.server.address, out, *queries, "--format",
                            "network-json")
        self.assertEqual(0, run.returncode, run.stderr)
        return json.loads(out.read_text(encoding="utf-8")), run.stderr

    def faults(self, *queries, **environment):
        run = self.summitry("check", self.server.address, "--quiet", *queries, **environment)
        return run.stdout.splitlines() or [run.stderr.strip()]

    def test_types_are_those_of_the_columns(self):
        network, said = self.read(MEETS, PEOPLE)
        ann, cem = network["entities"]
        expected = {"since": "2023-11-02", "seen": "2023-11-03", "at": "2020-01-01", "born": 1970,
                    "height": 1.7, "share": 0.1, "exact": 12.5, "member": True,
                    "tags": ["a", "b, c"], "years": ["1", "2"], "feels": "calm",
                    "code": "00000000-0000-0000-0000-000000000001", "notes": '{"x": 1}'}
        self.assertEqual(expected, ann["attributes"])
        self.assertEqual(('Ann "A" Lee', "Çem 日本 🎉"), (ann["name"], cem["name"]))
        self.assertEqual({"share": 1e300, "exact": 1.2345678901234568, "member": False},
                         cem["attributes"])
        self.assertEqual([("1", "met", "2", 0.1), ("2", "related", "1", 3)],
                         [(r["source"], r["type"], r["target"], r["weight"])
                          for r in network["relations"]])
        self.assertEqual(["minutes", "press"], [s["id"] for s in network["sources"]])
        for part in ("the time of \"2023-11-03 01:30:00+00\" is left out", "a missing item",
                     "has more digits than are kept", "2 entities and 2 relations read"):
            self.assertIn(part, said)

    def test_a_large_answer_comes_row_by_row(self):
        network, _ = self.read("SELECT i AS source, i + 1 AS target FROM generate_series(1, 20000) i")
        self.assertEqual((20001, 20000), (len(network["entities"]), len(network["relations"])))

    def test_ctrl_c_stops_a_query_on_the_server_too(self):
        out = self.folder / "never.json"
        ask = "SELECT 1 AS source, 2 AS target, pg_sleep(600)::text AS note"
        running = subprocess.Popen(
            [program.PROGRAM, "convert", self.server.address, out, "--relations-query", ask],
            stderr=subprocess.PIPE, text=True)
        self.wait_for_sleepers(1)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
        self.assertIn("stopped; nothing was written", said)
        self.assertEqual(130, running.returncode)
        self.assertFalse(out.exists())
        self.wait_for_sleepers(0)

    def wait_for_sleepers(self, count):
        asleep = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
        deadline = time.monotonic() + 60
        while (found := int(self.server.execute(asleep))) != count and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertEqual(count, found)

    def test_an_answer_without_rows(self):
        network, _ = self.read(MEETS + " WHERE false", PEOPLE)
        self.assertEqual((2, []), (len(network["entities"]), network["relations"]))

    def test_nothing_is_written(self):
        for sql in ("DELETE FROM meets RETURNING a AS source, b AS target", "DROP TABLE meets",
                    "SELECT 1 AS source, 2 AS target; DROP TABLE meets", "COPY meets TO STDOUT", "",
                    "SELECT nextval('counter') AS source, 1 AS target"):
            with self.subTest(sql=sql):
                (fault,) = self.faults("--relations-query", sql or "-- nothing")
                self.assertIn("error: ", fault)
        network, _ = self.read(MEETS)
        self.assertEqual(2, len(network["relations"]))

    def test_findings_name_the_query_the_row_and_the_column(self):
        place = "postgresql:///postgres (--relations-query)"
        bad = self.faults("--relations-query",
                          "SELECT 'a' AS source, id AS target, bytes AS note FROM picture")
        self.assertEqual([f"{place}:1:3: error: bytes in column \"note\"; leave the column out, or "
                          "ask for text: encode(x, 'hex') AS x"], bad)
        late = self.faults("--relations-query",
                           "SELECT 1 AS source, 1 / (3 - i) AS target FROM generate_series(1, 5) i")
        self.assertEqual([f"{place}:3: error: PostgreSQL: division by zero; mend the query"], late)
        misspelt = self.faults("--relations-query", "SELECT nobody FROM meets")
        self.assertEqual([f"{place}: error: PostgreSQL: column \"nobody\" does not exist; mend the "
                          "query"], misspelt)
        nested = self.faults("--relations-query",
                             "SELECT 'a' AS source, 'b' AS target, ARRAY[[1, 2], [3, 4]] AS x")
        self.assertIn(":1:3: error: the array \"{{1,2},{3,4}}\" is not a list", nested[0])

    def test_passwords_come_by_the_environment_and_are_never_told(self):
        ask = ("check", self.server.loopback, "--relations-query", MEETS)
        good = self.summitry(*ask, PGPASSWORD=postgresql_server.PASSWORD)
        self.assertEqual(0, good.returncode, good.stdout + good.stderr)
        wrong = self.summitry(*ask, PGPASSWORD="not the word")
        self.assertEqual(1, wrong.returncode)
        self.assertIn("password authentication failed", wrong.stdout)
        self.assertNotIn("not the word", wrong.stdout + wrong.stderr)
        given = self.server.loopback.replace("ann@", "ann:s3cret%20word@")
        out = self.folder / "m.json"
        told = self.summitry("measure", given, "--relations-query", MEETS, "-o", out)
        self.assertEqual(0, told.returncode, told.stderr)
        self.assertNotIn("s3cret", told.stdout + told.stderr + out.read_text())
        self.assertIn(f"postgresql://127.0.0.1:{self.server.port}/postgres", out.read_text())

    def test_the_hash_is_that_of_the_same_data_elsewhere(self):
        csv = self.folder / "meets.csv"
        csv.write_text("source,target,weight,type\n1,2,0.1,met\n2,1,3,related\n")
        ask = MEETS.replace(", cited AS sources", "")
        of_server = self.summitry("info", self.server.address, "--relations-query", ask)
        of_file = self.summitry("info", csv)
        found = [[line for line in run.stdout.splitlines() if "hash" in line.lower()]
                 for run in (of_server, of_file)]
        self.assertTrue(found[0], of_server.stdout + of_server.stderr)
        self.assertEqual(found[1], found[0])


if __name__ == "__main__":
    unittest.main()
