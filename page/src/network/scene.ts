// The drawing list: lines and marks in the drawing's own units, for canvas and SVG alike.
import { colourOf, editionColour } from "../colours";
import { isDrawn, type Network, type Relation } from "../data";
import type { State } from "../state";
import { outline, shapeOf } from "./shapes";
import { neighbourhood, type Shown } from "./shown";

export interface Place { x: number; y: number; r: number }

// Where everything stands, once for each orientation of the page.
export interface Ground {
  width: number;
  height: number;
  upright: boolean;  // bands run from top to bottom, on narrow screens
  places: (Place | undefined)[];
}

export interface Lines { path: string; colour: string; width: number; alpha: number; dash: number[] }
export interface Marks { path: string; colour: string; alpha: number }
export interface Scene { ground: Ground; lines: Lines[]; marks: Marks[]; bright: ReadonlySet<number> | undefined }

const kMark = 2.8;  // radius of an entity without ties, in a drawing that is 1160 units wide
const kTies = 2;
const kLeast = 4.2;  // or it is too small to be seen and pressed
const kCrowd = 400;  // with more entities than that, marks shrink so that their area stays

export function layGround(net: Network, upright: boolean): Ground {
  const { width = 1160, height = 800 } = net.report.drawing ?? {};
  const crowd = net.entities.filter(isDrawn).length;
  const unit = (Math.max(width, height) / 1160) * Math.min(1, Math.sqrt(kCrowd / crowd)) * (upright ? 1.3 : 1);
  const places = net.entities.map((e, i): Place | undefined => {
    if (!isDrawn(e)) return undefined;
    const r = Math.max(kLeast, kMark + kTies * Math.sqrt(Math.min(net.ties[i], 60))) * unit;
    return upright ? { x: e.y ?? 0, y: e.x ?? 0, r } : { x: e.x ?? 0, y: e.y ?? 0, r };
  });
  return upright ? { width: height, height: width, upright, places } : { width, height, upright, places };
}

// A curve whose height is 9% of its length, so that lines there and back differ.
export function curve(from: Place, to: Place): string {
  const bend = 0.18;
  const x = (from.x + to.x) / 2 + (to.y - from.y) * bend;
  const y = (from.y + to.y) / 2 - (to.x - from.x) * bend;
  const n = (value: number) => value.toFixed(1);
  return `M${n(from.x)} ${n(from.y)}Q${n(x)} ${n(y)} ${n(to.x)} ${n(to.y)}`;
}

function editionOfLine(net: Network, r: Relation): number | undefined {
  return r.summit ?? net.editionOf.get(r.target) ?? net.editionOf.get(r.source)
    ?? net.entities[r.target].first ?? net.entities[r.source].first;
}

function lineColour(net: Network, r: Relation): string {
  return net.editions.length > 0 ? editionColour(net, editionOfLine(net, r)) : colourOf(net, r.source);
}

// By status and type: declined is dashed, money is broad.
export function lineStyle(net: Network, r: Relation): Omit<Lines, "path"> {
  const colour = lineColour(net, r);
  if (r.status === "declined") return { colour, width: 1.4, alpha: 0.9, dash: [3, 3] };
  const funds = net.report.types[r.type].type === "funds";
  return { colour, width: funds ? 1.8 : 0.8, alpha: funds ? 0.38 : 0.24, dash: [] };
}

// Things of one look become one path: thousands of lines in a few strokes.
function gather<T extends { path: string }>(kept: Map<string, T>, look: Omit<T, "path">, path: string): void {
  const key = JSON.stringify(look);
  const same = kept.get(key);
  if (same) same.path += path;
  else kept.set(key, { ...look, path } as T);
}

function drawLines(net: Network, ground: Ground, what: Shown, chosen: number): Lines[] {
  const kept = new Map<string, Lines>();
  const lit = new Map<string, Lines>();
  net.relations.forEach((r, i) => {
    const [from, to] = [ground.places[r.source], ground.places[r.target]];
    if (!what.relation[i] || !from || !to || from === to) return;
    const style = lineStyle(net, r);
    const path = curve(from, to);
    if (chosen < 0) gather(kept, style, path);
    else if (r.source !== chosen && r.target !== chosen) gather(kept, { ...style, alpha: 0.05 }, path);
    else gather(lit, { ...style, alpha: Math.max(style.alpha, 0.8), width: style.width + 0.7 }, path);
  });
  return [...kept.values(), ...lit.values()];
}

function drawMarks(net: Network, ground: Ground, what: Shown, size: number, bright?: ReadonlySet<number>): Marks[] {
  const pale = new Map<string, Marks>();
  const full = new Map<string, Marks>();
  ground.places.forEach((place, i) => {
    if (!place || !what.entity[i] || net.editionOf.has(i)) return;
    const dim = bright !== undefined && !bright.has(i);
    const path = outline(shapeOf(net.entities[i].kind), place.x, place.y, place.r * size);
    gather(dim ? pale : full, { colour: colourOf(net, i), alpha: dim ? 0.2 : 1 }, path);
  });
  return [...pale.values(), ...full.values()];
}

// `size` is how much marks have grown less than the drawing has.
export function makeScene(net: Network, ground: Ground, what: Shown, state: State, size: number): Scene {
  const chosen = state.dimmed && state.entity >= 0 && what.entity[state.entity] ? state.entity : -1;
  const bright = chosen >= 0 ? neighbourhood(net, what, chosen) : undefined;
  return {
    ground, bright,
    lines: drawLines(net, ground, what, chosen),
    marks: drawMarks(net, ground, what, size, bright),
  };
}
