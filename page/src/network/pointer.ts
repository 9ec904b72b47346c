// The diagram by mouse and finger: passing over previews, pressing chooses.
import type { View } from "./view";

export function listenToPointer(view: View): void {
  const canvas = view.stage.querySelector("canvas");
  if (!canvas) return;
  const under = (event: MouseEvent) => view.entityAt(event.offsetX, event.offsetY);
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" && event.buttons === 0) view.setHover(under(event));
  });
  canvas.addEventListener("pointerleave", () => view.setHover(-1));
  canvas.addEventListener("click", (event) => {
    const entity = under(event);
    if (entity >= 0) view.store.change({ entity, dimmed: true });
    else view.store.change({ dimmed: false, steps: 0 });
  });
}
