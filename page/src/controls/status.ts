// What the picture shows, in a sentence that is also spoken.
import type { Network } from "../data";
import type { Shown } from "../network/shown";
import type { State } from "../state";
import { count } from "../text";

function ofWhat(net: Network, state: State): string[] {
  const parts: string[] = [];
  if (state.edition >= 0) parts.push(`at ${net.editions[state.edition].name}`);
  if (state.type >= 0) parts.push(`relations “${net.report.types[state.type].label}” only`);
  const community = net.report.communities?.[state.community];
  if (community) parts.push(`community ${community.name}`);
  if (state.hidden.size > 0) {
    const plural = (kind: string) => net.report.kinds.find((k) => k.kind === kind)?.plural ?? kind;
    parts.push(`without ${[...state.hidden].map(plural).join(", ")}`);
  }
  return parts;
}

function ofWhom(net: Network, what: Shown, state: State): string {
  if (state.entity < 0 || !state.dimmed) return "";
  const { name } = net.entities[state.entity];
  if (!what.entity[state.entity]) return ` ${name} is not in this picture; its card holds what is known.`;
  if (state.steps === 0) return ` Chosen: ${name}. Keys 1 and 2 show only what is near, Escape goes back.`;
  return ` Only ${name} and what is ${state.steps === 1 ? "tied to it" : "at most two steps away"}.`;
}

export function status(net: Network, what: Shown, state: State): string {
  const shown = `${count(what.entities, "entity", "entities")} and ${count(what.ties, "tie")}`;
  return `Shown: ${[shown, ...ofWhat(net, state)].join(", ")}.${ofWhom(net, what, state)}`;
}
