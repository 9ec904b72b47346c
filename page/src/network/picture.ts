// The view as an SVG file: the same lines, marks and names, with the colours they have now.
import { meanings } from "../colours";
import { save, svg } from "../dom";
import type { Label } from "./labels";
import { outline, shapeOf } from "./shapes";
import type { View } from "./view";

const kRow = 18;
const kLegend = 4 * kRow;
const font = "'Noto Sans', 'Liberation Sans', sans-serif";

function writeName(label: Label, colour: (variable: string) => string): SVGElement {
  const { left, top, right, bottom } = label.box;
  const pill = label.fill !== undefined;
  const text = svg("text", {
    x: label.x.toFixed(1), y: label.y.toFixed(1), "font-size": label.size,
    "font-weight": label.strong ? 600 : undefined, "font-style": label.italic ? "italic" : undefined,
    fill: colour(pill ? "--ground" : label.italic ? "--ink2" : "--ink1"),
    stroke: pill ? undefined : colour("--ground"), "stroke-width": pill ? undefined : 3.5,
    "stroke-linejoin": "round", "paint-order": "stroke",
  }, label.text);
  if (label.fill === undefined) return text;
  const box = svg("rect", { x: left, y: top, width: right - left, height: bottom - top,
    rx: (bottom - top) / 2, fill: colour(label.fill) });
  return svg("g", {}, box, text);
}

function drawing(view: View): SVGElement {
  const { k, x, y } = view.moves.camera();
  const { colour, scene } = view;
  const bands = view.bands().filter((b) => b.shaded).map(({ box }) => svg("rect", { x: box.left, y: box.top,
    width: box.right - box.left, height: box.bottom - box.top, fill: colour("--panel") }));
  const lines = scene.lines.map((l) => svg("path", { d: l.path, fill: "none", stroke: colour(l.colour),
    "stroke-width": l.width / k, "stroke-opacity": l.alpha,
    "stroke-dasharray": l.dash.length > 0 ? l.dash.map((d) => d / k).join(" ") : undefined }));
  const marks = scene.marks.map((m) => svg("path", { d: m.path, fill: colour(m.colour),
    stroke: colour("--ground"), "stroke-width": 1.1 / k, opacity: m.alpha }));
  return svg("g", { transform: `translate(${x} ${y}) scale(${k})` }, ...bands, ...lines, ...marks);
}

interface Item { path: string; text: string; colour: string }

function items(view: View): Item[] {
  const { net, store } = view;
  const kinds = net.report.kinds.filter(({ kind }) => !store.state.hidden.has(kind))
    .map((k) => ({ path: outline(shapeOf(k.kind), 0, 0, 5.4), text: k.plural, colour: "--ink2" }));
  const square = outline("square", 0, 0, 6);
  return [...kinds, ...meanings(net).map(({ text, colour }) => ({ path: square, text, colour }))];
}

// Kinds and colours in rows below the sheet.
function legend(view: View, height: number): SVGElement {
  const row = svg("g", { transform: `translate(0 ${height + 14})`, "font-size": 11.5, fill: view.colour("--ink1") });
  let left = 12;
  let top = 0;
  for (const { path, text, colour } of items(view)) {
    const width = 30 + text.length * 6.6;
    if (left + width > view.stage.clientWidth) [left, top] = [12, top + kRow];
    row.append(svg("path", { d: path, transform: `translate(${left} ${top})`, fill: view.colour(colour) }),
      svg("text", { x: left + 12, y: top + 4 }, text));
    left += width;
  }
  return row;
}

export function viewAsSvg(view: View): string {
  const [width, height] = [view.stage.clientWidth, view.stage.clientHeight];
  const all = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: height + kLegend,
    viewBox: `0 0 ${width} ${height + kLegend}`, "font-family": font },
    svg("title", {}, view.net.report.title),
    svg("clipPath", { id: "sheet" }, svg("rect", { width, height })),
    svg("rect", { width, height: height + kLegend, fill: view.colour("--ground") }),
    svg("g", { "clip-path": "url(#sheet)" }, drawing(view), ...view.labels.map((l) => writeName(l, view.colour))),
    legend(view, height));
  return new XMLSerializer().serializeToString(all);
}

export function saveView(view: View): void {
  save(`${view.net.report.dataset || "network"}-view.svg`, "image/svg+xml", viewAsSvg(view));
}
