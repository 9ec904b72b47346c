// Writes the reports that the other tests of this folder open: of a series, and of a network without one.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { plainPage, reportFolder, source, work } from "./support/browser.mjs";

function report(dataset, folder) {
  rmSync(folder, { recursive: true, force: true });
  execFileSync(process.env.SUMMITRY_PROGRAM, ["report", join(source, "datasets", dataset), "-o", folder],
    { stdio: "inherit" });
}

mkdirSync(work, { recursive: true });
report("ai-summits", reportFolder);
report("karate", dirname(plainPage));
