// A table that is in the page already: its cells are read once, its rows then only change places.
import { type Column, type Contents, toNumber } from "./rows";

function columns(table: HTMLTableElement): Column[] {
  return [...(table.tHead?.rows[0]?.cells ?? [])].map((th) => ({
    title: th.textContent?.trim() ?? "", numeric: th.dataset.type === "number",
  }));
}

// An exact figure may stand behind the rounded one that is read.
function exact(cell: HTMLTableCellElement): string {
  return cell.dataset.value ?? cell.textContent?.trim() ?? "";
}

export function readTable(table: HTMLTableElement): Contents | undefined {
  const body = table.tBodies[0];
  const heads = columns(table);
  if (!body || heads.length === 0) return undefined;
  const elements = [...body.rows];
  const texts = elements.map((tr) => [...tr.cells].map(exact));
  return {
    columns: heads,
    rows: texts.map((row) => row.map((text, c) => (heads[c]?.numeric ? toNumber(text) : text))),
    shown: elements.map((tr) => [...tr.cells].map((cell) => cell.textContent ?? "")),
    download: { header: heads.map((h) => h.title), row: (i) => texts[i] },
    element: (i) => elements[i],
  };
}
