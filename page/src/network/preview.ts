// What lights up under the pointer: an entity's lines, and those at their other ends.
import { colourOf } from "../colours";
import { type Network, other } from "../data";
import { curve, type Ground, lineStyle, type Scene } from "./scene";
import { outline, shapeOf } from "./shapes";
import type { Shown } from "./shown";

export function previewScene(of: { net: Network; ground: Ground; what: Shown; size: number }, entity: number): Scene {
  const { net, ground, what, size } = of;
  const relations = net.relationsOf[entity].filter((r) => what.relation[r]).map((r) => net.relations[r]);
  const lines = relations.flatMap((r) => {
    const [from, to] = [ground.places[r.source], ground.places[r.target]];
    if (!from || !to || from === to) return [];
    const style = lineStyle(net, r);
    return [{ ...style, path: curve(from, to), alpha: 0.8, width: style.width + 0.7 }];
  });
  const bright = new Set([entity, ...relations.map((r) => other(r, entity))]);
  const marks = [...bright].flatMap((i) => {
    const place = ground.places[i];
    if (!place || net.editionOf.has(i)) return [];
    const path = outline(shapeOf(net.entities[i].kind), place.x, place.y, place.r * size);
    return [{ path, colour: colourOf(net, i), alpha: 1 }];
  });
  return { ground, lines, marks, bright };
}
