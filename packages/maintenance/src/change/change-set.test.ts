import { loadKernelOverlay, type Overlay, planeArea } from '@tuheng/geometry';
import { changeFields, type Layer, textAt } from '@tuheng/standard';
import { beforeAll, describe, expect, it } from 'vitest';
import { reviewPlans } from '../review-plans.ts';
import { countyPlans } from '../testing/county.ts';
import { sumAreas } from '../testing/plans.ts';
import type { LayerChangeSet } from './change-set.ts';

let overlay: Overlay;
let sets: readonly LayerChangeSet[];
beforeAll(async () => {
  overlay = await loadKernelOverlay(0.0001);
  const { filed, maintained, base } = countyPlans();
  ({ changeSet: sets } = await reviewPlans({ filed, maintained, base, overlay, date: '20261124' }));
});

const set = (code: string): LayerChangeSet => sets.find((one) => one.code === code)!;
const column = (layer: Layer, field: string): (string | null)[] =>
  Array.from({ length: layer.polygons.featureStart.length - 1 }, (_, f) => textAt(layer, field, f));
const total = (layer: Layer): number => sumAreas(layer.polygons, planeArea);

describe('change set', () => {
  it('holds only the layers that changed', () => {
    expect(sets.map(({ code }) => code)).toEqual(['CZKFBJ', 'GDBHMB', 'GHFQ', 'GHYDYH', 'YJJBNTBHTB']);
  });

  it('names its layers and gives WHC exactly the ten fields', () => {
    const { before, change, after } = set('CZKFBJ');
    expect([before.code, change.code, after.code]).toEqual(['WHQCZKFBJ', 'WHCCZKFBJ', 'WHHCZKFBJ']);
    expect(change.fields).toBe(changeFields);
    expect([...change.columns.keys()]).toEqual(changeFields.map(({ name }) => name));
  });

  it('numbers the change and leaves the unknown domains empty', () => {
    const { change } = set('CZKFBJ');
    expect(column(change, 'WHLX')).toEqual(['1', '3']);
    expect(column(change, 'WHBH')).toEqual(['20261124000001', '20261124000002']);
    for (const field of ['WHLY', 'JDZBLY', 'KZBSHSLX']) expect(column(change, field)).toEqual([null, null]);
  });

  it('gives every piece a BSM of its own in the whole database, after the largest of A', () => {
    const issued = sets.flatMap(({ change, after }) => [...column(change, 'BSM'), ...column(after, 'BSM')]);
    expect(new Set(issued).size).toBe(issued.length);
    for (const bsm of issued) expect(bsm).toMatch(/^2308980000\d{8}$/);
    const filed = sets.flatMap(({ before }) => column(before, 'BSM'));
    const serials = (list: (string | null)[]) => list.map((bsm) => Number(bsm!.slice(-8)));
    expect(Math.min(...serials(issued))).toBeGreaterThan(Math.max(...serials(filed)));
  });

  it('knows the region of a layer that does not name it', () => {
    expect(new Set(column(set('GDBHMB').change, 'XZQDM'))).toEqual(new Set(['230898']));
  });

  it('conserves area: WHH = WHQ − out + in for transfer, WHH = WHQ for reclassification', () => {
    for (const { code, before, change, after } of sets) {
      const types = column(change, 'WHLX');
      const of = (type: string): number =>
        types.reduce((sum, t, f) => (t === type ? sum + planeArea(change.polygons, f) : sum), 0);
      expect(total(after), code).toBeCloseTo(total(before) - of('3') + of('1'), 6);
    }
  });

  it('covers with WHC of a reclassification only ground whose class differs', () => {
    const { change } = set('GHFQ');
    expect(new Set(column(change, 'WHLX'))).toEqual(new Set(['2']));
    expect(total(change)).toBeCloseTo(138_000, 6);
  });
});
