// Two tables of everything: entities that have figures, and relations with their sources.
import type { Network, Relation } from "../data";
import { el } from "../dom";
import { sourceLinks } from "../card/sources";
import { capital, figure } from "../text";
import type { Cell, Column, Contents } from "./rows";

const kShort = 20;  // letters of a cell that is not broken over lines

function classOf(cell: Node | string, numeric: boolean): string | undefined {
  if (numeric) return "num";
  return typeof cell === "string" && cell.length <= kShort ? "short" : undefined;
}

function row(cells: (Node | string)[], numeric: boolean[]): HTMLTableRowElement {
  const [name, ...rest] = cells;
  return el("tr", {}, el("th", { scope: "row" }, name),
    ...rest.map((cell, i) => el("td", { class: classOf(cell, numeric[i + 1]) }, cell)));
}

const named = (id: string, name: string) => el("span", { "data-entity": id }, name);

export function entitiesTable(net: Network): Contents {
  const figures = net.report.figures ?? [];
  const entities = net.entities.filter((e) => e.figures);
  const first = net.editions.length > 0;
  const columns: Column[] = [{ title: "Name", numeric: false }, { title: "Kind", numeric: false },
    ...(first ? [{ title: "First summit", numeric: false }] : []),
    ...figures.map((f) => ({ title: capital(f.name), numeric: true, meaning: f.title }))];
  const numeric = columns.map((c) => c.numeric);
  const rows = entities.map((e): Cell[] => [e.name, e.kind, ...(first ? [e.first] : []),
    ...figures.map((_, f) => e.figures?.[f]?.[0])]);
  const shown = entities.map((e) => [e.name, e.kind, ...(first ? [net.editions[e.first ?? -1]?.short ?? ""] : []),
    ...figures.map((_, f) => { const v = e.figures?.[f]; return v ? figure(v[0]) : ""; })]);
  return {
    columns, rows, shown,
    download: {
      header: ["id", "kind", "name", ...figures.map((f) => f.name)],
      row: (i) => {
        const { id, kind, name, figures: values } = entities[i];
        return [id, kind, name, ...figures.map((_, f) => String(values?.[f]?.[0] ?? ""))];
      },
    },
    element: (i) => row([named(entities[i].id, entities[i].name), ...shown[i].slice(1)], numeric),
  };
}

function addresses(net: Network, r: Relation): string {
  return (r.sources ?? []).map(([s]) => net.sources[s]?.url ?? net.sources[s]?.id ?? "").join(" ");
}

export function relationsTable(net: Network): Contents {
  const titles = ["From", "Relation", "To", "Date", "Status", "Confidence", "Sources"];
  const texts = net.relations.map((r) => [net.entities[r.source].name, net.report.types[r.type].label,
    net.entities[r.target].name, r.date ?? "", r.status ?? "", r.confidence ?? "", addresses(net, r)]);
  return {
    columns: titles.map((title) => ({ title, numeric: false })), rows: texts, shown: texts,
    download: {
      header: ["source", "type", "target", "summit", "date", "status", "confidence", "note", "sources"],
      row: (i) => {
        const r = net.relations[i];
        return [net.entities[r.source].id, net.report.types[r.type].type, net.entities[r.target].id,
          net.editions[r.summit ?? -1]?.id ?? "", r.date ?? "", r.status ?? "", r.confidence ?? "", r.note ?? "",
          addresses(net, r)];
      },
    },
    element: (i) => {
      const r = net.relations[i];
      const links = sourceLinks(net, new Map((r.sources ?? []).map(([s, where = ""]) => [s, where])));
      const [from, to] = [net.entities[r.source], net.entities[r.target]];
      return row([named(from.id, from.name), texts[i][1], named(to.id, to.name), ...texts[i].slice(3, 6), links],
        titles.map(() => false));
    },
  };
}
