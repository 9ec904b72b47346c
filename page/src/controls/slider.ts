// The slider through the summits: all of them, then each.
import type { Network } from "../data";
import { el } from "../dom";
import type { Store } from "../state";

const kTicks = 6;  // with more summits than that, names under the slider would meet

function tick(label: string, value: number, choose: (value: number) => void): HTMLButtonElement {
  const made = el("button", { type: "button", tabindex: -1, "data-stop": value }, label);
  made.addEventListener("click", () => choose(value));
  return made;
}

export function makeSlider(net: Network, store: Store): HTMLElement | undefined {
  const { editions } = net;
  if (editions.length === 0) return undefined;
  const input = el("input", { type: "range", id: "edition", min: 0, max: editions.length, step: 1 });
  const choose = (stop: number) => store.change({ edition: stop - 1 });
  const stops = ["All", ...editions.map((e) => e.short)];
  const ticks = editions.length > kTicks ? [] : stops.map((label, i) => tick(label, i, choose));
  const now = el("output", { for: "edition" });
  const show = (edition: number) => {
    input.value = String(edition + 1);
    const text = edition < 0 ? `All ${editions.length} summits` : editions[edition].name;
    input.setAttribute("aria-valuetext", text);
    now.textContent = text;
    ticks.forEach((t, i) => t.toggleAttribute("data-current", i === edition + 1));
  };
  input.addEventListener("input", () => choose(Number(input.value)));
  store.listen((state) => show(state.edition));
  show(store.state.edition);
  const share = `--stops:${stops.length}`;
  return el("div", { class: "field slider", style: share }, el("label", { for: "edition" }, "Summit"), input,
    ticks.length > 0 ? el("div", { class: "ticks", "aria-hidden": true }, ...ticks) : now);
}
