import { OverlayError } from '@tuheng/geometry';
import { describe, expect, it } from 'vitest';
import { EXACT_ZOOM, EXTENT, worldUnits } from './grid.ts';
import { prepareLayer } from './prepare-layer.ts';
import { areaOf, cutFeatures, decode, ringArea, ringsOf, tilesOf } from './testing/decode.ts';
import { numbered, polygonsAt, square, wigglyParcels } from './testing/layers.ts';
import { TileCutter } from './tile-cutter.ts';

const attributes = ['BSM', 'DLBM', 'TBMJ'];
const classes = ['DLBM'];
const cutter = new TileCutter();

describe('TileCutter', () => {
  it('writes numbers, attributes and rings as vector tiles want them', () => {
    const polygons = polygonsAt([
      [[square(0, 0, 500), square(100, 100, 50)]],
      [[square(600, 0, 100)], [square(600, 200, 100)]],
    ]);
    const layer = prepareLayer(numbered(polygons, ['0101', null]), { attributes });
    const [address] = tilesOf(layer, 13);
    const [first, second] = cutFeatures(layer, address!);
    expect([first!.id, second!.id]).toEqual([1, 2]);
    expect(first!.type).toBe(3);
    expect(first!.properties).toEqual({ BSM: '230898000000000001', DLBM: '0101' });
    expect(second!.properties).toEqual({ BSM: '230898000000000002', TBMJ: 0.1 });
    expect(ringsOf(first!).map((ring) => Math.sign(ringArea(ring)))).toEqual([1, -1]);
    expect(ringsOf(second!).map((ring) => Math.sign(ringArea(ring)))).toEqual([1, 1]);
    expect(areaOf(first!) / areaOf(second!)).toBeCloseTo((500 ** 2 - 50 ** 2) / (2 * 100 ** 2), 0);
  });

  it('carries only the attributes that are asked for', () => {
    const layer = prepareLayer(numbered(polygonsAt([[[square(0, 0, 500)]]])), { attributes });
    const [address] = tilesOf(layer, 13);
    const [feature] = cutFeatures(layer, address!, { attributes: ['DLBM', 'NONE'] });
    expect(feature!.properties).toEqual({ DLBM: '0101' });
    expect(cutFeatures(layer, address!, { attributes: [] })[0]!.properties).toEqual({});
  });

  it('has a corner where PROJ has it, and draws it on the nearest unit', () => {
    const layer = prepareLayer(numbered(wigglyParcels(3, 3, 40, 5, 6)), { attributes: [] });
    const units = worldUnits(EXACT_ZOOM);
    const exact = Array.from(layer.features.polygons.xy, (c) => c * units);
    for (const address of tilesOf(layer, EXACT_ZOOM)) {
      for (const feature of cutFeatures(layer, address)) {
        for (const { x, y } of feature.loadGeometry().flat()) {
          if (Math.min(x, y) <= -64 || Math.max(x, y) >= EXTENT + 64) continue;
          const [east, south] = [x + address.x * EXTENT, y + address.y * EXTENT];
          const apart = exact.map((c, i) =>
            i % 2 === 0 ? Math.max(Math.abs(c - east), Math.abs(exact[i + 1]! - south)) : Infinity,
          );
          expect(Math.min(...apart)).toBeLessThanOrEqual(0.5);
        }
      }
    }
    const [lonely] = prepareLayer(numbered(polygonsAt([[[square(0, 0, 100)]]])), { attributes: [] }).features
      .polygons.xy;
    // EPSG:4532 (44532000, 5236000) in EPSG:3857 by PROJ, metres.
    expect((lonely! - 0.5) * 2 * Math.PI * 6378137).toBeCloseTo(14741236.573899, 3);
  });

  it('clips to the tile and its buffer', () => {
    const layer = prepareLayer(numbered(polygonsAt([[[square(0, 0, 20_000)]]])), { attributes });
    for (const buffer of [0, 64]) {
      const areas = tilesOf(layer, 13).map((address) => {
        const [feature] = cutFeatures(layer, address, { buffer });
        return feature ? areaOf(feature) : 0;
      });
      expect(Math.max(...areas)).toBe((EXTENT + 2 * buffer) ** 2);
    }
  });

  it('gives no bytes where there is nothing', () => {
    const layer = prepareLayer(numbered(polygonsAt([[[square(0, 0, 100)]]])), { attributes });
    const tile = cutter.cut({ z: 13, x: 0, y: 0 }, [layer]);
    expect(tile).toEqual({ bytes: new Uint8Array(), reports: [] });
    expect(cutter.cut({ z: 0, x: 0, y: 0 }, []).bytes).toHaveLength(0);
  });

  it.each([
    [{ z: 3, x: 8, y: 0 }],
    [{ z: 3, x: 0, y: -1 }],
    [{ z: 25, x: 0, y: 0 }],
    [{ z: 1.5, x: 0, y: 0 }],
  ])('refuses what is no tile: %j', (address) => {
    expect(() => cutter.cut(address, [])).toThrow(expect.objectContaining({ code: 'tiles.no-such-tile' }));
  });

  it('refuses numbers that do not fit the features', () => {
    const { layer } = numbered(polygonsAt([[[square(0, 0, 100)]]]));
    expect(() => prepareLayer({ layer, ids: new Uint32Array(2) }, { attributes })).toThrow(
      expect.objectContaining({ code: 'tiles.numbers-missing' }),
    );
  });

  it('cuts the same tile again after others', () => {
    const layer = prepareLayer(numbered(wigglyParcels(6, 6, 300, 4, 1), ['0101', '0301']), {
      attributes,
      classes,
    });
    const addresses = [8, 12, 14, 17].map((z) => tilesOf(layer, z)[0]!);
    const fresh = addresses.map((address) => new TileCutter().cut(address, [layer]));
    const again = addresses.map((address) => cutter.cut(address, [layer]));
    expect(again).toEqual(fresh);
  });
});

