import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { featureCount, planeArea } from '@tuheng/geometry';
import { describe, expect, it } from 'vitest';
import { readPlan } from './read-plan.ts';
import { useTestFolder } from './testing/test-folder.ts';

/** Real polygons that are not part of the project, beside its folder where they are at hand. */
const data = fileURLToPath(new URL('../../../../shared/data/real-geometry', import.meta.url));
const county = '230899示范县';
const plan = `${county}县级国土空间总体规划矢量数据`;

useTestFolder();

describe.skipIf(!existsSync(data))('real geometry (needs ../shared/data/real-geometry)', () => {
  it.each([
    [`${county}基础数据.gdb.zip`, { DLTB: 31_409, XZQ: 1 }],
    [`${plan}_备案.gdb.zip`, { CZKFBJ: 139, STBHHX: 60, YJJBNTBHTB: 2410, GHFQ: 10_133 }],
    [`${plan}_维护后.gdb.zip`, { CZKFBJ: 124, STBHHX: 60, YJJBNTBHTB: 2427, GHFQ: 9915 }],
    [`${plan}_维护后_违规.gdb.zip`, { CZKFBJ: 135, STBHHX: 60, YJJBNTBHTB: 2422 }],
    [`${county}中心城区用地_备案.gdb.zip`, { ZXCQGHYDYH: 14_592 }],
    [`${county}中心城区用地_维护后.gdb.zip`, { ZXCQGHYDYH: 14_670 }],
  ])('%s has the features its description gives', async (file, expected) => {
    const { layers, format } = await readPlan(join(data, file));
    expect(format).toBe('FileGDB');
    const counts = [...layers].map(([code, { polygons }]) => [code, featureCount(polygons)]);
    expect(Object.fromEntries(counts)).toEqual(expected);
    expect([...layers.values()].every(({ crs }) => crs.epsg === 4532)).toBe(true);
  });

  it('gives DLTB the plane areas its own attribute states, holes of features with short rings among them', async () => {
    const { layers, notes } = await readPlan(join(data, `${county}基础数据.gdb.zip`));
    const { polygons, columns } = layers.get('DLTB')!;
    const stated = columns.get('TBMJ')!.values as Float64Array;
    const wrong = stated.filter((area, f) => {
      const found = planeArea(polygons, f);
      return Math.abs(found - area) > Math.max(1, found * 0.005);
    });
    expect(wrong).toHaveLength(0);
    expect(notes.find(({ code }) => code === 'dataset.short-rings')?.count).toBe(97);
  });
});
