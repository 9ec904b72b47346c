// What needs no browser: folding, search, order of rows, CSV, the state in an address, labels' room.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { source } from "./support/browser.mjs";
import { madeReport } from "./support/made_page.mjs";

const folder = join(source, "page");
const { buildSync } = createRequire(join(folder, "package.json"))("esbuild");

// A module of page/src, bundled as it is for the page.
async function load(path) {
  const made = buildSync({ entryPoints: [join(folder, "src", path)], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(made.outputFiles[0].text)}`);
}

const { fold, figure } = await load("text.ts");
const { find, index } = await load("search.ts");
const { chosenRows, toNumber } = await load("tables/rows.ts");
const { csv } = await load("tables/csv.ts");
const { network } = await load("data.ts");
const { everything, fromFragment, toFragment } = await load("state.ts");
const { shown } = await load("network/shown.ts");
const { groups } = await load("card/relations.ts");

test("fold drops case and accents, of letters that Unicode does not take apart too", () => {
  assert.equal(fold("CÔTE d’Ivoire"), "cote d’ivoire");
  assert.equal(fold("Türkiye, Søren, Łódź, Straße"), "turkiye, soren, lodz, strasse");
});

test("figures are short and never lie about being whole", () => {
  assert.deepEqual([11, 2027.345, 0.0421337, 0, 1e-7].map(figure), ["11", "2,027", "0.04213", "0", "1.00e-7"]);
});

const entity = (id, name, more = {}) => ({ id, name, kind: "country", ...more });
const small = (relations = []) => network({
  title: "", dataset: "", version: "", hash: "", kinds: [{ kind: "country", plural: "countries", count: 3 }],
  editions: [{ id: "one", name: "One", short: "One" }, { id: "two", name: "Two", short: "Two" }],
  types: [{ type: "signed", label: "signed" }, { type: "funds", label: "funds" }],
  entities: [entity("a", "France", { iso3: "fra", x: 0, y: 0, drawn: true, editions: [0], figures: [[1, 1]] }),
    entity("b", "San Francisco", { aliases: ["Frisco"], x: 1, y: 1, drawn: true, editions: [0, 1] }),
    entity("c", "Africa", { x: 2, y: 2, drawn: true, editions: [1] })], relations,
});

test("search puts whole names first, then beginnings, then what is within", () => {
  const net = small();
  assert.deepEqual(find(index(net), "fra"), [0, 1]);
  assert.deepEqual(find(index(net), "FRISCO"), [1]);
  assert.deepEqual(find(index(net), "fri"), [1, 2]);
  assert.deepEqual(find(index(net), "  "), []);
});

test("rows: filter in any column, absent last in both directions, ties in the order of the table", () => {
  const rows = [["b", 2], ["a", undefined], ["c", 10], ["d", 2]];
  const contents = { rows, shown: rows.map((r) => r.map((v) => String(v ?? ""))), columns: [] };
  assert.deepEqual(chosenRows(contents, "", { column: 1, descending: false }), [0, 3, 2, 1]);
  assert.deepEqual(chosenRows(contents, "", { column: 1, descending: true }), [2, 0, 3, 1]);
  assert.deepEqual(chosenRows(contents, "C", undefined), [2]);
});

test("numbers are read as people write them", () => {
  assert.deepEqual(["1,234.5", "−3", "12 of 30", "2.5e-4", "none"].map(toNumber), [1234.5, -3, 12, 0.00025, undefined]);
});

test("CSV holds the data exactly", () => {
  assert.equal(csv([["a", 'say "b"'], ["=1+1", "x,y\nz"]]), 'a,"say ""b"""\n=1+1,"x,y\nz"\n');
});

test("an address brings the state back, and what it does not know is passed over", () => {
  const net = small();
  const state = { ...everything, entity: 1, dimmed: true, steps: 2, edition: 1, type: 1, hidden: new Set(["country"]) };
  assert.deepEqual({ ...everything, ...fromFragment(`#${toFragment(state, net)}`, net) }, state);
  assert.equal(toFragment(everything, net), "");
  const unknown = { ...everything, ...fromFragment("#entity=x&at=y&relation=z&without=w&community=7&steps=1", net) };
  assert.deepEqual(unknown, everything);
});

const tie = (source, target, more) => ({ source, target, type: 0, drawn: true, ...more });

test("a summit shows its own relations, and those without a summit where both took part", () => {
  const net = small([tie(0, 1, { summit: 0 }), tie(1, 2, { summit: 1 }), tie(1, 2, { type: 1 }), tie(0, 2, { type: 1 })]);
  assert.deepEqual(shown(net, { ...everything, edition: 0 }).relation, [true, false, false, false]);
  assert.deepEqual(shown(net, { ...everything, edition: 1 }).relation, [false, true, true, false]);
  assert.deepEqual(shown(net, { ...everything, edition: 1 }).entity, [false, true, true]);
  assert.deepEqual(shown(net, { ...everything, type: 1 }).relation, [false, false, true, true]);
});

test("one step is whom an entity is tied to, two steps are theirs too", () => {
  const net = small([tie(0, 1), tie(1, 2)]);
  assert.deepEqual(shown(net, { ...everything, entity: 0, steps: 1 }).entity, [true, true, false]);
  assert.deepEqual(shown(net, { ...everything, entity: 0, steps: 2 }).entity, [true, true, true]);
});

test("relations that say the same are one, with all their sources; declined is said", () => {
  const net = small([tie(0, 1, { sources: [[0]], date: "2025-02" }), tie(0, 1, { sources: [[1]], date: "2024", note: "late" }),
    tie(0, 2, { status: "declined" })]);
  const found = groups(net, 0).map((g) => [g.heading, g.ties.map((t) => [t.entity, t.first.date, [...t.sources.keys()], t.notes])]);
  assert.deepEqual(found, [["Signed", [[1, "2024", [0, 1], ["late"]]]], ["Signed: declined", [[2, undefined, [], []]]]]);
  assert.equal(groups(net, 1)[0].heading, "Signed by");
});

test("a made network is the same every time", () => {
  assert.deepEqual(madeReport(20, 40), madeReport(20, 40));
});
