// The diagram: found by name, filtered, moved through the summits, by mouse and by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  ask, card, choose, downloaded, launch, narrow, plainPage, reportPage, status, withPage,
} from "./support/browser.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());
const open = (options, use) => withPage(browser, reportPage, options, use);

function crossing(labels) {
  const meet = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
  return labels.flatMap((a, i) => labels.slice(0, i).filter((b) => meet(a, b)).map((b) => [a.text, b.text]));
}

test("the first view shows everything, undimmed, with a card open", () => open({}, async (page) => {
  assert.notEqual(await card(page), "Choose an entity");
  assert.match(await status(page), /^Shown: [\d,]+ entities and [\d,]+ ties\.$/);
  assert.equal(new URL(page.url()).hash, "");
}));

test("France is found, its card opens, and its relations lead to their sources", () => open({}, async (page) => {
  await choose(page, "France");
  assert.equal(await card(page), "France");
  assert.match(page.url(), /#entity=france$|#entity=fra$/);
  const link = page.locator("#card .ties a.source").first();
  assert.match(await link.getAttribute("href"), /^https?:\/\//);
  assert.match(await link.textContent(), /^(official|secondary|unverified|\d+)/);
}));

test("every relation in a card has a source or says that it has none", () => open({}, async (page) => {
  for (const name of ["France", "Current AI", "OpenAI"]) {
    await choose(page, name);
    const without = await page.locator("#card .ties li").evaluateAll((items) => items.filter((li) =>
      !li.querySelector("a.source[href^=http]") && !/no source|: /.test(li.querySelector(".source")?.textContent ?? ""))
      .map((li) => li.textContent));
    assert.deepEqual(without, [], name);
    assert.ok(await page.locator("#card .ties li").count() > 0, name);
  }
}));

test("search folds case and accents, and offers eight at most", () => open({}, async (page) => {
  const hits = async (text) => {
    await page.locator("#find").fill(text);
    return page.locator("#hits [data-hit] span").allTextContents();
  };
  assert.ok((await hits("COTE D'IV")).some((name) => name.startsWith("Côte d")));
  assert.equal((await hits("turkiye"))[0], "Türkiye");
  assert.equal((await hits("fra"))[0], "France");
  assert.equal((await hits("a")).length, 8);
  assert.deepEqual(await hits("no such name"), []);
}));

test("search goes by arrows and Enter", () => open({}, async (page) => {
  await page.locator("#find").fill("united");
  const second = await page.locator("#hits [data-hit] span").nth(1).textContent();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("#find").getAttribute("aria-activedescendant"), "hit-1");
  await page.keyboard.press("Enter");
  assert.equal(await card(page), second);
}));

test("the legend filters to summits and countries", () => open({}, async (page) => {
  const before = await ask(page, "positions");
  for (const box of await page.locator(".legend [data-kind]").all()) {
    if (!["summit", "country"].includes(await box.getAttribute("data-kind"))) await box.uncheck();
  }
  const left = Object.keys(await ask(page, "positions"));
  const kinds = await page.evaluate((ids) => {
    const { entities } = JSON.parse(document.getElementById("data").textContent);
    return [...new Set(entities.filter((e) => ids.includes(e.id)).map((e) => e.kind))].sort();
  }, left);
  assert.deepEqual(kinds, ["country", "summit"]);
  assert.ok(left.length < Object.keys(before).length);
  assert.match(page.url(), /without=/);
}));

test("whoever stays through the summits stays in place", () => open({}, async (page) => {
  const all = await ask(page, "positions");
  const stops = Number(await page.locator("#edition").getAttribute("max"));
  await page.locator("#edition").focus();
  for (let stop = 1; stop <= stops; ++stop) {
    await page.keyboard.press("ArrowRight");
    const here = await ask(page, "positions");
    assert.ok(Object.keys(here).length > 1 && Object.keys(here).length < Object.keys(all).length, `stop ${stop}`);
    for (const [id, place] of Object.entries(here)) assert.deepEqual(place, all[id], `${id} at stop ${stop}`);
  }
}));

test("the slider says Paris, and so do status and address", () => open({}, async (page) => {
  await page.locator(".ticks button").nth(3).click();
  assert.match(await page.locator("#edition").getAttribute("aria-valuetext"), /Paris/);
  assert.match(await status(page), /at [^,]*Paris/i);
  assert.match(page.url(), /at=paris-2025/);
}));

test("status, title and data count the same entities and ties", () => open({}, async (page) => {
  const [entities, ties] = await page.evaluate(() => {
    const data = JSON.parse(document.getElementById("data").textContent);
    const pairs = data.relations.filter((r) => r.drawn).map((r) => [r.source, r.target].sort().join(" "));
    return [data.entities.filter((e) => e.drawn).length, new Set(pairs).size].map((n) => n.toLocaleString("en"));
  });
  assert.equal(await status(page), `Shown: ${entities} entities and ${ties} ties.`);
  const title = await page.locator("#figure-network-title").textContent();
  assert.ok(title.includes(`${entities} entities`) && title.includes(`${ties} ties`), title);
}));

test("the diagram goes by keyboard alone", () => open({}, async (page) => {
  await choose(page, "France");
  await page.locator(".stage").focus();
  await page.keyboard.press("ArrowRight");
  const spoken = await status(page);
  assert.match(spoken, /Enter opens its card/);
  await page.keyboard.press("Enter");
  assert.ok(spoken.startsWith(await card(page)));
  const whole = (await ask(page, "shown")).entities;
  await page.keyboard.press("1");
  const near = (await ask(page, "shown")).entities;
  await page.keyboard.press("2");
  const further = (await ask(page, "shown")).entities;
  assert.ok(1 < near && near <= further && further <= whole, `${near} ${further} ${whole}`);
  await page.keyboard.press("Escape");
  assert.equal((await ask(page, "shown")).entities, whole);
  const { k } = await ask(page, "camera");
  await page.keyboard.press("+");
  assert.ok((await ask(page, "camera")).k > k);
}));

test("a plain wheel scrolls the page, with Ctrl it zooms", () => open({}, async (page) => {
  await page.locator(".stage").scrollIntoViewIfNeeded();
  await page.locator(".stage").hover();
  const { k } = await ask(page, "camera");
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, -120);  // the way that would zoom in
  await page.waitForFunction((was) => scrollY < was, top);
  assert.equal((await ask(page, "camera")).k, k);
  await page.locator(".stage").hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -240);
  await page.keyboard.up("Control");
  await page.waitForFunction((was) => window.summitry.camera().k > was, k);
}));

