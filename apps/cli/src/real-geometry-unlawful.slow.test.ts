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
const plan = (version: string): string =>
  join(real, `230899示范县县级国土空间总体规划矢量数据_${version}.gdb.zip`);

/** 1e-5 relative, or 1 m² under 1,000 m². */
function expectArea(actual: number, expected: number, what: string): void {
  const allowed = expected < 1000 ? 1 : expected * 1e-5;
  expect(Math.abs(actual - expected), `${what}: ${actual}, PostGIS ${expected}`).toBeLessThanOrEqual(allowed);
}

describe.skipIf(!there)(
  `the unlawful version of the real geometry${there ? '' : ' (skipped: ../shared/data/real-geometry is missing)'}`,
  () => {
    const out = mkdtempSync(join(tmpdir(), 'tuheng-real-'));
    afterAll(() => rmSync(out, { recursive: true, force: true }));

    it('agrees with PostGIS and names every violation', () => {
      const { code, out: json } = tuheng(
        'review',
        '--filed',
        plan('备案'),
        '--maintained',
        plan('维护后_违规'),
        '--base',
        join(real, '230899示范县基础数据.gdb.zip'),
        '--out',
        out,
        '--json',
        '--quiet',
      );
      expect(code).toBe(1);
      const review: Review = JSON.parse(json);
      const { CZKFBJ, STBHHX, YJJBNTBHTB } = review.layers;
      expectArea(CZKFBJ!.filed.planeArea, 131_577_224.9, 'CZKFBJ A');
      expectArea(CZKFBJ!.maintained.planeArea, 144_860_263.7, 'CZKFBJ X');
      expectArea(STBHHX!.filed.planeArea, 30_355_813.5, 'STBHHX A');
      expectArea(STBHHX!.maintained.planeArea, 29_998_854.0, 'STBHHX X');
      expectArea(YJJBNTBHTB!.filed.planeArea, 397_126_735.7, 'YJJBNTBHTB A');
      expectArea(YJJBNTBHTB!.maintained.planeArea, 388_605_722.5, 'YJJBNTBHTB X');
      expectArea(CZKFBJ!.change.transferOut.planeArea, 2_205_865.5, 'CZKFBJ out');
      expectArea(CZKFBJ!.change.transferIn.planeArea, 15_488_904.3, 'CZKFBJ in');
      expectArea(STBHHX!.change.transferOut.planeArea, 356_959.5, 'STBHHX out');
      expectArea(STBHHX!.change.transferIn.planeArea, 0, 'STBHHX in');
      expectArea(YJJBNTBHTB!.change.transferOut.planeArea, 9_130_531.5, 'YJJBNTBHTB out');
      expectArea(YJJBNTBHTB!.change.transferIn.planeArea, 609_518.3, 'YJJBNTBHTB in');
      const conflict = (a: string, b: string) =>
        review.conflicts.find((pair) => pair.a === a && pair.b === b)!;
      expectArea(conflict('CZKFBJ', 'STBHHX').filed.planeArea, 0.28, '∩ A');
      expectArea(conflict('CZKFBJ', 'STBHHX').maintained.planeArea, 62_444.08, '∩ X');
      expectArea(conflict('CZKFBJ', 'YJJBNTBHTB').filed.planeArea, 30.08, '∩ A');
      expectArea(conflict('CZKFBJ', 'YJJBNTBHTB').maintained.planeArea, 13_281_347.69, '∩ X');
      expectArea(conflict('STBHHX', 'YJJBNTBHTB').maintained.planeArea, 0.59, '∩ X');
      for (const [code, { conservation }] of Object.entries(review.layers))
        expect(conservation.holds, code).toBe(true);
      const failed = review.verdicts.filter(({ status }) => status === 'fail').map(({ rule }) => rule);
      for (const rule of [
        'udb.total',
        'udb.fragments',
        'udb.holes',
        'pbf.area',
        'er.area',
        'er.change-has-basis',
        'lines.no-overlap',
      ]) {
        expect(failed).toContain(rule);
      }
      const measure = (rule: string) => review.verdicts.find((verdict) => verdict.rule === rule)!.measure;
      expect(measure('udb.holes')).toMatchObject({ before: 415, after: 439 });
      expect(measure('udb.fragments')).toMatchObject({ before: 0, after: 4 });
    }, 180_000);
  },
);
