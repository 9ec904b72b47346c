// The search field: a combobox of at most eight entities, by mouse, arrows and Enter.
import { colourOf } from "../colours";
import type { Network } from "../data";
import { el } from "../dom";
import { icon } from "../network/shapes";
import { find, index } from "../search";
import { count } from "../text";

interface Finder { input: HTMLInputElement; list: HTMLUListElement; hits: number[]; current: number }

function option(net: Network, entity: number, i: number): HTMLLIElement {
  const { name, kind } = net.entities[entity];
  return el("li", { role: "option", id: `hit-${i}`, "aria-selected": "false", "data-hit": i },
    icon(kind, colourOf(net, entity)), el("span", {}, name),
    el("small", {}, count(net.relationsOf[entity].length, "relation")));
}

function close(finder: Finder): void {
  finder.list.hidden = true;
  finder.input.setAttribute("aria-expanded", "false");
  finder.input.removeAttribute("aria-activedescendant");
}

function mark(finder: Finder, current: number): void {
  finder.current = current;
  [...finder.list.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === current)));
  if (current >= 0) finder.input.setAttribute("aria-activedescendant", `hit-${current}`);
  else finder.input.removeAttribute("aria-activedescendant");
}

function offer(finder: Finder, net: Network, hits: number[]): void {
  finder.hits = hits;
  const nothing = finder.input.value.trim() === "";
  const none = el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" },
    "Nothing has that name");
  finder.list.replaceChildren(...(hits.length > 0 ? hits.map((hit, i) => option(net, hit, i)) : [none]));
  finder.list.hidden = nothing;
  finder.input.setAttribute("aria-expanded", String(!nothing));
  mark(finder, -1);
}

function listenToKeys(finder: Finder, choose: (hit: number) => void): void {
  finder.input.addEventListener("keydown", (event) => {
    const { hits, current } = finder;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      mark(finder, current < 0 && step < 0 ? hits.length - 1 : (current + step + hits.length) % hits.length);
    } else if (event.key === "Enter" && hits.length > 0 && !finder.list.hidden) {
      event.preventDefault();
      choose(hits[Math.max(current, 0)]);
    } else if (event.key === "Escape") close(finder);
  });
}

export function makeFinder(net: Network, open: (entity: number) => void): HTMLElement {
  const input = el("input", { type: "search", id: "find", role: "combobox", "aria-expanded": "false",
    "aria-controls": "hits", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
    placeholder: "Name, other name or code" });
  const list = el("ul", { class: "hits", id: "hits", role: "listbox", "aria-label": "Matches", hidden: true });
  const finder: Finder = { input, list, hits: [], current: -1 };
  const folded = index(net);
  const choose = (hit: number) => {
    input.value = net.entities[hit].name;
    close(finder);
    open(hit);
  };
  input.addEventListener("input", () => offer(finder, net, find(folded, input.value)));
  input.addEventListener("blur", () => setTimeout(() => close(finder), 150));
  listenToKeys(finder, choose);
  list.addEventListener("click", (event) => {
    const hit = (event.target as Element).closest<HTMLElement>("[data-hit]")?.dataset.hit;
    if (hit !== undefined) choose(finder.hits[Number(hit)]);
  });
  return el("div", { class: "field finder" }, el("label", { for: "find" }, "Find"), input, list);
}
