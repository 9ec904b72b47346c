// A browser for the tests: pages from files, nothing from elsewhere, every error a failure.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const source = process.env.SUMMITRY_SOURCE
  ?? join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
export const work = process.env.SUMMITRY_WORK ?? join(source, "out", "browser");
export const reportFolder = join(work, "report");
export const reportPage = join(reportFolder, "report.html");
export const plainPage = join(work, "plain", "report.html");  // of a network without summits
export const dist = process.env.SUMMITRY_PAGE_DIST ?? join(source, "page", "dist");

// Packages are those of page/, which is built with them: npm ci in page/ installs them.
const packages = createRequire(join(source, "page", "package.json"));
export const axeFile = packages.resolve("axe-core/axe.min.js");

export const wide = { width: 1280, height: 900 };
export const narrow = { width: 360, height: 740 };

// CI runs as root in a container, where Chromium's sandbox cannot start; pages come from our own files.
export async function launch() {
  const { chromium } = packages("playwright-core");
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
}

const ours = /^(file|data|blob|about):/;

// Opens a page and calls `use(page)`; then fails on errors, on complaints, and on requests that left it.
export async function withPage(browser, file, { size = wide, fragment = "", ...options }, use) {
  const context = await browser.newContext({ viewport: size, acceptDownloads: true, ...options });
  const faults = [];
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!ours.test(request.url())) faults.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href + fragment);
  await page.waitForFunction(() => window.summitry?.labels().length > 0);
  try {
    await use(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

export const ask = (page, what) => page.evaluate((name) => window.summitry[name](), what);
export const status = (page) => page.locator("#status").textContent();
export const card = (page) => page.locator("#card h3").textContent();

export async function choose(page, text) {
  await page.locator("#find").fill(text);
  await page.locator("#find").press("Enter");
}

export async function downloaded(page, press) {
  const { readFileSync } = await import("node:fs");
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}
