// Writes the report that the other tests of this folder open.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { reportFolder, source, work } from "./support/browser.mjs";

rmSync(reportFolder, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
execFileSync(process.env.SUMMITRY_PROGRAM, ["report", join(source, "datasets/ai-summits"), "-o", reportFolder],
  { stdio: "inherit" });
