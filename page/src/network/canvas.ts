// Painting a scene on canvas. Lines are the slow part: they are painted once into a bitmap, which is
// moved and stretched while the reader pans and zooms, and painted anew when the picture rests.
import type { Box } from "./boxes";
import type { Camera, Label } from "./labels";
import type { Scene } from "./scene";

export type Colours = (variable: string) => string;

const kMargin = 0.15;      // of the sheet, painted beyond each edge for panning
const kManyMarks = 1500;   // so many marks go into the bitmap too

export interface Sheet {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  bitmap: HTMLCanvasElement;
  painted: Camera;   // what the bitmap was painted with
  width: number;
  height: number;
  ratio: number;     // device pixels per pixel
}

interface Prepared { path: Path2D; colour: string; alpha: number; width: number; dash: number[] }
export interface Picture { lines: Prepared[]; marks: Prepared[]; many: boolean }

export function prepare(scene: Scene, marks: number): Picture {
  return {
    lines: scene.lines.map((l) => ({ ...l, path: new Path2D(l.path) })),
    marks: scene.marks.map((m) => ({ ...m, path: new Path2D(m.path), width: 1.1, dash: [] })),
    many: marks > kManyMarks,
  };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser has no canvas");
  return context;
}

export function makeSheet(canvas: HTMLCanvasElement): Sheet {
  return {
    canvas, context: contextOf(canvas), bitmap: document.createElement("canvas"),
    painted: { k: 1, x: 0, y: 0, r: 1 }, width: 0, height: 0, ratio: 1,
  };
}

export function resize(sheet: Sheet, width: number, height: number): void {
  const ratio = Math.min(devicePixelRatio || 1, 2);
  Object.assign(sheet, { width, height, ratio });
  sheet.canvas.width = Math.round(width * ratio);
  sheet.canvas.height = Math.round(height * ratio);
  sheet.bitmap.width = Math.round(width * ratio * (1 + 2 * kMargin));
  sheet.bitmap.height = Math.round(height * ratio * (1 + 2 * kMargin));
}

function look(context: CanvasRenderingContext2D, ratio: number, camera: Camera): void {
  context.setTransform(ratio * camera.k, 0, 0, ratio * camera.k, ratio * camera.x, ratio * camera.y);
}

function strokeLines(context: CanvasRenderingContext2D, lines: Prepared[], k: number, colours: Colours) {
  for (const line of lines) {
    context.globalAlpha = line.alpha;
    context.strokeStyle = colours(line.colour);
    context.lineWidth = line.width / k;
    context.setLineDash(line.dash.map((length) => length / k));
    context.stroke(line.path);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function fillMarks(context: CanvasRenderingContext2D, marks: Prepared[], k: number, colours: Colours) {
  context.strokeStyle = colours("--ground");
  context.lineWidth = 1.1 / k;
  for (const mark of marks) {
    context.globalAlpha = mark.alpha;
    context.fillStyle = colours(mark.colour);
    context.fill(mark.path);
    context.stroke(mark.path);
  }
  context.globalAlpha = 1;
}

// Bands of the editions, every other one shaded.
export type Bands = { box: Box; shaded: boolean }[];

function fillBands(context: CanvasRenderingContext2D, bands: Bands, colours: Colours): void {
  context.fillStyle = colours("--panel");
  for (const { box, shaded } of bands) {
    if (shaded) context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  }
}

export function paintBitmap(sheet: Sheet, picture: Picture, camera: Camera, bands: Bands, colours: Colours) {
  const context = contextOf(sheet.bitmap);
  const [dx, dy] = [sheet.width * kMargin, sheet.height * kMargin];
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = colours("--ground");
  context.fillRect(0, 0, sheet.bitmap.width, sheet.bitmap.height);
  look(context, sheet.ratio, { ...camera, x: camera.x + dx, y: camera.y + dy });
  fillBands(context, bands, colours);
  strokeLines(context, picture.lines, camera.k, colours);
  if (picture.many) fillMarks(context, picture.marks, camera.k, colours);
  sheet.painted = camera;
}

// How much of the sheet the bitmap covers as the camera stands now: false where an edge shows.
export function covers(sheet: Sheet, camera: Camera): boolean {
  const scale = camera.k / sheet.painted.k;
  const left = camera.x - scale * (sheet.painted.x + sheet.width * kMargin);
  const top = camera.y - scale * (sheet.painted.y + sheet.height * kMargin);
  const reach = scale * (1 + 2 * kMargin);
  return left <= 0 && top <= 0 && left + reach * sheet.width >= sheet.width
    && top + reach * sheet.height >= sheet.height;
}

export function paintFrame(sheet: Sheet, picture: Picture, camera: Camera, colours: Colours): void {
  const { context, painted, ratio } = sheet;
  const scale = camera.k / painted.k;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = colours("--ground");
  context.fillRect(0, 0, sheet.canvas.width, sheet.canvas.height);
  context.setTransform(scale, 0, 0, scale, ratio * (camera.x - scale * (painted.x + sheet.width * kMargin)),
    ratio * (camera.y - scale * (painted.y + sheet.height * kMargin)));
  context.drawImage(sheet.bitmap, 0, 0);
  if (picture.many) return;
  look(context, ratio, camera);
  fillMarks(context, picture.marks, camera.k, colours);
}

export function fontOf(size: number, strong: boolean, italic = false): string {
  const family = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
  return `${italic ? "italic " : ""}${strong ? "600 " : ""}${size}px ${family}`;
}

function writeLabel(context: CanvasRenderingContext2D, label: Label, colours: Colours): void {
  context.font = fontOf(label.size, label.strong, label.italic);
  if (label.fill === undefined) {
    context.strokeStyle = colours("--ground");
    context.lineWidth = 3.5;
    context.lineJoin = "round";
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = colours(label.italic ? "--ink2" : "--ink1");
  } else {
    const { left, top, right, bottom } = label.box;
    context.fillStyle = colours(label.fill);
    context.beginPath();
    context.roundRect(left, top, right - left, bottom - top, (bottom - top) / 2);
    context.fill();
    context.fillStyle = colours("--ground");
  }
  context.fillText(label.text, label.x, label.y);
}

// `shift` keeps names beside their marks between two placements of all names.
export function writeLabels(
  sheet: Sheet, labels: Label[], shift: (label: Label) => [number, number], colours: Colours,
): void {
  for (const label of labels) {
    const [dx, dy] = shift(label);
    sheet.context.setTransform(sheet.ratio, 0, 0, sheet.ratio, sheet.ratio * dx, sheet.ratio * dy);
    writeLabel(sheet.context, label, colours);
  }
}

export interface Ring { x: number; y: number; r: number; colour: string; width: number }

export function drawRings(sheet: Sheet, rings: Ring[], colours: Colours): void {
  const { context, ratio } = sheet;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const ring of rings) {
    context.strokeStyle = colours(ring.colour);
    context.lineWidth = ring.width;
    context.beginPath();
    context.arc(ring.x, ring.y, ring.r, 0, 2 * Math.PI);
    context.stroke();
  }
}

// What the pointer is over, on top of the rest and without painting that anew.
export function drawPreview(sheet: Sheet, preview: Picture, camera: Camera, colours: Colours): void {
  look(sheet.context, sheet.ratio, camera);
  strokeLines(sheet.context, preview.lines, camera.k, colours);
  fillMarks(sheet.context, preview.marks, camera.k, colours);
}
