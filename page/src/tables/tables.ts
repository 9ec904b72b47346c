// All tables of the page, those written by the engine and the two of everything.
import type { Network } from "../data";
import { el } from "../dom";
import { makeInteractive } from "./interactive";
import { entitiesTable, relationsTable } from "./network_tables";
import { readTable } from "./page_table";
import type { Contents, Order } from "./rows";

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

function addTable(section: Element, name: string, caption: string, contents: Contents, order?: Order): void {
  const heads = contents.columns.map((c) => el("th", { scope: "col", title: c.meaning }, c.title));
  const table = el("table", { class: "data", id: `table-of-${name}` },
    el("caption", {}, caption), el("thead", {}, el("tr", {}, ...heads)), el("tbody"));
  section.append(table);
  makeInteractive(table, name, contents, order);
}

// The engine's own table of entities, for readers without scripts, holds rounded figures: the one made
// here, whose download is exact, takes its place.
function takePlace(section: Element): void {
  const written = [...section.querySelectorAll<HTMLTableElement>("table.data")]
    .find((table) => table.caption?.textContent?.trim() === "Entities");
  const frame = written?.closest(".scroll") ?? written;
  if (frame?.nextElementSibling?.classList.contains("downloads")) frame.nextElementSibling.remove();
  frame?.remove();
}

export function makeTables(net: Network, link: (root: ParentNode) => void): void {
  const section = document.getElementById("tables");
  if (section) takePlace(section);
  for (const table of document.querySelectorAll<HTMLTableElement>("table.data")) {
    const contents = readTable(table);
    if (contents) makeInteractive(table, table.id || "table", contents);
  }
  if (!section) return;
  const place = el("div");
  const lead = section.querySelector("h3 + p") ?? section.querySelector("h3");
  if (lead) lead.after(place);
  else section.append(place);
  const entities = entitiesTable(net);
  const figure = entities.columns.findIndex((c) => c.numeric);
  const order = figure < 0 ? undefined : { column: figure, descending: true };
  addTable(place, "entities", "Entities with their figures", linked(entities, link), order);
  addTable(place, "relations", "Relations with their sources", linked(relationsTable(net), link));
}
