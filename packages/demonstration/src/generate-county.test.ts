import {
  ellipsoidArea,
  featureCount,
  lineCount,
  type Polygons,
  planeArea,
  RoadNetwork,
} from '@tuheng/geometry';
import { layerSpec, numberAt, type Plan, surveyClass, textAt } from '@tuheng/standard';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DemonstrationCounty, generateCounty } from './generate-county.ts';

const PARCELS = 3000;
let county: DemonstrationCounty;
beforeAll(() => {
  county = generateCounty({ parcels: PARCELS });
});

const plans = (): Plan[] => [county.filed, county.maintained, county.base];
const polygons = (plan: Plan, code: string): Polygons => plan.layers.get(code)!.polygons;
const hectares = (p: Polygons, features?: (f: number) => boolean): number => {
  let sum = 0;
  for (let f = 0; f < featureCount(p); f++) if (!features || features(f)) sum += planeArea(p, f);
  return sum / 10_000;
};

/** Directed edges of a layer, each with how often it is walked. */
function edges(p: Polygons): Map<string, number> {
  const walked = new Map<string, number>();
  for (let r = 0; r + 1 < p.ringStart.length; r++) {
    for (let v = p.ringStart[r]!; v + 1 < p.ringStart[r + 1]!; v++) {
      const key = `${p.xy[2 * v]} ${p.xy[2 * v + 1]} ${p.xy[2 * v + 2]} ${p.xy[2 * v + 3]}`;
      walked.set(key, (walked.get(key) ?? 0) + 1);
    }
  }
  return walked;
}

describe('generateCounty', () => {
  it('gives the same county for the same seed and another for another', () => {
    const again = generateCounty({ parcels: PARCELS });
    const other = generateCounty({ parcels: PARCELS, seed: 2 });
    expect(again.base.layers.get('DLTB')!.polygons.xy).toEqual(polygons(county.base, 'DLTB').xy);
    expect(other.base.layers.get('DLTB')!.polygons.xy).not.toEqual(polygons(county.base, 'DLTB').xy);
  });

  it.each([{ parcels: 10 }, { parcels: 2_000_000 }, { seed: 0.5 }])('refuses %j', (options) => {
    expect(() => generateCounty(options)).toThrow(/演示县/);
  });

  it('has about as many parcels as asked', () => {
    const n = featureCount(polygons(county.base, 'DLTB'));
    expect(n).toBeGreaterThan(PARCELS * 0.9);
    expect(n).toBeLessThan(PARCELS * 1.1);
  });

  it('keeps the proportions of the scheme', () => {
    const survey = county.base.layers.get('DLTB')!;
    const cultivated = (f: number) => (textAt(survey, 'DLBM', f) ?? '').startsWith('01');
    expect(hectares(survey.polygons) / 822_370).toBeCloseTo(1, 1.7);
    expect(hectares(survey.polygons, cultivated) / 655_613).toBeCloseTo(1, 1.7);
    expect(hectares(polygons(county.filed, 'STBHHX')) / 80_181.07).toBeCloseTo(1, 1.7);
    expect(hectares(polygons(county.filed, 'CZKFBJ')) / 4831.77).toBeCloseTo(1, 1.4);
  });

  it.each(['DLTB', 'XZQ'])(
    'covers the county with %s without gap or overlap: every inner edge is shared once',
    (code) => {
      const walked = edges(polygons(county.base, code));
      expect([...walked.values()].every((n) => n === 1)).toBe(true);
    },
  );

  it('gives every layer the fields of the standard, within their lengths', () => {
    for (const plan of plans()) {
      for (const layer of plan.layers.values()) {
        for (const field of layerSpec(layer.code)!.fields) {
          const column = layer.columns.get(field.name);
          if (column?.kind !== 'text') continue;
          for (const value of column.values) {
            expect((value ?? '').length, `${layer.code}.${field.name}`).toBeLessThanOrEqual(
              field.length || 30,
            );
          }
        }
      }
    }
  });

  it('numbers every feature of a database once', () => {
    for (const plan of plans()) {
      const numbers = [...plan.layers.values()].flatMap((layer) =>
        Array.from({ length: featureCount(layer.polygons) }, (_, f) => textAt(layer, 'BSM', f)),
      );
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const number of numbers) expect(number).toMatch(/^2308980000\d{8}$/);
    }
  });

  it('stores national ellipsoid areas and known codes', () => {
    const survey = county.base.layers.get('DLTB')!;
    for (let f = 0; f < featureCount(survey.polygons); f += 37) {
      expect(numberAt(survey, 'TBMJ', f)).toBeCloseTo(ellipsoidArea(survey.polygons, f, survey.crs), 2);
      expect(surveyClass(textAt(survey, 'DLBM', f) ?? '')).toBeDefined();
    }
  });

  it('has streets in the central city that hang together, and roads outside the towns', () => {
    const roads = county.base.lines!.get('DLZXX')!;
    expect(lineCount(roads.lines)).toBeGreaterThan(50);
    const { featureStart, start, xy } = roads.lines;
    const streets = [...Array(lineCount(roads.lines)).keys()].filter(
      (f) => textAt(roads, 'DLDJ', f) !== '公路',
    );
    const [first] = streets;
    const v = 2 * start[featureStart[first!]!]!;
    const reach = RoadNetwork.of(roads.lines, 1).reachOfPoints([xy[v]!, xy[v + 1]!]);
    const reached = streets.filter((f) => {
      const w = 2 * start[featureStart[f]!]!;
      return reach.lengthFrom(xy[w]!, xy[w + 1]!) < 30_000;
    });
    expect(reached.length).toBeGreaterThan(0.95 * streets.length);
  });

  it('puts the seven buildings of the scheme and its list of small works into the lines', () => {
    const { historicBuildings, pointFacilities } = county.targets.lists;
    expect(historicBuildings.items).toHaveLength(7);
    const remarks = (plan: Plan, code: string): string[] => {
      const layer = plan.layers.get(code)!;
      return Array.from({ length: featureCount(layer.polygons) }, (_, f) => textAt(layer, 'BZ', f) ?? '');
    };
    for (const { name } of historicBuildings.items) {
      const holds = (plan: Plan) => remarks(plan, 'ZXCQCSZX').filter((text) => text.includes(name));
      expect(holds(county.filed)).toEqual([]);
      expect(holds(county.maintained)).toEqual([expect.stringContaining('名称取自方案')]);
    }
    for (const { name } of pointFacilities.items) {
      expect(remarks(county.maintained, 'ZXCQCSHX').filter((text) => text.includes(name))).toHaveLength(1);
    }
  });

  it('says everywhere that it is invented', () => {
    expect(county.targets.invented).toBe(true);
    for (const plan of plans()) expect(plan.name).toContain('演示县');
  });
});
