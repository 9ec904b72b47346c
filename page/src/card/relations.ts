// An entity's relations by type and direction, those that say the same made one.
import { type Network, other, type Relation } from "../data";
import { capital } from "../text";

export interface Tie {
  entity: number;   // at the other end
  first: Relation;  // for its date, status and role
  notes: string[];
  sources: Map<number, string>;  // source -> where in it
}
export interface Group { heading: string; ties: Tie[] }

// What those at the other end are, where a word for it exists; else the type and "by others".
const received: Record<string, string> = {
  signed: "Signed by", attended: "Attended by", hosted: "Hosted by", "co-hosted": "Co-hosted by",
  founded: "Founded by", leads: "Led by", funds: "Funded by", supports: "Supported by",
  "member-of": "Members", "part-of": "Parts", "based-in": "Based here", endorsed: "Endorsed by",
  published: "Published by", organised: "Organised by", chaired: "Chaired by",
  "co-chaired": "Co-chaired by", mentions: "Mentioned by", "announced-at": "Announced here",
  represents: "Represented by", houses: "Housed by", succeeds: "Succeeded by",
  "adheres-to": "Adhered to by", negotiated: "Negotiated by", "partner-of": "Partners",
  announced: "Announced by", "national-of": "Nationals", "affiliated-with": "Affiliated",
  "applies-to": "Applied by", "presented-at": "Presented here",
};

function heading(net: Network, r: Relation, outgoing: boolean): string {
  const { type, label } = net.report.types[r.type];
  const text = outgoing ? capital(label) : received[type] ?? `${capital(label)}, said of it by others`;
  return r.status === undefined || r.status === "realised" ? text : `${text}: ${r.status}`;
}

function merge(tie: Tie, r: Relation): void {
  if (r.note && !tie.notes.includes(r.note)) tie.notes.push(r.note);
  for (const [source, locator = ""] of r.sources ?? []) {
    if (!tie.sources.has(source)) tie.sources.set(source, locator);
  }
  if (r.date && (!tie.first.date || r.date < tie.first.date)) tie.first = { ...tie.first, date: r.date };
}

// What is drawn comes first, then what has sources, then what is long.
function weight({ ties }: Group): number {
  const drawn = ties.some((tie) => tie.first.drawn);
  const sourced = ties.some((tie) => tie.sources.size > 0);
  return (drawn ? 2e6 : 0) + (sourced ? 1e6 : 0) + ties.length;
}

const dated = (tie: Tie) => tie.first.date ?? "9999";

export function groups(net: Network, entity: number): Group[] {
  const byHeading = new Map<string, Map<number, Tie>>();
  for (const i of net.relationsOf[entity]) {
    const r = net.relations[i];
    const title = heading(net, r, r.source === entity);
    const ties = byHeading.get(title) ?? new Map<number, Tie>();
    byHeading.set(title, ties);
    const end = other(r, entity);
    const tie = ties.get(end) ?? { entity: end, first: r, notes: [], sources: new Map<number, string>() };
    ties.set(end, tie);
    merge(tie, r);
  }
  const list = [...byHeading].map(([title, ties]) => ({ heading: title, ties: [...ties.values()] }));
  for (const { ties } of list) {
    ties.sort((a, b) => dated(a).localeCompare(dated(b)) || a.entity - b.entity);
  }
  return list.sort((a, b) => weight(b) - weight(a));
}
