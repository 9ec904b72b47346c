// The diagram by keyboard: arrows go to the nearest entity that way, which is then spoken.
import { count } from "../text";
import type { View } from "./view";

const directions: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};
const kPan = 80;

// The nearest shown entity within about 60 degrees of the direction; going aside counts double.
export function nearest(view: View, from: number, [dx, dy]: [number, number]): number {
  const { places } = view.ground;
  const here = places[from];
  let best = -1;
  let least = Infinity;
  places.forEach((place, i) => {
    if (!place || !here || i === from || !view.what.entity[i]) return;
    const [x, y] = [place.x - here.x, place.y - here.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 0.5 || aside > along * 1.7 || along + 2 * aside >= least) return;
    least = along + 2 * aside;
    best = i;
  });
  return best;
}

// Where arrows start: the focused, the chosen, else whoever has most ties.
function start(view: View): number {
  for (const i of [view.focus, view.store.state.entity]) {
    if (i >= 0 && view.what.entity[i]) return i;
  }
  let best = -1;
  view.what.entity.forEach((is, i) => {
    if (is && (best < 0 || view.net.ties[i] > view.net.ties[best])) best = i;
  });
  return best;
}

function walk(view: View, key: string, say: (text: string) => void): void {
  const next = nearest(view, start(view), directions[key]);
  if (next < 0) return say("No entity further that way.");
  view.setFocus(next);
  const { name, kind } = view.net.entities[next];
  say(`${name}, ${kind}, ${count(view.net.ties[next], "tie")}. Enter opens its card.`);
}

// From the narrow view to the wide one, then to the whole.
export function goBack(view: View): void {
  const { state } = view.store;
  if (state.steps > 0) view.store.change({ steps: 0 });
  else if (state.dimmed) view.store.change({ dimmed: false });
  else view.store.change({ entity: -1 });
}

function act(view: View, event: KeyboardEvent, say: (text: string) => void): boolean {
  const { key } = event;
  if (directions[key]) {
    const [dx, dy] = directions[key];
    if (event.shiftKey) view.moves.pan(-dx * kPan, -dy * kPan);
    else walk(view, key, say);
  } else if (key === "Enter") view.store.change({ entity: start(view), dimmed: true });
  else if (key === "1" || key === "2") {
    const entity = view.focus >= 0 ? view.focus : start(view);
    view.store.change({ entity, dimmed: true, steps: key === "1" ? 1 : 2 });
  } else if (key === "Escape") goBack(view);
  else if (key === "+" || key === "=") view.moves.by(1.5);
  else if (key === "-") view.moves.by(1 / 1.5);
  else if (key === "0") view.moves.reset();
  else return false;
  return true;
}

export function listenToKeys(view: View, say: (text: string) => void): void {
  view.stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== view.stage) return;
    if (act(view, event, say)) event.preventDefault();
  });
  view.stage.addEventListener("blur", () => view.setFocus(-1));
}
