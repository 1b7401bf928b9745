import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Review } from '@tuheng/maintenance';
import { afterAll, describe, expect, it } from 'vitest';
import { tuheng } from './testing/commands.ts';

/** Real polygons beside the repository; not part of it. Figures: PostGIS 3.3 on a grid of 0.1 mm. */
const real = fileURLToPath(new URL('../../../../shared/data/real-geometry/', import.meta.url));
const there = existsSync(real);

describe.skipIf(!there)(
  `the real geometry${there ? '' : ' (skipped: ../shared/data/real-geometry is missing)'}`,
  () => {
    const out = mkdtempSync(join(tmpdir(), 'tuheng-real-'));
    afterAll(() => rmSync(out, { recursive: true, force: true }));

    const review = (filed: string, maintained: string): Review =>
      JSON.parse(
        tuheng(
          'review',
          '--filed',
          join(real, filed),
          '--maintained',
          join(real, maintained),
          '--out',
          out,
          '--json',
          '--quiet',
        ).out,
      );

    it('names the overlaps and holes of the version that looks lawful by its totals', () => {
      const name = '230899示范县县级国土空间总体规划矢量数据';
      const { layers, conflicts, verdicts } = review(`${name}_备案.gdb.zip`, `${name}_维护后.gdb.zip`);
      expect(layers.CZKFBJ!.maintained.planeArea).toBeCloseTo(131_459_252.2, -3);
      expect(layers.CZKFBJ!.change.transferIn.planeArea).toBeCloseTo(2_087_892.8, -1.5);
      expect(layers.YJJBNTBHTB!.change.transferOut.planeArea).toBeCloseTo(537_411.3, -0.9);
      const overlap = conflicts.find(({ a, b }) => a === 'CZKFBJ' && b === 'YJJBNTBHTB')!;
      expect(Math.abs(overlap.maintained.planeArea - 15_743.63)).toBeLessThan(0.16);
      expect(verdicts.filter(({ status }) => status === 'fail').map(({ rule }) => rule)).toEqual([
        'udb.holes',
        'lines.no-overlap',
      ]);
    }, 600_000);

    it('runs the rezoning of a real city through, its invalid shapes repaired under a named rule', () => {
      const { layers, notes } = review(
        '230899示范县中心城区用地_备案.gdb.zip',
        '230899示范县中心城区用地_维护后.gdb.zip',
      );
      const repaired = notes.filter(({ code }) => code === 'geometry.repair.even-odd');
      expect(repaired.map(({ input }) => input)).toEqual(['filed', 'maintained']);
      expect(layers.ZXCQGHYDYH!.change.reclassified.matrix.length).toBeGreaterThan(50);
      expect(layers.ZXCQGHYDYH!.noise.pieces).toBeGreaterThan(1000);
    }, 600_000);
  },
);
