// For everybody: axe-core in light, dark and narrow, contrast of canvas colours, print.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axeFile, launch, narrow, reportPage, withPage, work } from "./support/browser.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());
const open = (options, use) => withPage(browser, reportPage, options, use);

async function violations(page) {
  await page.evaluate(await import("node:fs").then((fs) => fs.readFileSync(axeFile, "utf8")));
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.filter((v) => ["serious", "critical"].includes(v.impact))
    .map((v) => `${v.id}: ${v.nodes.length} nodes, ${v.nodes[0].html.slice(0, 200)}`);
}

const views = { light: {}, dark: { colorScheme: "dark" }, narrow: { size: narrow } };
for (const [name, options] of Object.entries(views)) {
  test(`axe-core finds nothing serious: ${name}`, () =>
    open(options, async (page) => assert.deepEqual(await violations(page), [])));
}

// Relative luminance and contrast as WCAG 2 defines them.
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

for (const colorScheme of ["light", "dark"]) {
  test(`colours keep their contrast: ${colorScheme}`, () => open({ colorScheme }, async (page) => {
    const of = (name) => page.evaluate((n) => getComputedStyle(document.documentElement).getPropertyValue(n).trim(), name);
    const [ground, panel] = [await of("--ground"), await of("--panel")];
    for (const name of ["--ink1", "--ink2", "--ink3", "--accent", "--edition1", "--edition2", "--edition3", "--edition4"]) {
      assert.ok(contrast(await of(name), ground) >= 4.5, `${name} on the ground`);
    }
    for (const name of ["--ink1", "--ink2", "--ink3"]) assert.ok(contrast(await of(name), panel) >= 4.5, `${name} on the panel`);
    assert.ok(contrast(await of("--none"), ground) >= 3);
  }));
}

test("the button turns the theme, whatever the system says", () => open({}, async (page) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await ground(), "rgb(255, 255, 255)");
  await page.locator(".theme").click();
  assert.equal(await ground(), "rgb(17, 22, 29)");
  await page.locator(".theme").click();
  assert.equal(await ground(), "rgb(255, 255, 255)");
}));

function small() {
  const visible = (e) => e.getClientRects().length > 0 && !e.closest(".unseen");
  const all = [...document.querySelectorAll("body *")].filter(visible);
  // Letters of a picture are as large as the picture is shown.
  const scale = (e) => (e instanceof SVGElement ? e.getScreenCTM().a : 1);
  const letters = all.filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .filter((e) => parseFloat(getComputedStyle(e).fontSize) * scale(e) < 10.9);
  const pressed = all.filter((e) => e.matches("button, input:not([type=checkbox]), label:has(input), select, summary"))
    .filter((e) => { const box = e.getBoundingClientRect(); return box.height < 23.9 || box.width < 23.9; });
  return [...letters, ...pressed].map((e) => e.outerHTML.slice(0, 120));
}

for (const size of [undefined, narrow]) {
  test(`letters are at least 11 px, and what is pressed at least 24 px: ${size?.width ?? 1280} px wide`, () =>
    open({ size }, async (page) => assert.deepEqual(await page.evaluate(small), [])));
}

test("nothing moves for those who ask for less motion", () =>
  open({ reducedMotion: "reduce" }, async (page) => {
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
  }));

test("on paper: every figure whole and with its words, no controls, light", () =>
  open({ colorScheme: "dark" }, async (page) => {
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    const file = join(work, "page.pdf");
    writeFileSync(file, pdf);
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    const titles = await page.locator("figure.figure > h3").allTextContents();
    assert.ok(titles.length > 1);
    const words = text.replace(/\s+/g, " ");
    for (const title of titles) assert.ok(words.includes(title.replace(/\s+/g, " ").trim()), title);
    assert.doesNotMatch(words, /Download CSV|Any column|Zoom in/);
    await page.emulateMedia({ media: "print" });
    const sheet = 1123 - 128;  // px between the margins of A4
    const heights = await page.locator("figure.figure svg.chart").evaluateAll((all) =>
      all.map((svg) => svg.getBoundingClientRect().height));
    assert.ok(heights.every((h) => h > 0 && h < sheet), heights.join(" "));
    const rules = await page.locator("figure.figure").evaluateAll((all) => all.map((f) => getComputedStyle(f).breakInside));
    assert.ok(rules.every((rule) => rule === "avoid"));
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  }));
