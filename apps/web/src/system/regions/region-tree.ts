import type { Region } from '../../api/answers.ts';

export interface RegionNode extends Region {
  readonly children: readonly RegionNode[];
}

/** Regions as a tree. One whose parent is not among them is a root: it is where somebody's rights begin. */
export function treeOf(regions: readonly Region[]): RegionNode[] {
  const known = new Set(regions.map(({ adcode }) => adcode));
  const below = Map.groupBy(regions, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const nodesUnder = (parent: string | null): RegionNode[] =>
    (below.get(parent) ?? []).map((region) => ({ ...region, children: nodesUnder(region.adcode) }));
  return nodesUnder(null);
}

/** Codes of the regions around one, the nearest first, without itself. */
export function around(regions: readonly Region[], adcode: string): string[] {
  const parents = new Map(regions.map((region) => [region.adcode, region.parent]));
  const found: string[] = [];
  for (let parent = parents.get(adcode); parent != null; parent = parents.get(parent)) found.push(parent);
  return found;
}
