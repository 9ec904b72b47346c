// The whole network figure: controls above, diagram and card side by side, legend and status below.
import { isDrawn, type Network } from "../data";
import { button, el } from "../dom";
import { listenToKeys } from "../network/keys";
import { saveView } from "../network/picture";
import { listenToPointer } from "../network/pointer";
import { View } from "../network/view";
import type { Store } from "../state";
import { count } from "../text";
import { makeCommunityFilter, makeReset, makeTypeFilter } from "./filters";
import { makeFinder } from "./finder";
import { makeLegend } from "./legend";
import { makeSlider } from "./slider";
import { status } from "./status";

function zoomButtons(view: View): HTMLElement {
  return el("div", { class: "zoom" },
    button("+", () => view.moves.by(1.5), { "aria-label": "Zoom in" }),
    button("−", () => view.moves.by(1 / 1.5), { "aria-label": "Zoom out" }),
    button("All", () => view.moves.reset(), { "aria-label": "All of the drawing" }));
}

const keys = "Arrow keys go to the nearest entity in that direction, Enter opens its card, "
  + "1 or 2 show what is near it, Escape goes back, plus and minus zoom, Shift with arrows moves the picture.";

function toolbar(view: View, open: (entity: number) => void): HTMLElement {
  const { net, store } = view;
  const fields = [makeFinder(net, open), makeSlider(net, store), makeTypeFilter(net, store),
    makeCommunityFilter(net, store), makeReset(store, () => view.moves.reset())];
  return el("div", { class: "toolbar", role: "group", "aria-label": "Search and filter" }, ...fields);
}

function speakStatus(view: View, line: HTMLElement): void {
  const { net, store } = view;
  const show = () => { line.textContent = status(net, view.what, store.state); };
  store.listen(show);
  show();
}

export function makeDiagram(net: Network, store: Store, card: HTMLElement, line: HTMLElement): [HTMLElement, View] {
  const view = new View(net, store);
  const drawn = net.entities.filter(isDrawn).length;
  view.stage.setAttribute("aria-label", `Network of ${count(drawn, "entity", "entities")}`);
  listenToPointer(view);
  listenToKeys(view, (text) => { line.textContent = text; });
  speakStatus(view, line);
  const open = (entity: number) => store.change({ entity, dimmed: true });
  const picture = el("div", { class: "picture" }, view.stage, zoomButtons(view));
  const download = button("Download this view as SVG", () => saveView(view));
  const whole = el("div", { class: "diagram" }, toolbar(view, open),
    el("div", { class: "beside" }, picture, card),
    makeLegend(net, store),
    el("div", { class: "foot" }, line, download),
    el("p", { id: "network-keys", class: "unseen" }, keys));
  return [whole, view];
}
