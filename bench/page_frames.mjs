// How fast report.html moves: frames a second while zooming and panning a made network, time to its
// first names, and the size of the script. Prints a table; run it on a quiet machine.
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
  const zooming = await frames((n) => wheel(n % 60 < 30 ? -8 : 8));
  for (let i = 0; i < 35; ++i) wheel(-20);
  await new Promise((done) => setTimeout(done, 500));
  return { zooming, panning: await pan(), zoomed: window.summitry.camera().k };
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

console.log("entities relations  ready ms  zooming f/s  panning f/s  script kB");
console.log([entities, relations, Math.round(ready), found.zooming.toFixed(0), found.panning.toFixed(0),
  (statSync(join(dist, "page.js")).size / 1000).toFixed(0)].map((x, i) => String(x).padStart([8, 9, 9, 12, 12, 10][i])).join(" "));
