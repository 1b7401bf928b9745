/**
 * In which part of the catalogue a layer stands. The parts are those of the county's scheme for the One Map (现状、规划、管理、社会经济); no source
 * at hand lists the layers of each, so a layer stands where its meaning puts it: what is there, what is to be, and what limits either.
 */
export const layerGroups = ['present', 'planned', 'managed', 'society'] as const;
/** 现状、规划、管理、社会经济. */
export type LayerGroup = (typeof layerGroups)[number];

const groups: Readonly<Record<LayerGroup, readonly string[]>> = {
  // 现状: what the survey found.
  present: ['DLTB'],
  // 规划: what land is to be used for, by zones and by classes.
  planned: ['GHFQ', 'YDYHGHFQ', 'GHYDYH', 'ZXCQGHFQ', 'ZXCQGHYDYH', 'XZZTGNDW'],
  // 管理: lines and areas in which rules hold, and the units that answer for them.
  managed: [
    ...['XZQ', 'KFQ'],
    ...['CZKFBJ', 'STBHHX', 'YJJBNTBHTB', 'GDBHMB'],
    ...['ZXCQCSLX', 'ZXCQCSLVX', 'ZXCQCSZX', 'ZXCQCSHX', 'HLFXKZX', 'LSWHBHX'],
  ],
  // 社会经济: no layer of the standard belongs here yet.
  society: [],
};

const known = new Map(layerGroups.flatMap((group) => groups[group].map((code) => [code, group] as const)));

/** The part of a layer; what the table does not name is 管理, since a plan adds a layer to limit something. */
export function groupOf(code: string): LayerGroup {
  return known.get(code) ?? 'managed';
}

/** What a new scene shows, the lowest first: ground in classes, the three control lines and the borders of townships above. */
export function firstScene(codes: readonly string[]): string[] {
  const ground = ['GHFQ', 'YDYHGHFQ', 'GHYDYH', 'DLTB'].find((code) => codes.includes(code));
  const lines = ['YJJBNTBHTB', 'STBHHX', 'CZKFBJ', 'XZQ'].filter((code) => codes.includes(code));
  return ground === undefined ? lines : [ground, ...lines];
}

/** Where a layer goes that is switched on: ground below every line, a line on top. */
export function withLayer<T extends { readonly code: string }>(layers: readonly T[], added: T): T[] {
  if (groupOf(added.code) === 'managed') return [...layers, added];
  const firstLine = layers.findIndex(({ code }) => groupOf(code) === 'managed');
  const at = firstLine < 0 ? layers.length : firstLine;
  return [...layers.slice(0, at), added, ...layers.slice(at)];
}
