// Tables: sorted, filtered, saved; names in them open the card.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { card, downloaded, launch, reportFolder, reportPage, withPage } from "./support/browser.mjs";
import { table } from "./support/csv.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());
const open = (use) => withPage(browser, reportPage, {}, use);

const entities = "#table-of-entities";
const save = (page, name) => () => page.locator(`.tools:has(#filter-${name}) button`).click();

test("a press on a head sorts, another turns it round", () => open(async (page) => {
  const head = page.locator(`${entities} th[scope=col]`, { hasText: "Name" });
  const names = () => page.locator(`${entities} tbody th`).allTextContents();
  await head.getByRole("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const up = await names();
  assert.deepEqual(up, [...up].sort((a, b) => a.localeCompare(b, "en", { numeric: true })));
  await head.getByRole("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  const down = await names();
  assert.ok(down[0].localeCompare(up[0], "en") > 0);
}));

test("figures are sorted as numbers, the largest first", () => open(async (page) => {
  const head = page.locator(`${entities} th[scope=col]`).nth(3);
  await head.getByRole("button").click();
  const figures = await page.locator(`${entities} tbody tr td:nth-child(4)`).allTextContents();
  const numbers = figures.map((text) => Number(text.replace(/,/g, "")));
  assert.ok(numbers.length > 5 && numbers.every((n) => Number.isFinite(n)));
  assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a));
}));

test("the download of all entities is metrics.csv", () => open(async (page) => {
  const saved = await downloaded(page, save(page, "entities"));
  const written = table(readFileSync(join(reportFolder, "metrics.csv"), "utf8"));
  const ours = new Map(table(saved.text).map((row) => [row.id, row]));
  assert.equal(saved.name, "entities.csv");
  assert.equal(ours.size, written.length);
  for (const row of written) {
    const own = ours.get(row.id);
    assert.ok(own, row.id);
    for (const [name, value] of Object.entries(row)) {
      if (name === "id" || name === "name" || name === "kind") assert.equal(own[name], value);
      else if (own[name] !== undefined && value !== "") assert.equal(Number(own[name]), Number(value), `${row.id} ${name}`);
    }
  }
}));

test("the download holds the rows that pass the filter, all of them", () => open(async (page) => {
  await page.locator("#filter-entities").fill("institute");
  const text = await page.locator(`.scroll:has(${entities}) + .pager`).textContent();
  const saved = await downloaded(page, save(page, "entities"));
  const rows = table(saved.text);
  assert.ok(rows.length > 15, "more than a page of rows");
  assert.ok(rows.every((row) => JSON.stringify(row).toLowerCase().includes("institute")));
  assert.match(text, new RegExp(`of ${rows.length} rows`));
}));

test("relations are saved with the addresses of their sources", () => open(async (page) => {
  await page.locator("#filter-relations").fill("France");
  const rows = table((await downloaded(page, save(page, "relations"))).text);
  assert.ok(rows.length > 20);
  assert.ok(rows.some((row) => row.source === "france" || row.source === "fra"));
  assert.ok(rows.some((row) => /https?:/.test(row.sources)));
}));

test("a name in a table opens the card", () => open(async (page) => {
  const name = page.locator(`${entities} tbody th a.name`).nth(3);
  const text = await name.textContent();
  await name.click();
  assert.equal(await card(page), text);
}));

test("a name in a sentence is a link that the keyboard opens, and breaks as the sentence does", () => open(async (page) => {
  const name = page.locator("#findings a.name").first();
  assert.equal(await name.evaluate((link) => getComputedStyle(link).display), "inline");
  assert.match(await name.getAttribute("href"), /^#entity=/);
  await name.focus();
  await page.keyboard.press("Enter");
  assert.equal(await card(page), await name.textContent());
}));

test("a name in a chart opens the card", () => open(async (page) => {
  const mark = page.locator("figure:not(#figure-network) svg [data-entity]").last();
  const name = await mark.evaluate((g) => JSON.parse(document.getElementById("data").textContent)
    .entities.find((e) => e.id === g.dataset.entity).name);
  await mark.dispatchEvent("click");
  assert.equal(await card(page), name);
}));
