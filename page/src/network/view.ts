// The picture of the network: what is shown in a state, painted, and found again under the pointer.
import { quadtree, type Quadtree } from "d3-quadtree";
import type { Network } from "../data";
import { el } from "../dom";
import type { Store } from "../state";
import { type Bands, covers, drawPreview, drawRings, fontOf, makeSheet, paintBitmap, paintFrame, type Picture,
  prepare, resize, type Ring, type Sheet, writeLabels } from "./canvas";
import { makeMoves, type Moves } from "./camera";
import { type Camera, type Label, onScreen, placeLabels, shortName, wanted } from "./labels";
import { previewScene } from "./preview";
import { type Ground, layGround, makeScene, type Place, type Scene } from "./scene";
import { type Shown, shown } from "./shown";

const kNear = 1.8;     // zoomed in further: clusters fall apart into names
const kNarrow = 560;   // narrower: bands from top to bottom
const kRest = 120;     // ms without a move, then all is painted anew
const kButtons = { width: 150, height: 50 };  // those for zooming, in the lower right corner

export class View {
  readonly stage: HTMLElement;
  readonly moves: Moves;
  what: Shown;
  ground: Ground;
  scene: Scene;
  labels: Label[] = [];
  hover = -1;
  focus = -1;
  size = 1;  // of marks, against that of the drawing
  private readonly sheet: Sheet;
  private picture: Picture;
  private preview: Picture | undefined;
  private placed: Camera = { k: 1, x: 0, y: 0, r: 1 };
  private marks: Quadtree<number>;
  private frame = 0;
  private rest = 0;
  private readonly colourCache = new Map<string, string>();
  private readonly widths = new Map<string, number>();

  constructor(readonly net: Network, readonly store: Store) {
    const canvas = el("canvas", { "aria-hidden": true });
    this.stage = el("div", { class: "stage", tabindex: 0, role: "application",
      "aria-roledescription": "network diagram", "aria-describedby": "network-keys" }, canvas);
    this.sheet = makeSheet(canvas);
    this.ground = layGround(net, false);
    this.what = shown(net, store.state);
    this.scene = makeScene(net, this.ground, this.what, store.state, this.size);
    this.picture = prepare(this.scene, this.what.entities);
    this.marks = this.index();
    this.moves = makeMoves(canvas, () => this.moved());
    store.listen(() => this.show());
    new ResizeObserver(() => this.fit()).observe(this.stage);
  }

  // A CSS variable's value; forgotten when the theme changes.
  readonly colour = (variable: string): string => {
    const known = this.colourCache.get(variable);
    if (known !== undefined) return known;
    const value = getComputedStyle(document.documentElement).getPropertyValue(variable).trim() || "#888";
    this.colourCache.set(variable, value);
    return value;
  };

  recolour(): void {
    this.colourCache.clear();
    this.paint();
  }

