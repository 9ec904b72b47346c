// CSV as the engine writes it: quoted where it must be, the data exactly as they are.
import { save } from "../dom";

export function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

export function csv(rows: string[][]): string {
  return rows.map((row) => `${row.map(field).join(",")}\n`).join("");
}

export function saveCsv(name: string, rows: string[][]): void {
  save(`${name}.csv`, "text/csv", csv(rows));
}
