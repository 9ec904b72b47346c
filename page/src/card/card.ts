// The card of an entity: what is known of it, and which source says so.
import { colourOf } from "../colours";
import type { Network } from "../data";
import { button, el } from "../dom";
import { nameLink } from "../names";
import { icon } from "../network/shapes";
import type { State, Store } from "../state";
import { capital, figure } from "../text";
import { type Group, groups, type Tie } from "./relations";
import { sourceLink, sourceLinks } from "./sources";
import { strip } from "./strip";

const kFirst = 10;  // relations of a type shown before "Show all"

function badge(net: Network, entity: number): HTMLElement {
  const { kind, subtype, iso3 } = net.entities[entity];
  const words = [capital(kind), subtype?.replace(/-/g, " "), iso3?.toUpperCase()].filter(Boolean);
  return el("p", { class: "badge" }, icon(kind, colourOf(net, entity)), words.join(" · "));
}

function description(net: Network, entity: number): HTMLElement | undefined {
  const { description: text, sources = [], aliases = [] } = net.entities[entity];
  const also = aliases.length > 0 ? `Also: ${aliases.slice(0, 4).join(", ")}. ` : "";
  if (!text && !also && sources.length === 0) return undefined;
  const links = sources.slice(0, 3).flatMap((s) => [" ", sourceLink(net, s)]);
  return el("p", { class: "description" }, text ? `${text} ` : "", also, ...links);
}

function figures(net: Network, entity: number): HTMLElement | undefined {
  const list = el("dl", { class: "figures" });
  net.report.figures?.forEach(({ title, name }, f) => {
    const value = net.entities[entity].figures?.[f];
    if (!value) return;
    const rank = el("small", {}, ` rank ${value[1]} of ${net.ranked[f]}`);
    list.append(el("div", { title }, el("dt", {}, capital(name)), el("dd", {}, figure(value[0]), rank)));
  });
  return list.children.length > 0 ? list : undefined;
}

function attributes(net: Network, entity: number): HTMLElement | undefined {
  const { attributes: plain = [], claims = [], community } = net.entities[entity];
  const list = el("dl", { class: "attributes" });
  const add = (label: string, ...value: (Node | string)[]) =>
    list.append(el("div", {}, el("dt", {}, capital(label)), el("dd", {}, ...value)));
  const own = net.report.communities?.[community ?? -1];
  if (own) add("Community", own.name);
  for (const [label, value] of plain) add(label, value);
  for (const [label, value, qualifier, source] of claims) {
    const how = qualifier && qualifier !== "exact" ? ` (${qualifier})` : "";
    add(label.replace(/-/g, " "), `${value}${how} `, sourceLink(net, source));
  }
  return list.children.length > 0 ? list : undefined;
}

function details(tie: Tie): string {
  const { date, role, amount, currency, weight } = tie.first;
  const money = amount === undefined ? "" : `${amount.toLocaleString("en")} ${currency ?? ""}`.trim();
  const strength = weight === undefined || weight === 1 ? "" : `weight ${figure(weight)}`;
  return [date, role, money, strength, ...tie.notes].filter(Boolean).join(" · ");
}

function tieItem(net: Network, tie: Tie, open: (entity: number) => void): HTMLElement {
  const { id, kind, name } = net.entities[tie.entity];
  const text = details(tie);
  return el("li", {}, icon(kind, colourOf(net, tie.entity)),
    nameLink(name, id, () => open(tie.entity)),
    sourceLinks(net, tie.sources, tie.first.confidence),
    text !== "" && el("p", { class: "note" }, text));
}

function groupOfTies(net: Network, group: Group, isOpen: boolean, open: (entity: number) => void): HTMLElement {
  const list = el("ul", { class: "ties" });
  const add = (ties: Tie[]) => list.append(...ties.map((tie) => tieItem(net, tie, open)));
  add(group.ties.slice(0, kFirst));
  const made = el("details", { open: isOpen },
    el("summary", {}, `${group.heading} (${group.ties.length})`), list);
  const rest = group.ties.slice(kFirst);
  if (rest.length > 0) {
    const all = button(`Show all ${group.ties.length}`, () => {
      add(rest);
      all.remove();
      list.querySelectorAll<HTMLElement>("button.name")[kFirst]?.focus();
    });
    made.append(all);
  }
  return made;
}

function egoButtons(state: State, store: Store): HTMLElement {
  const choice = (steps: 1 | 2, text: string) => button(text,
    () => store.change({ dimmed: true, steps: state.steps === steps ? 0 : steps }),
    { "aria-pressed": String(state.steps === steps), "data-steps": steps });
  return el("div", { class: "ego" }, choice(1, "Only its ties"), choice(2, "Two steps"));
}

function fill(card: HTMLElement, net: Network, store: Store): void {
  const { state } = store;
  const { entity } = state;
  if (entity < 0) {
    card.replaceChildren(el("h3", {}, "Choose an entity"), el("p", { class: "description" },
      "Click a mark, search for a name, or go through the diagram by the arrow keys."));
    return;
  }
  const open = (next: number) => store.change({ entity: next, dimmed: true, steps: 0 });
  const ties = groups(net, entity);
  const few = ties.reduce((sum, g) => sum + g.ties.length, 0) <= 40;
  card.replaceChildren(...[badge(net, entity), el("h3", { tabindex: -1 }, net.entities[entity].name),
    description(net, entity), strip(net, entity), figures(net, entity), egoButtons(state, store),
    ...ties.map((group, i) => groupOfTies(net, group, few || i < 2, open)), attributes(net, entity),
  ].filter((part) => part !== undefined));
}

// Filled anew for another entity alone, so that what a reader has unfolded stays so.
export function keepCard(card: HTMLElement, net: Network, store: Store): void {
  card.hidden = false;
  card.setAttribute("aria-label", "Card of the chosen entity");
  store.listen((state, before) => {
    if (state.entity !== before.entity) {
      fill(card, net, store);
      card.scrollTop = 0;
    } else if (state.steps !== before.steps) card.querySelector(".ego")?.replaceWith(egoButtons(state, store));
  });
  fill(card, net, store);
}
