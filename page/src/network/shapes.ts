// Shape means kind. An outline is path data, which canvas and SVG both read.
import { svg } from "../dom";

export type Shape = "circle" | "square" | "triangle" | "diamond" | "ring" | "hexagon";

const shapes: Record<string, Shape> = {
  country: "circle", organisation: "square", document: "triangle", initiative: "diamond",
  person: "ring",
};

export function shapeOf(kind: string): Shape {
  return shapes[kind] ?? "hexagon";
}

const at = (n: number) => n.toFixed(2);

function polygon(x: number, y: number, points: number[][]): string {
  return `M${points.map(([dx, dy]) => `${at(x + dx)} ${at(y + dy)}`).join("L")}Z`;
}

function circle(x: number, y: number, r: number, sweep = 1): string {
  return `M${at(x - r)} ${at(y)}a${at(r)} ${at(r)} 0 1 ${sweep} ${at(2 * r)} 0`
    + `a${at(r)} ${at(r)} 0 1 ${sweep} ${at(-2 * r)} 0Z`;
}

// All shapes of one radius cover about the same area.
export function outline(shape: Shape, x: number, y: number, r: number): string {
  switch (shape) {
    case "circle": return circle(x, y, r);
    // The hole runs the other way round: marks of one look are one path, and may overlap.
    case "ring": return circle(x, y, r * 1.15) + circle(x, y, r * 0.6, 0);
    case "square": {
      const h = r * 0.886;
      return polygon(x, y, [[-h, -h], [h, -h], [h, h], [-h, h]]);
    }
    case "triangle": return polygon(x, y, [[0, -1.25 * r], [1.25 * r, 0.95 * r], [-1.25 * r, 0.95 * r]]);
    case "diamond": return polygon(x, y, [[0, -1.25 * r], [1.25 * r, 0], [0, 1.25 * r], [-1.25 * r, 0]]);
    case "hexagon": return polygon(x, y, [[r * 1.1, 0], [r * 0.55, r * 0.95], [-r * 0.55, r * 0.95],
      [-r * 1.1, 0], [-r * 0.55, -r * 0.95], [r * 0.55, -r * 0.95]]);
  }
}

export function icon(kind: string, colour: string) {
  return svg("svg", { class: "icon", viewBox: "-8 -8 16 16", width: 16, height: 16, "aria-hidden": true },
    svg("path", { d: outline(shapeOf(kind), 0, 0, 5.4), style: `fill:var(${colour})` }));
}
