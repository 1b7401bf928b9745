import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDelivery, writeDataset } from '@tuheng/dataset';
import {
  checkCoverage,
  featureCount,
  groundGained,
  loadGeosOverlay,
  loadKernelOverlay,
  type Polygons,
} from '@tuheng/geometry';
import {
  type DeliveryRepair,
  type InspectionOutcome,
  inspectDelivery,
  repairDelivery,
} from '@tuheng/inspection';
import { defaultTolerance } from '@tuheng/standard';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const file = fileURLToPath(
  new URL('../../../../shared/data/real-geometry/230899示范县基础数据.gdb.zip', import.meta.url),
);
const isThere = existsSync(file);

/** 608 of the 31,409 polygons were invalid as published, 548 as they are read. */
describe.skipIf(!isThere)(
  `the repair of real land cover${isThere ? '' : ' (skipped: the data is not there)'}`,
  () => {
    let outcome: InspectionOutcome;
    let repair: DeliveryRepair;
    let before: Polygons;
    let after: Polygons;
    let written: Polygons;
    const folder = mkdtempSync(join(tmpdir(), 'tuheng-修复-'));

    beforeAll(async () => {
      const delivery = await readDelivery(file);
      const overlay = await loadKernelOverlay(defaultTolerance.grid);
      outcome = await inspectDelivery({ delivery, overlay });
      repair = repairDelivery(outcome.context);
      before = delivery.databases[0]!.layers.find(({ code }) => code === 'DLTB')!.polygons;
      const { layers } = repair.databases[0]!;
      after = layers.find(({ name }) => name === 'DLTB')!.polygons;
      const path = join(folder, '修复.gdb');
      await writeDataset(path, 'FileGDB', layers);
      const copy = (await readDelivery(path)).databases[0]!;
      written = copy.layers.find(({ code }) => code === 'DLTB')!.polygons;
    }, 300_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('leaves no invalid shape by GEOS, in memory and as a FileGDB stores it', async () => {
      const geos = await loadGeosOverlay(defaultTolerance.grid);
      expect(geos.repair(before).repaired.length).toBeGreaterThan(500);
      expect(geos.repair(after).repaired).toEqual([]);
      expect(geos.repair(written).repaired).toEqual([]);
    });

    it('makes no new overlap and no new gap, in memory and as a FileGDB stores it', () => {
      const { context } = outcome;
      const layer = context.layers.find(({ code }) => code === 'DLTB')!;
      const boundary = context.boundary(layer)!;
      const old = context.coverage(layer);
      const { overlapArea } = defaultTolerance;
      for (const polygons of [after, written]) {
        const now = checkCoverage(polygons, { boundary });
        expect(groundGained(old.gaps, now.gaps, overlapArea)).toEqual([]);
        expect(groundGained(old.beyondBoundary, now.beyondBoundary, overlapArea)).toEqual([]);
        expect(groundGained(old.overlaps, now.overlaps, overlapArea)).toEqual([]);
        expect(now.selfIntersections).toEqual([]);
        expect(now.selfTouches.filter(({ rings: [a, b] }) => a === b)).toEqual([]);
      }
    });

    it('keeps every bit of a feature in which nothing was found', () => {
      const { findings } = outcome.inspection;
      const faulty = new Set<number>();
      for (const { layer, row, others = [] } of findings) {
        if (layer !== 'DLTB') continue;
        if (row !== null) faulty.add(row - 1);
        for (const other of others) faulty.add(other.row - 1);
      }
      let changed = 0;
      for (let f = 0; f < featureCount(before); f++) {
        if (same(before, after, f)) continue;
        changed++;
        expect(faulty.has(f), `row ${f + 1}`).toBe(true);
      }
      expect(changed).toBeGreaterThan(500);
    });

    it('tells of every edit, and of the ground that moved', () => {
      const { counts, areaMoved, edits } = repair.log;
      expect(counts['even-odd']).toBeGreaterThan(400);
      expect(counts['t-junction']).toBeGreaterThan(100);
      expect(areaMoved).toBeLessThan(2);
      expect(edits.length).toBe(Object.values(counts).reduce((sum, n) => sum + n, 0));
    });
  },
);

function same(a: Polygons, b: Polygons, f: number): boolean {
  const vertices = (p: Polygons) =>
    p.xy.subarray(
      2 * p.ringStart[p.polygonStart[p.featureStart[f]!]!]!,
      2 * p.ringStart[p.polygonStart[p.featureStart[f + 1]!]!]!,
    );
  const [x, y] = [vertices(a), vertices(b)];
  return x.length === y.length && x.every((value, i) => value === y[i]);
}
