// Bundles the script and the style of report.html into dist/, with the licences of what is in them.
import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dist = process.argv[2] ?? join(here, "dist");

// The packages whose code is in the bundle, by name.
function bundled(inputs) {
  const names = Object.keys(inputs)
    .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set(names)].sort();
}

function licence(name) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((f) => join(folder, f)).find(existsSync);
  if (file === undefined) throw new Error(`${name} ships no licence text`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, "utf8").trim()}\n`;
}

const common = { absWorkingDir: here, bundle: true, minify: true, charset: "utf8", logLevel: "warning" };
mkdirSync(dist, { recursive: true });
const script = await build({
  ...common, entryPoints: ["src/main.ts"], outfile: join(dist, "page.js"), format: "iife",
  target: "es2022", metafile: true, legalComments: "none",
});
await build({ ...common, entryPoints: ["src/page.css"], outfile: join(dist, "page.css") });
writeFileSync(join(dist, "licences.txt"), bundled(script.metafile.inputs).map(licence).join("\n---\n\n"));
