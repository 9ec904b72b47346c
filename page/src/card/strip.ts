// What an entity did at each summit, as the relations say.
import { editionColour } from "../colours";
import { type Network, type Relation } from "../data";
import { el } from "../dom";

// A stronger act says more than a weaker one: who signed has attended.
const strength = ["signed", "hosted", "co-hosted", "endorsed", "founded", "attended"];

function act(net: Network, r: Relation): string {
  const { label } = net.report.types[r.type];
  return r.status === undefined || r.status === "realised" ? label : r.status;
}

function best(net: Network, entity: number, edition: number): string {
  let found: Relation | undefined;
  let rank = Infinity;
  for (const i of net.relationsOf[entity]) {
    const r = net.relations[i];
    if (r.source !== entity || r.summit !== edition) continue;
    const at = strength.indexOf(net.report.types[r.type].type);
    const own = at < 0 ? strength.length : at;
    if (own < rank) [found, rank] = [r, own];
  }
  return found ? act(net, found) : "";
}

export function strip(net: Network, entity: number): HTMLElement | undefined {
  const { kind, editions: taken = [] } = net.entities[entity];
  // A text or an initiative is of its summit; it takes part in none.
  if (net.editionOf.has(entity) || kind === "document" || kind === "initiative") return undefined;
  if (taken.length === 0) return undefined;
  const items = net.editions.map((edition, i) => {
    const did = best(net, entity, i);
    const there = taken.includes(i);
    return el("li", { style: there ? `border-color:var(${editionColour(net, i)})` : undefined },
      el("b", {}, edition.short), did || (there ? "took part" : "nothing recorded"));
  });
  return el("ul", { class: "strip", "aria-label": "Participation" }, ...items);
}
