// All tables of the page, those written by the engine and the two of everything.
import type { Network } from "../data";
import { el } from "../dom";
import { makeInteractive } from "./interactive";
import { entitiesTable, relationsTable } from "./network_tables";
import { readTable } from "./page_table";
import type { Contents } from "./rows";

// Rows made late need their names linked late.
function linked(contents: Contents, link: (root: ParentNode) => void): Contents {
  return {
    ...contents,
    element(i) {
      const made = contents.element(i);
      link(made);
      return made;
    },
  };
}

function addTable(section: Element, name: string, caption: string, contents: Contents): void {
  const heads = contents.columns.map((c) => el("th", { scope: "col" }, c.title));
  const table = el("table", { class: "data", id: `table-${name}` },
    el("caption", {}, caption), el("thead", {}, el("tr", {}, ...heads)), el("tbody"));
  section.append(table);
  makeInteractive(table, name, contents);
}

export function makeTables(net: Network, link: (root: ParentNode) => void): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table.data")) {
    const contents = readTable(table);
    if (contents) makeInteractive(table, table.id.replace(/^table-/, "") || "table", contents);
  }
  const section = document.getElementById("tables");
  if (!section) return;
  addTable(section, "entities", "All entities with their figures", linked(entitiesTable(net), link));
  addTable(section, "relations", "All relations with their sources", linked(relationsTable(net), link));
}
