// How fast report.html moves: frames a second while zooming and panning a made network, milliseconds to
// its first names, for a search and from a pointer's move to the next frame, and the size of the
// script. Prints a table; run it on a quiet machine.
//   node bench/page_frames.mjs [ENTITIES RELATIONS]
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dist, launch, wide, work } from "../tests/browser/support/browser.mjs";
import { madePage, madeReport } from "../tests/browser/support/made_page.mjs";

const [entities, relations] = [Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 20000)];
mkdirSync(work, { recursive: true });
const file = join(work, "made.html");
writeFileSync(file, madePage(madeReport(entities, relations), dist));

// In the page: moves in every frame for some seconds, and counts the frames.
async function measure(seconds) {
  const canvas = document.querySelector(".stage canvas");
  const box = canvas.getBoundingClientRect();
  const at = { clientX: box.left + 300, clientY: box.top + 250 };
  const common = { bubbles: true, cancelable: true, view: window, buttons: 1 };
  const wheel = (deltaY) => canvas.dispatchEvent(new WheelEvent("wheel", { ...common, ...at, deltaY, ctrlKey: true }));
  const frames = async (move) => {
    const start = performance.now();
    let n = 0;
    for (; performance.now() - start < seconds * 1000; ++n) {
      move(n);
      await new Promise(requestAnimationFrame);
    }
    return (n * 1000) / (performance.now() - start);
  };
  const pan = async () => {
    canvas.dispatchEvent(new MouseEvent("mousedown", { ...common, ...at }));
    const found = await frames((n) => window.dispatchEvent(new MouseEvent("mousemove", { ...common,
      clientX: at.clientX + 150 * Math.sin(n / 20), clientY: at.clientY + 80 * Math.cos(n / 20) })));
    window.dispatchEvent(new MouseEvent("mouseup", { ...common, ...at }));
    return found;
  };
  const took = async (act) => {
    const start = performance.now();
    act();
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
  };
  const field = document.getElementById("find");
  const search = await took(() => {
    field.value = "number 49";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const hovers = [];
  for (let i = 0; i < 20; ++i) {
    const over = { ...common, buttons: 0, pointerType: "mouse", clientX: box.left + 40 * i, clientY: at.clientY };
    hovers.push(await took(() => canvas.dispatchEvent(new PointerEvent("pointermove", over))));
  }
  const zooming = await frames((n) => wheel(n % 60 < 30 ? -8 : 8));
  for (let i = 0; i < 35; ++i) wheel(-20);
  await new Promise((done) => setTimeout(done, 500));
  return { zooming, panning: await pan(), search, hover: Math.max(...hovers) };
}

const browser = await launch();
const page = await browser.newPage({ viewport: wide });
const start = performance.now();
await page.goto(pathToFileURL(file).href);
await page.waitForFunction(() => window.summitry?.labels().length > 0);
const ready = performance.now() - start;
await page.locator(".stage").scrollIntoViewIfNeeded();
const found = await page.evaluate(measure, 3);
await browser.close();

const kilobytes = statSync(join(dist, "page.js")).size / 1000;
console.log("entities relations  ready ms  search ms  hover ms  zooming f/s  panning f/s  script kB");
console.log([entities, relations, ready, found.search, found.hover, found.zooming, found.panning, kilobytes]
  .map((x, i) => x.toFixed(0).padStart([8, 9, 9, 10, 9, 12, 12, 10][i])).join(" "));
