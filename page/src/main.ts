// Wakes the page: without this script it stays a readable document.
import { keepCard } from "./card/card";
import { makeDiagram } from "./controls/diagram";
import { isDrawn, type Network, network, readReport } from "./data";
import { el } from "./dom";
import { linkNames } from "./names";
import type { View } from "./network/view";
import { followSections, offerPictures } from "./sections";
import { everything, fromFragment, keepInAddress, makeStore, type State } from "./state";
import { makeTables } from "./tables/tables";
import { addThemeButton } from "./theme";

// The card that is open at first: of whoever leads the first figure, else has most ties.
function leader(net: Network): number {
  let best = -1;
  net.entities.forEach((e, i) => {
    if (!isDrawn(e) || net.editionOf.has(i)) return;
    const key = (j: number): number => -(net.entities[j].figures?.[0]?.[1] ?? Infinity);
    if (best < 0 || key(i) > key(best) || (key(i) === key(best) && net.ties[i] > net.ties[best])) best = i;
  });
  return best;
}

// The hooks that the engine writes; a page without them gets them.
function hook(id: string, make: () => HTMLElement): HTMLElement {
  return document.getElementById(id) ?? make();
}

// What tests, and readers at the console, may ask.
function answer(net: Network, view: View): void {
  Object.assign(window, { summitry: {
    positions: () => Object.fromEntries(net.entities.flatMap((e, i) => {
      const place = view.ground.places[i];
      return place && view.what.entity[i] ? [[e.id, [place.x, place.y]]] : [];
    })),
    labels: () => view.labels.map(({ text, box }) => ({ text, ...box })),
    camera: () => view.moves.camera(),
    shown: () => ({ entities: view.what.entities, ties: view.what.ties }),
  } });
}

function start(): void {
  const report = readReport();
  if (!report) return;
  const net = network(report);
  const initial: State = { ...everything, entity: leader(net), ...fromFragment(location.hash, net) };
  const store = makeStore(initial);
  const place = document.querySelector("[data-network]");
  let view: View | undefined;
  if (place) {
    const card = hook("card", () => el("aside", { id: "card" }));
    const line = hook("status", () => el("p", { id: "status", role: "status" }));
    const [diagram, made] = makeDiagram(net, store, card, line);
    place.before(diagram);
    place.classList.add("printed");
    view = made;
    keepCard(card, net, store);
    answer(net, made);
  }
  keepInAddress(store, net);
  const show = () => {
    document.querySelector(".diagram")?.scrollIntoView({ block: "start" });
    document.querySelector<HTMLElement>("#card h3")?.focus({ preventScroll: true });
  };
  const link = (root: ParentNode) => linkNames(net, store, show, root);
  link(document);
  makeTables(net, link);
  addThemeButton(() => view?.recolour());
  followSections();
  offerPictures();
}

start();
