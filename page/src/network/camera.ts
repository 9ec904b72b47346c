// Panning and zooming. The plain wheel scrolls the page; with Ctrl, or on a focused diagram, it zooms.
import { select, type Selection } from "d3-selection";
import { zoom, type ZoomBehavior, zoomIdentity, zoomTransform } from "d3-zoom";
import type { Ground } from "./scene";

export interface Frame { k: number; x: number; y: number }  // screen = k * drawing + (x, y)

export interface Moves {
  camera(): Frame;
  zoomed(): number;              // 1: all of the drawing
  by(factor: number): void;
  pan(dx: number, dy: number): void;
  centre(x: number, y: number): void;  // of the drawing
  reset(): void;
  fit(ground: Ground, width: number, height: number): void;
}

const kClosest = 8;

type Canvas = Selection<HTMLCanvasElement, unknown, null, undefined>;

// One finger scrolls the page until the reader has zoomed in; then it moves the picture.
function wantedGesture(canvas: HTMLCanvasElement, event: Event): boolean {
  if (event.type === "wheel") {
    const focused = canvas.parentElement === document.activeElement;
    return (event as WheelEvent).ctrlKey || focused;
  }
  if (event.type.startsWith("touch")) {
    return (event as TouchEvent).touches.length > 1 || zoomTransform(canvas).k > 1;
  }
  return !(event as MouseEvent).button && !(event as MouseEvent).ctrlKey;
}

function behaviour(canvas: HTMLCanvasElement, moved: () => void): ZoomBehavior<HTMLCanvasElement, unknown> {
  return zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([1, kClosest])
    .clickDistance(4)
    .filter((event: Event) => wantedGesture(canvas, event))
    .on("zoom", () => {
      canvas.style.touchAction = zoomTransform(canvas).k > 1 ? "none" : "pan-y";
      moved();
    });
}

export function makeMoves(canvas: HTMLCanvasElement, moved: () => void): Moves {
  const move = behaviour(canvas, moved);
  const target: Canvas = select(canvas);
  target.call(move).on("dblclick.zoom", null);
  let fitted: Frame = { k: 1, x: 0, y: 0 };
  return {
    camera() {
      const t = zoomTransform(canvas);
      return { k: t.k * fitted.k, x: t.k * fitted.x + t.x, y: t.k * fitted.y + t.y };
    },
    zoomed: () => zoomTransform(canvas).k,
    by: (factor) => move.scaleBy(target, factor),
    pan: (dx, dy) => move.translateBy(target, dx / zoomTransform(canvas).k, dy / zoomTransform(canvas).k),
    centre: (x, y) => move.translateTo(target, x * fitted.k + fitted.x, y * fitted.k + fitted.y),
    reset: () => move.transform(target, zoomIdentity),
    fit(ground, width, height) {
      const k = Math.min(width / ground.width, height / ground.height);
      fitted = { k, x: (width - k * ground.width) / 2, y: (height - k * ground.height) / 2 };
      move.extent([[0, 0], [width, height]]).translateExtent([[0, 0], [width, height]]);
      move.transform(target, zoomTransform(canvas));
    },
  };
}
