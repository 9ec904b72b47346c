// What colour means in every figure: the first edition; without a series, the community.
import type { Entity, Network } from "./data";

// The variables of the style sheet, by group; whoever is in none is grey.
const editionColours = ["--edition1", "--edition2", "--edition3", "--edition4"];
const communityColours = [...editionColours, "--accent"];
export const noColour = "--none";

// With more editions than colours, neighbours share one.
export function groupOf(edition: number, editions: number): number {
  const colours = editionColours.length;
  return editions <= colours ? edition : Math.floor((edition * colours) / editions);
}

export function editionColour(net: Network, edition: number | undefined): string {
  if (edition === undefined || edition < 0) return noColour;
  return editionColours[groupOf(edition, net.editions.length)];
}

export function colourOf(net: Network, entity: number): string {
  const e: Entity = net.entities[entity];
  if (net.editions.length > 0) return editionColour(net, net.editionOf.get(entity) ?? e.first);
  return communityColours[e.community ?? -1] ?? noColour;
}

export interface Meaning { colour: string; text: string }

function editionMeanings(net: Network): Meaning[] {
  const meanings: Meaning[] = [];
  net.editions.forEach((edition, i) => {
    const group = groupOf(i, net.editions.length);
    const first = meanings[group]?.text.split(" – ")[0];
    const text = first === undefined ? edition.short : `${first} – ${edition.short}`;
    meanings[group] = { colour: editionColours[group], text };
  });
  return meanings;
}

export function meanings(net: Network): Meaning[] {
  if (net.editions.length > 0) {
    return [...editionMeanings(net), { colour: noColour, text: "none of them" }];
  }
  const communities = net.report.communities ?? [];
  if (communities.length === 0) return [];
  const named = communityColours.slice(0, communities.length)
    .map((colour, i) => ({ colour, text: communities[i].name }));
  return communities.length > named.length
    ? [...named, { colour: noColour, text: "other communities" }] : named;
}
