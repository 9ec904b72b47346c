// Which entities and relations the picture shows in a state; where they stand never depends on it.
import { isDrawn, type Network, other, type Relation } from "../data";
import type { State } from "../state";

export interface Shown {
  entity: boolean[];
  relation: boolean[];
  entities: number;
  ties: number;  // pairs that a shown relation joins
}

// A relation that names no summit counts where both of its ends took part.
export function atEdition(net: Network, r: Relation, edition: number): boolean {
  if (r.summit !== undefined) return r.summit === edition;
  const own = net.editionOf.get(r.source) ?? net.editionOf.get(r.target);
  if (own !== undefined) return own === edition;
  return [r.source, r.target].every((i) => net.entities[i].editions?.includes(edition) ?? false);
}

function admitted(net: Network, state: State): boolean[] {
  return net.entities.map((e, i) => isDrawn(e) && !state.hidden.has(e.kind)
    && (state.community < 0 || e.community === state.community)
    && (state.edition < 0 || (net.editionOf.get(i) ?? state.edition) === state.edition));
}

function asked(net: Network, state: State, r: Relation): boolean {
  if (state.type >= 0 ? r.type !== state.type : !r.drawn) return false;
  return state.edition < 0 || atEdition(net, r, state.edition);
}

// Who is at most so many steps away along relations that are shown.
function near(net: Network, relation: boolean[], from: number, steps: number): Set<number> {
  const reached = new Set([from]);
  let rim = [from];
  for (let step = 0; step < steps; ++step) {
    const next: number[] = [];
    for (const u of rim) {
      for (const r of net.relationsOf[u]) {
        const v = other(net.relations[r], u);
        if (!relation[r] || reached.has(v)) continue;
        reached.add(v);
        next.push(v);
      }
    }
    rim = next;
  }
  return reached;
}

// Where summits or types are chosen, whoever has no part in them goes.
function dropIdle(net: Network, state: State, entity: boolean[], relation: boolean[]): void {
  if (state.edition < 0 && state.type < 0) return;
  entity.forEach((is, i) => {
    if (!is || (state.dimmed && i === state.entity)) return;
    const there = state.type < 0 && (net.editionOf.get(i) === state.edition
      || net.entities[i].editions?.includes(state.edition) === true);
    entity[i] = there || net.relationsOf[i].some((r) => relation[r]);
  });
}

function pairs(net: Network, relation: boolean[]): number {
  const joined = new Set<number>();
  net.relations.forEach(({ source, target }, i) => {
    if (!relation[i] || source === target) return;
    joined.add(Math.min(source, target) * net.entities.length + Math.max(source, target));
  });
  return joined.size;
}

export function shown(net: Network, state: State): Shown {
  const entity = admitted(net, state);
  const relation = net.relations.map(
    (r) => entity[r.source] && entity[r.target] && asked(net, state, r));
  dropIdle(net, state, entity, relation);
  if (state.steps > 0 && state.entity >= 0) {
    const kept = near(net, relation, state.entity, state.steps);
    entity.forEach((is, i) => { entity[i] = is && kept.has(i); });
    net.relations.forEach((r, i) => {
      relation[i] = relation[i] && entity[r.source] && entity[r.target];
    });
  }
  const entities = entity.reduce((sum, is) => sum + Number(is), 0);
  return { entity, relation, entities, ties: pairs(net, relation) };
}

// The entity and those that a shown relation ties to it.
export function neighbourhood(net: Network, what: Shown, entity: number): Set<number> {
  return near(net, what.relation, entity, 1);
}