describe('what a tile does not show', () => {
  it('stands in its layer tuheng, as the reports say', () => {
    const parcels = numbered(wigglyParcels(8, 8, 200, 0, 2), ['0101']);
    const layer = prepareLayer(parcels, { attributes });
    const address = tilesOf(layer, 12)[0]!;
    const { bytes, reports } = cutter.cut(address, [layer, { ...layer, name: 'OTHER' }]);
    const told = decode(bytes)
      .get('tuheng')!
      .map(({ properties }) => properties);
    expect(told).toEqual(
      reports.map((r) => ({
        layer: r.layer,
        shapes: r.shapes,
        exact: r.exact,
        features: r.features,
        drawn: r.drawn,
        stand_ins: r.standIns,
        stood_for: r.stoodFor,
        left_out: r.leftOut,
      })),
    );
    expect(reports.map((r) => r.layer)).toEqual(['DLTB', 'OTHER']);
  });

  it('counts every feature of the layer in one tile of a zoom', () => {
    const layer = prepareLayer(numbered(wigglyParcels(12, 12, 200, 2, 3)), { attributes, classes });
    expect(layer.overview).toBeDefined();
    for (const z of [7, 10, 12, 14, EXACT_ZOOM]) {
      const counted = tilesOf(layer, z).flatMap((address) => cutter.cut(address, [layer]).reports);
      expect(counted.reduce((sum, { features }) => sum + features, 0)).toBe(144);
    }
  });

  it('is made up for by stand-ins of the same class and area', () => {
    // 2,500 ponds of 20 m and 40 m, none of which measures a square unit at zoom 7.
    const ponds = Array.from({ length: 2500 }, (_, k) => [
      [square(100 * (k % 50), 100 * Math.floor(k / 50), k % 2 === 0 ? 20 : 40)],
    ]);
    const layer = prepareLayer(numbered(polygonsAt(ponds), ['1104', '1107']), { attributes, classes });
    const drawn = new Map<string, number>();
    let told = { stoodFor: 0, leftOut: 0 };
    for (const address of tilesOf(layer, 7)) {
      const { reports } = cutter.cut(address, [layer]);
      for (const { stoodFor, leftOut } of reports) {
        told = { stoodFor: told.stoodFor + stoodFor, leftOut: told.leftOut + leftOut };
      }
      for (const feature of cutFeatures(layer, address, { buffer: 0 })) {
        const kind = String(feature.properties.DLBM);
        drawn.set(kind, (drawn.get(kind) ?? 0) + areaOf(feature));
      }
    }
    expect(told.stoodFor + told.leftOut).toBe(2500);
    expect(told.leftOut).toBeLessThan(60);
    expect(drawn.get('1107')! / drawn.get('1104')!).toBeGreaterThan(3);
    const units = layer.features.polygonArea.reduce((sum, area) => sum + area, 0) * (2 ** 7 * EXTENT) ** 2;
    expect(drawn.get('1104')! + drawn.get('1107')!).toBeGreaterThan(0.9 * units);
    expect(drawn.get('1104')! + drawn.get('1107')!).toBeLessThanOrEqual(units);
  });

  it('is nothing from the exact zoom on: a part without area on the grid is drawn as one unit', () => {
    const sliver = [0, 0, 30, 0.01, 30, 0.012];
    const layer = prepareLayer(numbered(polygonsAt([[[sliver]], [[square(0, 5, 10)]]])), { attributes });
    const seen = new Set<number | undefined>();
    for (const address of tilesOf(layer, EXACT_ZOOM)) {
      const { reports } = cutter.cut(address, [layer]);
      expect(reports.every(({ leftOut, exact }) => leftOut === 0 && exact)).toBe(true);
      for (const feature of cutFeatures(layer, address)) {
        seen.add(feature.id);
        expect(areaOf(feature)).toBeGreaterThanOrEqual(1);
      }
    }
    expect([...seen].sort()).toEqual([1, 2]);
  });
});

