// Which names are written, and where: greedy by rank, and no box meets another.
import type { Cluster, Network } from "../data";
import { editionColour } from "../colours";
import type { State } from "../state";
import { clip } from "../text";
import { type Box, Occupied } from "./boxes";
import type { Ground, Place } from "./scene";
import type { Shown } from "./shown";

// screen = k * drawing + (x, y); marks grow less than distances do, by r.
export interface Camera { k: number; x: number; y: number; r: number }
export interface Label {
  text: string; box: Box; x: number; y: number;  // y: the baseline; x: its left end
  size: number; strong: boolean; italic: boolean;
  entity: number;        // or -1
  fill: string | undefined;  // of the pill behind it: a summit
}
// `kept` is where buttons stand.
export interface Paper {
  width: number; height: number; kept: Box;
  measure(text: string, size: number, strong: boolean): number;
}

const kSmall = 11.5;
const kStrong = 12;
const kPill = 13;

function inside(box: Box, paper: Paper): boolean {
  return box.left >= 2 && box.top >= 2 && box.right <= paper.width - 2 && box.bottom <= paper.height - 2;
}

// The name, or an alias where the name is long and the alias is not.
export function shortName(net: Network, entity: number): string {
  const { name, aliases = [] } = net.entities[entity];
  if (name.length <= 30) return name;
  const alias = aliases.find((a) => a.length >= 2 && a.length <= 24);
  return alias ?? clip(name, 30);
}

function isHub(net: Network, entity: number): boolean {
  const { kind } = net.entities[entity];
  return kind === "document" || kind === "initiative";
}

function brokers(net: Network): Set<number> {
  const figure = net.report.figures?.findIndex((f) => f.name === "betweenness") ?? -1;
  if (figure < 0) return new Set();
  return new Set(net.entities.flatMap((e, i) => ((e.figures?.[figure]?.[1] ?? 9) <= 3 ? [i] : [])));
}

export interface Wanted { entity: number; rank: number }

// In this order: the chosen one, its neighbours, the three who broker most, texts and initiatives, ties.
export function wanted(net: Network, what: Shown, state: State, bright?: ReadonlySet<number>): Wanted[] {
  const broker = brokers(net);
  const list: Wanted[] = [];
  what.entity.forEach((is, i) => {
    if (!is || net.editionOf.has(i) || (bright && !bright.has(i))) return;
    const rank = (i === state.entity ? 1e6 : 0) + (broker.has(i) ? 1e4 : 0)
      + (isHub(net, i) ? 30 : 0) + net.ties[i] * 8;
    list.push({ entity: i, rank });
  });
  return list.sort((a, b) => b.rank - a.rank || a.entity - b.entity);
}

// Right, left, above, below of a mark.
function positions(x: number, y: number, r: number, width: number, height: number): Box[] {
  const gap = 3;
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  return [at(x + r + gap, y - height / 2), at(x - r - gap - width, y - height / 2),
    at(x - width / 2, y - r - gap - height), at(x - width / 2, y + r + gap)];
}

function labelIn(box: Box, text: string, size: number): Label {
  return { text, box, x: box.left + 2, y: box.top + (box.bottom - box.top) / 2 + size * 0.36, size,
    strong: false, italic: false, entity: -1, fill: undefined };
}

export const onScreen = (camera: Camera, p: Place): Place =>
  ({ x: p.x * camera.k + camera.x, y: p.y * camera.k + camera.y, r: p.r * camera.r });

const around = (p: Place, r = p.r): Box => ({ left: p.x - r, top: p.y - r, right: p.x + r, bottom: p.y + r });

export interface Layout { net: Network; ground: Ground; what: Shown; state: State; camera: Camera; paper: Paper }

