// Choosing relations and communities, and going back to the first view.
import type { Network } from "../data";
import { button, el } from "../dom";
import { everything, type State, type Store } from "../state";
import { capital } from "../text";

interface Choice { value: number; text: string }

function chooser(id: string, label: string, choices: Choice[], store: Store, key: "type" | "community") {
  const made = el("select", { id }, ...choices.map((c) => el("option", { value: c.value }, c.text)));
  made.addEventListener("change", () => {
    store.change({ [key]: Number(made.value) } as Partial<State>);
  });
  store.listen((state) => { made.value = String(state[key]); });
  made.value = String(store.state[key]);
  return el("div", { class: "field" }, el("label", { for: id }, label), made);
}

// Only types that some two entities of the picture share: others would show nothing.
function types(net: Network): Choice[] {
  const counts = new Map<number, number>();
  let drawn = 0;
  for (const r of net.relations) {
    if (!net.entities[r.source].drawn || !net.entities[r.target].drawn) continue;
    counts.set(r.type, (counts.get(r.type) ?? 0) + 1);
    if (r.drawn) ++drawn;
  }
  const each = [...counts].map(([value, n]) => ({ value, text: `${capital(net.report.types[value].label)} (${n})` }));
  return [{ value: -1, text: `As drawn (${drawn})` }, ...each.sort((a, b) => a.text.localeCompare(b.text, "en"))];
}

export function makeTypeFilter(net: Network, store: Store): HTMLElement {
  return chooser("relation-type", "Relations", types(net), store, "type");
}

export function makeCommunityFilter(net: Network, store: Store): HTMLElement | undefined {
  const communities = net.report.communities ?? [];
  if (communities.length < 2) return undefined;
  const each = communities.map((c, value) => ({ value, text: `${c.name} (${c.size})` }));
  return chooser("community", "Community", [{ value: -1, text: "All" }, ...each], store, "community");
}

export function makeReset(store: Store, reset: () => void): HTMLElement {
  return button("Reset", () => {
    const { entity } = store.state;
    store.change({ ...everything, entity });
    reset();
  });
}