test("a view can be cited: its address brings it back", () =>
  open({ fragment: "#entity=openai&at=paris-2025&steps=1" }, async (page) => {
    assert.equal(await card(page), "OpenAI");
    assert.match(await status(page), /Only OpenAI and what is tied to it/);
    assert.match(await status(page), /Paris/i);
  }));

for (const size of [undefined, narrow]) {
  test(`no two names meet at ${size?.width ?? 1280} px, at any zoom`, () => open({ size }, async (page) => {
    for (let step = 0; step < 4; ++step) {
      const labels = await ask(page, "labels");
      assert.ok(labels.length > 8, `${labels.length} labels`);
      assert.deepEqual(crossing(labels), []);
      await page.locator(".zoom button").first().click();
      await page.waitForTimeout(250);
    }
  }));
}

test("at 360 px the page never scrolls sideways", () => open({ size: narrow }, async (page) => {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), narrow.width);
}));

test("the view is saved as SVG: what is shown, in colours of its own, with a legend", () => open({}, async (page) => {
  await choose(page, "France");
  await page.locator(".stage").focus();
  await page.keyboard.press("1");
  const press = () => page.getByRole("button", { name: "Download this view as SVG" }).click();
  const { name, text } = await downloaded(page, press);
  assert.match(name, /-view\.svg$/);
  assert.match(text, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.doesNotMatch(text, /var\(|undefined|NaN/);
  for (const word of ["France", "countries"]) assert.ok(text.includes(`>${word}</text>`), word);
}));

test("a chart is saved as SVG with colours of its own", () => open({}, async (page) => {
  const press = () => page.locator(".download[data-svg]").nth(1).click();
  const { text } = await downloaded(page, press);
  assert.match(text, /^<svg/);
  assert.doesNotMatch(text, /var\(/);
}));

test("passing over a mark names it and moves nothing", () => open({}, async (page) => {
  const stage = page.locator(".stage");
  await stage.scrollIntoViewIfNeeded();
  const [france, camera] = [(await ask(page, "positions")).fra, await ask(page, "camera")];
  const box = await stage.boundingBox();
  const before = await stage.screenshot();
  await page.mouse.move(box.x + france[0] * camera.k + camera.x, box.y + france[1] * camera.k + camera.y);
  await page.waitForTimeout(100);
  assert.ok(!before.equals(await stage.screenshot()));
  assert.notEqual(await card(page), "France");
  assert.deepEqual(await ask(page, "camera"), camera);
  await page.mouse.down();
  await page.mouse.up();
  assert.equal(await card(page), "France");
}));

test("a network without summits has no slider, and colours say communities", () =>
  withPage(browser, plainPage, {}, async (page) => {
    assert.equal(await page.locator("#edition").count(), 0);
    assert.match(await page.locator(".legend").textContent(), /Colour: community/);
    assert.match(await status(page), /^Shown: 34 entities and 78 ties\.$/);
    const chosen = await page.locator("#community option").nth(1).getAttribute("value");
    await page.locator("#community").selectOption(chosen);
    const { entities } = await ask(page, "shown");
    assert.ok(entities > 1 && entities < 34, String(entities));
  }));
