// The legend, whose kinds are the filter.
import { meanings } from "../colours";
import { isDrawn, type Network } from "../data";
import { el, svg } from "../dom";
import { icon, outline } from "../network/shapes";
import type { Store } from "../state";
import { capital } from "../text";

function kindBox(kind: string, plural: string, drawn: number, store: Store): HTMLElement {
  const box = el("input", { type: "checkbox", "data-kind": kind });
  box.addEventListener("change", () => {
    const hidden = new Set(store.state.hidden);
    if (box.checked) hidden.delete(kind);
    else hidden.add(kind);
    store.change({ hidden });
  });
  const show = () => { box.checked = !store.state.hidden.has(kind); };
  store.listen(show);
  show();
  return el("label", {}, box, icon(kind, "--ink2"), `${capital(plural)} `, el("small", {}, String(drawn)));
}

function kinds(net: Network, store: Store): HTMLElement {
  const drawn = (kind: string) => net.entities.filter((e) => e.kind === kind && isDrawn(e)).length;
  const boxes = net.report.kinds.map(({ kind, plural }) => ({ kind, plural, n: drawn(kind) }))
    .filter(({ n }) => n > 0).map(({ kind, plural, n }) => kindBox(kind, plural, n, store));
  return el("fieldset", {}, el("legend", {}, "Show"), ...boxes);
}

function swatch(colour: string, text: string): HTMLElement {
  const square = svg("svg", { width: 14, height: 14, "aria-hidden": true },
    svg("rect", { width: 14, height: 14, rx: 3, style: `fill:var(${colour})` }));
  return el("span", { class: "key" }, square, text);
}

function colours(net: Network): HTMLElement | undefined {
  const list = meanings(net);
  if (list.length === 0) return undefined;
  const title = net.editions.length > 0 ? "Colour: first summit" : "Colour: community";
  return el("div", { class: "keys" }, el("b", {}, title), ...list.map((m) => swatch(m.colour, m.text)));
}

function sizes(): HTMLElement {
  const circles = [[8, 4.8], [30, 7.3], [58, 9.4]].map(([x, r]) =>
    svg("path", { d: outline("circle", x, 11, r), fill: "none", stroke: "currentColor" }));
  return el("div", { class: "keys" }, el("b", {}, "Size: ties"),
    svg("svg", { width: 70, height: 22, "aria-hidden": true }, ...circles), "1, 5, 11");
}

function line(text: string, width: number, dash = ""): HTMLElement {
  const drawn = svg("path", { d: "M0 5H26", stroke: "currentColor", "stroke-width": width, "stroke-dasharray": dash });
  return el("span", { class: "key" }, svg("svg", { width: 26, height: 10, "aria-hidden": true }, drawn), text);
}

function lines(net: Network): HTMLElement {
  const funds = net.report.types.some((t) => t.type === "funds");
  const declined = net.relations.some((r) => r.status === "declined");
  return el("div", { class: "keys" }, el("b", {}, "Lines"), line("relation", 1.2),
    funds && line("funds", 2.6), declined && line("declined", 1.6, "4 3"));
}

export function makeLegend(net: Network, store: Store): HTMLElement {
  return el("div", { class: "legend" }, kinds(net, store), colours(net), sizes(), lines(net));
}