// Summits are pills at the head of their band, kept on the sheet.
function pills({ net, ground, what, camera, paper }: Layout, taken: Occupied): Label[] {
  const labels: Label[] = [];
  const size = paper.width < 500 ? kSmall : kPill;
  for (const [entity, edition] of net.editionOf) {
    const place = ground.places[entity];
    if (!place || !what.entity[entity]) continue;
    const text = net.editions[edition].short;
    const [width, height] = [paper.measure(text, size, true) + 22, 24];
    const p = onScreen(camera, place);
    const keep = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
    const left = keep(p.x - width / 2, 4, paper.width - width - 4);
    const top = keep(p.y - height / 2, 4, paper.height - height - 4);
    const box = { left, top, right: left + width, bottom: top + height };
    if (taken.meets(box)) continue;
    taken.add(box);
    labels.push({ ...labelIn(box, text, size), x: left + 11, strong: true, entity,
      fill: editionColour(net, edition) });
  }
  return labels;
}

function names(layout: Layout, list: Wanted[], taken: Occupied, marks: Occupied): Label[] {
  const { net, ground, state, camera, paper } = layout;
  const most = paper.width < 500 ? 34 : 90;
  const labels: Label[] = [];
  for (const { entity } of list) {
    if (labels.length >= most) break;
    const place = ground.places[entity];
    if (!place) continue;
    const p = onScreen(camera, place);
    if (p.x < 0 || p.y < 0 || p.x > paper.width || p.y > paper.height) continue;
    const strong = isHub(net, entity) || entity === state.entity;
    const size = strong ? kStrong : kSmall;
    const text = shortName(net, entity);
    const free = positions(p.x, p.y, p.r, paper.measure(text, size, strong) + 4, 14).find(
      (box) => inside(box, paper) && !taken.meets(box) && (strong || !marks.meets(box)));
    if (!free) continue;
    taken.add(free);
    labels.push({ ...labelIn(free, text, size), strong, entity });
  }
  return labels;
}

const kFew = 6;  // so many members are captioned together rather than named

// Members of clusters that have a caption.
function captioned(net: Network): Set<number> {
  const clusters = net.report.drawing?.clusters ?? [];
  return new Set(clusters.filter((c) => c.members.length >= kFew).flatMap((c) => c.members));
}

function caption(cluster: Cluster, what: Shown): string {
  const members = cluster.members.filter((i) => what.entity[i]).length;
  if (members === cluster.members.length) return cluster.label;
  return members >= kFew ? `${members} of ${cluster.label}` : "";
}

// How many have exactly the same ties, written beside those packed together.
function captions(layout: Layout, taken: Occupied, marks: Occupied): Label[] {
  const { net, ground, what, camera, paper } = layout;
  const labels: Label[] = [];
  for (const cluster of net.report.drawing?.clusters ?? []) {
    const text = cluster.members.length < kFew ? "" : caption(cluster, what);
    if (text === "") continue;
    const [x, y] = ground.upright ? [cluster.y, cluster.x] : [cluster.x, cluster.y];
    const p = { ...onScreen(camera, { x, y, r: 0 }), r: cluster.r * camera.k };
    const [right, left, above, below] = positions(p.x, p.y, p.r, paper.measure(text, kSmall, false) + 4, 14);
    const free = [below, above, right, left].find(
      (box) => inside(box, paper) && !taken.meets(box) && !marks.meets(box));
    if (!free) continue;
    taken.add(free);
    labels.push({ ...labelIn(free, text, kSmall), italic: true });
  }
  return labels;
}

// Seen from far, those packed together have a caption; from near, or with somebody chosen, names.
export function placeLabels(layout: Layout, list: Wanted[], fromFar: boolean): Label[] {
  const { net, ground, what, camera, paper } = layout;
  const taken = new Occupied();
  const marks = new Occupied();
  taken.add(paper.kept);
  const heads = pills(layout, taken);
  ground.places.forEach((place, i) => {
    if (!place || !what.entity[i] || net.editionOf.has(i)) return;
    const p = onScreen(camera, place);
    if (p.x < -50 || p.y < -50 || p.x > paper.width + 50 || p.y > paper.height + 50) return;
    // A strong name may lie over small marks, never over a hub.
    (isHub(net, i) || net.ties[i] > 6 ? taken : marks).add(around(p, p.r * 0.85));
  });
  if (!fromFar) return [...heads, ...names(layout, list, taken, marks)];
  const together = captioned(net);
  const apart = list.filter(({ entity }) => !together.has(entity) || entity === layout.state.entity);
  return [...heads, ...captions(layout, taken, marks), ...names(layout, apart, taken, marks)];
}
