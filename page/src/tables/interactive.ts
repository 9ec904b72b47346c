// Sorting, filtering, paging and saving a table. Sort buttons are in the heads, as readers of all
// kinds know them; the rows that are saved are those that pass the filter.
import { button, el } from "../dom";
import { count } from "../text";
import { saveCsv } from "./csv";
import { chosenRows, type Contents, type Order } from "./rows";

const kPage = 15;
const kFilterFrom = 8;  // shorter tables are seen at a glance

interface Live {
  table: HTMLTableElement;
  name: string;
  contents: Contents;
  filter: string;
  order: Order | undefined;
  page: number;
  chosen: number[];
  refresh(): void;
}

function addSortButtons(live: Live): void {
  const heads = [...(live.table.tHead?.rows[0]?.cells ?? [])];
  heads.forEach((th, column) => {
    const { title, numeric } = live.contents.columns[column];
    if (title === "") return;
    if (live.order?.column === column) th.setAttribute("aria-sort", live.order.descending ? "descending" : "ascending");
    const sort = button(title, () => {
      const same = live.order?.column === column;
      live.order = { column, descending: same ? !live.order?.descending : numeric };
      live.page = 0;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      th.setAttribute("aria-sort", live.order.descending ? "descending" : "ascending");
      live.refresh();
    }, { class: "sort" });
    th.replaceChildren(sort);
    if (numeric) th.classList.add("num");
  });
}

function filterField(live: Live): HTMLElement {
  const id = `filter-${live.name}`;
  const input = el("input", { type: "search", id, placeholder: "Any column" });
  input.addEventListener("input", () => {
    live.filter = input.value;
    live.page = 0;
    live.refresh();
  });
  return el("div", { class: "field" }, el("label", { for: id }, "Filter"), input);
}

function saveRows(live: Live): void {
  const { header, row } = live.contents.download;
  saveCsv(live.name, [header, ...live.chosen.map(row)]);
}

// The button that the engine wrote, else one of our own.
function addDownload(live: Live, tools: HTMLElement): void {
  const links = document.querySelectorAll<HTMLElement>(`.download[data-table="${CSS.escape(live.table.id)}"]`);
  links.forEach((link) => link.addEventListener("click", () => saveRows(live)));
  if (links.length === 0) tools.append(button("Download CSV", () => saveRows(live)));
}

function makePager(live: Live): { bar: HTMLElement; show(): void } {
  const turn = (by: number) => () => {
    live.page += by;
    live.refresh();
  };
  const [back, on] = [button("Previous", turn(-1)), button("Next", turn(1))];
  const text = el("span", { "aria-live": "polite" });
  const show = () => {
    const [first, n] = [live.page * kPage, live.chosen.length];
    const last = Math.min(first + kPage, n);
    text.textContent = n === 0 ? "No row passes the filter" : `${first + 1}–${last} of ${count(n, "row")}`;
    back.disabled = live.page === 0;
    on.disabled = last >= n;
    back.hidden = on.hidden = n <= kPage;
  };
  return { bar: el("div", { class: "pager" }, back, on, text), show };
}

// A wide table scrolls by itself, so that the page never does.
function frame(table: HTMLTableElement, live: Live): HTMLElement {
  const written = table.closest<HTMLElement>(".scroll");
  if (written) return written;
  const around = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": live.name });
  table.replaceWith(around);
  around.append(table);
  return around;
}

export function makeInteractive(table: HTMLTableElement, name: string, contents: Contents, order?: Order): void {
  const live: Live = { table, name, contents, filter: "", order, page: 0, chosen: [], refresh: () => undefined };
  const pager = makePager(live);
  const body = table.tBodies[0] ?? table.createTBody();
  live.refresh = () => {
    live.chosen = chosenRows(contents, live.filter, live.order);
    const first = live.page * kPage;
    body.replaceChildren(...live.chosen.slice(first, first + kPage).map(contents.element));
    pager.show();
  };
  addSortButtons(live);
  const tools = el("div", { class: "tools" });
  const around = frame(table, live);
  if (contents.rows.length >= kFilterFrom) tools.append(filterField(live));
  addDownload(live, tools);
  around.before(tools);
  if (contents.rows.length >= kFilterFrom) around.after(pager.bar);
  live.refresh();
}
