// A table's contents: which rows pass a filter, and in which order.
import { fold } from "../text";

export type Cell = string | number | undefined;
export interface Column { title: string; numeric: boolean; meaning?: string }
export interface Contents {
  columns: Column[];
  rows: Cell[][];              // what is sorted
  shown: string[][];           // what is read and filtered
  download: { header: string[]; row(index: number): string[] };
  element(index: number): HTMLTableRowElement;
}
export interface Order { column: number; descending: boolean }

// What is absent comes last in either direction.
function compare(a: Cell, b: Cell, descending: boolean): number {
  const [none, other] = [a === undefined || a === "", b === undefined || b === ""];
  if (none || other) return Number(none) - Number(other);
  const plain = typeof a === "number" && typeof b === "number" ? a - b
    : String(a).localeCompare(String(b), "en", { numeric: true });
  return descending ? -plain : plain;
}

export function chosenRows(contents: Contents, filter: string, order: Order | undefined): number[] {
  const wanted = fold(filter.trim());
  const all = [...contents.rows.keys()];
  const rows = wanted === "" ? all
    : all.filter((i) => contents.shown[i].some((text) => fold(text).includes(wanted)));
  if (order === undefined) return rows;
  const { column, descending } = order;
  return rows.sort((a, b) => compare(contents.rows[a][column], contents.rows[b][column], descending) || a - b);
}

// "1,234.5" and "−3" are numbers, "12 of 30" is read as its first.
export function toNumber(text: string): number | undefined {
  const found = /[-−]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?/i.exec(text);
  return found ? Number(found[0].replace(/,/g, "").replace("−", "-")) : undefined;
}
