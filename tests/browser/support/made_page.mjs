// A page around made-up data: random entities and relations in the form that the engine writes.
import { readFileSync } from "node:fs";
import { join } from "node:path";

// Marsaglia's xorshift: the same network every time.
function random(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const kinds = ["country", "organisation", "document", "initiative", "person"];
const editions = ["First", "Second", "Third", "Fourth"]
  .map((short, i) => ({ id: `summit-${i}`, name: `${short} summit ${2023 + i}`, short, date: `${2023 + i}-02-01` }));

function summit(edition, i, width) {
  return { id: edition.id, name: edition.name, kind: "summit", x: (width * (i + 0.5)) / 4, y: 26, drawn: true,
    editions: [i], first: i };
}

function entity(i, next, { width, height }) {
  const x = next() * width;
  const first = Math.min(3, Math.floor((4 * x) / width));
  return { id: `e-${i}`, name: `Entity number ${i}`, kind: kinds[i % kinds.length], first, editions: [first],
    figures: [[next(), i + 1]], x, y: 60 + next() * (height - 80), drawn: true };
}

function relation(next, first, last) {
  const end = () => first + Math.floor(next() * (last - first));
  return { source: end(), target: end(), type: 0, summit: Math.floor(next() * 4), confidence: "official",
    status: "realised", sources: [[0]], drawn: true };
}

export function madeReport(entities, relations, seed = 42) {
  const next = random(seed);
  const drawing = { width: 1160, height: 800, layout: "bands",
    bands: editions.map((_, i) => ({ edition: i, x0: 290 * i, x1: 290 * (i + 1) })), caption: "", clusters: [] };
  const all = [...editions.map((e, i) => summit(e, i, drawing.width)),
    ...Array.from({ length: entities }, (_, i) => entity(i, next, drawing))];
  return { title: "A made network", dataset: "made", version: "0", hash: "0", editions, drawing,
    kinds: [...kinds, "summit"].map((kind) => ({ kind, plural: `${kind}s`, count: 0 })),
    types: [{ type: "signed", label: "signed" }], figures: [{ name: "made", title: "made" }], entities: all,
    relations: Array.from({ length: relations }, () => relation(next, editions.length, all.length)),
    sources: [{ id: "s", title: "A source", url: "https://example.org/source" }] };
}

export function madePage(report, dist) {
  const asset = (name) => readFileSync(join(dist, name), "utf8");
  const data = JSON.stringify(report).replace(/</g, "\\u003c");
  return `<!doctype html><html lang="en" data-theme="auto"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${report.title}</title>
<style>${asset("page.css")}</style></head><body>
<header><h1>${report.title}</h1></header>
<nav class="sections" aria-label="Sections"><ul><li><a href="#network">Network</a></li><li><a href="#tables">Tables</a></li></ul></nav>
<main><section id="network"><h2>Network</h2><figure id="figure-network" class="figure"><h3>Everything</h3>
<p class="how">Made up.</p><div id="network-view" data-network></div><figcaption>Made up.</figcaption></figure>
<aside id="card" hidden></aside><p id="status" role="status" aria-live="polite"></p></section>
<section id="tables"><h2>Tables</h2></section></main>
<script type="application/json" id="data">${data}</script><script>${asset("page.js")}</script></body></html>`;
}