describe('the overview of a layer', () => {
  const parcels = numbered(wigglyParcels(20, 20, 200, 3, 4), ['0101']);
  const layer = prepareLayer(parcels, { attributes, classes: ['DLBM', 'DLMC'] });
  const { below } = layer.overview!;

  it('shows the classes where features are too small to tell apart', () => {
    const [address] = tilesOf(layer, below - 1);
    const features = cutFeatures(layer, address!);
    expect(features.length).toBe(1);
    expect(features[0]!.id).toBeUndefined();
    expect(features[0]!.properties).toEqual({ DLBM: '0101', DLMC: '地类0101' });
    const { reports } = cutter.cut(address!, [layer]);
    expect(reports[0]!.shapes).toBe('class');
  });

  it('gives way to the features above', () => {
    const addresses = tilesOf(layer, below);
    const ids = new Set(addresses.flatMap((address) => cutFeatures(layer, address).map(({ id }) => id)));
    expect(ids.size).toBe(400);
  });

  it('is left away where classes hardly merge', () => {
    const board = Array.from({ length: 400 }, (_, k) => `0${(k % 20) + ((k / 20) | 0)}`);
    const mixed = prepareLayer(numbered(wigglyParcels(20, 20, 200, 0, 4), board), { attributes, classes });
    expect(mixed.overview).toBeUndefined();
  });

  it('merges features that overlap only by the means that it is given', () => {
    const piles = numbered(polygonsAt(Array.from({ length: 10 }, () => [[square(0, 0, 100)]])));
    expect(prepareLayer(piles, { attributes, classes }).overview).toBeUndefined();
    const one = polygonsAt([[[square(0, 0, 100)]]]);
    const merged = prepareLayer(piles, { attributes, classes, dissolve: () => one });
    expect(merged.overview!.shapes.classOf).toEqual(Uint32Array.of(0));
    const fails = (): never => {
      throw new OverlayError('合并', [0]);
    };
    expect(prepareLayer(piles, { attributes, classes, dissolve: fails }).overview).toBeUndefined();
  });
});