  private readonly measure = (text: string, size: number, strong: boolean): number => {
    const key = `${size}${strong ? "b" : ""} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.sheet.context.font = fontOf(size, strong);
      width = this.sheet.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  };

  private fit(): void {
    const width = Math.floor(this.stage.clientWidth);
    if (width === 0) return;
    const upright = width < kNarrow && this.net.report.drawing?.layout === "bands";
    if (upright !== this.ground.upright) this.ground = layGround(this.net, upright);
    const height = Math.round(Math.min(Math.max((width * this.ground.height) / this.ground.width, 420), 820));
    if (width === this.sheet.width && height === this.sheet.height) return;
    this.sheet.canvas.style.height = `${height}px`;
    resize(this.sheet, width, height);
    this.moves.fit(this.ground, width, height);
    this.show();
  }

  private show(): void {
    this.what = shown(this.net, this.store.state);
    this.draw();
    this.marks = this.index();
    this.hover = -1;
    this.preview = undefined;
    this.paint();
  }

  private draw(): void {
    this.scene = makeScene(this.net, this.ground, this.what, this.store.state, this.size);
    this.picture = prepare(this.scene, this.what.entities);
  }

  private camera(): Camera {
    const { k, x, y } = this.moves.camera();
    return { k, x, y, r: k * this.size };
  }

  private index(): Quadtree<number> {
    const { places } = this.ground;
    const there = [...places.keys()].filter((i) => places[i] && this.what.entity[i]);
    return quadtree<number>(there, (i) => places[i]?.x ?? 0, (i) => places[i]?.y ?? 0);
  }

  bands(): Bands {
    const { upright, width, height } = this.ground;
    return (this.net.report.drawing?.bands ?? []).map(({ x0, x1 }, i) => ({
      shaded: i % 2 === 0,
      box: upright ? { left: 0, right: width, top: x0, bottom: x1 } : { left: x0, right: x1, top: 0, bottom: height },
    }));
  }

  // All anew: lines, names, frame.
  private paint(): void {
    if (this.sheet.width === 0) return;
    const size = this.moves.zoomed() ** -0.5;
    if (size !== this.size) {
      this.size = size;
      this.draw();
    }
    const camera = this.camera();
    paintBitmap(this.sheet, this.picture, camera, this.bands(), this.colour);
    this.placeNames(camera);
    this.paintFrame();
  }

  private placeNames(camera: Camera): void {
    const { net, ground, what, store: { state }, sheet } = this;
    const { width, height } = sheet;
    const kept = { left: width - kButtons.width, top: height - kButtons.height, right: width, bottom: height };
    const paper = { width, height, kept, measure: this.measure };
    this.labels = placeLabels({ net, ground, what, state, camera, paper },
      wanted(net, what, state, this.scene.bright), this.scene.bright === undefined && this.moves.zoomed() < kNear);
    this.placed = camera;
  }

  private moved(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.paint(), kRest);
    this.askFrame();
  }

  private askFrame(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paintFrame();
    });
  }

  private paintFrame(): void {
    const camera = this.camera();
    const { sheet } = this;
    if (!covers(sheet, camera) && camera.k < sheet.painted.k * 0.7) {
      paintBitmap(sheet, this.picture, camera, this.bands(), this.colour);
    }
    paintFrame(sheet, this.picture, camera, this.colour);
    if (this.preview) drawPreview(sheet, this.preview, camera, this.colour);
    drawRings(sheet, this.rings(camera), this.colour);
    writeLabels(sheet, this.labels, (label) => this.shift(label, camera), this.colour);
    this.writeHover(camera);
  }

  private place(entity: number, camera: Camera): Place | undefined {
    const p = this.ground.places[entity];
    return p && onScreen(camera, p);
  }

  private shift(label: Label, camera: Camera): [number, number] {
    if (camera.k === this.placed.k && camera.x === this.placed.x && camera.y === this.placed.y) return [0, 0];
    const [x, y] = [(label.box.left + label.box.right) / 2, (label.box.top + label.box.bottom) / 2];
    const [before, now] = [this.place(label.entity, this.placed), this.place(label.entity, camera)];
    if (before && now) return [now.x - before.x, now.y - before.y];
    const scale = camera.k / this.placed.k;
    return [(x - this.placed.x) * scale + camera.x - x, (y - this.placed.y) * scale + camera.y - y];
  }

  private rings(camera: Camera): Ring[] {
    const ring = (entity: number, colour: string, more: number, width: number): Ring[] => {
      const place = this.what.entity[entity] ? this.place(entity, camera) : undefined;
      return place ? [{ x: place.x, y: place.y, r: place.r + more, colour, width }] : [];
    };
    return [...ring(this.store.state.entity, "--ink1", 3, 2), ...ring(this.hover, "--ink1", 3, 1.5),
      ...(this.focus === this.store.state.entity ? [] : ring(this.focus, "--accent", 5, 3))];
  }

  private writeHover(camera: Camera): void {
    const place = this.place(this.hover, camera);
    if (!place) return;
    const text = shortName(this.net, this.hover);
    const width = this.measure(text, 12, true) + 16;
    const left = Math.min(Math.max(place.x - width / 2, 2), this.sheet.width - width - 2);
    const top = place.y - place.r - 28 < 2 ? place.y + place.r + 6 : place.y - place.r - 28;
    const label: Label = { text, box: { left, top, right: left + width, bottom: top + 22 }, x: left + 8,
      y: top + 15.5, size: 12, strong: true, italic: false, entity: this.hover, fill: "--ink1" };
    writeLabels(this.sheet, [label], () => [0, 0], this.colour);
  }

  // The entity whose mark or name is there, or -1. Screen units, from the sheet's corner.
  entityAt(x: number, y: number): number {
    const named = this.labels.find((l) => l.entity >= 0
      && x >= l.box.left && x <= l.box.right && y >= l.box.top && y <= l.box.bottom);
    if (named) return named.entity;
    const camera = this.camera();
    const near = this.marks.find((x - camera.x) / camera.k, (y - camera.y) / camera.k, 30 / camera.k);
    const place = near === undefined ? undefined : this.place(near, camera);
    return near !== undefined && place && Math.hypot(place.x - x, place.y - y) <= place.r + 6 ? near : -1;
  }

  setHover(entity: number): void {
    if (entity === this.hover) return;
    this.hover = entity;
    this.preview = entity < 0 ? undefined : prepare(previewScene(this, entity), 0);
    this.sheet.canvas.style.cursor = entity < 0 ? "" : "pointer";
    this.askFrame();
  }

  setFocus(entity: number): void {
    this.focus = entity;
    const place = this.place(entity, this.camera());
    const { width, height } = this.sheet;
    const away = place && (place.x < 20 || place.y < 20 || place.x > width - 20 || place.y > height - 20);
    const home = this.ground.places[entity];
    if (away && home) this.moves.centre(home.x, home.y);
    this.askFrame();
  }
}
