import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDelivery, writeDataset } from '@tuheng/dataset';
import {
  type CoveragePiece,
  checkCoverage,
  featureCount,
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
    const folder = mkdtempSync(join(tmpdir(), 'tuheng-修复-'));

    beforeAll(async () => {
      const delivery = await readDelivery(file);
      const overlay = await loadKernelOverlay(defaultTolerance.grid);
      outcome = await inspectDelivery({ delivery, overlay });
      repair = repairDelivery(outcome.context);
      before = delivery.databases[0]!.layers.find(({ code }) => code === 'DLTB')!.polygons;
      after = repair.databases[0]!.layers.find(({ name }) => name === 'DLTB')!.polygons;
    }, 300_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const refused = () =>
      new Set(repair.log.refused.filter(({ layer }) => layer === 'DLTB').map(({ row }) => row - 1));

    it('leaves no invalid shape by GEOS but those that enclose nothing', async () => {
      const geos = await loadGeosOverlay(defaultTolerance.grid);
      expect(geos.repair(before).repaired.length).toBeGreaterThan(500);
      const left = geos.repair(after).repaired.map(({ feature }) => feature);
      expect(left.filter((f) => !refused().has(f))).toEqual([]);
      expect(left.length).toBeLessThan(80);
    });

    it('makes no new overlap and no new gap, also on the 0.1 mm grid of a FileGDB', async () => {
      const path = join(folder, '修复.gdb');
      await writeDataset(path, 'FileGDB', repair.databases[0]!.layers);
      const written = (await readDelivery(path)).databases[0]!.layers.find(
        ({ code }) => code === 'DLTB',
      )!.polygons;
      const old = checkCoverage(before, {});
      for (const polygons of [after, written]) {
        const now = checkCoverage(polygons, {});
        expect(grown(old.overlaps, now.overlaps)).toEqual([]);
        expect(grown(old.gaps, now.gaps)).toEqual([]);
        expect(now.selfIntersections).toEqual([]);
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
      expect(areaMoved).toBeLessThan(10);
      expect(edits.length).toBe(Object.values(counts).reduce((sum, n) => sum + n, 0));
    });
  },
);

/** Pieces that count (wider than the distance of one point, as T-01 and T-02 have it), larger than what was there before within their box. */
function grown(before: readonly CoveragePiece[], after: readonly CoveragePiece[]): CoveragePiece[] {
  const boxes = before.map(({ rings: [ring], area }) => ({ box: boxOf(ring!), area }));
  return after.filter(({ rings: [ring], area, width }) => {
    if (width <= defaultTolerance.snap) return false;
    const [minX, minY, maxX, maxY] = boxOf(ring!);
    const known = boxes.filter(
      ({ box }) => box[0] <= maxX && box[2] >= minX && box[1] <= maxY && box[3] >= minY,
    );
    return area > known.reduce((sum, piece) => sum + piece.area, 0) + defaultTolerance.overlapArea;
  });
}

function boxOf(ring: readonly number[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    box[0] = Math.min(box[0], ring[i]!);
    box[1] = Math.min(box[1], ring[i + 1]!);
    box[2] = Math.max(box[2], ring[i]!);
    box[3] = Math.max(box[3], ring[i + 1]!);
  }
  return box;
}

function same(a: Polygons, b: Polygons, f: number): boolean {
  const vertices = (p: Polygons) =>
    p.xy.subarray(
      2 * p.ringStart[p.polygonStart[p.featureStart[f]!]!]!,
      2 * p.ringStart[p.polygonStart[p.featureStart[f + 1]!]!]!,
    );
  const [x, y] = [vertices(a), vertices(b)];
  return x.length === y.length && x.every((value, i) => value === y[i]);
}
