// What is shown: one state, kept in the fragment of the address so that a view can be cited.
import type { Network } from "./data";

export interface State {
  entity: number;      // whose card is open, or -1
  dimmed: boolean;     // whether the rest is dimmed: it is once somebody has chosen
  steps: 0 | 1 | 2;    // 0: everything; else only what is so near to the entity
  edition: number;     // -1: all
  type: number;        // of relations; -1: those drawn by default
  community: number;   // -1: all
  hidden: ReadonlySet<string>;  // kinds that the legend has switched off
}

export const everything: State = {
  entity: -1, dimmed: false, steps: 0, edition: -1, type: -1, community: -1, hidden: new Set(),
};

export interface Store {
  state: State;
  change(patch: Partial<State>): void;
  listen(listener: (state: State, before: State) => void): void;
}

export function makeStore(initial: State): Store {
  const listeners: ((state: State, before: State) => void)[] = [];
  const store: Store = {
    state: initial,
    change(patch) {
      const before = store.state;
      store.state = { ...before, ...patch };
      for (const listener of listeners) listener(store.state, before);
    },
    listen: (listener) => void listeners.push(listener),
  };
  return store;
}

export function toFragment(state: State, net: Network): string {
  const parts = new URLSearchParams();
  if (state.entity >= 0 && state.dimmed) parts.set("entity", net.entities[state.entity].id);
  if (state.steps > 0) parts.set("steps", String(state.steps));
  if (state.edition >= 0) parts.set("at", net.editions[state.edition].id);
  if (state.type >= 0) parts.set("relation", net.report.types[state.type].type);
  if (state.community >= 0) parts.set("community", String(state.community + 1));
  if (state.hidden.size > 0) parts.set("without", [...state.hidden].sort().join(","));
  return parts.toString();
}

// Names that this page does not know are passed over: the address may be of an older report.
export function fromFragment(fragment: string, net: Network): Partial<State> {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const state: { -readonly [K in keyof State]?: State[K] } = {};
  const entity = net.byId.get(parts.get("entity") ?? "");
  if (entity !== undefined) Object.assign(state, { entity, dimmed: true });
  const steps = parts.get("steps");
  if (entity !== undefined && (steps === "1" || steps === "2")) state.steps = steps === "1" ? 1 : 2;
  if (parts.has("at")) state.edition = net.editions.findIndex((e) => e.id === parts.get("at"));
  if (parts.has("relation")) {
    state.type = net.report.types.findIndex((t) => t.type === parts.get("relation"));
  }
  const community = Number(parts.get("community")) - 1;
  if (net.report.communities?.[community]) state.community = community;
  const kinds = new Set(net.report.kinds.map((k) => k.kind));
  const hidden = (parts.get("without") ?? "").split(",").filter((kind) => kinds.has(kind));
  if (hidden.length > 0) state.hidden = new Set(hidden);
  return state;
}

// A fragment without "=" names a section and is none of ours.
export function keepInAddress(store: Store, net: Network): void {
  store.listen((state) => {
    const fragment = toFragment(state, net);
    if (fragment === "" && !location.hash.includes("=")) return;
    history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  });
  addEventListener("hashchange", () => {
    if (location.hash.includes("=")) store.change({ ...everything, ...fromFragment(location.hash, net) });
  });
}
