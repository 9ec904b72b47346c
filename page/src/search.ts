// Finding entities by name, alias, id or ISO code; a scan of thousands takes a millisecond or two.
import type { Network } from "./data";
import { fold } from "./text";

export interface Index { folded: string[][]; weight: number[] }

export function index(net: Network): Index {
  return {
    folded: net.entities.map((e) => [e.name, e.id, e.iso3 ?? "", ...(e.aliases ?? [])].map(fold)),
    weight: net.entities.map((_, i) => net.relationsOf[i].length),
  };
}

// 0 the whole name, 1 its beginning, 2 the beginning of a word, 3 within; else Infinity.
function closeness(words: string[], wanted: string): number {
  let best = Infinity;
  for (const text of words) {
    const at = text.indexOf(wanted);
    if (at < 0) continue;
    if (text === wanted) return 0;
    const inside = / |-|\(/.test(text.charAt(at - 1)) || text.includes(` ${wanted}`) ? 2 : 3;
    best = Math.min(best, at === 0 ? 1 : inside);
  }
  return best;
}

export function find(folded: Index, text: string, most = 8): number[] {
  const wanted = fold(text.trim());
  if (wanted === "") return [];
  const hits: [number, number][] = [];
  folded.folded.forEach((words, i) => {
    const near = closeness(words, wanted);
    if (near < Infinity) hits.push([i, near]);
  });
  hits.sort((a, b) => a[1] - b[1] || folded.weight[b[0]] - folded.weight[a[0]] || a[0] - b[0]);
  return hits.slice(0, most).map(([i]) => i);
}
