import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlan } from '@tuheng/dataset';
import {
  loadGeosOverlay,
  mapCoordinates,
  overlayTable,
  type Polygons,
  planeArea,
  planeAreaMeasure,
  prepareEdges,
} from '@tuheng/geometry';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../../shared/data/real-geometry', import.meta.url));
const plan = '230899示范县县级国土空间总体规划矢量数据';
const files = {
  A: `${plan}_备案.gdb.zip`,
  B: `${plan}_维护后.gdb.zip`,
  X: `${plan}_维护后_违规.gdb.zip`,
  base: '230899示范县基础数据.gdb.zip',
  cityA: '230899示范县中心城区用地_备案.gdb.zip',
  cityB: '230899示范县中心城区用地_维护后.gdb.zip',
} as const;
type Place = readonly [file: keyof typeof files, layer: string];

const pairs: readonly (readonly [Place, Place])[] = [
  ...['CZKFBJ', 'STBHHX', 'YJJBNTBHTB'].flatMap((layer) =>
    (['B', 'X'] as const).map(
      (file) =>
        [
          ['A', layer],
          [file, layer],
        ] as const,
    ),
  ),
  ...(['A', 'B', 'X'] as const).flatMap((file) => [
    [
      [file, 'CZKFBJ'],
      [file, 'STBHHX'],
    ] as const,
    [
      [file, 'CZKFBJ'],
      [file, 'YJJBNTBHTB'],
    ] as const,
    [
      [file, 'STBHHX'],
      [file, 'YJJBNTBHTB'],
    ] as const,
  ]),
  [
    ['A', 'GHFQ'],
    ['B', 'GHFQ'],
  ],
  [
    ['cityA', 'ZXCQGHYDYH'],
    ['cityB', 'ZXCQGHYDYH'],
  ],
  [
    ['base', 'DLTB'],
    ['A', 'YJJBNTBHTB'],
  ],
];

const overlay = await loadGeosOverlay(0.0001);
/** As good as no grid; moved near the origin, since GEOS loses slivers below 1e-12 of the coordinates. */
const fine = await loadGeosOverlay(1e-9);
const home = (p: Polygons): Polygons =>
  mapCoordinates(p, (x, y, out) => {
    out[0] = x - 44_500_000;
    out[1] = y - 5_000_000;
  });
const loaded = new Map<string, Polygons>();

async function layerAt([file, code]: Place): Promise<Polygons> {
  const key = `${file} ${code}`;
  const known = loaded.get(key);
  if (known) return known;
  const { layers } = await readPlan(join(folder, files[file]));
  for (const [name, { polygons }] of layers) loaded.set(`${file} ${name}`, overlay.repair(polygons).polygons);
  return loaded.get(key)!;
}

describe.skipIf(!existsSync(folder))('the kernel against GEOS (needs ../shared/data/real-geometry)', () => {
  it.each(pairs)('%s × %s', { timeout: 300_000 }, async (left, right) => {
    const a = await layerAt(left);
    const b = await layerAt(right);
    const table = overlayTable(prepareEdges(a), prepareEdges(b), { measures: [planeAreaMeasure] });
    const ours = new Map<string, number>();
    for (const [k, f] of table.left.entries()) ours.set(`${f} ${table.right[k]}`, table.values[0]![k]!);

    const pieces = fine.intersect(home(a), home(b));
    const theirs = new Map<string, number>();
    for (const [k, f] of pieces.left.entries()) {
      const key = `${f} ${pieces.right[k]}`;
      theirs.set(key, (theirs.get(key) ?? 0) + planeArea(pieces.polygons, k));
    }
    expect(table.handed).toBe(0);
    const apart = [...new Set([...ours.keys(), ...theirs.keys()])]
      .map((key) => ({ key, ours: ours.get(key) ?? 0, theirs: theirs.get(key) ?? 0 }))
      .filter((pair) => Math.abs(pair.ours - pair.theirs) > Math.max(1e-6, 1e-9 * pair.theirs));
    expect(apart).toEqual([]);
  });
});
