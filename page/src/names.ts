// Names in charts and tables open the card that the diagram opens.
import type { Network } from "./data";
import { button } from "./dom";
import type { Store } from "./state";

function buttonInside(element: HTMLElement, open: () => void): void {
  const text = element.textContent ?? "";
  element.replaceChildren(button(text, open, { class: "name" }));
}

export function linkNames(net: Network, store: Store, show: () => void, root: ParentNode = document): void {
  for (const element of root.querySelectorAll("[data-entity]")) {
    const entity = net.byId.get(element.getAttribute("data-entity") ?? "");
    if (entity === undefined) continue;
    const open = () => {
      store.change({ entity, dimmed: true, steps: 0 });
      show();
    };
    // A chart is one picture to a screen reader; the table beside it has the same names as buttons.
    if (element instanceof HTMLElement) buttonInside(element, open);
    else element.addEventListener("click", open);
  }
}
