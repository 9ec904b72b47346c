// Links to what a statement rests on. They read as what they are: official, secondary, unverified.
import type { Network, Source } from "../data";
import { el, webAddress } from "../dom";

const titleOf = (source: Source) => source.title || source.id;

function describe(source: Source): string {
  return [titleOf(source), source.publisher, source.date].filter(Boolean).join(", ");
}

export function sourceLink(net: Network, index = -1, text?: string, locator = ""): HTMLElement {
  const source: Source | undefined = net.sources[index];
  if (source === undefined) return el("span", { class: "source" }, "no source");
  const words = text ?? (source.publisher || titleOf(source));
  const title = locator ? `${describe(source)}, ${locator}` : describe(source);
  const href = webAddress(source.url);
  if (href === undefined) return el("span", { class: "source", title }, text ? `${text}: ${titleOf(source)}` : words);
  return el("a", { class: "source", href, title, rel: "noreferrer", target: "_blank" },
    words, el("span", { class: "unseen" }, ` source: ${titleOf(source)}`));
}

// All sources of a relation, or that it has none.
export function sourceLinks(net: Network, sources: Map<number, string>, confidence = "source"): HTMLElement {
  const list = el("span", { class: "sources" });
  if (sources.size === 0) list.append(el("span", { class: "source" }, "no source"));
  let n = 0;
  for (const [source, locator] of sources) {
    ++n;
    list.append(sourceLink(net, source, n === 1 ? confidence : String(n), locator));
  }
  return list;
}
