// What the engine writes into the page, and what is derived from it once. Absent means empty.

export interface Edition { id: string; name: string; short: string; date?: string }
export interface Kind { kind: string; plural: string; count: number }
export interface Source {
  id: string; title?: string; publisher?: string; date?: string; url?: string; licence?: string;
}
export type Figure = [value: number, rank: number] | null;
export interface Entity {
  id: string; name: string; kind: string; subtype?: string; iso3?: string; aliases?: string[];
  description?: string; sources?: number[]; first?: number; editions?: number[]; community?: number;
  attributes?: [string, string][]; figures?: Figure[];
  claims?: [attribute: string, value: string, qualifier: string, source?: number][];
  x?: number; y?: number; drawn?: boolean;
}
export interface Relation {
  source: number; target: number; type: number; role?: string; status?: string; summit?: number;
  date?: string; weight?: number; amount?: number; currency?: string; note?: string;
  confidence?: string; sources?: [source: number, locator?: string][]; drawn?: boolean;
}
export interface Cluster { x: number; y: number; r: number; label: string; members: number[] }
export interface Drawing {
  width: number; height: number; layout: string; caption?: string;
  bands?: { edition: number; x0: number; x1: number }[]; clusters?: Cluster[];
}
export interface Report {
  title: string; dataset: string; version: string; hash: string; seriesName?: string;
  editions?: Edition[]; kinds: Kind[]; types: { type: string; label: string }[];
  figures?: { name: string; title: string }[]; entities: Entity[]; relations?: Relation[];
  sources?: Source[]; communities?: { name: string; size: number }[]; drawing?: Drawing;
}

// The report with its lists filled in, and who is tied to whom.
export interface Network {
  report: Report; editions: Edition[]; entities: Entity[]; relations: Relation[]; sources: Source[];
  relationsOf: number[][];  // of each entity, in the order of the report
  ties: number[];           // other entities that it is drawn tied to
  ranked: number[];         // how many entities have each figure
  byId: Map<string, number>;
  editionOf: Map<number, number>;  // entity of a summit -> its place in the series
}

function distinctTies(entities: Entity[], relations: Relation[]): number[] {
  const others = entities.map(() => new Set<number>());
  for (const r of relations) {
    if (!r.drawn || r.source === r.target) continue;
    others[r.source].add(r.target);
    others[r.target].add(r.source);
  }
  return others.map((set) => set.size);
}

export function network(report: Report): Network {
  const { entities, relations = [], editions = [], sources = [], figures = [] } = report;
  const relationsOf: number[][] = entities.map(() => []);
  relations.forEach((r, i) => {
    relationsOf[r.source].push(i);
    if (r.target !== r.source) relationsOf[r.target].push(i);
  });
  const byId = new Map(entities.map((e, i) => [e.id, i]));
  const editionOf = new Map<number, number>();
  editions.forEach((edition, i) => {
    const entity = byId.get(edition.id);
    if (entity !== undefined) editionOf.set(entity, i);
  });
  return {
    report, editions, entities, relations, sources, relationsOf, byId, editionOf,
    ties: distinctTies(entities, relations),
    ranked: figures.map((_, f) => entities.filter((e) => e.figures?.[f]).length),
  };
}

// The other end of a relation.
export function other(r: Relation, entity: number): number {
  return r.source === entity ? r.target : r.source;
}

export function isDrawn(entity: Entity): boolean {
  return entity.drawn === true && entity.x !== undefined && entity.y !== undefined;
}

export function readReport(): Report | undefined {
  const text = document.getElementById("data")?.textContent;
  return text ? (JSON.parse(text) as Report) : undefined;
}
