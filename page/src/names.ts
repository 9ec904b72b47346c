// Names in charts and tables open the card that the diagram opens.
import type { Network } from "./data";
import { el } from "./dom";
import type { Store } from "./state";

// A link, since a name within a sentence breaks across lines, which no button does; its address opens
// the same card in another tab.
export function nameLink(name: string, id: string, open: () => void): HTMLElement {
  const link = el("a", { class: "name", href: `#${new URLSearchParams({ entity: id })}` }, name);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  return link;
}

export function linkNames(net: Network, store: Store, show: () => void, root: ParentNode = document): void {
  for (const element of root.querySelectorAll("[data-entity]")) {
    const id = element.getAttribute("data-entity") ?? "";
    const entity = net.byId.get(id);
    if (entity === undefined) continue;
    const open = () => {
      store.change({ entity, dimmed: true, steps: 0 });
      show();
    };
    // A chart is one picture to a screen reader; the table beside it has the same names as links.
    if (element instanceof HTMLElement) {
      element.replaceChildren(nameLink(element.textContent ?? "", id, open));
    } else {
      element.addEventListener("click", open);
    }
  }
}
