import { CGCS2000, crsOf, type DeclaredCrs } from '@tuheng/standard';
import { describe, expect, it } from 'vitest';
import {
  box,
  database,
  deliveredLayer,
  deliveryOf,
  EAST,
  inspect,
  inspectBy,
  NORTH,
  ring,
} from '../testing/delivery.ts';

const known = (epsg: number, vertical: number | null = null): DeclaredCrs => ({
  kind: 'known',
  crs: crsOf(epsg)!,
  vertical,
});
const line = (declared?: DeclaredCrs) =>
  deliveredLayer('CZKFBJ', [{ ring: box(0, 0, 100) }], declared && { declared });

describe('S-01 coordinate system', () => {
  it('passes layers in a zone that fits their coordinates', async () => {
    expect(await inspectBy('S-01', deliveryOf(line()))).toMatchObject({ status: 'passed', findings: [] });
  });

  it.each<[string, DeclaredCrs, RegExp]>([
    ['none', { kind: 'missing' }, /没有声明/],
    ['WGS 84', { kind: 'wgs84' }, /WGS 84/],
    ['another datum', { kind: 'other', name: 'Xian 1980' }, /Xian 1980/],
  ])(
    'finds a layer that declares %s, and lets no rule on geometry look at it',
    async (_, declared, message) => {
      const { status, findings } = await inspectBy('S-01', deliveryOf(line(declared)));
      expect(status).toBe('failed');
      expect(findings).toMatchObject([
        { layer: 'CZKFBJ', row: null, message: expect.stringMatching(message) },
      ]);
      const blocked = await inspectBy('G-02', deliveryOf(line(declared)));
      expect(blocked).toMatchObject({ status: 'notRun', cause: 'prerequisite' });
    },
  );

  it('finds the layer that differs from the rest of its database, and goes on with it', async () => {
    const odd = deliveredLayer(
      'STBHHX',
      [{ ring: ring([0, 0], [0, 1], [1, 1]).map((v, i) => (i % 2 ? v : v - 44_000_000)) }],
      {
        declared: known(4553),
      },
    );
    const delivery = deliveryOf(line(), deliveredLayer('HLFXKZX', [{ ring: box(0, 0, 100) }]), odd);
    const { findings } = await inspectBy('S-01', delivery);
    expect(findings).toMatchObject([{ layer: 'STBHHX', message: expect.stringMatching(/4553.*4532/) }]);
    expect((await inspectBy('G-02', delivery)).status).toBe('passed');
  });

  it.each<[string, number, (x: number, y: number) => [number, number]]>([
    ['swapped-axes', 4532, (x, y) => [y, x]],
    ['zone-prefix-missing', 4532, (x, y) => [x - 44_000_000, y]],
    ['zone-prefix-unexpected', 4553, (x, y) => [x, y]],
    ['degrees-as-metres', 4532, (x, y) => [132 + (x - EAST) / 1e5, 47 + (y - NORTH) / 1e5]],
    ['metres-as-degrees', 4490, (x, y) => [x, y]],
  ])('names %s once for the layer, with three examples', async (code, epsg, move) => {
    const features = Array.from({ length: 5 }, (_, k) => ({ ring: moved(box(200 * k, 0, 100), move) }));
    const { status, findings, systematic } = await inspectBy(
      'S-01',
      deliveryOf(deliveredLayer('CZKFBJ', features, { declared: known(epsg) })),
    );
    expect({ status, findings }).toEqual({ status: 'failed', findings: [] });
    expect(systematic).toMatchObject([{ cause: `crs.${code}`, layer: 'CZKFBJ', count: 5 }]);
    expect(systematic[0]!.examples).toHaveLength(3);
  });

  it('has geographic layers with the height system in a maintenance database', async () => {
    const degrees = moved(box(0, 0, 100), (x, y) => [132 + (x - EAST) / 1e5, 47 + (y - NORTH) / 1e5]);
    const after = (vertical: number | null) =>
      deliveryOf(
        deliveredLayer(
          'GHFQ',
          [{ ring: degrees }],
          { declared: { kind: 'known', crs: CGCS2000, vertical } },
          'after',
        ),
      );
    expect((await inspectBy('S-01', after(5737))).status).toBe('passed');
    expect((await inspectBy('S-01', after(5703))).findings).toMatchObject([
      { layer: 'WHHGHFQ', severity: 'error' },
    ]);
    expect((await inspectBy('S-01', after(null))).findings).toMatchObject([{ severity: 'warning' }]);
    const { inspection } = await inspect(after(null));
    expect(inspection.rules.find(({ rule }) => rule === 'S-01')).toMatchObject({
      status: 'failed',
      gravest: 'warning',
    });
    expect((await inspectBy('G-02', after(null))).status).toBe('passed');
  });

  it('is not run without layers', async () => {
    const delivery = {
      name: 'x',
      digest: '',
      databases: [database([], { failure: { code: 'x', message: '' } })],
      tables: [],
    };
    expect(await inspectBy('S-01', delivery)).toMatchObject({ status: 'notRun', cause: 'input' });
  });
});

function moved(points: readonly number[], move: (x: number, y: number) => [number, number]): number[] {
  return Array.from({ length: points.length / 2 }, (_, v) => move(points[2 * v]!, points[2 * v + 1]!)).flat();
}
