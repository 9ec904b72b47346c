// What is bundled: types that hold, a small script, and the licence of everything in it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist, source } from "./support/browser.mjs";

const page = join(source, "page");

test("the types hold", () => {
  execFileSync(process.execPath, [join(page, "node_modules/typescript/bin/tsc"), "--noEmit", "-p", page],
    { stdio: "inherit" });
});

test("the script stays below 120 kB", () => {
  const size = statSync(join(dist, "page.js")).size;
  assert.ok(size > 10_000 && size < 120_000, `${size} bytes`);
});

test("the licence of every bundled package is there", () => {
  const licences = readFileSync(join(dist, "licences.txt"), "utf8");
  for (const name of Object.keys(JSON.parse(readFileSync(join(page, "package.json"), "utf8")).dependencies)) {
    assert.match(licences, new RegExp(`^${name} \\d`, "m"));
  }
  assert.match(licences, /Permission to use, copy, modify/);
});
